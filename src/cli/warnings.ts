import type { ReadReport } from '#core/cast/recording.ts';
import { complain } from './standard-streams.ts';

/** Lines of each list that are shown; the rest is a number. */
const SHOWN_LINES = 5;

export function warn(message: string): void {
  complain(`warning: ${message}`);
}

/** What the reader skipped. The oddities that it could use are `check`'s business. */
export function readingWarnings(name: string, report: ReadReport): string[] {
  if (report.unreadableCount === 0) return [];
  const lines = report.unreadableCount === 1 ? '1 unreadable line was' : `${report.unreadableCount} unreadable lines were`;
  return [`${name}: ${lines} skipped (${firstLines(report.unreadable, report.unreadableCount).join('; ')})`];
}

/** `line 3: reason`, for the first few; then how many more there are. */
export function firstLines(notes: ReadReport['unreadable'], count: number): string[] {
  const shown = notes.slice(0, SHOWN_LINES).map(({ line, reason }) => `line ${line}: ${reason}`);
  return count > shown.length ? [...shown, `and ${count - shown.length} more`] : shown;
}
