import { MAX_MICROS, type SourceTime, sourceTime } from '../cast/time.ts';
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
  /** What must not be seen. They are carried out on the recording, before anything else is done with the plan. */
  readonly redactions: readonly Redaction[];
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

/** Masks what was on screen at some time in its range; every place that it came from is masked, whenever that was written. */
export interface Redaction extends Range<SourceTime> {
  readonly what: RedactedPattern | RedactedRect;
  /** Stands for each masked column: one character, one column wide. */
  readonly with: string;
}

/** Whatever a regular expression with the flag `u` finds. */
export interface RedactedPattern {
  readonly kind: 'pattern';
  readonly pattern: string;
  readonly ignoreCase: boolean;
}

/** A part of the screen. Rows and columns are counted from 1, as terminals do. */
export interface RedactedRect {
  readonly kind: 'rect';
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

export const MAX_PATTERN_LENGTH = 1000;

/** Of a title and of a label. What people see of a plan is bounded; nobody writes longer ones by hand. */
export const MAX_TEXT_LENGTH = 10_000;

export const DEFAULT_MASK = '█';

/** The range of a redaction that names none. */
export const WHOLE_RECORDING: Range<SourceTime> = { start: sourceTime(0), end: sourceTime(MAX_MICROS) };

export const MIN_FACTOR = 0.01;
export const MAX_FACTOR = 10_000;

export const EMPTY_PLAN: Plan = { speedRegions: [], cuts: [], holds: [], redactions: [] };
