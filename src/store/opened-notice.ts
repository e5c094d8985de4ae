import { type LineNote, type Recording, recordingDuration, type TerminalSize } from '#core/cast/recording.ts';
import { shownSize } from '#core/cast/terminal-size.ts';
import type { Notice, PutAside } from './state.ts';

const MAX_DETAILS = 200;

/** What the user should know of a recording that opened: what was worked around in it, and whose edits gave way to it. */
export function openedNotice(fileName: string, recording: Recording, replaced: PutAside | undefined): Notice | null {
  const { header, report } = recording;
  const { unreadableCount, unreadable, oddityCount, oddities } = report;
  const are = unreadableCount === 1 ? 'is' : 'are';
  const details = [
    ...summed(unreadable, unreadableCount, `${count(unreadableCount, 'line')} could not be read and ${are} left out of the result.`),
    ...summed(oddities, oddityCount, `${count(oddityCount, 'oddity', 'oddities')} worked around.`),
    ...tooLarge(header.size),
    ...withoutTime(recording),
  ].slice(0, MAX_DETAILS);
  if (replaced) {
    const title = `${fileName} took the place of ${replaced.opened.fileName}${replaced.history.done.length > 0 ? ' and its edits' : ''}`;
    return { tone: 'info', title, details, replaced };
  }
  return details.length > 0 ? { tone: 'info', title: `Opened ${fileName}`, details } : null;
}

function withoutTime(recording: Recording): string[] {
  if (recording.events.length === 0) return ['It has no events, so there is nothing to show or to edit.'];
  return recordingDuration(recording) > 0 ? [] : ['It has one screen and no time: Hold gives it a length.'];
}

function tooLarge(size: TerminalSize): string[] {
  const shown = shownSize(size);
  if (shown.cols === size.cols && shown.rows === size.rows) return [];
  return [`Its terminal of ${size.cols}×${size.rows} is too large to be shown; the preview has ${shown.cols}×${shown.rows}.`];
}

/** A single note stands for itself; several follow their sum. */
function summed(notes: readonly LineNote[], total: number, sum: string): string[] {
  const lines = notes.map(({ line, reason }) => `Line ${line}: ${reason}`);
  return total > 1 ? [sum, ...lines] : lines;
}

const count = (amount: number, one: string, many = `${one}s`): string => `${amount.toLocaleString('en')} ${amount === 1 ? one : many}`;
