import * as v from 'valibot';
import { MAX_TERMINAL_SIDE } from '../cast/terminal-size.ts';
import { MAX_MICROS, microsToSeconds, type SourceTime, secondsToMicros, sourceTime } from '../cast/time.ts';
import { CUT_MODES, DEFAULT_MASK, MAX_FACTOR, MAX_PATTERN_LENGTH, MAX_TEXT_LENGTH, MIN_FACTOR } from './plan.ts';

/**
 * The shape of the JSON document (plan-format §2): types, ranges of single numbers, known keys. What takes more than
 * one value to judge (an end before its start, overlaps) is judged in parse-plan.ts. Messages complete the sentence
 * "PATH: …, is VALUE".
 */
const MAX_SECONDS = microsToSeconds(MAX_MICROS);

const finiteNumber = v.pipe(v.number('must be a number'), v.finite('must be finite'));

const text = v.pipe(v.string('must be a text'), v.maxLength(MAX_TEXT_LENGTH, `must have at most ${MAX_TEXT_LENGTH} characters`));

const micros = v.pipe(
  finiteNumber,
  v.minValue(0, 'must not be negative'),
  v.maxValue(MAX_SECONDS, `must be at most ${MAX_SECONDS}`),
  v.transform(secondsToMicros),
);

/** A length that is nothing once rounded would say one thing and do another. */
const positiveMicros = v.pipe(micros, v.minValue(1, 'must be at least a microsecond'));

const instant = v.pipe(
  micros,
  v.transform((value): SourceTime => sourceTime(value)),
);

const factorRange = `must be from ${MIN_FACTOR} to ${MAX_FACTOR}`;
const factor = v.pipe(finiteNumber, v.minValue(MIN_FACTOR, factorRange), v.maxValue(MAX_FACTOR, factorRange));

const mode = v.picklist(CUT_MODES, `must be one of ${CUT_MODES.map((name) => `"${name}"`).join(', ')}`);

const cellRange = `must be from 1 to ${MAX_TERMINAL_SIDE}`;

/**
 * Characters that take one column wherever recordings are shown: printable ones of Latin scripts, points and quotes,
 * arrows, signs of mathematics, lines, blocks, shapes and braille patterns. Listed, so that no two engines disagree.
 */
const MASK = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u2500-\u25fc\u2800-\u28ff]$/;
const maskRule = `must be one character that takes one column, such as "${DEFAULT_MASK}" or "*"`;

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object of known keys only. Valibot takes an array for an object; a plan's author never means that. */
const record = <const E extends v.ObjectEntries>(entries: E) =>
  v.pipe(v.custom<object>(isRecord, 'must be an object'), v.strictObject(entries));

const list = <S extends v.GenericSchema>(item: S) => v.array(item, 'must be a list');

const speedRegionEntries = { start: instant, end: instant, factor };
const cutEntries = { start: instant, end: instant, mode: v.optional(mode, 'drop') };
const holdEntries = { at: instant, duration: positiveMicros };
const markerEntries = { time: instant, label: text };

const wholeNumber = v.pipe(finiteNumber, v.integer('must be a whole number'));

const cell = v.pipe(wholeNumber, v.minValue(1, cellRange), v.maxValue(MAX_TERMINAL_SIDE, cellRange));
const rectEntries = { row: cell, col: cell, rows: cell, cols: cell };
const redactionEntries = {
  pattern: v.exactOptional(
    v.pipe(v.string('must be a text'), v.maxLength(MAX_PATTERN_LENGTH, `must have at most ${MAX_PATTERN_LENGTH} characters`)),
  ),
  ignore_case: v.exactOptional(v.boolean('must be true or false')),
  rect: v.exactOptional(record(rectEntries)),
  start: v.exactOptional(instant),
  end: v.exactOptional(instant),
  with: v.optional(v.pipe(v.string(maskRule), v.regex(MASK, maskRule)), DEFAULT_MASK),
};

/** The short forms are read and never written. */
const speedRegionTuple = v.pipe(
  v.strictTuple([instant, instant, factor], 'must be [start, end, factor]'),
  v.transform(([start, end, factor]) => ({ start, end, factor })),
);
const cutTuple = v.pipe(
  v.strictTuple([instant, instant], 'must be [start, end]'),
  v.transform(([start, end]) => ({ start, end, mode: 'drop' as const })),
);

const speedRegionObject = record(speedRegionEntries);
const cutObject = record(cutEntries);

/** Chosen by looking, and not by `v.union`, which could only say that neither form fits. */
const speedRegion = v.lazy((input) => (Array.isArray(input) ? speedRegionTuple : speedRegionObject));
const cut = v.lazy((input) => (Array.isArray(input) ? cutTuple : cutObject));

const sourceEntries = {
  name: v.exactOptional(text),
  sha256: v.exactOptional(text),
  duration: v.exactOptional(micros),
  events: v.exactOptional(v.pipe(wholeNumber, v.minValue(0, 'must not be negative'))),
};

export const PLAN_VERSION = 1;

const planEntries = {
  version: v.exactOptional(v.literal(PLAN_VERSION, `must be ${PLAN_VERSION}`)),
  source: v.exactOptional(record(sourceEntries)),
  idle_cap: v.exactOptional(v.nullable(positiveMicros)),
  speed_regions: v.exactOptional(list(speedRegion)),
  cuts: v.exactOptional(list(cut)),
  holds: v.exactOptional(list(record(holdEntries))),
  markers: v.exactOptional(list(record(markerEntries))),
  title: v.exactOptional(text),
  redactions: v.exactOptional(list(record(redactionEntries))),
};

export const planSchema = record(planEntries);

/** The keys that the object under a key may have, or each object of the list there; those of the document itself under the empty key. */
export const KNOWN_KEYS: ReadonlyMap<string, readonly string[]> = new Map([
  ['', Object.keys(planEntries)],
  ['source', Object.keys(sourceEntries)],
  ['speed_regions', Object.keys(speedRegionEntries)],
  ['cuts', Object.keys(cutEntries)],
  ['holds', Object.keys(holdEntries)],
  ['markers', Object.keys(markerEntries)],
  ['redactions', Object.keys(redactionEntries)],
  ['rect', Object.keys(rectEntries)],
]);

/** The document after the schema: instants are integer microseconds, keys still as the file spells them. */
export type PlanDocument = v.InferOutput<typeof planSchema>;
