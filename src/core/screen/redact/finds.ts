import type { Redaction } from '../../plan/plan.ts';
import type { KnownMasks, MaskList } from './mask-list.ts';
import { isMaskable, WIDE_MASK } from './masking.ts';
import type { TextScope } from './scopes.ts';
import type { SeenPlace, SeenTexts } from './seen-texts.ts';

/** Where something was found. */
export type FoundPlace = 'screen' | 'output' | 'sequence' | 'input' | 'event' | 'header';

/** Something that a redaction names, and that is not masked yet. */
export interface Found {
  /** Index among the redactions. */
  readonly redaction: number;
  readonly text: string;
  readonly place: FoundPlace;
  /** At which event it is seen; below 0 for a text of the header. */
  readonly event: number;
}

export interface FindOptions {
  /** What is masked already, and so looked at as masked. None: the recording has its masks in it, and what looks like one is one. */
  readonly known: KnownMasks | undefined;
  /** Gets where each found character came from. */
  readonly list: MaskList;
  /** Gets the texts that were matched as a whole, with no mask in them. */
  readonly seen?: SeenTexts;
  readonly onFound?: (found: Found) => void;
}

/** What has been found so far. */
export class Finds {
  readonly #options: FindOptions;
  /** What masks consist of. */
  readonly #maskCharacters: ReadonlySet<number>;
  #count = 0;

  constructor(redactions: readonly Redaction[], options: FindOptions) {
    this.#options = options;
    this.#maskCharacters = new Set(
      [WIDE_MASK, ...redactions.map((redaction) => redaction.with)].map((text) => text.codePointAt(0) as number),
    );
  }

  get count(): number {
    return this.#count;
  }

  /** Whether a character that the data of an event has at `offset` is a mask. */
  isMasked(character: number, event: number, offset: number): boolean {
    return this.#options.known?.covers(event, offset) ?? this.#maskCharacters.has(character);
  }

  /** Whether that character is still to be masked. */
  isOpen(character: number, event: number, offset: number): boolean {
    return isMaskable(character) && !this.isMasked(character, event, offset);
  }

  mask(event: number, start: number, end: number, mask: string): void {
    this.#options.list.add(event, start, end, mask);
  }

  add(redaction: number, text: string, place: FoundPlace, event: number): void {
    this.#count++;
    this.#options.onFound?.({ redaction, text, place, event });
  }

  /** A match as a whole. What was only looked for because it had been seen is known. */
  see({ kind, redaction }: Pick<TextScope, 'redaction'> & { readonly kind: string }, text: string, place?: SeenPlace): void {
    if (kind !== 'seen') this.#options.seen?.add(redaction, text, place);
  }
}
