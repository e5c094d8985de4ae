import { NumberList } from '../../lib/number-list.ts';
import type { RowChanges, SeenRows } from '../history/seen-rows.ts';
import type { Emulator } from '../terminal/emulator.ts';
import { lineEnd, lineText } from './screen-lines.ts';

/** A state of the screen: after `position` events, from `time` on, `until` something is told again. In microseconds. */
export interface Moment {
  readonly position: number;
  readonly time: number;
  readonly until: number;
}

export interface TextIndexLimits {
  readonly maxCharacters: number;
  readonly maxIntervals: number;
}

/** Some hundred megabytes at most. A session of an hour and a half takes a hundredth of that. */
const LIMITS: TextIndexLimits = { maxCharacters: 64_000_000, maxIntervals: 4_000_000 };

/** Faster than this nobody reads: of the states that stood for less, one in so long a time is looked at. */
const SAMPLE_MICROS = 1_000_000 / 60;

/** Text that is away for less was only drawn anew. */
export const MAX_BLINK_MICROS = 100_000;

/** In place of a sample: the text is still there. */
export const STILL_THERE = 0xffffffff;

/** In place of an interval or a text: none. */
export const NONE = 0xffffffff;

/** A line of text on the screen, as long as its rows stand as they were read. */
interface ShownLine {
  readonly text: number;
  /** How many of its rows are on the screen: those at the top may have moved out of it. */
  rows: number;
  /** One of its rows is another now. */
  isBroken: boolean;
}

/**
 * Which lines of text were on screen, from when to when. Rows that run on into each other are one line, and blanks at
 * its end do not count. Each text is kept once however often it was shown, and lines that only move stay the same.
 */
export class TextIndex {
  /** Positions at which the screen was looked at, ascending. Intervals begin and end at them, by their index. */
  readonly samples = new NumberList();
  readonly texts: string[] = [];
  /** One element an interval, in the order in which they begin. */
  readonly intervalTexts = new NumberList();
  readonly intervalStarts = new NumberList();
  readonly intervalEnds = new NumberList();
  /** The interval of the text that was replaced by this one's in its place, as when more is typed; `NONE` for none. */
  readonly intervalOrigins = new NumberList();

  readonly #limits: TextIndexLimits;
  readonly #numbers = new Map<string, number>();
  /** By text: how many lines have it now, and the interval that is open for that. */
  readonly #shown = new NumberList();
  readonly #open = new NumberList();
  #lines: (ShownLine | undefined)[] = [];
  /** By row: the text that was there when it was looked at. */
  readonly #origins: number[] = [];
  /** Texts that lines have got or lost since the sample before, and which text was in the place of each before. */
  readonly #moved = new Map<number, number>();
  #sampleTime = Number.NEGATIVE_INFINITY;
  #characters = 0;
  #isFull = false;

  constructor(limits = LIMITS) {
    this.#limits = limits;
  }

  /** Whether there was room for all that was seen so far. */
  get isComplete(): boolean {
    return !this.#isFull;
  }

  /** Takes up what stands on the screen, unless it stands for too short a time for anyone to see. */
  see(emulator: Emulator, seen: SeenRows, { position, time, until }: Moment): void {
    if (until - time < SAMPLE_MICROS && time - this.#sampleTime < SAMPLE_MICROS) return;
    const changes = this.#isFull ? undefined : seen.takeChanges();
    if (!changes) return;
    this.#sampleTime = time;
    this.#dropChanged(changes);
    this.#readLines(emulator);
    this.#settle(position);
  }

  /** Drops the lines of rows that are others now, and keeps in mind which text was in each row. */
  #dropChanged({ scrolled, isOther }: RowChanges): void {
    const rows = isOther.length;
    const lines = this.#lines;
    if (scrolled > 0) for (const line of lines.splice(0, Math.min(scrolled, lines.length))) this.#loseRow(line);
    while (lines.length > rows) this.#breakLine(lines.pop());
    while (lines.length < rows) lines.push(undefined);
    for (let row = 0; row < rows; row++) {
      const line = lines[row];
      this.#origins[row] = line ? line.text : NONE;
      if (isOther[row] === 0) continue;
      this.#breakLine(line);
      lines[row] = undefined;
    }
  }

  /** Reads every line that is not as it was. One that has lost its beginning at the top still is. */
  #readLines(emulator: Emulator): void {
    const lines = this.#lines;
    for (let row = 0; row < lines.length; ) {
      const end = lineEnd(emulator, row);
      if (!isWhole(lines, row, end)) {
        const text = this.#numberOf(lineText(emulator, row, end));
        const line = { text, rows: end - row, isBroken: false };
        for (let part = row; part < end; part++) {
          this.#breakLine(lines[part]);
          lines[part] = line;
        }
        this.#enter(text, this.#origins[row] as number);
      }
      row = end;
    }
  }

  #breakLine(line: ShownLine | undefined): void {
    if (line) line.isBroken = true;
    this.#loseRow(line);
  }

  #loseRow(line: ShownLine | undefined): void {
    if (!line) return;
    line.rows -= 1;
    if (line.rows > 0 || line.text === NONE) return;
    this.#shown.set(line.text, this.#shown.at(line.text) - 1);
    if (!this.#moved.has(line.text)) this.#moved.set(line.text, NONE);
  }

  #enter(text: number, origin: number): void {
    if (text === NONE) return;
    this.#shown.set(text, this.#shown.at(text) + 1);
    this.#moved.set(text, origin);
  }

  /** Begins and ends intervals: of texts that came or went as a whole, and not from one row to another. */
  #settle(position: number): void {
    const sample = this.samples.length;
    const opened: number[] = [];
    const closed = new Map<number, number>();
    for (const text of this.#moved.keys()) {
      const interval = this.#open.at(text);
      const isShown = this.#shown.at(text) > 0;
      if (isShown && interval === NONE) opened.push(text);
      if (isShown || interval === NONE) continue;
      this.intervalEnds.set(interval, sample);
      this.#open.set(text, NONE);
      closed.set(text, interval);
    }
    for (const text of opened) {
      this.#open.set(text, this.intervalTexts.length);
      this.intervalTexts.push(text);
      this.intervalStarts.push(sample);
      this.intervalEnds.push(STILL_THERE);
      this.intervalOrigins.push(closed.get(this.#moved.get(text) as number) ?? NONE);
    }
    this.#moved.clear();
    if (this.intervalTexts.length >= this.#limits.maxIntervals) this.#isFull = true;
    if (this.#isFull) this.#closeAll(sample);
    if (opened.length + closed.size > 0 || this.#isFull) this.samples.push(position);
  }

  #closeAll(sample: number): void {
    for (let interval = 0; interval < this.intervalEnds.length; interval++) {
      if (this.intervalEnds.at(interval) === STILL_THERE) this.intervalEnds.set(interval, sample);
    }
  }

  /** `NONE` for a line without text, and where there is no room for another one. */
  #numberOf(text: string): number {
    if (text === '') return NONE;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    if (this.#characters + text.length > this.#limits.maxCharacters) {
      this.#isFull = true;
      return NONE;
    }
    this.#characters += text.length;
    const number = this.texts.push(text) - 1;
    this.#numbers.set(text, number);
    this.#shown.push(0);
    this.#open.push(NONE);
    return number;
  }
}

/** Whether the rows in [from, to) are all that is on the screen of one line, as it was. */
function isWhole(lines: readonly (ShownLine | undefined)[], from: number, to: number): boolean {
  const line = lines[from];
  if (!line || line.isBroken || line.rows !== to - from) return false;
  for (let row = from + 1; row < to; row++) if (lines[row] !== line) return false;
  return true;
}
