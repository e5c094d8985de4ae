import type { CutMode } from '#core/plan/plan.ts';
import { CUT_MODE_NAMES } from '#store/step-name.ts';

interface CutModeWords {
  readonly name: string;
  /** What becomes of what was printed in the cut, as a clause. */
  readonly meaning: string;
}

export const CUT_MODE_WORDS: Readonly<Record<CutMode, CutModeWords>> = {
  jump: { name: CUT_MODE_NAMES.jump, meaning: 'screen stays right, what was cut is not in the file' },
  collapse: { name: CUT_MODE_NAMES.collapse, meaning: 'everything is printed at once' },
  drop: { name: CUT_MODE_NAMES.drop, meaning: 'as if it never happened' },
};

/** From what a cut should be to what it may be: the order in which they are offered. */
export const OFFERED_CUT_MODES: readonly CutMode[] = ['jump', 'collapse', 'drop'];
