import type { FeedStep } from '#core/plan/feed.ts';

/** What is left to tell a terminal. */
export interface Route {
  /** What it was told cannot be taken back: it has to start afresh. */
  readonly isRestart: boolean;
  readonly steps: readonly FeedStep[];
}

/** The shortest way from what a terminal has been told to what it should have been told: on from there, or all over again. */
export function routeTo(told: readonly FeedStep[], goal: readonly FeedStep[]): Route {
  const restart: Route = { isRestart: true, steps: goal };
  for (const [index, step] of told.entries()) {
    const wanted = goal[index];
    if (!wanted) return restart;
    if (isSameStep(step, wanted)) continue;
    const isLast = index === told.length - 1;
    if (!isLast || step.kind !== 'events' || wanted.kind !== 'events') return restart;
    if (step.from !== wanted.from || step.to > wanted.to) return restart;
    return { isRestart: false, steps: [{ ...wanted, from: step.to }, ...goal.slice(index + 1)] };
  }
  return { isRestart: false, steps: goal.slice(told.length) };
}

/** A place on the way to a goal at which the screen is one of the recording's own, so that a repaint leads there as well. */
export interface OwnPlace {
  /** How many of the recording's events lead to that screen. */
  readonly position: number;
  /** What a terminal has as good as been told there: the beginning of the goal. */
  readonly told: readonly FeedStep[];
}

/** More of the recording than this takes a terminal longer than a frame has: a repaint is there sooner. */
const FAR_BYTES = 0x40000;

/** On the way back every screen is told from the start: what is longer than a repaint is not told in every frame. */
const FAR_BACK_BYTES = 0x4000;

/**
 * Where a repaint brings a terminal sooner than telling it what is left does: the last place of the recording's own
 * on the way. Undefined where the way is short as it is, or stays as long. While playing the terminal is told what it
 * passes, however much that is, and repaints lead back.
 */
export function shortcutTo(
  told: readonly FeedStep[],
  goal: readonly FeedStep[],
  bytesOf: (step: FeedStep) => number,
  isPlaying: boolean,
): OwnPlace | undefined {
  const lengthOf = (steps: readonly FeedStep[]) => steps.reduce((sum, step) => sum + bytesOf(step), 0);
  const route = routeTo(told, goal);
  if (isPlaying && !route.isRestart) return undefined;
  const bytes = lengthOf(route.steps);
  const farBytes = isPlaying ? FAR_BACK_BYTES : FAR_BYTES;
  if (bytes <= farBytes) return undefined;
  const place = lastOwnPlace(goal);
  return place && lengthOf(goal.slice(place.told.length)) + farBytes < bytes ? place : undefined;
}

/** Until a cut leaves another screen behind than was recorded, and again from the next repaint on. */
function lastOwnPlace(goal: readonly FeedStep[]): OwnPlace | undefined {
  let place: OwnPlace | undefined;
  let position: number | undefined = 0;
  for (const [index, step] of goal.entries()) {
    position = positionAfter(step, position);
    if (position !== undefined) place = { position, told: goal.slice(0, index + 1) };
  }
  return place;
}

/**
 * `position`: the events before it lead to the same screen; undefined where none do. A seam that prints everything at
 * once is told sizes out of their turn, and lines that were wrapped at one may be wrapped at the other.
 */
function positionAfter(step: FeedStep, position: number | undefined): number | undefined {
  if (step.kind === 'events') return step.from === position ? step.to : undefined;
  return step.kind === 'seam' && step.repaint !== undefined ? step.to : undefined;
}

/** `told` and then `step`; a run of events that is carried on stays one step. */
export function appendStep(told: readonly FeedStep[], step: FeedStep): readonly FeedStep[] {
  const last = told.at(-1);
  if (last?.kind !== 'events' || step.kind !== 'events' || last.to !== step.from) return [...told, step];
  return [...told.slice(0, -1), { ...last, to: step.to }];
}

function isSameStep(a: FeedStep, b: FeedStep): boolean {
  if (a.kind === 'mend' || b.kind === 'mend') return a.kind === 'mend' && b.kind === 'mend' && a.text === b.text;
  if (a.from !== b.from || a.to !== b.to) return false;
  if (a.kind === 'events' || b.kind === 'events') return a.kind === b.kind;
  return a.lastResize === b.lastResize && a.repaint === b.repaint;
}
