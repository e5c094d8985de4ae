import type { SourceTime } from '../cast/time.ts';
import type { Range } from '../lib/ranges.ts';

/**
 * The edit plan (contract: plan-format) as the program holds it: integer microseconds of source time, lists sorted
 * and free of overlaps, everything optional filled in. `parsePlan` makes one from JSON and is the only door.
 */
export interface Plan {
  /** The recording that the plan was made for. */
  readonly source?: PlanSource;
  /** Longest pause kept, in microseconds. `null`: no cap, and the header's limit goes too. Absent: the header is left alone. */
  readonly idleCapMicros?: number | null;
  readonly speedRegions: readonly SpeedRegion[];
  readonly cuts: readonly Cut[];
  readonly holds: readonly Hold[];
  /** When present, the full list of the result's markers. Absent: the recording's own are kept. */
  readonly markers?: readonly Marker[];
  /** Replaces the header's title. */
  readonly title?: string;
}

export interface PlanSource {
  readonly name?: string;
  readonly sha256?: string;
  readonly durationMicros?: number;
  readonly events?: number;
}

/** `drop`: as if never printed. `collapse`: everything printed at once. `jump`: the screen is repainted. */
export const CUT_MODES = ['drop', 'collapse', 'jump'] as const;
export type CutMode = (typeof CUT_MODES)[number];

export interface Cut extends Range<SourceTime> {
  readonly mode: CutMode;
}

export interface SpeedRegion extends Range<SourceTime> {
  /** Time inside runs this many times faster; below 1 is slower. */
  readonly factor: number;
}

export interface Hold {
  readonly at: SourceTime;
  readonly durationMicros: number;
}

export interface Marker {
  readonly time: SourceTime;
  readonly label: string;
}

export const MIN_FACTOR = 0.01;
export const MAX_FACTOR = 10_000;

export const EMPTY_PLAN: Plan = { speedRegions: [], cuts: [], holds: [] };
