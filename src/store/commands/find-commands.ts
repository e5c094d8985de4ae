import type { EditorState } from '../state.ts';
import { type Command, commandsOf, when } from './command.ts';

const command = commandsOf('find');

const NO_HITS = { whyNot: () => 'Nothing has been found. Find something first.' };

export const FIND_COMMANDS: readonly Command[] = [
  command('find', 'Find', (_, actions) => when(true, actions?.openSearch)),
  command('nextHit', 'Next hit', (state, actions) => when(hasHits(state), actions && (() => actions.goToHit(1))), NO_HITS),
  command('previousHit', 'Previous hit', (state, actions) => when(hasHits(state), actions && (() => actions.goToHit(-1))), NO_HITS),
  command('keepHits', 'Keep the hits', (state, actions) => when(hasAllHits(state), actions?.proposeKeeping), NO_HITS),
  command(
    'locate',
    'When was this on screen?',
    (state, actions) => when(state.markedText !== '' || (hasHits(state) && state.search.current >= 0), actions?.locate),
    {
      whyNot: () => 'Mark text in the preview first.',
    },
  ),
];

/** Those of the query as it stands, not of the one before. */
const hasHits = ({ search }: EditorState): boolean => search.isOpen && search.status === 'done' && search.hits.length > 0;

/** Between some of the hits there may be others, and they would be cut. */
const hasAllHits = (state: EditorState): boolean => hasHits(state) && state.search.isComplete && state.screenIndex.changes !== null;
