import type { Recording } from '../../cast/recording.ts';
import { type SourceTime, sourceTime } from '../../cast/time.ts';
import { upperBound } from '../../lib/binary-search.ts';
import type { Range } from '../../lib/ranges.ts';
import type { ScreenHistory } from '../history/screen-history.ts';
import { screenLines } from './screen-lines.ts';
import { MAX_BLINK_MICROS, STILL_THERE, type TextIndex } from './text-index.ts';

/** Text, of one line or several, and a time at which it is seen. */
export interface SeenText {
  readonly text: string;
  readonly time: SourceTime;
}

/** The index of the whole recording says it to a sixtieth of a second, the history exactly. */
export interface LocateSources {
  readonly recording: Recording;
  readonly index: TextIndex;
  readonly history: ScreenHistory;
}

/**
 * From when to when text stood on the screen without a break, wherever on it, and whatever else was in its lines. At
 * `end` it is gone, or the recording is over. Undefined where it is not seen at that time.
 */
export function locate({ recording, index, history }: LocateSources, { text, time }: SeenText): Range<SourceTime> | undefined {
  const { times, length } = recording.events;
  const { samples } = index;
  const asked = upperBound(times, time);
  // What a line wraps into, and what a selection breaks off, are parts of lines.
  const parts = text
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== '');

  const isShown = (position: number): boolean => {
    const lines = screenLines(history.seek(position));
    return parts.every((part) => lines.some((line) => line.includes(part)));
  };
  const positionOf = (sample: number): number => (sample < 0 ? 0 : sample < samples.length ? samples.at(sample) : length);
  const timeAt = (position: number): SourceTime => sourceTime(position > 0 ? (times[position - 1] as number) : 0);

  if (parts.length === 0 || !isShown(asked)) return undefined;
  const { start, end } = commonSpan(index, times, parts, upperBound(samples.view, asked) - 1);
  const appeared = firstWith(positionOf(start - 1), Math.min(positionOf(start), asked), isShown);
  const went =
    end === STILL_THERE ? length : firstWith(Math.max(positionOf(end - 1), asked), positionOf(end), (position) => !isShown(position));
  return { start: timeAt(appeared), end: timeAt(went) };
}

/** The samples, around one or right after it, in which all parts were on screen. */
function commonSpan(index: TextIndex, times: Float64Array, parts: readonly string[], sample: number): Range {
  const common = { start: 0, end: STILL_THERE };
  for (const part of parts) {
    const { start, end } = spanAround(index, times, part, sample);
    common.start = Math.max(common.start, start);
    common.end = Math.min(common.end, end);
  }
  return common;
}

function spanAround({ texts, samples, ...intervals }: TextIndex, times: Float64Array, part: string, sample: number): Range {
  const hasPart = texts.map((text) => text.includes(part));
  const timeOf = (index: number): number => times[samples.at(index) - 1] as number;
  let span: { start: number; end: number } | undefined;
  for (let interval = 0; interval < intervals.intervalTexts.length; interval++) {
    if (!hasPart[intervals.intervalTexts.at(interval)]) continue;
    const start = intervals.intervalStarts.at(interval);
    const end = intervals.intervalEnds.at(interval);
    const isBreak = span && span.end !== STILL_THERE && start > span.end && timeOf(start) - timeOf(span.end) > MAX_BLINK_MICROS;
    if (span && !isBreak) span.end = Math.max(span.end, end);
    else if (span && span.end > sample) break;
    else span = { start, end };
    if (start > sample + 1 && span.start === start) break;
  }
  const isAround = span && span.start <= sample + 1 && span.end > sample;
  // Seen for so short a time that no sample has it.
  return isAround && span ? span : { start: sample + 1, end: sample + 1 < samples.length ? sample + 1 : STILL_THERE };
}

/** The first position after `without` from which on something holds, which does at `to`, if it begins to hold only once. */
function firstWith(without: number, to: number, holds: (position: number) => boolean): number {
  let low = without;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
