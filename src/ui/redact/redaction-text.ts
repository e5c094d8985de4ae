import { formatTime } from '#core/cast/format-time.ts';
import { type RedactedRect, type Redaction, WHOLE_RECORDING } from '#core/plan/plan.ts';
import { builtInPattern } from '#core/screen/redact/built-in-patterns.ts';

/** What a redaction masks, in words; a pattern of the user's own stands for itself. */
export function redactionTitle({ what }: Redaction): string {
  return what.kind === 'rect' ? rectText(what) : (builtInPattern(what)?.label ?? what.pattern);
}

/** Whether the title is a pattern, to be read character by character. */
export const isOwnPattern = ({ what }: Redaction): boolean => what.kind === 'pattern' && builtInPattern(what) === undefined;

const rectText = ({ row, col, rows, cols }: RedactedRect): string =>
  `${rows === 1 ? `Row ${row}` : `Rows ${row}–${row + rows - 1}`}, ${cols === 1 ? `column ${col}` : `columns ${col}–${col + cols - 1}`}`;

/** The end of a range for people; one that reaches beyond every recording is none. */
export const rangeEndText = (end: number): string => (end === WHOLE_RECORDING.end ? 'end' : formatTime(end));
