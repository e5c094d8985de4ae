import type { Analysis, Moment, Span, TypingRun } from '#core/analyze/analysis.ts';
import { kindTotals } from '#core/analyze/kind-totals.ts';
import { reclaimedByIdleCap, reclaimedByIgnoringWaiting, WAIT_LEFT_MICROS } from '#core/analyze/reclaim.ts';
import { type Recording, recordingDuration } from '#core/cast/recording.ts';
import { microsToSeconds } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import type { PlanSource } from '#core/plan/plan.ts';
import { IDLE_CAPS_MICROS, waitingTotals } from './analysis-totals.ts';

/** Of the format of the document, not of the program. */
const ANALYSIS_VERSION = 1;

/** An analysis as a JSON document (docs/analysis.md) with a line for each item of a list, a line feed at the end. Seconds, as in a plan. */
export function analysisJson({ name, sha256, events }: PlanSource, recording: Recording, analysis: Analysis): string {
  const { spans, typingRuns, idleGaps, moments, flashes, isComplete } = analysis;
  const members = [
    member('version', ANALYSIS_VERSION),
    member('source', { name, sha256, duration: seconds(recordingDuration(recording)), events }),
    member('format', recording.version),
    member('cols', recording.header.size.cols),
    member('rows', recording.header.size.rows),
    member('settings', settingsDocument(analysis)),
    member('is_complete', isComplete),
    member('totals', inSeconds(kindTotals(spans))),
    member('waiting_totals', inSeconds(waitingTotals(spans))),
    member('savings', {
      idle_caps: IDLE_CAPS_MICROS.map((cap) => ({ idle_cap: seconds(cap), saved: seconds(reclaimedByIdleCap(recording, cap)) })),
      waiting: { left: seconds(WAIT_LEFT_MICROS), saved: seconds(reclaimedByIgnoringWaiting(analysis)) },
    }),
    listMember('spans', spans.map(spanDocument)),
    listMember('typing_runs', typingRuns.map(runDocument)),
    listMember('idle_gaps', idleGaps.map(range)),
    listMember('moments', moments.map(momentDocument)),
    member('flashes', Array.from(flashes.times, seconds)),
  ];
  return escaped(`{\n${members.join(',\n')}\n}\n`);
}

/** What is not seen, or turns the direction of writing, or ends a line for some: only texts have it, where it may be written as an escape. */
const escaped = (json: string): string =>
  json.replace(/[\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`).join(''),
  );

function settingsDocument({ settings }: Analysis): object {
  return {
    idle_threshold: seconds(settings.idleGapMicros),
    type_max_gap: seconds(settings.typingPauseMicros),
    min_keystrokes: settings.minKeys,
    words_per_second: settings.wordsPerSecond,
    min_reading: seconds(settings.minReadingMicros),
    max_reading: seconds(settings.maxReadingMicros),
    shortest_span: seconds(settings.shortestSpanMicros),
  };
}

const spanDocument = ({ kind, waiting, ...span }: Span): object => ({ ...range(span), kind, waiting });

const runDocument = ({ text, keys, from, ...run }: TypingRun): object => ({ ...range(run), text, keys, from });

const momentDocument = ({ start, end, time, goneAt, kind, score, isKept, readingMicros, text, reason }: Moment): object => ({
  start: seconds(start),
  end: seconds(end),
  time: seconds(time),
  gone_at: seconds(goneAt),
  kind,
  score: Number(score.toFixed(3)),
  is_kept: isKept,
  reading: seconds(readingMicros),
  text,
  reason,
});

const seconds = microsToSeconds;

const range = ({ start, end }: Range): object => ({ start: seconds(start), end: seconds(end) });

const inSeconds = (totals: readonly (readonly [string, number])[]): object =>
  Object.fromEntries(totals.map(([kind, micros]) => [kind, seconds(micros)]));

const member = (key: string, value: unknown): string => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;

function listMember(key: string, items: readonly object[]): string {
  const lines = items.map((item) => `    ${JSON.stringify(item)}`);
  return `  ${JSON.stringify(key)}: ${lines.length > 0 ? `[\n${lines.join(',\n')}\n  ]` : '[]'}`;
}
