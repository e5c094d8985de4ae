import * as v from 'valibot';
import { microsToSeconds } from '../cast/time.ts';
import { jsonErrorPlace } from '../lib/json-syntax.ts';
import { nearestWord } from '../lib/nearest-word.ts';
import { overlaps, type Range } from '../lib/ranges.ts';
import { patternFault } from './pattern.ts';
import { type Cut, type Plan, type PlanSource, type Redaction, WHOLE_RECORDING } from './plan.ts';
import { PlanError } from './plan-error.ts';
import { KNOWN_KEYS, PLAN_VERSION, type PlanDocument, planSchema } from './plan-schema.ts';

/** Reads a plan from the text of a file; a byte order mark is passed over. Throws `PlanError` on everything that plan-format §2 refuses. */
export function parsePlan(text: string): Plan {
  const json = text.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    if (error instanceof RangeError) throw new PlanError('', 'nested deeper than any plan');
    if (!(error instanceof SyntaxError)) throw error;
    const place = jsonErrorPlace(json);
    throw new PlanError('', place === undefined ? 'not JSON' : `not JSON: the error is at line ${place.line}, column ${place.column}`);
  }
  return planFromJson(value);
}

/** The same for a value that has been parsed already. Throws `PlanError`. */
export function planFromJson(value: unknown): Plan {
  refuseNewerVersion(value);
  const result = v.safeParse(planSchema, value);
  if (!result.success) throw describeIssue(result.issues);
  return planFromDocument(result.output);
}

/** Before the rest is looked at: a later version may have keys that mean nothing here. */
function refuseNewerVersion(value: unknown): void {
  if (typeof value !== 'object' || value === null || !('version' in value)) return;
  const { version } = value;
  if (typeof version === 'number' && version > PLAN_VERSION) {
    throw new PlanError('version', `the plan has version ${version}, the highest that can be read is ${PLAN_VERSION}`);
  }
}

function planFromDocument(document: PlanDocument): Plan {
  const { source, idle_cap: idleCapMicros, speed_regions = [], cuts = [], holds = [], markers, title, redactions = [] } = document;
  const speedRegions = located('speed_regions', speed_regions);
  refuseEmptyRanges(speedRegions);
  refuseOverlaps(speedRegions, () => true);
  const locatedCuts = located('cuts', cuts);
  refuseEmptyRanges(locatedCuts);
  refuseOverlaps(locatedCuts, (one, other) => one.mode !== other.mode);
  return {
    ...(source !== undefined && { source: planSource(source) }),
    ...(idleCapMicros !== undefined && { idleCapMicros }),
    speedRegions: speedRegions.map(({ item }) => item),
    cuts: mergeOverlapping(locatedCuts.map(({ item }) => item)),
    holds: holds.map(({ at, duration }) => ({ at, durationMicros: duration })).sort((one, other) => one.at - other.at),
    ...(markers !== undefined && { markers: markers.toSorted((one, other) => one.time - other.time) }),
    ...(title !== undefined && { title }),
    redactions: planRedactions(redactions),
  };
}

function planRedactions(documents: NonNullable<PlanDocument['redactions']>): Redaction[] {
  const redactions = documents.map((document, index) => {
    const { start, end } = { ...WHOLE_RECORDING, ...document };
    return { start, end, what: redactedPlace(document, `redactions[${index}]`), with: document.with };
  });
  const sorted = located('redactions', redactions);
  refuseEmptyRanges(sorted);
  return sorted.map(({ item }) => item);
}

type RedactionDocument = NonNullable<PlanDocument['redactions']>[number];

function redactedPlace({ pattern, rect, ignore_case: ignoreCase }: RedactionDocument, path: string): Redaction['what'] {
  if ((pattern === undefined) === (rect === undefined)) {
    throw new PlanError(path, rect === undefined ? 'must have a pattern or a rect' : 'has a pattern and a rect, of which it must have one');
  }
  if (rect !== undefined) {
    if (ignoreCase !== undefined) throw new PlanError(`${path}.ignore_case`, 'goes with a pattern only');
    return { kind: 'rect', ...rect };
  }
  const what = { kind: 'pattern', pattern: pattern as string, ignoreCase: ignoreCase ?? false } as const;
  const fault = patternFault(what);
  if (fault !== undefined) throw new PlanError(`${path}.pattern`, `${fault}, is ${describeValue(what.pattern)}`);
  return what;
}

function planSource({ duration, ...rest }: NonNullable<PlanDocument['source']>): PlanSource {
  return { ...rest, ...(duration !== undefined && { durationMicros: duration }) };
}

/** A range with its place in the document, since sorting would lose it and messages name it. */
interface Located<R extends Range> {
  readonly path: string;
  readonly item: R;
}

function located<R extends Range>(key: string, items: readonly R[]): Located<R>[] {
  const all = items.map((item, index) => ({ path: `${key}[${index}]`, item }));
  return all.sort((one, other) => one.item.start - other.item.start || one.item.end - other.item.end);
}

function refuseEmptyRanges(ranges: readonly Located<Range>[]): void {
  for (const { path, item } of ranges) {
    if (item.end > item.start) continue;
    throw new PlanError(`${path}.end`, `must be after the start ${microsToSeconds(item.start)}, is ${microsToSeconds(item.end)}`);
  }
}

/** Takes the ranges by their starts and keeps those that are still open to compare the next one with. */
function refuseOverlaps<R extends Range>(sorted: readonly Located<R>[], mustKeepClear: (one: R, other: R) => boolean): void {
  let open: Located<R>[] = [];
  for (const current of sorted) {
    const clash = open.find(({ item }) => overlaps(item, current.item) && mustKeepClear(item, current.item));
    if (clash) throw new PlanError(current.path, `${describeRange(current.item)} overlaps ${clash.path}, ${describeRange(clash.item)}`);
    // Of those that may overlap, the one that reaches furthest stands for all.
    const rival = open.find(({ item }) => item.end > current.item.start);
    if (!rival || rival.item.end < current.item.end) open = [current];
    else open = [rival];
  }
}

const describeRange = ({ start, end }: Range): string => `${microsToSeconds(start)}…${microsToSeconds(end)}`;

/**
 * Cuts that overlap have the same mode by now and become one. Those that only touch stay apart: by plan-format §2
 * they do not overlap, and in the editor they are two entries that can be dragged away from each other again.
 */
function mergeOverlapping(sorted: readonly Cut[]): Cut[] {
  const merged: Cut[] = [];
  for (const cut of sorted) {
    const last = merged.at(-1);
    if (last && overlaps(last, cut)) merged[merged.length - 1] = cut.end > last.end ? { ...last, end: cut.end } : last;
    else merged.push(cut);
  }
  return merged;
}

type Issue = v.BaseIssue<unknown>;

/** An unknown key goes first: it is often the reason why another one is missing. */
function describeIssue(issues: readonly [Issue, ...Issue[]]): PlanError {
  const issue = issues.find(isUnknownKey) ?? issues[0];
  const path = pathOf(issue);
  if (isUnknownKey(issue)) return describeUnknownKey(path, issue);
  if (issue.type === 'strict_object') return new PlanError(path, 'is missing');
  return new PlanError(path, `${issue.message}, is ${describeValue(issue.input)}`);
}

const isUnknownKey = (issue: Issue): boolean => issue.type === 'strict_object' && issue.expected === 'never';

function describeUnknownKey(path: string, issue: Issue): PlanError {
  const parent = issue.path?.slice(0, -1).findLast(({ key }) => typeof key === 'string');
  const nearest = nearestWord(String(issue.input).slice(0, MAX_QUOTED), KNOWN_KEYS.get(String(parent?.key ?? '')) ?? []);
  return new PlanError(path, `unknown key, the nearest known one is ${nearest}`);
}

/** `speed_regions[2].factor`. A key that is no plain word is quoted. */
function pathOf(issue: Issue): string {
  const steps = (issue.path ?? []).map(({ key }) => {
    if (typeof key === 'number') return `[${key}]`;
    const name = String(key);
    if (name.length > MAX_QUOTED) return `[${JSON.stringify(name.slice(0, MAX_QUOTED))}…]`;
    return /^\w+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
  });
  return steps.join('').replace(/^\./, '');
}

const MAX_QUOTED = 60;

/** JSON where it is short, as the author wrote it; numbers that JSON has not are named. */
function describeValue(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  const json = JSON.stringify(typeof value === 'string' ? value.slice(0, MAX_QUOTED + 1) : value) ?? typeof value;
  return json.length <= MAX_QUOTED ? json : `${json.slice(0, MAX_QUOTED)}…`;
}
