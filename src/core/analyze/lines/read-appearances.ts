import { finished } from '../../lib/finished.ts';
import { NONE, type TextIndex } from '../../screen/search/text-index.ts';
import type { SeenRecording } from '../analyze.ts';
import { type AppearanceColumns, Appearances, NOVELTIES, TICKS } from './appearances.ts';
import { DIGIT, kindOf } from './characters.ts';
import { changeBetween, countLetters, type LineChange, type Tick } from './line-change.ts';
import { digestsOf } from './line-digests.ts';
import { countWords } from './reading-time.ts';

/*
 * What was tried to tell news from what only moves, with all else as it is. How much of the waiting was found, and how much
 * of what was taken for news is: in the labelled recordings of the tests, and in the generated session with an agent.
 *
 *     what is printed, less pieces of up to 60 characters with a spinner's glyph    0.89 0.80    0.91 0.68
 *     texts that were never seen before                                             0.84 0.74    0.29 0.21
 *     the same, whatever their digits                                               0.87 0.78    0.99 0.91
 *     what is done here                                                             0.99 0.95    1.00 1.00
 *
 * Monitors, boxes that are drawn anew for each key and screens that are painted again print as much as news do. Every
 * state of a counter is a text of its own; but without digits a log whose lines differ by numbers is nothing new after its
 * first line (of the session's news 0.47 were found, and 0.95 are here). So a line is compared with the one whose place it
 * took (line-change.ts), and what has ticked a few times is known where it moves, stops, and comes back.
 */

const [NEW, GROWN, AGAIN, TICKING] = NOVELTIES.map((_, number) => number) as [number, number, number, number];

/** Text that was away for so long is only drawn anew; after that it is what a viewer may want to read again. */
const MAX_AWAY_MICROS = 5_000_000;

/** Where so many lines come at once and half of them were there at any time, a screen is restored. */
const MIN_RESTORED = 3;

/** A line that has ticked so often is known: it ticks wherever it comes back, also with another verb. */
const KNOWN_TICKS = 3;

/** What stands for longer does not tick any more, or not yet: it is there to be read. */
const MAX_TICK_MICROS = 1_500_000;

/** More is printed only where nobody would know a line again. */
const MAX_WORDINGS = 4096;

/** So many take a few milliseconds. */
const STEP = 1024;
const FOLLOWING_STEP = 131_072;

const NONE_REPLACED: ReadonlyMap<number, number> = new Map();

/** What every line that appeared is to a viewer, in steps that yield how many are done. */
export const readingAppearances = (seen: Pick<SeenRecording, 'texts' | 'recording'>): Generator<number, Appearances, void> =>
  new Pass(seen).run();

/** The same at a go. */
export const readAppearances = (seen: Pick<SeenRecording, 'texts' | 'recording'>): Appearances => finished(readingAppearances(seen));

/** Goes over the lines in the order in which they appeared, and keeps in mind what was there. */
class Pass {
  readonly #index: TextIndex;
  readonly #columns: AppearanceColumns;
  /** Over the columns as far as they are filled. */
  readonly #seen: Appearances;
  /** By text: the last interval that it had so far. */
  readonly #lastIntervals: Uint32Array;
  /** Digests of the letters of lines that tick. */
  readonly #knownTickers = new Set<number>();
  /** By the digest of its wording: the last appearance of a line. Those that were new last, and those before them. */
  #wordings = new Map<number, number>();
  #olderWordings = new Map<number, number>();

  constructor({ texts, recording }: Pick<SeenRecording, 'texts' | 'recording'>) {
    const { length } = texts.intervalTexts;
    this.#index = texts;
    this.#columns = {
      novelties: new Uint8Array(length),
      ticks: new Uint8Array(length),
      tickCounts: new Uint8Array(length),
      newWords: new Uint16Array(length),
      newStarts: new Uint16Array(length),
      newEnds: new Uint16Array(length),
      lastSamples: texts.intervalEnds.view.slice(),
    };
    this.#seen = new Appearances(texts, recording.events, this.#columns);
    this.#lastIntervals = new Uint32Array(texts.texts.length).fill(NONE);
  }

  /** In steps that yield how many lines are done. */
  *run(): Generator<number, Appearances, void> {
    const { intervalStarts } = this.#index;
    let lastYield = 0;
    for (let from = 0; from < this.#seen.length; ) {
      let to = from + 1;
      while (to < this.#seen.length && intervalStarts.at(to) === intervalStarts.at(from)) to++;
      this.#decideTogether(from, to);
      if (to - lastYield >= STEP) {
        lastYield = to;
        yield to;
      }
      from = to;
    }
    yield* this.#followLines();
    return this.#seen;
  }

  /** From the last to the first: what takes a line's place is known before it. */
  *#followLines(): Generator<number, void, void> {
    for (let index = this.#seen.length - 1; index >= 0; index--) {
      if (index % FOLLOWING_STEP === 0 && index > 0) yield this.#seen.length;
      const origin = this.#seen.originOf(index);
      if (origin < 0 || this.#columns.novelties[index] === NEW) continue;
      this.#columns.lastSamples[origin] = Math.max(this.#columns.lastSamples[origin] as number, this.#columns.lastSamples[index] as number);
    }
  }

  /** Of lines that appeared at the same time. */
  #decideTogether(from: number, to: number): void {
    const isRestored = this.#isRestored(from, to);
    let replaced: ReadonlyMap<number, number> | undefined;
    for (let index = from; index < to; index++) {
      const origin = this.#seen.originOf(index);
      const change = origin < 0 ? undefined : changeBetween(this.#seen.textAt(origin), this.#seen.textAt(index));
      if (change && this.#ticksInPlace(index, origin, change)) continue;
      if (this.#wasThere(index, isRestored)) {
        this.#columns.novelties[index] = AGAIN;
        continue;
      }
      replaced ??= this.#replacedTickers(from, to);
      this.#decideNews(index, change, replaced);
    }
    for (let index = from; index < to; index++) this.#lastIntervals[this.#index.intervalTexts.at(index)] = index;
  }

  #isRestored(from: number, to: number): boolean {
    if (to - from < MIN_RESTORED) return false;
    let known = 0;
    for (let index = from; index < to; index++) if (this.#lastIntervals[this.#index.intervalTexts.at(index)] !== NONE) known += 1;
    return known * 2 >= to - from;
  }

  #wasThere(index: number, isRestored: boolean): boolean {
    const last = this.#lastIntervals[this.#index.intervalTexts.at(index)] as number;
    return last !== NONE && (isRestored || this.#seen.startOf(index) - this.#seen.endOf(last) <= MAX_AWAY_MICROS);
  }

  #ticksInPlace(index: number, origin: number, change: LineChange): boolean {
    const isKnown =
      (this.#columns.tickCounts[origin] as number) >= KNOWN_TICKS &&
      this.#seen.startOf(index) - this.#seen.startOf(origin) <= MAX_TICK_MICROS;
    if (change.kind === 'same') this.#columns.novelties[index] = AGAIN;
    else if (change.kind === 'ticking') this.#setTicking(index, origin, change.tick as Tick);
    // Another verb beside the glyph, or more numbers with their names.
    else if (isKnown && this.#isMostlySame(origin, index, change))
      this.#setTicking(index, origin, TICKS[this.#columns.ticks[origin] as number] as Tick);
    else return false;
    return true;
  }

  #isMostlySame(origin: number, index: number, { start, end }: LineChange): boolean {
    const [before, now] = [this.#seen.textAt(origin), this.#seen.textAt(index)];
    const letters = countLetters(now, 0, now.length);
    const kept = letters - countLetters(now, start, end);
    return kept * 2 >= Math.max(letters, countLetters(before, 0, before.length));
  }

  #decideNews(index: number, change: LineChange | undefined, replaced: ReadonlyMap<number, number>): void {
    const text = this.#seen.textAt(index);
    const { letters, wording, words } = digestsOf(text);
    const moved = replaced.get(letters);
    if (letters !== 0 && moved !== undefined) this.#setTicking(index, moved, TICKS[this.#columns.ticks[moved] as number] as Tick);
    else if (this.#knownTickers.has(letters)) this.#setTicking(index, -1, 'spinner');
    else if (this.#isReworded(index, wording)) this.#columns.novelties[index] = AGAIN;
    else this.#setNews(index, text, words, change);
  }

  /** Whether the same words stood elsewhere until now, or still do: they were sent from a box, or the window has another size. */
  #isReworded(index: number, wording: number): boolean {
    if (wording === 0) return false;
    const last = this.#wordings.get(wording) ?? this.#olderWordings.get(wording);
    this.#wordings.set(wording, index);
    if (this.#wordings.size >= MAX_WORDINGS) {
      this.#olderWordings = this.#wordings;
      this.#wordings = new Map();
    }
    return last !== undefined && this.#seen.startOf(index) - this.#seen.endOf(last) <= MAX_AWAY_MICROS;
  }

  #setNews(index: number, text: string, words: number, change: LineChange | undefined): void {
    if (change?.kind === 'shrunk') {
      this.#columns.novelties[index] = AGAIN;
      return;
    }
    if (!change?.isAkin) {
      this.#columns.novelties[index] = NEW;
      this.#columns.newEnds[index] = text.length;
      this.#columns.newWords[index] = words;
      return;
    }
    const { start, end } = change;
    this.#columns.novelties[index] = GROWN;
    this.#columns.newStarts[index] = start;
    this.#columns.newEnds[index] = end;
    // A word that goes on was counted when it began.
    const goesOn = start > 0 && kindOf(text.charCodeAt(start - 1)) >= DIGIT && kindOf(text.charCodeAt(start)) >= DIGIT;
    this.#columns.newWords[index] = Math.max(0, countWords(text.slice(start, end)) - (goesOn ? 1 : 0));
  }

  #setTicking(index: number, origin: number, tick: Tick): void {
    const count = origin < 0 ? 1 : Math.min(255, (this.#columns.tickCounts[origin] as number) + 1);
    this.#columns.novelties[index] = TICKING;
    this.#columns.ticks[index] = TICKS.indexOf(tick);
    this.#columns.tickCounts[index] = count;
    if (count === 2) this.#retractRoot(origin, tick);
    if (count === KNOWN_TICKS) this.#know(index);
  }

  #know(index: number): void {
    const { letters } = digestsOf(this.#seen.textAt(index));
    if (letters !== 0) this.#knownTickers.add(letters);
  }

  /** What has begun to tick soon after it came was nothing to be read either. */
  #retractRoot(second: number, tick: Tick): void {
    const root = this.#seen.originOf(second);
    if (root < 0 || this.#seen.startOf(second) - this.#seen.startOf(root) > MAX_TICK_MICROS) return;
    this.#columns.novelties[root] = TICKING;
    this.#columns.ticks[root] = TICKS.indexOf(tick);
    this.#columns.newWords[root] = 0;
    this.#columns.newEnds[root] = this.#columns.newStarts[root] as number;
  }

  /** The lines whose places others took at a time, by their letters: of monitors that sort their rows anew, and of spinners that move down. */
  #replacedTickers(from: number, to: number): ReadonlyMap<number, number> {
    let replaced: Map<number, number> | undefined;
    for (let index = from; index < to; index++) {
      const origin = this.#seen.originOf(index);
      if (origin < 0 || this.#columns.novelties[index] === TICKING || this.#columns.tickCounts[origin] === 0) continue;
      replaced ??= new Map();
      replaced.set(digestsOf(this.#seen.textAt(origin)).letters, origin);
    }
    return replaced ?? NONE_REPLACED;
  }
}
