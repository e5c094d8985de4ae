import { type SourceTime, sourceTime } from '../../cast/time.ts';
import { SHORTEST_BRIDGE_MICROS } from './allot.ts';
import { type Played, withoutCrumbs } from './calm-window.ts';
import { type Gap, type GapPart, pacedMicros, paceFor, type Segment, slowness, worthOf } from './gap.ts';
import type { Stage } from './showing.ts';

/** A part of a gap, and how long it is to be played. */
export interface WantedPart extends GapPart, Played {}

/** Side by side, shorter parts would only flicker. */
const SHORTEST_PART_MICROS = 800_000;

interface GrowingPart {
  start: SourceTime;
  end: SourceTime;
  micros: number;
  wantedMicros: number;
  readonly segments: Segment[];
}

/**
 * A gap that is played for so long, faster where there is less to see, in parts that are neither too short to be seen nor to
 * be cut. Of silences the end is in them as far as there is time for it.
 */
export function pacedParts(gap: Gap, micros: number, stage: Stage): WantedPart[] {
  const { maxFactor, shortestCutMicros } = stage.settings;
  const pace = paceFor(micros, (tried) => pacedMicros(gap.totals, tried, maxFactor));
  const isLong = ({ wantedMicros, start, end }: GrowingPart) => wantedMicros >= SHORTEST_PART_MICROS && end - start >= shortestCutMicros;

  /** Stretches without silence, each in one part or more. */
  const runs: GrowingPart[][] = [];
  let position = Number.NaN;
  for (const segment of gap.segments) {
    const wantedMicros = segment.micros * slowness(segment, pace, maxFactor);
    if (worthOf(segment) === 0) {
      const silence = silentPart(segment, wantedMicros, stage);
      if (silence) runs.push([silence]);
      continue;
    }
    const part = { ...segment, wantedMicros, segments: [segment] };
    const run = position === segment.start ? runs.at(-1) : undefined;
    const last = run?.at(-1);
    if (run === undefined) runs.push([part]);
    else if (last === undefined || isLong(last)) run.push(part);
    else append(last, part);
    position = segment.end;
  }
  for (const run of runs) {
    const [before, last] = run.slice(-2);
    if (before === undefined || last === undefined || isLong(last)) continue;
    append(before, last);
    run.pop();
  }
  const parts = runs.flat().filter((part) => part.wantedMicros >= SHORTEST_BRIDGE_MICROS);
  takeInCrumbs(parts, gap, stage);
  return parts.map((part) => ({ ...part, highestFactor: maxFactor }));
}

/** What would be left beside parts and is too short for a cut is played with them. */
function takeInCrumbs(parts: readonly GrowingPart[], gap: Gap, { free, settings }: Stage): void {
  let before = gap.start;
  for (const [index, part] of parts.entries()) {
    const after = parts[index + 1]?.start ?? gap.end;
    if (part.start - before < settings.shortestCutMicros) part.start = before;
    if (after - part.end < settings.shortestCutMicros) part.end = after;
    part.micros = free.lengthOf(part.start, part.end);
    before = part.end;
  }
}

/** The end of a silence, or all of it if it can be played slowly enough. */
function silentPart(silence: Segment, wantedMicros: number, { free, settings }: Stage): GrowingPart | undefined {
  if (wantedMicros < SHORTEST_PART_MICROS) return undefined;
  const { start, end } = silence;
  const latest = sourceTime(Math.max(start, free.before(end, wantedMicros * settings.maxFactor)));
  const range = withoutCrumbs({ start: latest, end }, silence, settings.shortestCutMicros);
  const segment = { ...silence, ...range, micros: free.lengthOf(range.start, range.end) };
  return range.start < range.end ? { ...segment, wantedMicros: Math.min(wantedMicros, segment.micros), segments: [segment] } : undefined;
}

function append(part: GrowingPart, next: GrowingPart): void {
  part.end = next.end;
  part.micros += next.micros;
  part.wantedMicros += next.wantedMicros;
  part.segments.push(...next.segments);
}
