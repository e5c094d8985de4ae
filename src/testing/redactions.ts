import { expect } from 'vitest';
import { readCast } from '#core/cast/reader.ts';
import { secondsToMicros, sourceTime } from '#core/cast/time.ts';
import { decodeUtf8 } from '#core/lib/text.ts';
import { maskRecording } from '#core/plan/mask-recording.ts';
import { type RedactedRect, type Redaction, WHOLE_RECORDING } from '#core/plan/plan.ts';
import { SeenTexts } from '#core/screen/redact/seen-texts.ts';
import { remainingMatches, traceMasks } from '#core/screen/redact/trace-masks.ts';
import { drawCast } from './draw-cast.ts';
import { bytesOf, castV2 } from './recordings.ts';

interface RedactionOptions {
  /** In seconds. */
  readonly from?: number;
  readonly to?: number;
  readonly with?: string;
}

const seconds = (value: number) => sourceTime(secondsToMicros(value));

const range = ({ from, to }: RedactionOptions) => ({
  start: from === undefined ? WHOLE_RECORDING.start : seconds(from),
  end: to === undefined ? WHOLE_RECORDING.end : seconds(to),
});

export const pattern = (source: string, options: RedactionOptions = {}): Redaction => ({
  ...range(options),
  what: { kind: 'pattern', pattern: source, ignoreCase: false },
  with: options.with ?? '#',
});

export const rect = (row: number, col: number, rows: number, cols: number, options: RedactionOptions = {}): Redaction => ({
  ...range(options),
  what: { kind: 'rect', row, col, rows, cols } satisfies RedactedRect,
  with: options.with ?? '#',
});

/** The events that redactions make of drawn ones, drawn; nothing of what they name is left. */
export function redactedEvents(events: string, redactions: readonly Redaction[], header: object = {}): string {
  const recording = readCast(bytesOf(castV2(events, { header })));
  const seen = new SeenTexts();
  const masked = maskRecording(recording, traceMasks(recording, redactions, seen));
  expect(remainingMatches(masked, redactions, seen.groups)).toBe(0);
  return drawCast(decodeUtf8(masked.bytes));
}
