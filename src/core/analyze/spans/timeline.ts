import type { Range } from '../../lib/ranges.ts';

/** What a stretch of time is taken for. */
export interface Stretch<Kind> extends Range {
  readonly kind: Kind;
}

/** Both lists as one, each in order and apart: `over` wins where both say something. */
export function layOver<Kind>(under: readonly Stretch<Kind>[], over: readonly Stretch<Kind>[]): Stretch<Kind>[] {
  const laid: Stretch<Kind>[] = [];
  let next = 0;
  for (const stretch of under) {
    let { start } = stretch;
    while (next < over.length && (over[next] as Stretch<Kind>).end <= start) laid.push(over[next++] as Stretch<Kind>);
    while (next < over.length && (over[next] as Stretch<Kind>).start < stretch.end) {
      const upper = over[next] as Stretch<Kind>;
      if (upper.start > start) laid.push({ ...stretch, start, end: upper.start });
      start = Math.max(start, upper.end);
      if (upper.end > stretch.end) break;
      laid.push(upper);
      next += 1;
    }
    if (start < stretch.end) laid.push({ ...stretch, start });
  }
  laid.push(...over.slice(next));
  return laid;
}

/** What lies between stretches, from 0 to `duration`. */
export function gapsBetween(stretches: readonly Range[], duration: number): Range[] {
  const gaps: Range[] = [];
  let start = 0;
  for (const stretch of stretches) {
    if (stretch.start > start) gaps.push({ start, end: stretch.start });
    start = Math.max(start, stretch.end);
  }
  if (start < duration) gaps.push({ start, end: duration });
  return gaps;
}

/** Joins neighbours of one kind. */
export function joined<Kind>(stretches: readonly Stretch<Kind>[]): Stretch<Kind>[] {
  const kept: Stretch<Kind>[] = [];
  for (const stretch of stretches) {
    const last = kept.at(-1);
    if (last && last.kind === stretch.kind && last.end === stretch.start) kept[kept.length - 1] = { ...last, end: stretch.end };
    else kept.push(stretch);
  }
  return kept;
}

/** Makes each stretch that is shorter than `shortest` a part of the longer one beside it. They lie side by side. */
export function withoutShort<Kind>(stretches: readonly Stretch<Kind>[], shortest: number): Stretch<Kind>[] {
  const kept: Stretch<Kind>[] = [];
  let start: number | undefined;
  for (const [index, stretch] of stretches.entries()) {
    const grown = start === undefined ? stretch : { ...stretch, start };
    start = undefined;
    const last = kept.at(-1);
    const next = stretches[index + 1];
    const isShort = grown.end - grown.start < shortest;
    if (!isShort || (!last && !next)) kept.push(grown);
    else if (!last || (next && lengthOf(next) > lengthOf(last))) start = grown.start;
    else kept[kept.length - 1] = { ...last, end: grown.end };
  }
  return joined(kept);
}

const lengthOf = ({ start, end }: Range): number => end - start;
