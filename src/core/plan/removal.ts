import type { CutSpan } from './cut-spans.ts';

/**
 * What cuts and the idle cap do to source time, before speed (plan-format §4, steps 1 and 2): the stretches it falls
 * into, one after the other from 0 to the recording's end.
 *
 * - `kept`: all of it passes.
 * - `paused`: from one kept event to a later one with no cut between, so that here the gaps of `idleGaps` hold. There
 *   may be a million of them in one stretch; they are not listed.
 * - `idle`, `cut`: no time passes.
 */
export interface Stretch {
  /** It begins where the one before it ends. Never empty. */
  readonly end: number;
  readonly kind: 'kept' | 'paused' | 'idle' | 'cut';
}

/** `capMicros` is infinite for no cap. The time after the last kept event is a pause too: the cap is the longest pause kept. */
export function removalStretches(times: Float64Array, spans: readonly CutSpan[], capMicros: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let position = 0;
  /** Time walked since the last kept event, without what is cut. */
  let walked = 0;

  function reach(end: number, kind: Stretch['kind']): void {
    if (end <= position) return;
    stretches.push({ end, kind });
    position = end;
  }

  function walkTo(end: number): void {
    const left = Math.max(0, capMicros - walked);
    walked += end - position;
    reach(Math.min(end, position + left), 'kept');
    reach(end, 'idle');
  }

  function passEvents(from: number, to: number): void {
    if (from === to) return;
    walkTo(times[from] as number);
    reach(times[to - 1] as number, 'paused');
    walked = 0;
  }

  let event = 0;
  for (const span of spans) {
    passEvents(event, span.from);
    walkTo(span.start);
    reach(span.end, 'cut');
    if (span.hasSeamEvent) walked = 0;
    event = span.to;
  }
  passEvents(event, times.length);
  return stretches;
}
