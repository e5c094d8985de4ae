import { parseTime } from './format-time.ts';

export interface TimeEntryBase {
  /** What `+5` and `-5` start from. */
  readonly currentMicros: number;
  /** What a share such as `50%` is of; without it there are none. */
  readonly wholeMicros?: number;
}

export type TimeEntry = { readonly micros: number } | { readonly problem: string };

/**
 * Reads what somebody types for a time or a length: as it is (`83.4`, `83.4s`, `1:23.4`), from where it is now (`+5`,
 * `-0.5`, `+1:30`), or as a share of the whole (`50%`, `+10%`). It may lie outside of what the caller can take, below
 * zero too: only the caller knows its bounds, and how to name them.
 */
export function parseTimeEntry(text: string, { currentMicros, wholeMicros }: TimeEntryBase): TimeEntry {
  const typed = text.trim();
  const [, sign, amount = ''] = /^([+\-−]?)\s*(.*)$/s.exec(typed) as RegExpExecArray;
  const micros = parseShare(amount, wholeMicros) ?? parseTime(amount);
  if (micros === undefined) {
    const examples = wholeMicros === undefined ? '12.5, 1:02.5 or +5' : '12.5, 1:02.5, +5 or 50%';
    return { problem: `A time such as ${examples} is needed, not “${typed}”.` };
  }
  if (!sign) return { micros };
  return { micros: currentMicros + (sign === '+' ? micros : -micros) };
}

function parseShare(text: string, wholeMicros: number | undefined): number | undefined {
  const match = /^(\d+\.?\d*|\.\d+)\s*%$/.exec(text);
  return match && wholeMicros !== undefined ? Math.round((Number(match[1]) / 100) * wholeMicros) : undefined;
}
