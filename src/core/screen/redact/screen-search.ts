import type { Recording } from '../../cast/recording.ts';
import { shownSize } from '../../cast/terminal-size.ts';
import { Emulator } from '../terminal/emulator.ts';
import { resizeTo } from '../terminal/replay.ts';
import type { Finds } from './finds.ts';
import type { KnownMasks } from './mask-list.ts';
import { isMaskable } from './masking.ts';
import { FIRST_NUMBER, PrintedPlaces } from './printed-places.ts';
import { type RectScope, type ScopeGroups, ScopeTracker, type TextScope } from './scopes.ts';
import { MIN_UNITS } from './text-finder.ts';
import type { SkippedEvents } from './text-search.ts';
import { type RowRange, type ScreenLine, TracedScreen } from './traced-screen.ts';
import type { TracedText } from './traced-text.ts';

/** Longest text that is told to the terminal at once: what is printed must be in cells before numbers are used again. */
const MAX_PIECE = 8192;

/** What takes something off the screen: before it, the screen is looked at in the middle of an event. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const TAKES_AWAY = /(?:\x1b\[|\x9b)(?:[\d;]*[JKXPLMST@]|\?[\d;]*[JKhl])|\x1b(?:[cDEM]|#8)|[\n\v\f\x84\x85\x8d]/g;

const BLANK = 0x20;

interface ScreenSearchOptions {
  readonly finds: Finds;
  readonly known: KnownMasks;
  readonly skipped: readonly SkippedEvents[];
  /** Gets what is printed, apart from where. */
  readonly stream: TracedText;
  /** Told whenever something was printed. */
  onPrinted(): void;
}

/** Looks for what redactions name on the screens of a recording, whose events it is told one after the other. */
export class ScreenSearch {
  readonly #recording: Recording;
  readonly #options: ScreenSearchOptions;
  readonly #tracker: ScopeTracker;
  readonly #places: PrintedPlaces;
  readonly #emulator: Emulator;
  readonly #screen: TracedScreen;
  /** Whether there are scopes that have not seen the lines that stand. */
  #isFresh = false;
  /** Whether the screen was found changed in the middle of the event. */
  #isChanged = false;
  #nextSkip = 0;
  #isSkipping = false;

  constructor(recording: Recording, scopes: readonly (TextScope | RectScope)[], options: ScreenSearchOptions) {
    this.#recording = recording;
    this.#options = options;
    this.#tracker = new ScopeTracker(scopes);
    this.#places = new PrintedPlaces(options.known, options.stream);
    this.#emulator = new Emulator(shownSize(recording.header.size), 'asciinema', this.#places);
    this.#places.watch({
      visitCells: (visit) => this.#emulator.forEachNumber(visit),
      beforePrinting: (event, count) => this.#searchBefore(event, count),
    });
    this.#screen = new TracedScreen(this.#emulator, this.#places);
  }

  /** Tells the terminal what an event prints. */
  tell(event: number, data: string): void {
    this.#enter(event);
    let from = 0;
    for (const to of pieceEnds(data)) {
      const piece = data.slice(from, to);
      this.#places.begin(event, from, piece);
      this.#emulator.write(piece);
      from = to;
      this.#options.onPrinted();
      if (to < data.length) this.#searchWithin(event);
    }
    this.#searchAfter(event);
  }

  resize(event: number): void {
    this.#enter(event);
    resizeTo(this.#emulator, this.#recording, event);
    this.#searchAfter(event);
  }

  dispose(): void {
    this.#emulator.dispose();
  }

  #enter(event: number): void {
    const { skipped } = this.#options;
    while (event >= (skipped[this.#nextSkip]?.to ?? Number.POSITIVE_INFINITY)) {
      this.#nextSkip++;
      this.#isSkipping = false;
      this.#searchAfter(event);
    }
    this.#isSkipping = event >= (skipped[this.#nextSkip]?.from ?? Number.POSITIVE_INFINITY);
    this.#isFresh = this.#tracker.enter(event) || this.#isFresh;
  }

  /** Before the terminal prints so many characters elsewhere than next to the last ones: what the event has made of the row is looked at before it is written over. */
  #searchBefore(event: number, count: number): void {
    const { row, col } = this.#emulator.cursor;
    const end = col + count * 2;
    let isOverwritten = false;
    let isNew = false;
    for (let at = 0; at < this.#emulator.size.cols && !(isOverwritten && isNew); at++) {
      const number = this.#emulator.numberAt(row, at);
      if (number < FIRST_NUMBER || this.#places.characterOf(number) === BLANK) continue;
      isOverwritten ||= at >= col && at < end;
      isNew ||= this.#places.eventOf(number) === event;
    }
    if (isOverwritten && isNew) this.#searchWithin(event);
  }

  /** Looks at the screen in the middle of an event. */
  #searchWithin(event: number): void {
    const touched = this.#searchScreen(event, this.#tracker.within, false);
    this.#isChanged ||= touched !== undefined;
  }

  /** Looks at the screen after an event. What has begun with that has not seen what was there in the middle of it. */
  #searchAfter(event: number): void {
    if (this.#isSkipping) return;
    const { after } = this.#tracker;
    const touched = this.#searchScreen(event, after, this.#isFresh);
    if (touched || this.#isChanged) {
      for (const scope of after.wholes) {
        if (this.#screen.includes(scope.hint)) this.#searchLine(this.#screen.whole(), 0, scope, event);
      }
    }
    this.#isFresh = false;
    this.#isChanged = false;
  }

  #searchScreen(event: number, { lines, wholes, rects }: ScopeGroups, isFresh: boolean): RowRange | undefined {
    if (this.#isSkipping || lines.length + wholes.length + rects.length === 0) return undefined;
    const touched = this.#screen.update(isFresh, (line, row) => {
      for (const scope of lines) this.#searchLine(line, row, scope, event);
    });
    if (touched) for (const scope of rects) this.#searchRect(scope, touched, event);
    return touched;
  }

  /** `row`: the first one of the line. */
  #searchLine(line: ScreenLine, row: number, scope: TextScope, event: number): void {
    const { text, numbers } = line;
    if (text === '') return;
    scope.find(text, (start, end) => {
      if (!this.#markCells(line, start, end, scope, event) || end - start < MIN_UNITS) return;
      const printed = numbers[start] as number;
      const origin = printed < FIRST_NUMBER ? '' : `${this.#places.eventOf(printed)} ${this.#places.offsetOf(printed)}`;
      this.#options.finds.see(scope, text.slice(start, end), { row, start, event, printed: origin });
    });
    if (scope.kind === 'seen') scope.parts.forEachIn(text, row, event, (start, end) => this.#markCells(line, start, end, scope, event));
  }

  /** Answers whether nothing of it was masked before. What has been seen had no masks in it. */
  #markCells({ text, numbers }: ScreenLine, start: number, end: number, { kind, index, mask }: TextScope, event: number): boolean {
    let isWhole = true;
    for (let unit = start; unit < end; unit++) isWhole &&= !this.#isMasked(numbers[unit] as number);
    if (kind === 'seen' && !isWhole) return false;
    let isFound = false;
    for (let unit = start; unit < end; unit++) {
      const number = numbers[unit] as number;
      if (!this.#isOpen(number)) continue;
      isFound = true;
      this.#markCell(number, mask);
    }
    if (isFound) this.#options.finds.add(index, text.slice(start, end), 'screen', event);
    return isFound && isWhole;
  }

  /** Blanks are left: they show nothing, and most of them are a background. */
  #searchRect(scope: RectScope, touched: RowRange, event: number): void {
    const { rect, index } = scope;
    let text = '';
    for (let row = Math.max(rect.row - 1, touched.first); row < Math.min(rect.row - 1 + rect.rows, touched.last + 1); row++) {
      text += this.#searchRectRow(scope, row, event);
    }
    if (text !== '') this.#options.finds.add(index, text, 'screen', event);
  }

  /** Answers with what it has found. */
  #searchRectRow(scope: RectScope, row: number, event: number): string {
    const { cols } = this.#emulator.size;
    const { rect, mask } = scope;
    let text = '';
    let found = '';
    let isWhole = true;
    for (let col = rect.col - 1; col < Math.min(rect.col - 1 + rect.cols, cols); col++) {
      const number = this.#screen.numberAt(row, col);
      if (number > 0 && col > rect.col - 1 && number === this.#screen.numberAt(row, col - 1) && this.#screen.isWide(number)) continue;
      const character = this.#places.characterOf(number) || BLANK;
      text += String.fromCodePoint(character);
      if (character === BLANK) continue;
      if (this.#isOpen(number)) {
        found += String.fromCodePoint(character);
        this.#markCell(number, mask);
      } else isWhole &&= !this.#isMasked(number);
    }
    if (found !== '' && isWhole) this.#options.finds.see(scope, text, { row, start: rect.col - 1, event, printed: '' });
    return found;
  }

  /** Whether a character was printed there, and is to be masked yet. */
  #isOpen(number: number): boolean {
    return number >= FIRST_NUMBER && isMaskable(this.#places.characterOf(number)) && !this.#isMasked(number);
  }

  #isMasked(number: number): boolean {
    if (number < FIRST_NUMBER) return false;
    return this.#options.finds.isMasked(this.#places.characterOf(number), this.#places.eventOf(number), this.#places.offsetOf(number));
  }

  #markCell(number: number, mask: string): void {
    if (!this.#places.mark(number)) return;
    const offset = this.#places.offsetOf(number);
    const units = this.#places.characterOf(number) > 0xffff ? 2 : 1;
    this.#options.finds.mask(this.#places.eventOf(number), offset, offset + units, mask);
  }
}

/** Where the parts end that an event is told in. */
function* pieceEnds(data: string): Generator<number, void, void> {
  let from = 0;
  TAKES_AWAY.lastIndex = 0;
  let away = TAKES_AWAY.exec(data)?.index ?? data.length;
  while (from < data.length) {
    if (away <= from) {
      const last = TAKES_AWAY.exec(data);
      away = last?.index ?? data.length;
      continue;
    }
    from = Math.min(away, from + MAX_PIECE);
    yield from;
  }
}
