import type { EditorActions } from '../editor-store.ts';
import type { EditorState } from '../state.ts';

/**
 * What a user can do, as data: buttons, menus, keys, the palette and the help read one list. Which keys give it is said by
 * the keymap.
 *
 * `run` answers whether the command applies to the state; with `actions` it also does it. So a button asks the same
 * code whether to be enabled that acts when it is pressed.
 */
export interface Command {
  readonly id: CommandId;
  readonly group: CommandGroup;
  /** The name of its button. */
  readonly label: string;
  readonly run: Run;
  /** Why it does not apply, for people; empty where it does, or that needs no words. */
  readonly whyNot: (state: EditorState) => string;
}

export type CommandGroup = 'file' | 'edit' | 'play' | 'go' | 'view' | 'find' | 'fit' | 'help';

export type CommandId =
  | 'open'
  | 'save'
  | 'saveAs'
  | 'export'
  | 'undo'
  | 'redo'
  | 'history'
  | 'cut'
  | 'speed'
  | 'hold'
  | 'holdLast'
  | 'marker'
  | 'rename'
  | 'editSelected'
  | 'split'
  | 'remove'
  | 'markIn'
  | 'markOut'
  | 'selectAll'
  | 'copyEdit'
  | 'pasteEdit'
  | 'escape'
  | 'play'
  | 'pause'
  | 'shuttleForward'
  | 'shuttleBack'
  | 'playAround'
  | 'loop'
  | 'fullscreen'
  | 'readScreen'
  | 'nextChange'
  | 'previousChange'
  | 'forward'
  | 'back'
  | 'farForward'
  | 'farBack'
  | 'toStart'
  | 'toEnd'
  | 'nextEdge'
  | 'previousEdge'
  | 'nextMarker'
  | 'previousMarker'
  | 'goToTime'
  | 'zoomIn'
  | 'zoomOut'
  | 'fit'
  | 'zoomSelection'
  | 'panBack'
  | 'panForward'
  | 'find'
  | 'nextHit'
  | 'previousHit'
  | 'keepHits'
  | 'locate'
  | 'keepAtOne'
  | 'target'
  | 'suggestions'
  | 'acceptAll'
  | 'moments'
  | 'palette'
  | 'help'
  | 'keys';

export type Run = (state: EditorState, actions?: EditorActions) => boolean;

/** What a command needs beside what its own `run` asks for. */
interface Needs {
  /** Says why it does not apply, where a recording is open. */
  readonly whyNot?: Command['whyNot'];
  /** Applies while nothing is open, too. */
  readonly isForNothingOpen?: boolean;
}

/** Commands of one group. In the middle of a drag a command would become part of that step, or take away what is dragged: it can only be cancelled. */
export function commandsOf(group: CommandGroup) {
  return (id: CommandId, label: string, run: Run, { whyNot = () => '', isForNothingOpen = false }: Needs = {}): Command => {
    const isUnavailable = ({ gesture, opened }: EditorState): boolean =>
      (gesture !== null && id !== 'escape') || (opened === null && !isForNothingOpen);
    return {
      id,
      group,
      label,
      run: (state, actions) => !isUnavailable(state) && run(state, actions),
      whyNot: (state) => {
        if (!isForNothingOpen && state.opened === null) return 'Open a recording first.';
        return isUnavailable(state) || run(state) ? '' : whyNot(state);
      },
    };
  };
}

/** Does it where it applies and there is something to do it with; says whether it applies. */
export function when(applies: boolean, act: (() => void) | undefined): boolean {
  if (applies) act?.();
  return applies;
}
