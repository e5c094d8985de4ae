import { Code, type EventColumns, type Recording } from '../cast/recording.ts';
import type { SourceTime } from '../cast/time.ts';
import { upperBound } from '../lib/binary-search.ts';
import { type CutSpan, cutSpans } from './cut-spans.ts';
import { cutMends, type Mend } from './mends.ts';
import type { Plan } from './plan.ts';
import { type Repaints, type Seam, seamRepaints } from './seam.ts';

/**
 * One thing that a terminal is told when the result is played, in terms of the recording's events:
 *
 * - `events`: the output and the resizes among [from, to), as they come.
 * - `seam`: what is left of a cut. First its last resize (−1: none); then its repaint or, where it has none, all output
 *   among [from, to). A cut that drops its output has an empty range there.
 * - `mend`: text that is in no event (mends.ts).
 */
export type FeedStep =
  | { readonly kind: 'events'; readonly from: number; readonly to: number }
  | { readonly kind: 'seam'; readonly from: number; readonly to: number; readonly lastResize: number; readonly repaint?: string }
  | { readonly kind: 'mend'; readonly text: string };

/** What a terminal is told under a plan, and when. */
export interface Feed {
  readonly events: EventColumns;
  readonly cuts: readonly CutSpan[];
  readonly repaints: Repaints;
  readonly mends: readonly Mend[];
}

/**
 * Costs little more than finding the cuts. A `jump` whose seam is not among `seams` is told as a `collapse`: the screen
 * after it is the same.
 */
export function createFeed(recording: Recording, plan: Pick<Plan, 'cuts'>, seams: readonly Seam[] = []): Feed {
  const cuts = cutSpans(recording, plan);
  const repaints = seamRepaints(cuts, seams);
  return { events: recording.events, cuts, repaints, mends: cutMends(recording, cuts, repaints) };
}

/**
 * What has been told when `instant` of the source is reached, events at it included: of a cut nothing before its end.
 * Steps that amount to the same are the same in every feed of a recording, whatever else the plans have, so that two
 * lists of steps can be compared: runs of events are one step, and a cut that changes nothing leaves no trace.
 */
export function shownSteps({ events, cuts, repaints, mends }: Feed, instant: SourceTime): readonly FeedStep[] {
  const steps: FeedStep[] = [];
  let nextMend = 0;

  function keep(from: number, to: number): void {
    let start = from;
    for (let mend = mends[nextMend]; mend !== undefined && mend.event < to; mend = mends[nextMend]) {
      addEvents(steps, start, mend.event);
      tellMend(mend.event);
      start = mend.event;
    }
    addEvents(steps, start, to);
  }

  function tellMend(event: number): void {
    const mend = mends[nextMend];
    if (mend?.event !== event) return;
    steps.push({ kind: 'mend', text: mend.text });
    nextMend++;
  }

  let event = 0;
  for (const cut of cuts) {
    if (cut.start > instant) break;
    keep(event, cut.from);
    event = cut.to;
    if (cut.end > instant) return steps;
    if (cut.hasSeamEvent) tellMend(cut.from);
    addCut(steps, events, cut, repaints);
  }
  const end = upperBound(events.times, instant);
  keep(event, end);
  if (end === events.length) tellMend(end);
  return steps;
}

function addCut(steps: FeedStep[], events: EventColumns, cut: CutSpan, repaints: Repaints): void {
  const { from, to, hasSeamEvent, lastResize } = cut;
  const repaint = hasSeamEvent ? repaints.get(from) : undefined;
  if (repaint !== undefined) steps.push({ kind: 'seam', from, to, lastResize, repaint });
  else if (isPlain(events, cut)) addEvents(steps, from, to);
  else if (hasSeamEvent) steps.push({ kind: 'seam', from, to, lastResize });
  else if (lastResize >= 0) steps.push({ kind: 'seam', from: to, to, lastResize });
}

/** Whether telling the cut's events as they come is the same: then none is told that would not be, and none is moved. */
function isPlain({ codes }: EventColumns, { from, to, hasSeamEvent, holdsOutput, lastResize }: CutSpan): boolean {
  if (holdsOutput && !hasSeamEvent) return false;
  const firstResize = lastResize < 0 ? -1 : from + codes.subarray(from, to).indexOf(Code.resize);
  return holdsOutput ? lastResize < 0 : firstResize === lastResize;
}

function addEvents(steps: FeedStep[], from: number, to: number): void {
  if (from >= to) return;
  const last = steps.at(-1);
  if (last?.kind === 'events' && last.to === from) steps[steps.length - 1] = { ...last, to };
  else steps.push({ kind: 'events', from, to });
}
