import { type Redaction, WHOLE_RECORDING } from '../../plan/plan.ts';
import type { Standing } from './part-finder.ts';
import { MIN_UNITS } from './text-finder.ts';

/** What a redaction has matched, to be looked for without what stands around it. */
export interface SeenGroup {
  readonly redaction: Redaction;
  readonly texts: readonly string[];
  readonly standings: readonly Standing[];
}

/** A place on the screen where a text was seen. */
export interface SeenPlace {
  readonly row: number;
  readonly start: number;
  readonly event: number;
  /** Where its first character was printed: the same for what has only grown. */
  readonly printed: string;
}

/** A line of many is one of its own only if it is as long. */
const MIN_LINE = 16;

/** As many keys go into one event while somebody types. */
const MAX_KEYS = 2;

/** What matches more often than that is no secret, of which a part would say something. */
const MAX_STANDINGS = 5000;

/** Lines and borders say nothing. */
const SAYS_NOTHING = /^(?:([^\p{L}\p{N}])\1*|[^\p{L}\p{N}!-~]*)$/u;

/**
 * The texts that redactions have matched. They are secrets: kept while a recording is redacted and looked at once more, and
 * never written anywhere.
 */
export class SeenTexts {
  readonly #byRedaction = new Map<Redaction, TextsOfRedaction>();

  /** `place`: where it stood on the screen; none for what was found elsewhere. */
  add(redaction: Redaction, text: string, place?: SeenPlace): void {
    if (text.length < MIN_UNITS) return;
    const known = this.#byRedaction.get(redaction) ?? new TextsOfRedaction();
    this.#byRedaction.set(redaction, known);
    const lines = text.split('\n').map((line) => line.trim());
    if (lines.length > 1) for (const line of lines) known.add(line, MIN_LINE);
    else known.add(lines[0] as string, MIN_UNITS, place && { ...place, start: place.start + text.length - text.trimStart().length });
  }

  /** A place on the screen masks what stands there at any length: no parts of it are looked for. */
  get groups(): readonly SeenGroup[] {
    return Array.from(this.#byRedaction, ([redaction, known]) => ({
      redaction,
      texts: known.whole(),
      standings: redaction.what.kind === 'rect' ? [] : known.standings(),
    }));
  }
}

/**
 * To be looked for in what a plan makes of the recording: on screen only what is masked at any time, since times and places
 * are others there.
 */
export const groupsOfResult = (groups: readonly SeenGroup[]): readonly SeenGroup[] =>
  groups.map(({ redaction, texts }) => {
    const isAlways = redaction.start === WHOLE_RECORDING.start && redaction.end === WHOLE_RECORDING.end;
    return { redaction: isAlways ? redaction : { ...redaction, start: WHOLE_RECORDING.end }, texts, standings: [] };
  });

interface Grown {
  readonly text: string;
  readonly printed: string;
}

class TextsOfRedaction {
  /** Each with its standings, by their places. */
  readonly #onScreen = new Map<string, Map<string, Standing>>();
  readonly #elsewhere = new Set<string>();
  /** What was seen last at each place. */
  readonly #last = new Map<string, Grown>();

  add(text: string, minUnits: number, place?: SeenPlace): void {
    if (text.length < minUnits || SAYS_NOTHING.test(text)) return;
    if (place) this.#stand(text, place);
    else this.#elsewhere.add(text);
  }

  /** Without what was printed only on its way to something longer. */
  whole(): string[] {
    const sorted = [...new Set([...this.#onScreen.keys(), ...this.#elsewhere])].sort();
    return sorted.filter((text, index) => this.#onScreen.has(text) || !sorted[index + 1]?.startsWith(text));
  }

  standings(): Standing[] {
    return [...this.#onScreen.values()].flatMap((places) => [...places.values()]).slice(0, MAX_STANDINGS);
  }

  #stand(text: string, { row, start, event, printed }: SeenPlace): void {
    const key = `${row} ${start}`;
    const last = this.#last.get(key);
    this.#last.set(key, { text, printed });
    if (last && last.text !== text && text.startsWith(last.text)) {
      if (last.printed === printed || text.length - last.text.length <= MAX_KEYS) this.#forget(last.text, key);
    }
    const places = this.#onScreen.get(text) ?? new Map<string, Standing>();
    this.#onScreen.set(text, places);
    places.set(key, { text, row, start, first: places.get(key)?.first ?? event, last: event });
  }

  #forget(text: string, key: string): void {
    const places = this.#onScreen.get(text);
    places?.delete(key);
    if (places?.size === 0) this.#onScreen.delete(text);
  }
}
