import { eventData, forEachOutput } from '../../cast/events.ts';
import { Code, type Recording } from '../../cast/recording.ts';
import { headerEvent, otherEvent } from '../../plan/mask-recording.ts';
import type { Redaction } from '../../plan/plan.ts';
import { ControlStrings } from './control-strings.ts';
import { type FindOptions, Finds } from './finds.ts';
import { type KnownMasks, MaskReader, NO_MASKS, textsOfHeader, textsOfOtherLines } from './mask-list.ts';
import { type SeenScope, scopesOf, seenScopesOf } from './scopes.ts';
import { ScreenSearch } from './screen-search.ts';
import type { SeenGroup } from './seen-texts.ts';
import { type SkippedEvents, TextSearch } from './text-search.ts';
import { TracedText } from './traced-text.ts';
import { typedText } from './typed-text.ts';

export interface SearchOptions extends FindOptions {
  readonly skipped?: readonly SkippedEvents[];
  /** What was matched before, to be looked for without what stood around it. */
  readonly seenGroups?: readonly SeenGroup[];
}

/** Events that are told to the terminal before it is asked how far that has come. */
const BLOCK_EVENTS = 256;

/** So much of what was printed is looked at together, and so much of it once more with what comes after. */
const STREAM_UNITS = 1 << 16;
const STREAM_OVERLAP = 1 << 12;

/**
 * Looks for what redactions name in all that a recording holds: on the screen after every event, each cell of which is
 * traced to what was printed there, and in what is on no screen. Yields how many events it has passed; returns how many
 * matches it has met.
 */
export function* searchRecording(
  recording: Recording,
  redactions: readonly Redaction[],
  options: SearchOptions,
): Generator<number, number, void> {
  const search = new RecordingSearch(recording, redactions, options);
  yield* search.output();
  search.input();
  search.otherEvents();
  search.header();
  search.otherLines();
  return search.count;
}

class RecordingSearch {
  readonly #recording: Recording;
  readonly #known: KnownMasks;
  readonly #finds: Finds;
  readonly #texts: TextSearch;
  readonly #seen: readonly SeenScope[];
  /** What was printed, apart from where. */
  readonly #stream = new TracedText();
  readonly #screens: ScreenSearch;
  readonly #strings: ControlStrings;

  constructor(recording: Recording, redactions: readonly Redaction[], options: SearchOptions) {
    const scopes = scopesOf(recording, redactions);
    this.#recording = recording;
    this.#known = options.known ?? NO_MASKS;
    this.#seen = seenScopesOf(recording, options.seenGroups ?? []);
    this.#finds = new Finds([...redactions, ...this.#seen.map(({ redaction }) => redaction)], options);
    const patterns = scopes.filter((scope) => scope.kind === 'pattern');
    this.#texts = new TextSearch(recording, [...patterns, ...this.#seen], this.#finds, options.skipped ?? []);
    this.#screens = new ScreenSearch(recording, [...scopes, ...this.#seen], {
      finds: this.#finds,
      known: this.#known,
      skipped: options.skipped ?? [],
      stream: this.#stream,
      onPrinted: () => {
        if (this.#stream.length >= STREAM_UNITS) this.#searchStream(false);
      },
    });
    this.#strings = new ControlStrings(this.#known, {
      onText: (text) => this.#texts.search(text, 'sequence'),
      onEncoded: (encoded, text) => this.#texts.searchEncoded(encoded, text),
    });
  }

  get count(): number {
    return this.#finds.count;
  }

  *output(): Generator<number, void, void> {
    const { codes, length } = this.#recording.events;
    for (let first = 0; first < length; first += BLOCK_EVENTS) {
      const end = Math.min(length, first + BLOCK_EVENTS);
      for (let from = first; from < end; ) {
        const resize = codes.subarray(from, end).indexOf(Code.resize);
        const to = resize < 0 ? end : from + resize;
        forEachOutput(this.#recording, from, to, (data, event) => {
          this.#screens.tell(event, data);
          this.#strings.take(event, data);
        });
        if (resize >= 0) this.#screens.resize(to);
        from = to + 1;
      }
      yield end;
    }
    this.#searchStream(true);
    this.#strings.finish();
    this.#screens.dispose();
  }

  input(): void {
    if (!this.#recording.events.codes.includes(Code.input)) return;
    for (const isEdited of [true, false]) {
      const typed = typedText(this.#recording, this.#known, isEdited);
      this.#texts.search(typed, 'input');
      if (isEdited) this.#texts.searchBeginnings(typed, this.#seen);
    }
  }

  otherEvents(): void {
    const { codes, length } = this.#recording.events;
    for (let event = 0; event < length; event++) {
      const code = codes[event] as number;
      if (code === Code.output || code === Code.resize || code === Code.exit) continue;
      // Of input as it stands: what keys send has been taken out of what was typed.
      this.#texts.search(this.#ownText(event, eventData(this.#recording, event)), code === Code.input ? 'input' : 'event');
    }
  }

  header(): void {
    for (const [index, text] of textsOfHeader(this.#recording).entries())
      this.#texts.search(this.#ownText(headerEvent(index), text), 'header');
  }

  otherLines(): void {
    for (const [index, text] of textsOfOtherLines(this.#recording).entries()) {
      this.#texts.search(this.#ownText(otherEvent(this.#recording, index), text), 'event');
    }
  }

  #ownText(event: number, data: string): TracedText {
    const text = new TracedText();
    const masks = new MaskReader(this.#known);
    masks.begin(event);
    for (let at = 0; at < data.length; at++) text.push(masks.shown(at, data.charCodeAt(at)), event, at);
    return text;
  }

  #searchStream(isEnd: boolean): void {
    const text = this.#stream.toString();
    const lineEnd = text.lastIndexOf('\n') + 1;
    const end = isEnd || lineEnd < text.length / 2 ? text.length : lineEnd;
    this.#texts.search(this.#stream, 'output', text.slice(0, end));
    const overlap = Math.max(0, end - STREAM_OVERLAP);
    const keepFrom = text.indexOf('\n', overlap) + 1;
    this.#stream.dropBefore(isEnd || (keepFrom > 0 && keepFrom <= end) ? Math.max(keepFrom, overlap) : overlap);
  }
}
