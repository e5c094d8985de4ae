import { type SequencePlace, unfinishedBefore } from '../cast/escape-sequence.ts';
import { Code, type Recording } from '../cast/recording.ts';
import type { CutSpan } from './cut-spans.ts';
import type { Repaints } from './seam.ts';

/** Ends a sequence that has begun and does nothing else. */
const CANCEL = '\x18';

/** Text that the result has between events of the recording, so that no sequence is left in halves where a cut took output away. */
export interface Mend {
  /**
   * Index of the event that it stands before, at the same time: one of output, or the first of a cut, and then it stands
   * before the cut's seam. The number of events: at the end of the result.
   */
  readonly event: number;
  readonly text: string;
}

/**
 * The mends of a plan's cuts, in order. A sequence belongs where it ends: one that a cut's start breaks is cancelled, one
 * that its end breaks gets its beginning back.
 *
 * A cut that keeps its output needs none, and a repaint brings what it takes itself: only where output is dropped does
 * the text of the recording have to be looked at.
 */
export function cutMends(recording: Recording, cuts: readonly CutSpan[], repaints: Repaints): readonly Mend[] {
  const { codes, length } = recording.events;
  const mends: Mend[] = [];
  let known: SequencePlace = { event: 0, unfinished: '' };
  /** Since output was dropped: the sequences that are unfinished in what the result has told, and in the recording. */
  let broken: { readonly told: string; readonly recorded: string } | undefined;

  function unfinishedAt(event: number): string {
    known = { event, unfinished: unfinishedBefore(recording, event, known) };
    return known.unfinished;
  }

  function mendBefore(event: number): void {
    if (broken && broken.told !== broken.recorded) mends.push({ event, text: (broken.told && CANCEL) + broken.recorded });
    broken = undefined;
  }

  let event = 0;
  for (const cut of cuts) {
    const nextOutput = broken ? codes.indexOf(Code.output, event) : -1;
    if (nextOutput >= 0 && nextOutput < cut.from) mendBefore(nextOutput);
    if (cut.hasSeamEvent) {
      if (repaints.has(cut.from)) broken = undefined;
      else mendBefore(cut.from);
    } else if (cut.holdsOutput) broken = { told: broken?.told ?? unfinishedAt(cut.from), recorded: unfinishedAt(cut.to) };
    event = cut.to;
  }
  if (broken) {
    const nextOutput = codes.indexOf(Code.output, event);
    // Where nothing is printed any more, nothing has to be begun again.
    if (nextOutput < 0) broken = { told: broken.told, recorded: '' };
    mendBefore(nextOutput < 0 ? length : nextOutput);
  }
  return mends;
}
