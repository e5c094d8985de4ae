import type { Recording } from '../../cast/recording.ts';
import { cutSpans, endOfKeptEvents } from '../../plan/cut-spans.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Seam } from '../../plan/seam.ts';
import { ScreenHistory } from '../history/screen-history.ts';
import { screenDifference } from '../terminal/difference.ts';
import type { Screen } from '../terminal/screen.ts';
import { ResultTerminal } from './result-terminal.ts';

/** What is not as recorded on the screen right after a cut, as a clause; undefined where all is. */
export interface ScreenAfterCut {
  /** Index among the cuts of the plan that do something to the recording. */
  readonly cut: number;
  readonly difference: string | undefined;
}

/** Compares the screen of the result after each cut with the recorded one. Where no kept event follows there is none after it. */
export function screensAfterCuts(recording: Recording, plan: Pick<Plan, 'cuts'>, seams: readonly Seam[]): ScreenAfterCut[] {
  const cuts = cutSpans(recording, plan);
  const recorded = new ScreenHistory(recording, 'asciinema');
  const result = new ResultTerminal(recording, cuts, 'asciinema', recorded);
  const repaints = new Map(seams.map(({ from, repaint }) => [from, repaint]));
  for (const cut of cuts) if (cut.hasSeamEvent && repaints.has(cut.from)) result.setRepaint(cut, repaints.get(cut.from));
  const keptEnd = endOfKeptEvents(recording.events.length, cuts);
  return cuts.flatMap((cut, index) => {
    if (cut.to >= keptEnd) return [];
    const shown = betweenSequences(result.screenAfter(cut));
    return [{ cut: index, difference: screenDifference(betweenSequences(recorded.seek(cut.to).screen()), shown) }];
  });
}

/** What of a sequence the cut broke, the mend before the next output puts right. */
const betweenSequences = (screen: Screen): Screen => ({ ...screen, unfinished: '' });
