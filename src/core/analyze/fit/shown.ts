import { type SourceTime, sourceTime } from '../../cast/time.ts';
import { leftOf, overlapsAny, type Range } from '../../lib/ranges.ts';
import type { EditSettings } from '../../plan/edit-settings.ts';
import type { FreeTime } from './free-time.ts';

/** A part of free time that should be shown, and how fast. */
export interface Wish extends Range<SourceTime> {
  readonly factor: number;
  /** The free range that it lies in, by its index. */
  readonly range: number;
  /** Wishes are granted in this order. */
  readonly rank: number;
}

export interface Part extends Range<SourceTime> {
  readonly factor: number;
}

/** Free time, split into what is shown and the gaps between. Each in order; parts of the same factor do not touch. */
export interface Shown {
  readonly parts: readonly Part[];
  /** None is shorter than the shortest cut. */
  readonly gaps: readonly Range<SourceTime>[];
}

/**
 * Grants the wishes up to a rank. Where two overlap the slower one counts, and what is left between them and is too short for
 * a cut is shown with them: so more wishes never take less time. `wishes` are in order of their starts.
 */
export function grant(
  wishes: readonly Wish[],
  maxRank: number,
  ranges: FreeTime['ranges'],
  settings: Pick<EditSettings, 'shortestCutMicros'>,
): Shown {
  const shortestMicros = Math.max(1, settings.shortestCutMicros);
  const parts: Part[] = [];
  const gaps: Range<SourceTime>[] = [];
  let next = 0;
  for (const [index, range] of ranges.entries()) {
    if (wishes[next]?.range !== index && range.end - range.start >= shortestMicros) {
      gaps.push(range);
      continue;
    }
    const steady: Part[] = [];
    const fast: Part[] = [];
    for (let wish = wishes[next]; wish !== undefined && wish.range === index; wish = wishes[++next]) {
      if (wish.rank <= maxRank) join(wish.factor === 1 ? steady : fast, wish);
    }
    let shown = withCrumbs(steady, range, shortestMicros);
    // The slowest first: what is too short for a cut beside them is theirs, whatever faster ones there are.
    for (const factor of [...new Set(fast.map((part) => part.factor))].sort((one, other) => one - other)) {
      const left = fast.filter((part) => part.factor === factor).flatMap((part) => leftOf(part, shown));
      shown = withCrumbs(
        [...shown, ...left].sort((one, other) => one.start - other.start),
        range,
        shortestMicros,
      );
    }
    parts.push(...shown);
    gaps.push(...leftOf({ ...range, factor: 1 }, shown));
  }
  return { parts, gaps };
}

/** Adds a part to others that begin no later. */
function join(parts: Part[], { start, end, factor }: Part): void {
  const last = parts.at(-1);
  if (last === undefined || start > last.end) parts.push({ start, end, factor });
  else parts[parts.length - 1] = { start: last.start, end: sourceTime(Math.max(last.end, end)), factor: Math.min(last.factor, factor) };
}

/** Takes in what is left between parts and is too short for a cut, with the faster one of its neighbours. */
function withCrumbs(parts: readonly Part[], range: Range<SourceTime>, shortestMicros: number): Part[] {
  const closed: Part[] = [];
  for (const part of parts) {
    const last = closed.at(-1);
    const before = last?.end ?? range.start;
    const isCrumb = part.start - before < shortestMicros;
    if (!isCrumb) closed.push(part);
    else if (last === undefined || part.factor > last.factor) closed.push({ ...part, start: before });
    else if (part.factor === last.factor) closed[closed.length - 1] = { ...last, end: part.end };
    else closed.splice(-1, 1, { ...last, end: part.start }, part);
  }
  const last = closed.at(-1);
  const isCrumb = range.end - (last?.end ?? range.start) < shortestMicros;
  if (!isCrumb) return closed;
  return last === undefined ? [{ ...range, factor: 1 }] : [...closed.slice(0, -1), { ...last, end: range.end }];
}

/** The same without some of its parts: they belong to the gaps, or are shown as they were recorded where they are too short for a cut. */
export function withoutParts({ parts, gaps }: Shown, dropped: ReadonlySet<Part>, settings: Pick<EditSettings, 'shortestCutMicros'>): Shown {
  const cut: Range<SourceTime>[] = [];
  for (const range of [...gaps, ...dropped].sort((one, other) => one.start - other.start)) {
    const last = cut.at(-1);
    if (last?.end === range.start) cut[cut.length - 1] = { start: last.start, end: range.end };
    else cut.push({ start: range.start, end: range.end });
  }
  const left = cut.filter(({ start, end }) => end - start >= settings.shortestCutMicros);
  return {
    parts: parts.flatMap((part) => (!dropped.has(part) ? [part] : overlapsAny(left, part) ? [] : [{ ...part, factor: 1 }])),
    gaps: left,
  };
}
