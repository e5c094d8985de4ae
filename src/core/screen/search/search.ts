import type { EventColumns } from '../../cast/recording.ts';
import { type SourceTime, sourceTime } from '../../cast/time.ts';
import { MAX_BLINK_MICROS, STILL_THERE, type TextIndex } from './text-index.ts';

export interface SearchQuery {
  readonly text: string;
  readonly isRegex: boolean;
  readonly matchesCase: boolean;
}

/** A stretch of time in which a line with a match was on screen. */
export interface SearchHit {
  readonly start: SourceTime;
  /** When it went; the recording's end where it stayed. */
  readonly end: SourceTime;
  /** The whole line, with what wrapped. */
  readonly line: string;
  /** Where in the line the first match lies. */
  readonly matchStart: number;
  readonly matchEnd: number;
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** Whether these are all there are. */
  readonly isComplete: boolean;
}

/** A query that cannot be searched for; the message is for people. */
export class SearchError extends Error {}

/** More are of no use to anyone, and too many to draw. */
export const MAX_HITS = 10_000;

/**
 * The lines with a match, in the order in which they appeared. A line that changes in its place, as while it is typed
 * or counts up, is one hit as long as what matches stays; its text is then the last one. Of more than can be told, those
 * around an instant.
 */
export function search(index: TextIndex, events: EventColumns, query: SearchQuery, around = sourceTime(0)): SearchResult {
  const { intervalTexts, intervalStarts, intervalEnds, intervalOrigins, texts } = index;
  const timeOf = sampleTimes(index, events);
  const matches = findMatches(texts, query);
  const hits: GrowingHit[] = [];
  const hitsByInterval = new Map<number, GrowingHit>();
  const lastByText = new Map<number, GrowingHit>();
  let hitsAfter = 0;
  let isComplete = index.isComplete;

  /** The hit that an interval carries on. */
  function hitBefore(origin: number, text: number, start: SourceTime): GrowingHit | undefined {
    const replaced = hitsByInterval.get(origin);
    if (replaced && isSameLine(texts, matches, replaced.text, text)) return replaced;
    const last = lastByText.get(text);
    return last && start - last.end <= MAX_BLINK_MICROS ? last : undefined;
  }

  for (let interval = 0; interval < intervalTexts.length; interval++) {
    const text = intervalTexts.at(interval);
    if (matches.ends[text] === 0) continue;
    const start = timeOf(intervalStarts.at(interval));
    let hit = hitBefore(intervalOrigins.at(interval), text, start);
    // Those before are not known to be too far away until all are: one that is worked out has to be known from its start.
    if (!hit && hitsAfter === MAX_HITS) {
      isComplete = false;
      continue;
    }
    if (!hit) {
      if (start >= around) hitsAfter += 1;
      hit = { start, end: start, text };
      hits.push(hit);
    }
    const end = timeOf(intervalEnds.at(interval));
    if (end >= hit.end) hit.text = text;
    hit.end = sourceTime(Math.max(hit.end, end));
    hitsByInterval.set(interval, hit);
    lastByText.set(text, hit);
  }
  return {
    hits: nearest(hits, around).map(({ start, end, text }) => ({
      start,
      end,
      line: texts[text] as string,
      matchStart: matches.starts[text] as number,
      matchEnd: matches.ends[text] as number,
    })),
    isComplete: isComplete && hits.length <= MAX_HITS,
  };
}

/** As many as can be told: half of them before an instant, or more where fewer come after it. */
function nearest(hits: readonly GrowingHit[], around: SourceTime): readonly GrowingHit[] {
  if (hits.length <= MAX_HITS) return hits;
  const next = hits.findIndex(({ start }) => start >= around);
  const middle = next < 0 ? hits.length : next;
  const from = Math.max(0, Math.min(middle - MAX_HITS / 2, hits.length - MAX_HITS));
  return hits.slice(from, from + MAX_HITS);
}

/** The time of a sample; where a text is still there, the recording's end. */
export function sampleTimes({ samples }: TextIndex, { times, length }: EventColumns): (sample: number) => SourceTime {
  const duration = length > 0 ? (times[length - 1] as number) : 0;
  return (sample) => sourceTime(sample === STILL_THERE ? duration : (times[samples.at(sample) - 1] as number));
}

interface GrowingHit {
  readonly start: SourceTime;
  end: SourceTime;
  text: number;
}

/** One element a text: where its first match begins and ends; an end of 0 for none. */
interface Matches {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

function findMatches(texts: readonly string[], query: SearchQuery): Matches {
  const pattern = patternOf(query);
  const starts = new Uint32Array(texts.length);
  const ends = new Uint32Array(texts.length);
  if (query.text === '') return { starts, ends };
  for (const [number, text] of texts.entries()) {
    pattern.lastIndex = 0;
    let match = pattern.exec(text);
    // A match of nothing is none, but there may be one behind it.
    while (match?.[0] === '') {
      pattern.lastIndex += 1;
      match = pattern.exec(text);
    }
    if (!match) continue;
    starts[number] = match.index;
    ends[number] = match.index + match[0].length;
  }
  return { starts, ends };
}

/** An expression for a text itself. */
export const literalPattern = (text: string, matchesCase: boolean): RegExp =>
  new RegExp(text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), flagsOf(matchesCase));

const flagsOf = (matchesCase: boolean): string => (matchesCase ? 'gu' : 'giu');

function patternOf({ text, isRegex, matchesCase }: SearchQuery): RegExp {
  if (!isRegex) return literalPattern(text, matchesCase);
  try {
    return new RegExp(text, flagsOf(matchesCase));
  } catch (error) {
    // What engines say begins with the whole expression.
    const reason = error instanceof Error ? error.message.replace(/^.*: /s, '') : String(error);
    throw new SearchError(`This is no regular expression: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}.`);
  }
}

/** Whether a line that took another's place is that one, changed: what matches is the same, and so is half of the rest. */
function isSameLine(texts: readonly string[], { starts, ends }: Matches, before: number, after: number): boolean {
  const matchOf = (text: number): string => (texts[text] as string).slice(starts[text], ends[text]);
  if (matchOf(before) !== matchOf(after)) return false;
  const [old, now] = [texts[before] as string, texts[after] as string];
  const shorter = Math.min(old.length, now.length);
  let prefix = 0;
  while (prefix < shorter && old[prefix] === now[prefix]) prefix++;
  let suffix = 0;
  while (suffix < shorter - prefix && old.at(-1 - suffix) === now.at(-1 - suffix)) suffix++;
  return (prefix + suffix) * 2 >= Math.max(old.length, now.length);
}
