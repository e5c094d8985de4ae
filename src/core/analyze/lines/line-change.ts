import { BAR, BETWEEN_DIGITS, BLANK, BLOCK, DIGIT, kindOf, LETTER } from './characters.ts';

/** What ticks in a line: a glyph that goes round, a number, a bar or a share. */
export type Tick = 'spinner' | 'counter' | 'progress';

/** How a line differs from the one whose place it took; `start` and `end` are where in the text what is new lies. */
export interface LineChange {
  /** `same`: but for blanks; `ticking`: but for what ticks; `grown`: with more; `shrunk`: with less; `other`: all else. */
  readonly kind: 'same' | 'ticking' | 'grown' | 'shrunk' | 'other';
  /** Of `ticking` only. */
  readonly tick: Tick | undefined;
  readonly start: number;
  readonly end: number;
  /** Most letters are those of the line before. */
  readonly isAkin: boolean;
}

/** A box for input that is full moves its text by so much a key at most. */
const MAX_SLIDE = 4;
/** Less text than this that comes back elsewhere in the line says nothing. */
const MIN_SLIDING = 8;

/** A unit of measurement has no more letters: `ms`, `min`, `MiB`. */
const MAX_UNIT = 3;

/**
 * Compares two lines by what a reader takes from them: their letters. Numbers with their units, signs, blanks, glyphs and
 * bars are what ticks. Where a number stands in a place that had none, it is news like a word.
 */
export function changeBetween(before: string, now: string): LineChange {
  const shorter = Math.min(before.length, now.length);
  let prefix = 0;
  while (prefix < shorter && before.charCodeAt(prefix) === now.charCodeAt(prefix)) prefix++;
  let suffix = 0;
  while (suffix < shorter - prefix && before.charCodeAt(before.length - 1 - suffix) === now.charCodeAt(now.length - 1 - suffix)) suffix++;
  // Not in the middle of a pair of surrogates.
  if (prefix > 0 && isLowSurrogate(now.charCodeAt(prefix))) prefix -= 1;
  if (suffix > 0 && isLowSurrogate(now.charCodeAt(now.length - suffix))) suffix -= 1;
  // Nor of a number: what follows one may be its unit.
  let from = prefix;
  while (from > 0 && isOfNumber(now.charCodeAt(from - 1))) from--;
  const [oldEnd, newEnd] = [before.length - suffix, now.length - suffix];
  if (haveSameLetters(before, oldEnd, now, newEnd, from)) {
    const isNumberNew = hasDigit(now, prefix, newEnd) && !hasDigit(before, from, Math.min(before.length, oldEnd + 1));
    if (isNumberNew) return { kind: 'grown', tick: undefined, start: from, end: newEnd, isAkin: true };
    const tick = tickBetween(before, oldEnd, now, newEnd, from);
    return { kind: tick ? 'ticking' : 'same', tick, start: from, end: from, isAkin: true };
  }
  if (nextLetter(now, prefix, newEnd) >= newEnd) return { kind: 'shrunk', tick: undefined, start: prefix, end: prefix, isAkin: true };
  if (nextLetter(before, prefix, oldEnd) >= oldEnd) return { kind: 'grown', tick: undefined, start: prefix, end: newEnd, isAkin: true };
  const slide = slideBetween(before, oldEnd, now, newEnd, prefix);
  if (slide > 0) return { kind: 'grown', tick: undefined, start: newEnd - slide, end: newEnd, isAkin: true };
  return { kind: 'other', tick: undefined, start: prefix, end: newEnd, isAkin: isMostlyOutside(now, prefix, newEnd) };
}

/** By how many characters the text from `from` on moved to the left, as in a box for input that is full; 0 where it is another. */
function slideBetween(before: string, oldEnd: number, now: string, newEnd: number, from: number): number {
  if (oldEnd - from < MIN_SLIDING || newEnd - from < MIN_SLIDING) return 0;
  for (let slide = 1; slide <= MAX_SLIDE; slide++) {
    const stayed = oldEnd - from - slide;
    if (newEnd - from <= stayed) continue;
    let same = 0;
    while (same < stayed && before.charCodeAt(from + slide + same) === now.charCodeAt(from + same)) same++;
    if (same === stayed) return newEnd - from - stayed;
  }
  return 0;
}

/** Whether at most half of the letters are in [from, to). Of the longer part no more are counted than tells. */
function isMostlyOutside(text: string, from: number, to: number): boolean {
  if ((to - from) * 2 > text.length) {
    const outside = countLetters(text, 0, from) + countLetters(text, to, text.length);
    return outside > 0 && countLetters(text, from, to, outside + 1) <= outside;
  }
  const within = countLetters(text, from, to);
  const before = countLetters(text, 0, from, within);
  return before >= within || before + countLetters(text, to, text.length, within - before) >= within;
}

function haveSameLetters(before: string, oldEnd: number, now: string, newEnd: number, from: number): boolean {
  let old = nextLetter(before, from, oldEnd);
  let at = nextLetter(now, from, newEnd);
  while (old < oldEnd && at < newEnd) {
    if (before.charCodeAt(old) !== now.charCodeAt(at)) return false;
    old = nextLetter(before, old + 1, oldEnd);
    at = nextLetter(now, at + 1, newEnd);
  }
  return old >= oldEnd && at >= newEnd;
}

/** Letters in [from, to) that belong to no number; more than `enough` are not counted. */
export function countLetters(text: string, from: number, to: number, enough = Number.POSITIVE_INFINITY): number {
  let count = 0;
  for (let at = from; at < to && count < enough; ) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind >= LETTER) count += 1;
    at = kind === DIGIT ? numberEnd(text, at) : at + 1;
  }
  return count;
}

/** The next letter in [from, to) that belongs to no number, or a place from `to` on where there is none. */
function nextLetter(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const unit = text.charCodeAt(at);
    if (isLetter(unit)) return at;
    at = isDigit(unit) ? numberEnd(text, at) : at + 1;
  }
  return at;
}

/** Past a number and the unit right behind it: `1.5k`, `12:30`, `937ms`. Letters that go on for longer are a word. */
export function numberEnd(text: string, from: number): number {
  let end = from;
  while (isOfNumber(text.charCodeAt(end))) end++;
  let unitEnd = end;
  while (unitEnd - end <= MAX_UNIT && isLetter(text.charCodeAt(unitEnd))) unitEnd++;
  return unitEnd - end <= MAX_UNIT ? unitEnd : end;
}

/** What of two lines with the same letters is not the same; undefined where only blanks and a cursor are. */
function tickBetween(before: string, oldEnd: number, now: string, newEnd: number, from: number): Tick | undefined {
  if (isCursorAt(now, from, newEnd, before.slice(from, oldEnd)) || isCursorAt(before, from, oldEnd, now.slice(from, newEnd)))
    return undefined;
  let old = nextGlyph(before, from, oldEnd);
  let at = nextGlyph(now, from, newEnd);
  while (old < oldEnd && at < newEnd && before.charCodeAt(old) === now.charCodeAt(at)) {
    old = nextGlyph(before, old + 1, oldEnd);
    at = nextGlyph(now, at + 1, newEnd);
  }
  const areGlyphsSame = old >= oldEnd && at >= newEnd;
  if (!areGlyphsSame && ((old < oldEnd && isBar(before.charCodeAt(old))) || (at < newEnd && isBar(now.charCodeAt(at))))) return 'progress';
  if (hasShare(now, from, newEnd)) return 'progress';
  if (!areGlyphsSame) return 'spinner';
  return hasDigit(now, from, newEnd) || hasDigit(before, from, oldEnd) ? 'counter' : undefined;
}

/** Whether all that [from, to) has and the other line has not is a block by itself: one beside others is a part of a bar. */
function isCursorAt(text: string, from: number, to: number, other: string): boolean {
  if (other.trim() !== '') return false;
  const at = nextGlyph(text, from, to);
  const isAlone = at < to && nextGlyph(text, at + 1, to) >= to && text.slice(from, to).trim().length === 1;
  return isAlone && isBlock(text.charCodeAt(at)) && !isBlock(text.charCodeAt(at - 1)) && !isBlock(text.charCodeAt(at + 1));
}

/** The next sign in [from, to) that belongs to no number, or a place from `to` on where there is none. */
function nextGlyph(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) at = numberEnd(text, at);
    else if (kindOf(unit) === BLANK || isLetter(unit)) at += 1;
    else return at;
  }
  return at;
}

/** Whether a number in [from, to) is a percentage. */
function hasShare(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (!isDigit(text.charCodeAt(at))) continue;
    at = numberEnd(text, at);
    if (text.charCodeAt(at) === PERCENT) return true;
  }
  return false;
}

function hasDigit(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isDigit(text.charCodeAt(at))) return true;
  return false;
}

const PERCENT = 0x25;

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

const isDigit = (unit: number): boolean => kindOf(unit) === DIGIT;

const isLetter = (unit: number): boolean => kindOf(unit) >= LETTER;

/** Digits, and what stands between them. */
const isOfNumber = (unit: number): boolean => kindOf(unit) === DIGIT || kindOf(unit) === BETWEEN_DIGITS;

const isBlock = (unit: number): boolean => kindOf(unit) === BLOCK;

const isBar = (unit: number): boolean => kindOf(unit) === BLOCK || kindOf(unit) === BAR;
