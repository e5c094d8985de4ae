import type { Recording } from '../../cast/recording.ts';
import { type SourceTime, sourceTime } from '../../cast/time.ts';
import { upperBound } from '../../lib/binary-search.ts';
import type { Range } from '../../lib/ranges.ts';
import type { RedactedRect } from '../../plan/plan.ts';
import type { ScreenSource } from '../history/screen-source.ts';
import type { Emulator } from '../terminal/emulator.ts';
import { MAX_BLINK_MICROS } from './text-index.ts';

/** A part of the screen, and a time at which it is looked at. */
export interface SeenPlace {
  readonly rect: RedactedRect;
  readonly time: SourceTime;
}

interface Sources {
  readonly recording: Recording;
  readonly history: Pick<ScreenSource, 'seek'>;
}

/** So many events are looked at between two rests. */
const STEP_EVENTS = 64;

/**
 * From when to when the cells of a place show what they show at that time; a moment in which they do not, as when all is
 * painted anew, does not count. At `end` they show something else, or the recording is over. Yields now and then.
 */
export function* stillRange({ recording, history }: Sources, { rect, time }: SeenPlace): Generator<void, Range<SourceTime>, void> {
  const { times, length } = recording.events;
  const asked = upperBound(times, time);
  const text = textAt(history.seek(asked), rect);
  const isSame = (position: number): boolean => textAt(history.seek(position), rect) === text;
  const timeAt = (position: number): number => (position > 0 ? (times[position - 1] as number) : 0);

  let end = length;
  for (let position = asked + 1, gone: number | undefined; position <= length; position++) {
    if (position % STEP_EVENTS === 0) yield;
    if (gone !== undefined && timeAt(position) - timeAt(gone) > MAX_BLINK_MICROS) {
      end = gone;
      break;
    }
    gone = isSame(position) ? undefined : (gone ?? position);
    if (position === length) end = gone ?? length;
  }

  // Terminals only go forwards: the events before are looked at in stretches, each from its start, and each twice as long as the last.
  let start = 0;
  for (let to = asked, size = STEP_EVENTS; to > 0 && start === 0; to -= size, size *= 2) {
    for (let position = Math.max(0, to - size); position < to; position++) {
      if (position % STEP_EVENTS === 0) yield;
      if (!isSame(position)) start = position + 1;
    }
  }
  const from = timeAt(start);
  return { start: sourceTime(from), end: sourceTime(Math.max(timeAt(end), from + 1)) };
}

function textAt(emulator: Emulator, { row, col, rows, cols }: RedactedRect): string {
  const { size } = emulator;
  let text = '';
  for (let at = row - 1; at < Math.min(row - 1 + rows, size.rows); at++) {
    text += `${emulator.cellsText(at, col - 1, Math.min(col - 1 + cols, size.cols))}\n`;
  }
  return text;
}
