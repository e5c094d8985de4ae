import type { EditDocument } from '#core/plan/document.ts';
import { formatFactor } from '#core/plan/factor.ts';
import type { CommandId } from '#store/commands.ts';
import type { EditorActions } from '#store/editor-store.ts';
import type { ContextMenu, EditorState } from '#store/state.ts';
import { CUT_MODE_WORDS, OFFERED_CUT_MODES } from '../edits/cut-modes.ts';
import { FACTOR_PRESETS } from '../edits/factor-presets.ts';
import { editName } from '../timeline/edit-name.ts';

/** One of several that exclude each other. */
export interface MenuChoice {
  readonly label: string;
  readonly isChosen: boolean;
  readonly choose: (actions: EditorActions) => void;
}

/** A group of a menu, set off from the others. */
export type MenuGroup =
  | { readonly kind: 'commands'; readonly ids: readonly CommandId[] }
  | { readonly kind: 'choices'; readonly label: string; readonly isRow: boolean; readonly choices: readonly MenuChoice[] };

const commands = (...ids: readonly CommandId[]): MenuGroup => ({ kind: 'commands', ids });

/** What a menu offers for what it was opened on, which is selected. */
export function menuGroups(place: ContextMenu['place'], state: EditorState): readonly MenuGroup[] {
  switch (place) {
    case 'region':
      return [
        ...choicesOf(state),
        // A cut has nothing left to cut, nor to speed up.
        state.selected.at(-1)?.kind === 'cut' ? commands('keepAtOne', 'split') : commands('keepAtOne', 'cut', 'split'),
        commands('playAround', 'zoomSelection'),
        commands('copyEdit', 'pasteEdit'),
        commands('remove'),
      ];
    case 'hold':
      return [commands('playAround'), commands('copyEdit', 'pasteEdit'), commands('remove')];
    case 'marker':
      return [commands('rename', 'playAround'), commands('previousMarker', 'nextMarker'), commands('remove')];
    case 'lane':
      return [
        commands('cut', 'speed', 'keepAtOne', 'hold', 'marker'),
        commands('markIn', 'markOut', 'selectAll', 'pasteEdit'),
        commands('playAround', 'loop'),
        commands('zoomSelection', 'zoomIn', 'zoomOut', 'fit'),
      ];
    case 'overview':
      return [commands('fit', 'zoomSelection', 'zoomIn', 'zoomOut'), commands('goToTime')];
    case 'preview':
      return [commands('play', 'playAround', 'loop'), commands('hold', 'marker'), commands('readScreen', 'find', 'fullscreen')];
  }
}

/** What the selected regions are to be: of the kind of the one that is looked at. */
function choicesOf({ document, selected }: EditorState): readonly MenuGroup[] {
  const kind = selected.at(-1)?.kind;
  const ids = selected.filter((ref) => ref.kind === kind).map(({ id }) => id);
  if (kind === 'cut') return [{ kind: 'choices', label: 'Mode', isRow: false, choices: modeChoices(document, ids) }];
  if (kind === 'speed') return [{ kind: 'choices', label: 'Factor', isRow: true, choices: factorChoices(document, ids) }];
  return [];
}

function modeChoices(document: EditDocument, ids: readonly number[]): readonly MenuChoice[] {
  const cuts = document.cuts.filter(({ id }) => ids.includes(id));
  return OFFERED_CUT_MODES.map((mode) => ({
    label: CUT_MODE_WORDS[mode].name,
    isChosen: cuts.every((cut) => cut.mode === mode),
    choose: (actions) => actions.setCutModes(ids, mode),
  }));
}

function factorChoices(document: EditDocument, ids: readonly number[]): readonly MenuChoice[] {
  const regions = document.speedRegions.filter(({ id }) => ids.includes(id));
  return FACTOR_PRESETS.map((factor) => ({
    label: formatFactor(factor),
    isChosen: regions.every((region) => region.factor === factor),
    choose: (actions) => actions.setFactors(ids, factor),
  }));
}

/** What a menu is of, for assistive technology. */
export function menuName(place: ContextMenu['place'], state: EditorState): string {
  if (place === 'lane') return 'Timeline';
  if (place === 'overview') return 'Overview';
  if (place === 'preview') return 'Preview';
  const { selected } = state;
  const ref = selected.at(-1);
  return ref && selected.length === 1 ? editName(state, ref) : `${selected.length} edits`;
}
