import type { Fitted, FittedEdits } from '#core/analyze/fit/outcome.ts';
import { formatTime } from '#core/cast/format-time.ts';
import { type Recording, recordingDuration } from '#core/cast/recording.ts';
import type { Range } from '#core/lib/ranges.ts';
import { formatFactor } from '#core/plan/factor.ts';
import { excerpt, momentExcerpt } from './excerpt.ts';

/** Of a list so many items are shown; the rest is a number. */
const SHOWN = 24;

const LINE_BYTES = 160;
const TEXT_BYTES = 60;

/** What a fitted plan makes of a recording, and why, for people. Places are times of the recording. */
export function fitReport(recording: Recording, { edits, kept, resultMicros, notes }: Fitted): string[] {
  const { cuts, speedRegions, holds } = edits;
  const made = [count(cuts, 'cut'), count(speedRegions, 'speed region'), count(holds, 'hold')].join(', ');
  return [
    `${formatTime(recordingDuration(recording))} → ${formatTime(resultMicros)}: adds ${made}, at these times of the recording:`,
    ...firstOf(editLines(edits)),
    `keeps ${count(kept, 'moment')}:`,
    ...firstOf(kept.map((moment) => `${formatTime(moment.time)} ${momentExcerpt(moment, TEXT_BYTES)}`)),
    ...notes.map((note) => `note: ${excerpt(note, LINE_BYTES)}`),
  ];
}

/** In order of time. */
function editLines({ cuts, speedRegions, holds }: FittedEdits): string[] {
  const lines = [
    ...cuts.map((cut) => ({ at: cut.start, text: `${place(cut)} cut: ${cut.reason}` })),
    ...speedRegions.map((region) => ({ at: region.start, text: `${place(region)} ${region.reason}, ${formatFactor(region.factor)}` })),
    ...holds.map(({ at, durationMicros, reason }) => ({ at, text: `${formatTime(at)} held for ${formatTime(durationMicros)}: ${reason}` })),
  ];
  return lines.sort((one, other) => one.at - other.at).map(({ text }) => excerpt(text, LINE_BYTES));
}

const place = ({ start, end }: Range): string => `${formatTime(start)}–${formatTime(end)}`;

function firstOf(lines: readonly string[]): string[] {
  const shown = lines.slice(0, SHOWN).map((line) => `  ${line}`);
  return lines.length > SHOWN ? [...shown, `  and ${lines.length - SHOWN} more`] : shown;
}

const count = ({ length }: readonly unknown[], noun: string): string => `${length} ${noun}${length === 1 ? '' : 's'}`;
