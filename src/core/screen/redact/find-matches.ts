import type { Recording } from '../../cast/recording.ts';
import { type SourceTime, sourceTime } from '../../cast/time.ts';
import { cutSpans } from '../../plan/cut-spans.ts';
import { type Cut, DEFAULT_MASK, type RedactedPattern, WHOLE_RECORDING } from '../../plan/plan.ts';
import type { Seam } from '../../plan/seam.ts';
import { BUILT_IN_PATTERNS } from './built-in-patterns.ts';
import type { Found, FoundPlace } from './finds.ts';
import { MaskList } from './mask-list.ts';
import { searchRecording } from './search-recording.ts';
import type { SkippedEvents } from './text-search.ts';

/** Something that a pattern matches in what a plan makes of a recording. It may be a secret: for the eyes of the user alone. */
export interface Finding {
  /** Index among the patterns. */
  readonly pattern: number;
  readonly text: string;
  /** Where it was met first. */
  readonly place: FoundPlace;
  readonly time: SourceTime;
}

/** What of a recording is in the result. */
export interface KeptParts {
  readonly cuts: readonly Cut[];
  readonly seams: readonly Seam[];
}

export const SECRETS: readonly RedactedPattern[] = BUILT_IN_PATTERNS.filter(({ isSecret }) => isSecret).map(({ what }) => what);

/** As many are told. More than that, and nobody reads them. */
const MAX_FINDINGS = 500;

/** One character again and again: what masks a secret, or stands for one in a manual. */
const IS_MASK = /^(.)\1*$/su;

/**
 * What patterns match in the result: on screens that are not cut, and in what cuts leave in the file. Each text once, at
 * the first place, in order of time. Yields how many events have been searched.
 */
export function* findingMatches(
  recording: Recording,
  patterns: readonly RedactedPattern[],
  kept: KeptParts,
): Generator<number, readonly Finding[], void> {
  const found = new Map<string, Found>();
  const redactions = patterns.map((what) => ({ ...WHOLE_RECORDING, what, with: DEFAULT_MASK }));
  yield* searchRecording(recording, redactions, {
    known: undefined,
    list: new MaskList(recording),
    skipped: skippedEvents(recording, kept),
    onFound: (one) => {
      const key = `${one.redaction} ${one.text}`;
      if (!IS_MASK.test(one.text) && !found.has(key) && found.size < MAX_FINDINGS * 10) found.set(key, one);
    },
  });
  return withoutBeginnings([...found.values()])
    .slice(0, MAX_FINDINGS)
    .map(({ redaction, text, place, event }) => ({
      pattern: redaction,
      text,
      place,
      time: sourceTime(recording.events.times[event] ?? 0),
    }))
    .sort((one, other) => one.time - other.time);
}

/** What the result does not hold: events in cuts, but for those whose output is printed at once. */
function skippedEvents(recording: Recording, { cuts, seams }: KeptParts): SkippedEvents[] {
  const isPrinted = (from: number): boolean => seams.some((seam) => seam.from === from && seam.repaint === undefined);
  return cutSpans(recording, { cuts })
    .filter(({ mode, hasSeamEvent, from }) => !hasSeamEvent || (mode === 'jump' && !isPrinted(from)))
    .map(({ from, to }) => ({ from, to }));
}

/** What is typed key by key is met at every length: only the longest counts, at the first place of any. */
function withoutBeginnings(found: readonly Found[]): Found[] {
  const sorted = found.toSorted((one, other) => one.redaction - other.redaction || (one.text < other.text ? -1 : 1));
  const kept: Found[] = [];
  for (const one of sorted) {
    const last = kept.at(-1);
    if (last?.redaction !== one.redaction || !one.text.startsWith(last.text)) kept.push(one);
    else kept[kept.length - 1] = { ...(last.event <= one.event ? last : one), text: one.text };
  }
  return kept;
}
