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

/** `told` and then `step`; a run of events that is carried on stays one step. */
export function appendStep(told: readonly FeedStep[], step: FeedStep): readonly FeedStep[] {
  const last = told.at(-1);
  if (last?.kind !== 'events' || step.kind !== 'events' || last.to !== step.from) return [...told, step];
  return [...told.slice(0, -1), { ...last, to: step.to }];
}

function isSameStep(a: FeedStep, b: FeedStep): boolean {
  if (a.from !== b.from || a.to !== b.to) return false;
  if (a.kind === 'events' || b.kind === 'events') return a.kind === b.kind;
  return a.lastResize === b.lastResize;
}
