import type { SourceTime } from '../../cast/time.ts';
import type { Range } from '../../lib/ranges.ts';
import { patternExpression } from '../../plan/pattern.ts';
import {
  DEFAULT_MASK,
  MAX_PATTERN_LENGTH,
  type RedactedPattern,
  type RedactedRect,
  type Redaction,
  WHOLE_RECORDING,
} from '../../plan/plan.ts';
import { BUILT_IN_PATTERNS } from './built-in-patterns.ts';
import { forEachMatch } from './matches.ts';

/** Text on the screen that somebody has marked. */
export interface MarkedText {
  /** The line that it is in, and where: what stands around it may say what it is. */
  readonly line: string;
  readonly start: number;
  readonly end: number;
  /** Where it stands on the screen. */
  readonly rect: RedactedRect;
  /** The time in which it stands there. */
  readonly seen: Range<SourceTime>;
}

/** Of a shorter text the shape is that of many others. */
const MIN_SHAPE = 8;

/**
 * A redaction that masks what was marked without saying what it is, since a plan is kept and passed on: by a built-in
 * pattern that finds it, or by its shape where that has both letters and digits, as few things but secrets have; else
 * by its place and time.
 */
export function redactionForSelection({ line, start, end, rect, seen }: MarkedText): Redaction {
  const text = line.slice(start, end);
  const from = start + (text.length - text.trimStart().length);
  const to = start + text.trimEnd().length;
  const patterns = from < to ? [...BUILT_IN_PATTERNS.map((builtIn) => builtIn.what), ...shapesOf(line.slice(from, to))] : [];
  const what = patterns.find((pattern) => covers(pattern, line, from, to));
  return what ? { ...WHOLE_RECORDING, what, with: DEFAULT_MASK } : { ...seen, what: rect, with: DEFAULT_MASK };
}

/** Whether a pattern finds what stands there: what it finds elsewhere in the line is no help. */
function covers(what: RedactedPattern, line: string, from: number, to: number): boolean {
  let isCovered = false;
  forEachMatch(line, patternExpression(what), (start, end) => {
    isCovered ||= start <= from && end >= to;
  });
  return isCovered;
}

/** Runs of characters of one kind, with their lengths: `key-A1` is three small letters, a hyphen, a capital and a digit. As a word, and as a part of one. */
function shapesOf(text: string): RedactedPattern[] {
  if (text.length < MIN_SHAPE || !/^[!-~]+$/.test(text) || !/[A-Za-z]/.test(text) || !/[0-9]/.test(text)) return [];
  const shape = Array.from(text.matchAll(/[a-z]+|[A-Z]+|[0-9]+|[^A-Za-z0-9]+/g), ([run]) => runShape(run)).join('');
  const word = `${/^[A-Za-z0-9]/.test(text) ? '(?<![A-Za-z0-9])' : ''}${shape}${/[A-Za-z0-9]$/.test(text) ? '(?![A-Za-z0-9])' : ''}`;
  return [word, shape]
    .filter(({ length }) => length <= MAX_PATTERN_LENGTH)
    .map((pattern) => ({ kind: 'pattern', pattern, ignoreCase: false }));
}

/** A single one of them only separates parts; more of them, or other signs, may be what makes a password. */
const SEPARATOR = /^[-_./:=]$/;

function runShape(run: string): string {
  if (SEPARATOR.test(run)) return run.replace(/[./]/, '\\$&');
  const kind = /[a-z]/.test(run) ? '[a-z]' : /[A-Z]/.test(run) ? '[A-Z]' : /[0-9]/.test(run) ? '[0-9]' : '[^\\sA-Za-z0-9]';
  return run.length === 1 ? kind : `${kind}{${run.length}}`;
}
