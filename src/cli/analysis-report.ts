import type { Analysis, Moment, Span, TypingRun } from '#core/analyze/analysis.ts';
import { kindTotals } from '#core/analyze/kind-totals.ts';
import { reclaimedByIdleCap, reclaimedByIgnoringWaiting, WAIT_LEFT_MICROS } from '#core/analyze/reclaim.ts';
import { formatTime } from '#core/cast/format-time.ts';
import { type Recording, recordingDuration } from '#core/cast/recording.ts';
import { MICROS_PER_SECOND, microsToSeconds, type SourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { IDLE_CAPS_MICROS, waitingTotals } from './analysis-totals.ts';
import { excerpt, momentExcerpt, quotedExcerpt } from './excerpt.ts';

/*
 * The report is for people, and for language models that plan an edit from it alone, so its size is bounded whatever is
 * in the recording: about 600 tokens. What it does not show it counts, and `--json` has it.
 */
const SHOWN_WAITS = 5;
const SHOWN_RUNS = 3;
const SHOWN_MOMENTS = 10;

/** Lengths that are proposed, in seconds: the first that is shorter than the recording. */
const TARGETS = [40, 15];

/** Ways of waiting that have a smaller share of it are not named. */
const LEAST_SHARE = 0.01;

const NAME_BYTES = 60;
const RUN_BYTES = 24;
const MOMENT_BYTES = 36;

/** What an analysis says, as lines for the standard output. Times are seconds of the recording, as a plan takes them. */
export function analysisReport(name: string, recording: Recording, analysis: Analysis): string[] {
  const duration = recordingDuration(recording);
  const { size } = recording.header;
  const lines = [
    `${excerpt(name, NAME_BYTES)}: asciicast v${recording.version}, ${size.cols}x${size.rows}, ${recording.events.length} events, ${seconds(duration)} s (${formatTime(duration)})`,
    'All times are seconds of the recording.',
  ];
  if (duration === 0) return [...lines, 'Nothing lasts: there is nothing to shorten.'];
  return [
    ...lines,
    ...(analysis.isComplete ? [] : ['Holds more text than is looked at: past that, only when the screen changed is known.']),
    shares(analysis, duration),
    savingsLine(recording, analysis),
    ...waits(analysis),
    ...pauses(analysis),
    ...typed(analysis),
    ...moments(analysis),
    nextStep(duration),
  ];
}

function nextStep(duration: number): string {
  const target = TARGETS.find((length) => length * MICROS_PER_SECOND < duration);
  const plan = target === undefined ? 'write PLAN.json' : `castfold fit IN.cast --target ${target} -o PLAN.json`;
  return `next: ${plan}, castfold apply PLAN.json IN.cast -o OUT.cast`;
}

function shares({ spans }: Analysis, duration: number): string {
  const totals = kindTotals(spans);
  const waiting = totals.find(([kind]) => kind === 'waiting')?.[1] ?? 0;
  const ways = waitingTotals(spans).filter(([, micros]) => micros >= waiting * LEAST_SHARE);
  const parts = totals
    .filter(([, micros]) => micros > 0)
    .map(([kind, micros]) => {
      const total = `${kind} ${amount(micros)} (${Math.round((micros / duration) * 100)}%)`;
      return kind === 'waiting' && ways.length > 0
        ? `${total}: ${ways.map(([way, length]) => `${way} ${amount(length)}`).join(', ')}`
        : total;
    });
  return parts.join('; ');
}

function savingsLine(recording: Recording, analysis: Analysis): string {
  const caps = IDLE_CAPS_MICROS.map((cap) => `${amount(reclaimedByIdleCap(recording, cap))} by an idle cap of ${microsToSeconds(cap)}`);
  const waiting = `${amount(reclaimedByIgnoringWaiting(analysis))} by cutting each wait to ${microsToSeconds(WAIT_LEFT_MICROS)}`;
  return `would save: ${caps.join(', ')}, ${waiting}`;
}

function waits({ spans }: Analysis): string[] {
  const all = waitsOf(spans);
  if (all.length === 0) return [];
  const shown = firstOf(all, byLength, SHOWN_WAITS).map(({ mainWay, ...wait }) => `${within(wait)} ${mainWay}`);
  return [`longest waits${outOf(shown, all)}: ${shown.join(', ')}`];
}

/** Stretches of waiting, and what most of each goes to: to a viewer a spinner and the silence after it are one wait. */
function waitsOf(spans: readonly Span[]): (Range<SourceTime> & { readonly mainWay: string })[] {
  const stretches: [Span, ...Span[]][] = [];
  for (const span of spans) {
    const last = stretches.at(-1);
    if (span.kind !== 'waiting') continue;
    if (last?.at(-1)?.end === span.start) last.push(span);
    else stretches.push([span]);
  }
  return stretches.map((stretch) => ({
    start: stretch[0].start,
    end: (stretch.at(-1) as Span).end,
    mainWay: waitingTotals(stretch)[0]?.[0] ?? 'waiting',
  }));
}

function pauses({ idleGaps, settings }: Analysis): string[] {
  const [longest] = firstOf(idleGaps, byLength, 1);
  if (longest === undefined) return [];
  const total = idleGaps.reduce((sum, { start, end }) => sum + end - start, 0);
  const threshold = microsToSeconds(settings.idleGapMicros);
  return [`pauses from ${threshold} on: ${idleGaps.length}, together ${amount(total)}, longest ${within(longest)}`];
}

function typed({ typingRuns }: Analysis): string[] {
  if (typingRuns.length === 0) return [];
  const byKeys = (one: TypingRun, other: TypingRun): number => other.keys - one.keys;
  const shown = firstOf(typingRuns, byKeys, SHOWN_RUNS).map((run) => `  ${around(run)} ${typedText(run)}`);
  return [`typed${outOf(shown, typingRuns)}:`, ...shown];
}

const typedText = ({ text, keys }: TypingRun): string =>
  text === '' ? `(${keys} ${keys === 1 ? 'key' : 'keys'}, not shown)` : quotedExcerpt(text, RUN_BYTES);

function moments({ moments: all }: Analysis): string[] {
  if (all.length === 0) return ['no moments: no text was told that is worth keeping'];
  const byScore = (one: Moment, other: Moment): number => Number(other.isKept) - Number(one.isKept) || other.score - one.score;
  const shown = firstOf(all, byScore, SHOWN_MOMENTS).map(
    (moment) => `  ${roundedUp(moment.time)} ${seconds(moment.readingMicros)} ${momentExcerpt(moment, MOMENT_BYTES)}`,
  );
  return [`moments${outOf(shown, all)}, with seconds to read:`, ...shown];
}

/** The first `count` in the order that is asked for, in the order of time. */
function firstOf<Item extends Range<SourceTime>>(
  items: readonly Item[],
  order: (one: Item, other: Item) => number,
  count: number,
): readonly Item[] {
  return [...items]
    .sort(order)
    .slice(0, count)
    .sort((one, other) => one.start - other.start);
}

const byLength = (one: Range, other: Range): number => other.end - other.start - (one.end - one.start);

/** Says how many are shown, where that is not all of them. */
const outOf = (shown: readonly unknown[], all: readonly unknown[]): string =>
  shown.length < all.length ? ` (${shown.length} of ${all.length})` : '';

const TENTH = 100_000;

const seconds = (micros: number): string => (Math.round(micros / TENTH) / 10).toFixed(1);
/** How long something lasts, not where it is: a hundred seconds and more do without tenths. */
const amount = (micros: number): string => (micros < 99_950_000 ? seconds(micros) : String(Math.round(micros / 1e6)));

const roundedUp = (micros: number): string => (Math.ceil(micros / TENTH) / 10).toFixed(1);
const roundedDown = (micros: number): string => (Math.floor(micros / TENTH) / 10).toFixed(1);

/** A stretch as a cut may take it, so rounded inwards: nothing that is seen before it or after it would be lost. */
const within = ({ start, end }: Range): string => `${roundedUp(start)}-${roundedDown(end)}`;

/** A stretch that is to be seen, so rounded outwards. */
const around = ({ start, end }: Range): string => `${roundedDown(start)}-${roundedUp(end)}`;
