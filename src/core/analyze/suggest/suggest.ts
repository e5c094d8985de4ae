import type { Recording } from '../../cast/recording.ts';
import { MICROS_PER_SECOND, type SourceTime, sourceTime } from '../../cast/time.ts';
import { lowerBound } from '../../lib/binary-search.ts';
import { firstEndingAfter, leftOf, overlapsAny, type Range } from '../../lib/ranges.ts';
import type { EditSettings } from '../../plan/edit-settings.ts';
import { formatFactor } from '../../plan/factor.ts';
import type { Plan } from '../../plan/plan.ts';
import { type Analysis, MAX_FLASHES_PER_SECOND } from '../analysis.ts';
import { steadyFactor } from '../flash-rule.ts';
import { lastingIn, leastLasting } from './saving.ts';
import { describeStretch, type Stretch, shortLength, stretchesOf } from './stretches.ts';
import type { Suggestion } from './suggestion.ts';

/** Seen of a wait before and after its cut, so that one knows that it was waited. */
const LEFT_MICROS = 500_000;

/** Smaller savings would only hide the larger ones. */
const LEAST_SAVED_MICROS = 1_000_000;

/** Of a shorter wait there is no more to save. */
const SHORTEST_WAIT_MICROS = 2 * LEFT_MICROS + LEAST_SAVED_MICROS;

/** Shorter typing and scrolling is looked at as it is. */
const SHORTEST_RUN_MICROS = 3_000_000;

/** Typing is played at a pace that one can still follow. */
const KEYS_PER_SECOND = 20;
const FASTEST_TYPING = 4;
const SHORTEST_TYPING_MICROS = 1_500_000;

/** As long as scrolling is played, where it can be: that it was a lot is all there is to see. */
const SCROLLING_MICROS = 2_000_000;

/** A smaller gain is worth no edit. */
const LEAST_FACTOR = 1.5;

/**
 * What could be shortened that no edit of the plan touches, in order and apart: accepted in any order they give the same,
 * and once all are accepted there is nothing left to suggest.
 */
export function suggest(recording: Recording, analysis: Analysis, plan: Plan, settings: EditSettings): readonly Suggestion[] {
  const least = leastLasting(recording, plan);
  const real = lastingIn(recording, plan);
  const { times } = analysis.flashes;
  const flashes = new Float64Array(times.length);
  least.map.toResults(times, 0, times.length, flashes);
  const holds = Float64Array.from(plan.holds, ({ at }) => at);

  function cut(stretch: Range<SourceTime>, kind: Stretch['kind']): Suggestion[] {
    const side = Math.max(LEFT_MICROS, Math.ceil(settings.shortestKeptMicros / 2));
    const next = firstEndingAfter(plan.cuts, stretch.start);
    const cutBefore = plan.cuts[next - 1]?.end ?? Number.NEGATIVE_INFINITY;
    const cutAfter = plan.cuts[next]?.start ?? Number.POSITIVE_INFINITY;
    const start = sourceTime(Math.max(stretch.start + side, cutBefore + 2 * side));
    const end = sourceTime(Math.min(stretch.end - side, cutAfter - 2 * side));
    if (end - start < Math.max(1, settings.shortestCutMicros) || lowerBound(holds, start) < lowerBound(holds, end)) return [];
    if (least.savedBy({ start, end }) < LEAST_SAVED_MICROS) return [];
    const savedMicros = real.savedBy({ start, end });
    if (savedMicros < LEAST_SAVED_MICROS) return [];
    const reason = `${described(stretch)} → ${shortLength(real.of(stretch) - savedMicros)}`;
    return [{ kind, start, end, edit: 'cut', reason, savedMicros }];
  }

  function speed(stretch: Range<SourceTime>, kind: Stretch['kind'], wantedFactor: number): Suggestion[] {
    const { start, end } = stretch;
    const [from, to] = [lowerBound(times, start), lowerBound(times, end)];
    const highest = Math.min(wantedFactor, settings.maxFactor, steadyFactor(flashes, from, to, MAX_FLASHES_PER_SECOND));
    const factor = Math.floor(highest * 2) / 2;
    if (factor < LEAST_FACTOR || least.of(stretch) * (1 - 1 / factor) < LEAST_SAVED_MICROS) return [];
    const micros = real.of(stretch);
    const reason = `${described(stretch)}, ${formatFactor(factor)} → ${shortLength(micros / factor)}`;
    return [{ kind, start, end, edit: 'speed', factor, reason, savedMicros: micros - micros / factor }];
  }

  function described(range: Range<SourceTime>): string {
    const words = describeStretch(analysis.spans, range);
    return /^\d/.test(words) ? words : `${shortLength(range.end - range.start)} of ${words}`;
  }

  function shortened({ kind, start, end }: Stretch): Suggestion[] {
    const stretch = { start, end };
    const micros = least.of(stretch);
    switch (kind) {
      case 'waiting':
        return micros < SHORTEST_WAIT_MICROS ? [] : cut(stretch, kind);
      case 'typing':
        return micros < SHORTEST_RUN_MICROS ? [] : speed(stretch, kind, typingFactor(analysis, stretch, micros));
      case 'scrolling': {
        if (micros < SHORTEST_RUN_MICROS) return [];
        const factor = micros / SCROLLING_MICROS;
        const sped = factor > settings.maxFactor ? [] : speed(stretch, kind, factor);
        return sped.length > 0 ? sped : cut(stretch, kind);
      }
      case 'reading':
        return [];
    }
  }

  const seen = seenRanges(analysis, settings);
  return stretchesOf(analysis.spans)
    .flatMap((stretch) => leftOf(stretch, seen[stretch.kind === 'typing' ? 'standing' : 'whole']))
    .filter((stretch) => !isEdited(plan, stretch))
    .flatMap(shortened);
}

/** Why there is nothing to suggest, for people; empty where there is something. */
export function nothingToSuggest({ events }: Recording, analysis: Analysis, plan: Plan, suggestions: readonly Suggestion[]): string {
  if (suggestions.length > 0) return '';
  if (events.length === 0) return 'The recording is empty.';
  const long = stretchesOf(analysis.spans).filter(({ kind, start, end }) => {
    const shortest = kind === 'waiting' ? SHORTEST_WAIT_MICROS : SHORTEST_RUN_MICROS;
    return kind !== 'reading' && end - start >= shortest;
  });
  if (long.length === 0) return `Nothing waits for longer than ${shortLength(SHORTEST_WAIT_MICROS)}.`;
  if (long.every((stretch) => isEdited(plan, stretch))) return 'Everything that waits is cut or sped up already.';
  if (plan.idleCapMicros) return 'The idle cap and the edits shorten everything that waits already.';
  return 'What waits takes no longer than it takes to read what stands there.';
}

const isEdited = ({ cuts, speedRegions }: Plan, stretch: Stretch): boolean =>
  overlapsAny(cuts, stretch) || overlapsAny(speedRegions, stretch);

function typingFactor({ typingRuns }: Analysis, range: Range<SourceTime>, micros: number): number {
  let keys = 0;
  for (let index = firstEndingAfter(typingRuns, range.start); (typingRuns[index]?.start ?? range.end) < range.end; index++) {
    keys += (typingRuns[index] as Analysis['typingRuns'][number]).keys;
  }
  const followed = keys > 0 ? (KEYS_PER_SECOND * micros) / (keys * MICROS_PER_SECOND) : FASTEST_TYPING;
  return Math.min(FASTEST_TYPING, followed, micros / SHORTEST_TYPING_MICROS);
}

/** What is needed to see the moments, with their margins: as they appear and stand, and only as they stand, since typing is what makes them appear. */
function seenRanges({ moments }: Analysis, { marginBeforeMicros, marginAfterMicros }: EditSettings) {
  const until = ({ time, goneAt, readingMicros }: Analysis['moments'][number]) =>
    sourceTime(Math.min(goneAt, time + readingMicros) + marginAfterMicros);
  return {
    whole: joined(moments.map((moment) => ({ start: sourceTime(moment.start - marginBeforeMicros), end: until(moment) }))),
    standing: joined(moments.map((moment) => ({ start: moment.time, end: until(moment) }))),
  };
}

/** In order and apart. */
function joined(ranges: readonly Range<SourceTime>[]): Range<SourceTime>[] {
  const apart: Range<SourceTime>[] = [];
  for (const range of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = apart.at(-1);
    if (last === undefined || range.start > last.end) apart.push(range);
    else apart[apart.length - 1] = { start: last.start, end: sourceTime(Math.max(last.end, range.end)) };
  }
  return apart;
}
