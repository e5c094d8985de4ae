import type { Recording } from '../../cast/recording.ts';
import type { EncodedText } from './encoded-text.ts';
import type { Finds, FoundPlace } from './finds.ts';
import type { SeenScope, TextScope } from './scopes.ts';
import { NOWHERE, type TracedText } from './traced-text.ts';

/** Events of the index range [from, to) that the result does not hold. Only what they have made of the screen at their end is in it. */
export interface SkippedEvents {
  readonly from: number;
  readonly to: number;
}

/** Looks for what redactions name in texts that are on no screen, or were. */
export class TextSearch {
  readonly #recording: Recording;
  readonly #scopes: readonly TextScope[];
  readonly #finds: Finds;
  readonly #skipped: readonly SkippedEvents[];

  constructor(recording: Recording, scopes: readonly TextScope[], finds: Finds, skipped: readonly SkippedEvents[]) {
    this.#recording = recording;
    this.#scopes = scopes;
    this.#finds = finds;
    this.#skipped = skipped;
  }

  /** Line by line, but for what spans several. `text`: as much of it as is looked at. */
  search(traced: TracedText, place: FoundPlace, text = traced.toString()): void {
    for (const scope of this.#scopes) {
      forEachPart(text, scope, (part, at) => {
        scope.find(part, (start, end) => {
          if (this.#mark(traced, part, start, end, scope, place, at)) this.#finds.see(scope, part.slice(start, end));
        });
      });
    }
  }

  /** What a string of the terminal says in another alphabet: all of that part is masked where it says something that is to be. */
  searchEncoded({ decoded, from }: EncodedText, traced: TracedText): void {
    const text = decoded.toString();
    for (const scope of this.#scopes) {
      forEachPart(text, scope, (part, at) => {
        scope.find(part, (start, end) => {
          const event = this.#firstInScope(decoded, at + start, at + end, scope, 'sequence');
          if (event === undefined) return;
          for (let unit = from; unit < traced.length; unit++) {
            this.#finds.mask(traced.eventAt(unit), traced.offsetAt(unit), traced.offsetAt(unit) + 1, scope.mask);
          }
          this.#finds.add(scope.index, part.slice(start, end), 'sequence', event);
          this.#finds.see(scope, part.slice(start, end));
        });
      });
    }
  }

  /** Of what has been seen, what was typed of it before a Tab completed it. */
  searchBeginnings(typed: TracedText, scopes: readonly SeenScope[]): void {
    const text = typed.toString();
    for (const scope of scopes) scope.beginnings.forEachIn(text, (start, end) => this.#mark(typed, text, start, end, scope, 'input'));
  }

  /** `at`: where the part begins in the text. Answers whether nothing of it was masked before. What has been seen had no masks in it. */
  #mark(traced: TracedText, part: string, start: number, end: number, scope: TextScope, place: FoundPlace, at = 0): boolean {
    const event = this.#firstInScope(traced, at + start, at + end, scope, place);
    if (event === undefined) return false;
    const isWhole = !this.#hasMasks(traced, part, start, end, at);
    if (scope.kind === 'seen' && !isWhole) return false;
    let isFound = false;
    for (let unit = start; unit < end; ) {
      const character = part.codePointAt(unit) as number;
      const next = unit + (character > 0xffff ? 2 : 1);
      const from = traced.eventAt(at + unit);
      if (from !== NOWHERE && this.#finds.isOpen(character, from, traced.offsetAt(at + unit))) {
        isFound = true;
        for (let one = at + unit; one < at + next; one++) {
          this.#finds.mask(traced.eventAt(one), traced.offsetAt(one), traced.offsetAt(one) + 1, scope.mask);
        }
      }
      unit = next;
    }
    if (isFound) this.#finds.add(scope.index, part.slice(start, end), place, event);
    return isFound && isWhole;
  }

  #hasMasks(traced: TracedText, part: string, start: number, end: number, at: number): boolean {
    for (let unit = start; unit < end; unit++) {
      const event = traced.eventAt(at + unit);
      if (event !== NOWHERE && this.#finds.isMasked(part.charCodeAt(unit), event, traced.offsetAt(at + unit))) return true;
    }
    return false;
  }

  /**
   * The first event of the units in [start, end) that is in the scope's range; none where not all are in the result. What is
   * no event always is, and so is what has been seen, in what is on no screen.
   */
  #firstInScope(traced: TracedText, start: number, end: number, { kind, from, to }: TextScope, place: FoundPlace): number | undefined {
    const isAnywhere = kind === 'seen' && place !== 'output';
    const isInScope = (event: number): boolean =>
      isAnywhere || event < 0 || event >= this.#recording.events.length || (event >= from && event < to);
    let first: number | undefined;
    for (let unit = start; unit < end; unit++) {
      const event = traced.eventAt(unit);
      if (this.#isSkipped(event)) return undefined;
      if (event !== NOWHERE && isInScope(event)) first ??= event;
    }
    return first;
  }

  #isSkipped(event: number): boolean {
    return this.#skipped.some(({ from, to }) => event >= from && event < to);
  }
}

/** Visits the lines of a text, or all of it where lines are looked at together. `at`: where the part begins. */
function forEachPart(text: string, scope: TextScope, visit: (part: string, at: number) => void): void {
  if (scope.kind === 'pattern' && scope.spansLines) {
    if (text.includes(scope.hint)) visit(text, 0);
    return;
  }
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    if (end > start) visit(text.slice(start, end), start);
    start = end + 1;
  }
}
