import type { EventColumns } from '../../cast/recording.ts';
import { lowerBound } from '../../lib/binary-search.ts';
import type { Range } from '../../lib/ranges.ts';
import type { WaitingKind } from '../analysis.ts';
import type { SeenRecording } from '../analyze.ts';
import type { Appearances } from '../lines/appearances.ts';
import type { Stretch } from './timeline.ts';

/** Nothing at all happens for so long: silence, whatever happens before and after it. */
const QUIET_MICROS = 2_000_000;

/** When several things change at once, the first of these is what it is called. */
const KINDS = ['progress', 'spinner', 'counter', 'repaint'] as const satisfies readonly WaitingKind[];
const REPAINT = KINDS.indexOf('repaint');

const STEP = 16_384;

/** What is seen at each change of the screen, where it is nothing to be read. */
export interface ChangeKinds {
  readonly times: Float64Array;
  readonly kinds: Uint8Array;
}

/**
 * Of every change of the screen. What changes without any text, as colours and the cursor, is drawn anew. Yields at which
 * appearance it is.
 */
export function* changeKinds({ recording, texts, changes }: SeenRecording, appearances: Appearances): Generator<number, ChangeKinds, void> {
  const times = timesBefore(changes, recording.events);
  const kinds = new Uint8Array(changes.length).fill(REPAINT);
  const { samples, intervalStarts } = texts;
  let change = 0;
  for (let index = 0; index < appearances.length; index++) {
    if (index % STEP === STEP - 1) yield index;
    const tick = appearances.tickOf(index);
    if (tick === undefined || !appearances.isTicker(index)) continue;
    const position = samples.at(intervalStarts.at(index));
    while (change < changes.length && (changes[change] as number) < position) change++;
    if (change < changes.length) kinds[change] = Math.min(kinds[change] as number, KINDS.indexOf(tick));
  }
  return { times, kinds };
}

/** The times of the events right before some positions. A loop: `from` with a function takes ten times as long. */
export function timesBefore(positions: Uint32Array, { times }: EventColumns): Float64Array<ArrayBuffer> {
  const before = new Float64Array(positions.length);
  for (let index = 0; index < positions.length; index++) before[index] = times[(positions[index] as number) - 1] as number;
  return before;
}

/**
 * What is seen while nothing readable changes, side by side over a stretch of waiting: silence where nothing happens for
 * long, and between two silences what takes most of the time.
 */
export function waysOfWaiting({ times, kinds }: ChangeKinds, { start, end }: Range): Stretch<WaitingKind>[] {
  const ways: Stretch<WaitingKind>[] = [];
  let from = start;
  let silenceStart = start;
  let micros = KINDS.map(() => 0);
  let hasChanges = false;

  /** Closes a stretch in which something happens again and again; too short a one is nothing in the silence around. */
  const close = (to: number): void => {
    const isWhole = from === start && to === end;
    if (hasChanges && (to - from >= QUIET_MICROS || isWhole)) {
      if (from > silenceStart) ways.push({ kind: 'silence', start: silenceStart, end: from });
      ways.push({ kind: KINDS[micros.indexOf(Math.max(...micros))] as WaitingKind, start: from, end: to });
      silenceStart = to;
    }
    micros = KINDS.map(() => 0);
    hasChanges = false;
  };

  let last = start;
  let kind = REPAINT;
  for (let change = lowerBound(times, start); change <= times.length; change++) {
    const time = Math.min(times[change] ?? end, end);
    if (time - last >= QUIET_MICROS) {
      close(last);
      from = time;
    } else {
      micros[kind] = (micros[kind] as number) + time - last;
    }
    if (time >= end) break;
    last = time;
    kind = kinds[change] as number;
    hasChanges = true;
  }
  if (end - last < QUIET_MICROS) close(end);
  if (silenceStart < end) ways.push({ kind: 'silence', start: silenceStart, end });
  return ways;
}

/** The time of the last event that the index knows the text after; undefined where it knows all. */
export const knownUntil = ({ texts }: Pick<SeenRecording, 'texts'>, { times }: EventColumns): number | undefined =>
  texts.isComplete || texts.samples.length === 0 ? undefined : (times[texts.samples.at(texts.samples.length - 1) - 1] as number);
