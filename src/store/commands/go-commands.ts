import { sourceTime } from '#core/cast/time.ts';
import { lowerBound, upperBound } from '#core/lib/binary-search.ts';
import type { EditorActions } from '../editor-store.ts';
import { selectDuration, selectMarkers, selectStepTimes } from '../selectors.ts';
import type { EditorState } from '../state.ts';
import { type Command, commandsOf, when } from './command.ts';

const command = commandsOf('go');

const SECOND = 1_000_000;

export const GO_COMMANDS: readonly Command[] = [
  command('previousChange', 'Previous screen change', (state, actions) => goTo(actions, beside(selectStepTimes(state), state, -1))),
  command('nextChange', 'Next screen change', (state, actions) => goTo(actions, beside(selectStepTimes(state), state, 1))),
  command('back', 'Back 1 second', (state, actions) => goTo(actions, state.playhead - SECOND)),
  command('forward', 'Forward 1 second', (state, actions) => goTo(actions, state.playhead + SECOND)),
  command('farBack', 'Back 10 seconds', (state, actions) => goTo(actions, state.playhead - 10 * SECOND)),
  command('farForward', 'Forward 10 seconds', (state, actions) => goTo(actions, state.playhead + 10 * SECOND)),
  command('toStart', 'Start', (_, actions) => goTo(actions, 0)),
  command('toEnd', 'End', (state, actions) => goTo(actions, selectDuration(state))),
  command('previousEdge', 'Previous edge', (state, actions) => goTo(actions, beside(edgeTimes(state), state, -1)), {
    whyNot: () => 'No edge of an edit and no marker is before the playhead.',
  }),
  command('nextEdge', 'Next edge', (state, actions) => goTo(actions, beside(edgeTimes(state), state, 1)), {
    whyNot: () => 'No edge of an edit and no marker is after the playhead.',
  }),
  command('previousMarker', 'Previous marker', (state, actions) => goTo(actions, beside(markerTimes(state), state, -1)), {
    whyNot: () => 'No marker is before the playhead.',
  }),
  command('nextMarker', 'Next marker', (state, actions) => goTo(actions, beside(markerTimes(state), state, 1)), {
    whyNot: () => 'No marker is after the playhead.',
  }),
  command('goToTime', 'Go to time', (_, actions) => when(true, actions?.askForTime)),
];

function goTo(actions: EditorActions | undefined, time: number | undefined): boolean {
  return when(time !== undefined, actions && (() => actions.seek(sourceTime(time ?? 0), true)));
}

/** The next or previous of ascending times, seen from the playhead; what happens at one instant is one step. */
const beside = (times: ArrayLike<number>, { playhead }: EditorState, direction: 1 | -1): number | undefined =>
  direction > 0 ? times[upperBound(times, playhead)] : times[lowerBound(times, playhead) - 1];

const markerTimes = (state: EditorState): readonly number[] => selectMarkers(state).map(({ time }) => time);

/** Where edits begin and end, where the screen is held, and markers. */
function edgeTimes(state: EditorState): readonly number[] {
  const { cuts, speedRegions, holds } = state.document;
  const edges = [...cuts, ...speedRegions].flatMap(({ start, end }) => [start, end]);
  return [...edges, ...holds.map(({ at }) => at), ...markerTimes(state)].sort((one, other) => one - other);
}
