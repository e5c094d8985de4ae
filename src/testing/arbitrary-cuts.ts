import fc from 'fast-check';
import type { Recording } from '#core/cast/recording.ts';
import { microsToSeconds } from '#core/cast/time.ts';
import { planFromJson } from '#core/plan/parse-plan.ts';
import type { Plan } from '#core/plan/plan.ts';

export interface ArbitraryCutsOptions {
  readonly maxCuts: number;
  /** The longest cut in events. */
  readonly maxEvents: number;
  /** Positions at which cuts like to begin and to end. */
  readonly edges: readonly number[];
  /** Whether some of the cuts drop what was printed. */
  readonly hasDrops: boolean;
}

/** Plans with nothing but cuts that jump, apart or touching, from event to event of a recording. */
export function arbitraryCuts(recording: Recording, { maxCuts, maxEvents, edges, hasDrops }: ArbitraryCutsOptions): fc.Arbitrary<Plan> {
  const { times, length } = recording.events;
  const position = fc.nat({ max: Math.max(0, length - 1) });
  const edge = edges.length > 0 ? fc.oneof(position, fc.constantFrom(...edges)) : position;
  const cut = fc.record({
    from: edge,
    events: fc.oneof(fc.integer({ min: 1, max: Math.min(10, maxEvents) }), fc.integer({ min: 1, max: maxEvents })),
    /** Whether it holds no event at all, only the time between two. */
    isInPause: fc.nat({ max: 23 }).map((value) => value === 0),
    touches: fc.nat({ max: 5 }).map((value) => value === 0),
    mode: hasDrops ? fc.constantFrom('jump', 'jump', 'jump', 'drop') : fc.constant('jump'),
  });
  return fc.array(cut, { minLength: maxCuts, maxLength: maxCuts }).map((wanted) => {
    const cuts: { start: number; end: number; mode: string }[] = [];
    let free = 0;
    for (const { from, events, isInPause, touches, mode } of wanted.toSorted((one, other) => one.from - other.from)) {
      const pause = isInPause && pauseAfter(times, Math.max(from, free));
      if (pause) {
        cuts.push({ ...pause, mode });
        free = Math.max(from, free) + 1;
        continue;
      }
      const start = times[touches && free > 0 ? free : Math.max(from, free)];
      const end = times[Math.min(length - 1, from + events)];
      if (start === undefined || end === undefined || end <= start || start < (times[free] as number)) continue;
      cuts.push({ start: microsToSeconds(start), end: microsToSeconds(end), mode });
      free = times.indexOf(end);
    }
    return planFromJson({ cuts });
  });
}

/** The time between an event and the next, without either, in seconds; undefined where there is none to speak of. */
function pauseAfter(times: Float64Array, event: number): { readonly start: number; readonly end: number } | undefined {
  const start = times[event];
  const end = times[event + 1];
  return start !== undefined && end !== undefined && end - start > 2
    ? { start: microsToSeconds(start + 1), end: microsToSeconds(end - 1) }
    : undefined;
}
