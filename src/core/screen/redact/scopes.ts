import { Code, type Recording } from '../../cast/recording.ts';
import type { SourceTime } from '../../cast/time.ts';
import { lowerBound } from '../../lib/binary-search.ts';
import { patternExpression } from '../../plan/pattern.ts';
import type { RedactedRect, Redaction } from '../../plan/plan.ts';
import { builtInPattern } from './built-in-patterns.ts';
import { forEachMatch, spansLines } from './matches.ts';
import { BeginningFinder, PartFinder } from './part-finder.ts';
import type { SeenGroup } from './seen-texts.ts';
import { TextFinder } from './text-finder.ts';

/** A redaction, and the events of a recording that it is about. */
interface Scope {
  readonly redaction: Redaction;
  /** Among the redactions. */
  readonly index: number;
  readonly mask: string;
  /** The events in its range are [from, to). */
  readonly from: number;
  readonly to: number;
  /** The event that has made the screen which is seen where its range begins. */
  readonly screenFrom: number;
}

/** Visits what is found in a text. */
type Find = (text: string, visit: (start: number, end: number) => void) => void;

export interface PatternScope extends Scope {
  readonly kind: 'pattern';
  readonly find: Find;
  readonly spansLines: boolean;
  /** Stands in all that the pattern matches. */
  readonly hint: string;
}

/** What a redaction has matched somewhere: found in its range on screen, and anywhere in what is on no screen. */
export interface SeenScope extends Scope {
  readonly kind: 'seen';
  readonly find: Find;
  readonly spansLines: false;
  readonly parts: PartFinder;
  readonly beginnings: BeginningFinder;
}

/** What is looked for in texts. */
export type TextScope = PatternScope | SeenScope;

export interface RectScope extends Scope {
  readonly kind: 'rect';
  readonly rect: RedactedRect;
}

export const scopesOf = (recording: Recording, redactions: readonly Redaction[]): readonly (PatternScope | RectScope)[] =>
  redactions.map((redaction, index) => {
    const { what } = redaction;
    const scope = scopeOf(recording, redaction, index);
    if (what.kind === 'rect') return { ...scope, kind: 'rect', rect: what };
    const pattern = patternExpression(what);
    return {
      ...scope,
      kind: 'pattern',
      find: (text, visit) => forEachMatch(text, pattern, visit),
      spansLines: spansLines(what),
      hint: builtInPattern(what)?.hint ?? '',
    };
  });

export const seenScopesOf = (recording: Recording, groups: readonly SeenGroup[]): readonly SeenScope[] =>
  groups.map(({ redaction, texts, standings }, index) => {
    const texter = new TextFinder(texts);
    return {
      ...scopeOf(recording, redaction, index),
      kind: 'seen',
      find: (text, visit) => texter.forEachIn(text, visit),
      spansLines: false,
      parts: new PartFinder(standings),
      beginnings: new BeginningFinder(texts),
    };
  });

function scopeOf(recording: Recording, redaction: Redaction, index: number): Scope {
  const { times, length } = recording.events;
  const from = lowerBound(times, redaction.start);
  // Nothing is seen after the last event, with which the recording ends.
  const to = from === length ? 0 : lowerBound(times, redaction.end);
  return { redaction, index, mask: redaction.with, from, to, screenFrom: shownAt(recording, from, redaction.start) };
}

/**
 * The event that has made the screen which is seen from `start` on, where `from` is the first one that is no earlier:
 * the last one before that a terminal is told, unless it is told something at that very time; `from` where there is none.
 */
function shownAt({ events }: Recording, from: number, start: SourceTime): number {
  const isTold = (event: number): boolean => events.codes[event] === Code.output || events.codes[event] === Code.resize;
  for (let event = from; events.times[event] === start; event++) if (isTold(event)) return from;
  for (let before = from - 1; before >= 0; before--) if (isTold(before)) return before;
  return from;
}

/** What is looked for on a screen. */
export interface ScopeGroups {
  /** In each line. */
  readonly lines: readonly TextScope[];
  /** In the whole screen. */
  readonly wholes: readonly PatternScope[];
  readonly rects: readonly RectScope[];
}

const grouped = (scopes: readonly (TextScope | RectScope)[]): ScopeGroups => ({
  lines: scopes.filter((scope) => scope.kind !== 'rect' && !scope.spansLines) as TextScope[],
  wholes: scopes.filter((scope): scope is PatternScope => scope.kind === 'pattern' && scope.spansLines),
  rects: scopes.filter((scope) => scope.kind === 'rect'),
});

/** The scopes of the screen, event by event. */
export class ScopeTracker {
  readonly #scopes: readonly (TextScope | RectScope)[];
  /** Events at which a scope begins or ends. */
  readonly #changes: readonly number[];
  #passed = 0;
  /** Of the screen within the event: in the middle of what it tells. */
  within: ScopeGroups = grouped([]);
  /** Of the screen after the event. */
  after: ScopeGroups = grouped([]);

  constructor(scopes: readonly (TextScope | RectScope)[]) {
    this.#scopes = scopes;
    const changes = scopes.flatMap(({ screenFrom, from, to }) => [screenFrom, from, to]);
    this.#changes = [...new Set(changes)].sort((one, other) => one - other);
  }

  /** Goes on to a later event. Answers whether scopes have begun. */
  enter(event: number): boolean {
    const before = this.#passed;
    while ((this.#changes[this.#passed] ?? Number.POSITIVE_INFINITY) <= event) this.#passed++;
    if (this.#passed === before) return false;
    const scopes = this.#scopes.filter(({ screenFrom, to }) => screenFrom <= event && event < to);
    this.after = grouped(scopes);
    // What spans lines and was not to be seen after any event is found in what was printed.
    this.within = { ...grouped(scopes.filter(({ from }) => from <= event)), wholes: [] };
    return this.#changes.slice(before, this.#passed).some((change) => scopes.some(({ screenFrom }) => screenFrom === change));
  }
}
