import { eventData } from '../../cast/events.ts';
import { headerTexts } from '../../cast/header-texts.ts';
import { otherTexts } from '../../cast/other-texts.ts';
import { Code, type Recording } from '../../cast/recording.ts';
import { decodeUtf8 } from '../../lib/text.ts';
import { headerEvent } from '../../plan/mask-recording.ts';
import type { Mask } from '../../plan/masked-text.ts';
import { isLowSurrogate, maskedCharacter } from './masking.ts';

/** A stretch of an event's data that is masked. `start` is −1 for a character that begins in the output before. */
interface MaskedRun {
  readonly event: number;
  readonly start: number;
  end: number;
  readonly mask: string;
}

/** Collects what is to be masked, in any order and any number of times. */
export class MaskList {
  readonly #recording: Recording;
  readonly #headerTexts: readonly string[];
  readonly #otherTexts: readonly string[];
  #runs: MaskedRun[] = [];
  /** The text that was asked for last: many runs are of one event. */
  #last: { readonly event: number; readonly text: string } | undefined;

  constructor(recording: Recording) {
    this.#recording = recording;
    this.#headerTexts = textsOfHeader(recording);
    this.#otherTexts = textsOfOtherLines(recording);
  }

  get isEmpty(): boolean {
    return this.#runs.length === 0;
  }

  /** The units of the data of `event` in [start, end); both −1 and on for a half that the output before has. */
  add(event: number, start: number, end: number, mask: string): void {
    const last = this.#runs.at(-1);
    if (last?.event === event && last.end === start && last.mask === mask) last.end = end;
    else this.#runs.push({ event, start, end, mask });
  }

  /** What a text shows once all that has been collected is masked. */
  known(): KnownMasks {
    this.#tidy();
    return new KnownMasks(this.#runs.map((run) => ({ ...run })));
  }

  masks(): Mask[] {
    this.#tidy();
    const masks = this.#runs.flatMap((run) => this.#masksOf(run));
    // Halves of characters belong to the event before, whose own masks have been made already.
    return masks.sort((one, other) => one.event - other.event || one.start - other.start);
  }

  /** Sorts the runs and takes out what several of them have. */
  #tidy(): void {
    const sorted = this.#runs.toSorted((one, other) => one.event - other.event || one.start - other.start);
    const runs: MaskedRun[] = [];
    for (const run of sorted) {
      const last = runs.at(-1);
      if (last === undefined || last.event !== run.event || last.end < run.start || (last.end === run.start && last.mask !== run.mask)) {
        runs.push({ ...run });
      } else if (last.mask === run.mask) last.end = Math.max(last.end, run.end);
      else if (run.end > last.end) runs.push({ ...run, start: last.end });
    }
    this.#runs = runs;
  }

  #masksOf({ event, start, end, mask }: MaskedRun): Mask[] {
    const data = this.#textOf(event);
    if (start >= 0) return [{ event, start, end, text: maskedText(data.slice(start, end), mask) }];
    const before = this.#outputBefore(event);
    const last = eventData(this.#recording, before).length - 1;
    const first = eventData(this.#recording, before).charAt(last);
    // A half that nothing completes is a character of its own.
    if (!isLowSurrogate(data.charCodeAt(0))) {
      const rest = end > 0 ? [{ event, start: 0, end, text: maskedText(data.slice(0, end), mask) }] : [];
      return [{ event: before, start: last, end: last + 1, text: mask }, ...rest];
    }
    // The two halves are one character, of which one event shows the mask and the other nothing.
    const length = Math.max(end, 1);
    return [
      { event: before, start: last, end: last + 1, text: '' },
      { event, start: 0, end: length, text: maskedText(first + data.slice(0, length), mask) },
    ];
  }

  #textOf(event: number): string {
    if (this.#last?.event !== event) this.#last = { event, text: this.#readText(event) };
    return this.#last.text;
  }

  #readText(event: number): string {
    if (event < 0) return this.#headerTexts[headerEvent(event)] as string;
    const { length } = this.#recording.events;
    return event < length ? eventData(this.#recording, event) : (this.#otherTexts[event - length] as string);
  }

  #outputBefore(event: number): number {
    let before = event - 1;
    while (this.#recording.events.codes[before] !== Code.output || eventData(this.#recording, before) === '') before--;
    return before;
  }
}

/** What a header says: its title, the command, and whatever else is text. */
export function textsOfHeader({ bytes, headerRange: { start, end } }: Recording): readonly string[] {
  return headerTexts(decodeUtf8(bytes.subarray(start, end))).map(({ value }) => value);
}

/** What is in the text besides: comments, lines that cannot be read, and more. */
export const textsOfOtherLines = (recording: Recording): readonly string[] => otherTexts(recording).map(({ value }) => value);

function maskedText(text: string, mask: string): string {
  let masked = '';
  for (const character of text) masked += maskedCharacter(character.codePointAt(0) as number, mask);
  return masked;
}

/** What is masked already. */
export class KnownMasks {
  /** Sorted, and apart. */
  readonly runs: readonly MaskedRun[];
  readonly #firstOfEvent = new Map<number, number>();
  readonly #endOfEvent = new Map<number, number>();

  constructor(runs: readonly MaskedRun[]) {
    this.runs = runs;
    runs.forEach(({ event }, index) => {
      if (!this.#firstOfEvent.has(event)) this.#firstOfEvent.set(event, index);
      this.#endOfEvent.set(event, index + 1);
    });
  }

  firstOf(event: number): number | undefined {
    return this.#firstOfEvent.get(event);
  }

  /** Whether what the data of the event has at `offset` is masked. */
  covers(event: number, offset: number): boolean {
    const first = this.#firstOfEvent.get(event);
    if (first === undefined) return false;
    let low: number = first;
    let high = this.#endOfEvent.get(event) ?? first;
    // The first run that ends after it.
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.runs[middle] as MaskedRun).end <= offset) low = middle + 1;
      else high = middle;
    }
    const run = this.runs[low];
    return run?.event === event && run.start <= offset;
  }
}

export const NO_MASKS = new KnownMasks([]);

/** Tells what the characters of events turn into once they are masked. Within an event they are asked for in order. */
export class MaskReader {
  readonly #known: KnownMasks;
  #event = -Infinity;
  #at: number | undefined;

  constructor(known: KnownMasks) {
    this.#known = known;
  }

  begin(event: number): void {
    if (event === this.#event) return;
    this.#event = event;
    this.#at = this.#known.firstOf(event);
  }

  /** What a character of the event that has begun is shown as. */
  shown(offset: number, character: number): number {
    if (this.#at === undefined) return character;
    const { runs } = this.#known;
    let run = runs[this.#at];
    while (run?.event === this.#event && run.end <= offset) run = runs[++this.#at];
    if (run?.event !== this.#event) this.#at = undefined;
    else if (run.start <= offset) return maskedCharacter(character, run.mask).codePointAt(0) as number;
    return character;
  }
}
