import { Code, type EventColumns, type Recording } from '../cast/recording.ts';
import type { SourceTime } from '../cast/time.ts';
import { upperBound } from '../lib/binary-search.ts';
import { type CutSpan, cutSpans } from './cut-spans.ts';
import type { Plan } from './plan.ts';

/**
 * One thing that a terminal is told when the result is played, in terms of the recording's events:
 *
 * - `events`: the output and the resizes among [from, to), as they come.
 * - `seam`: what is left of a cut. First its last resize (−1: none), then all output among [from, to). A cut that drops
 *   its output has an empty range there.
 */
export type FeedStep =
  | { readonly kind: 'events'; readonly from: number; readonly to: number }
  | { readonly kind: 'seam'; readonly from: number; readonly to: number; readonly lastResize: number };

/** What a terminal is told under a plan, and when. */
export interface Feed {
  readonly events: EventColumns;
  readonly cuts: readonly CutSpan[];
}

/**
 * Costs little more than finding the cuts. A `jump` is told as a `collapse`: the screen after it is the same, and so
 * is what the viewer sees.
 */
export function createFeed(recording: Pick<Recording, 'events'>, plan: Pick<Plan, 'cuts'>): Feed {
  return { events: recording.events, cuts: cutSpans(recording, plan) };
}

/**
 * What has been told when `instant` of the source is reached, events at it included: of a cut nothing before its end.
 * Steps that amount to the same are the same in every feed of a recording, whatever else the plans have, so that two
 * lists of steps can be compared: runs of events are one step, and a cut that changes nothing leaves no trace.
 */
export function shownSteps({ events, cuts }: Feed, instant: SourceTime): readonly FeedStep[] {
  const steps: FeedStep[] = [];
  let event = 0;
  for (const cut of cuts) {
    if (cut.start > instant) break;
    addEvents(steps, event, cut.from);
    event = cut.to;
    if (cut.end > instant) return steps;
    if (isPlain(events, cut)) addEvents(steps, cut.from, cut.to);
    else addSeam(steps, cut);
  }
  addEvents(steps, event, upperBound(events.times, instant));
  return steps;
}

/** Whether telling the cut's events as they come is the same: then none is told that would not be, and none is moved. */
function isPlain({ codes }: EventColumns, { from, to, hasSeamEvent, holdsOutput, lastResize }: CutSpan): boolean {
  if (holdsOutput && !hasSeamEvent) return false;
  const firstResize = lastResize < 0 ? -1 : from + codes.subarray(from, to).indexOf(Code.resize);
  return holdsOutput ? lastResize < 0 : firstResize === lastResize;
}

function addSeam(steps: FeedStep[], { from, to, hasSeamEvent, lastResize }: CutSpan): void {
  if (hasSeamEvent) steps.push({ kind: 'seam', from, to, lastResize });
  else if (lastResize >= 0) steps.push({ kind: 'seam', from: to, to, lastResize });
}

function addEvents(steps: FeedStep[], from: number, to: number): void {
  if (from >= to) return;
  const last = steps.at(-1);
  if (last?.kind === 'events' && last.to === from) steps[steps.length - 1] = { ...last, to };
  else steps.push({ kind: 'events', from, to });
}
