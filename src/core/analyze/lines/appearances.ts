import type { EventColumns } from '../../cast/recording.ts';
import type { SourceTime } from '../../cast/time.ts';
import type { Range } from '../../lib/ranges.ts';
import { sampleTimes } from '../../screen/search/search.ts';
import { NONE, type TextIndex } from '../../screen/search/text-index.ts';
import type { Tick } from './line-change.ts';

/**
 * What a line of text that appears on the screen is to a viewer:
 * `new` – text to be read;
 * `grown` – the line that was in its place with more at its end, or changed within: `newText` is what came;
 * `again` – it was there a while ago: the same text drawn anew;
 * `ticking` – the line in its place, but for numbers, a spinner's glyph or a bar.
 */
export type Novelty = 'new' | 'grown' | 'again' | 'ticking';

/** A line of text and when it stood on the screen: an interval of the text index, with what it means to a viewer. */
export interface Appearance extends Range<SourceTime> {
  readonly text: string;
  readonly novelty: Novelty;
  /** Of `ticking` only: what does. */
  readonly tick?: Tick;
  /** What nobody has read before: all of a new line, the rest of a grown one, nothing of the others. */
  readonly newText: string;
  /** Words in `newText`: none where it goes on with a word that was there. */
  readonly newWords: number;
  /** The appearance in its place before, by its index; −1 for none. */
  readonly origin: number;
}

/** Novelties and ticks by their numbers in the columns. */
export const NOVELTIES = ['new', 'grown', 'again', 'ticking'] as const satisfies readonly Novelty[];
export const TICKS = ['spinner', 'counter', 'progress'] as const satisfies readonly Tick[];

const TICKING = NOVELTIES.indexOf('ticking');

/** One element an interval of the text index. */
export interface AppearanceColumns {
  readonly novelties: Uint8Array;
  readonly ticks: Uint8Array;
  /** How often a line has ticked up to here, in its place; 255 stands for more. */
  readonly tickCounts: Uint8Array;
  readonly newWords: Uint16Array;
  /** Where in the text what is new lies: texts have at most 8,192 characters. */
  readonly newStarts: Uint16Array;
  readonly newEnds: Uint16Array;
  /** The sample at which the line is gone that this is a state of. */
  readonly lastSamples: Uint32Array;
}

/** All the lines that appeared, in the order in which they did. Kept as columns: a long recording has a million. */
export class Appearances {
  readonly #index: TextIndex;
  readonly #timeOf: (sample: number) => SourceTime;
  readonly #columns: AppearanceColumns;

  constructor(index: TextIndex, events: EventColumns, columns: AppearanceColumns) {
    this.#index = index;
    this.#timeOf = sampleTimes(index, events);
    this.#columns = columns;
  }

  get length(): number {
    return this.#columns.novelties.length;
  }

  /** Of an index that there is, as all below. */
  at(index: number): Appearance {
    const text = this.textAt(index);
    const tick = this.tickOf(index);
    return {
      start: this.startOf(index),
      end: this.endOf(index),
      text,
      novelty: this.noveltyOf(index),
      ...(tick && { tick }),
      newText: this.newTextOf(index),
      newWords: this.newWordsOf(index),
      origin: this.originOf(index),
    };
  }

  *[Symbol.iterator](): Generator<Appearance, void> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }

  startOf(index: number): SourceTime {
    return this.#timeOf(this.#index.intervalStarts.at(index));
  }

  endOf(index: number): SourceTime {
    return this.#timeOf(this.#index.intervalEnds.at(index));
  }

  /** When what came with it is gone: a line that only grows, ticks or is drawn anew in its place keeps it. */
  goneAt(index: number): SourceTime {
    return this.#timeOf(this.#columns.lastSamples[index] as number);
  }

  textAt(index: number): string {
    return this.#index.texts[this.#index.intervalTexts.at(index)] as string;
  }

  newTextOf(index: number): string {
    return this.textAt(index).slice(this.#columns.newStarts[index], this.#columns.newEnds[index]);
  }

  /** How long the stretch is that what is new lies in. */
  newLengthOf(index: number): number {
    return (this.#columns.newEnds[index] as number) - (this.#columns.newStarts[index] as number);
  }

  newWordsOf(index: number): number {
    return this.#columns.newWords[index] as number;
  }

  noveltyOf(index: number): Novelty {
    return NOVELTIES[this.#columns.novelties[index] as number] as Novelty;
  }

  /** What ticks; undefined where nothing does. */
  tickOf(index: number): Tick | undefined {
    return this.#columns.novelties[index] === TICKING ? TICKS[this.#columns.ticks[index] as number] : undefined;
  }

  /** Whether it ticks, and not for once: a mark that is moved is no spinner. */
  isTicker(index: number): boolean {
    return this.#columns.novelties[index] === TICKING && this.#columns.tickCounts[index] !== 1;
  }

  originOf(index: number): number {
    const origin = this.#index.intervalOrigins.at(index);
    return origin === NONE ? -1 : origin;
  }
}
