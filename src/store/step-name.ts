import { formatTime, speakTime } from '#core/cast/format-time.ts';
import type { Range } from '#core/lib/ranges.ts';
import type { DocumentHold, DocumentMarker, DocumentRegion, EditDocument, EditRef } from '#core/plan/document.ts';
import { changedEdits } from '#core/plan/document-change.ts';
import { formatFactor } from '#core/plan/factor.ts';
import type { CutMode } from '#core/plan/plan.ts';

/** What a step is called: to be read, and to be said, as assistive technology does not say `41:05–44:17` as times. */
export interface StepName {
  readonly label: string;
  readonly spoken: string;
}

interface Wording {
  time(micros: number): string;
  range(range: Range): string;
}

const WRITTEN: Wording = { time: (micros) => formatTime(micros), range: ({ start, end }) => `${formatTime(start)}–${formatTime(end)}` };
const SPOKEN: Wording = { time: speakTime, range: ({ start, end }) => `${speakTime(start)} to ${speakTime(end)}` };

/** A name with times in it, in both wordings. */
export const stepName = (write: (wording: Wording) => string): StepName => ({ label: write(WRITTEN), spoken: write(SPOKEN) });

export const plainName = (label: string): StepName => ({ label, spoken: label });

/** Assistive technology is told how much is gone rather than where. */
export const cutName = (range: Range): StepName => ({
  label: `Cut ${WRITTEN.range(range)}`,
  spoken: `Cut ${speakTime(range.end - range.start)}`,
});

export const speedName = (range: Range, factor: number): StepName =>
  stepName((wording) => `Speed ${formatFactor(factor)} on ${wording.range(range)}`);

export const keepName = (range: Range): StepName => stepName((wording) => `Keep ${wording.range(range)} at 1×`);

export const fitName = (targetMicros: number): StepName => stepName((wording) => `Fit to ${wording.time(targetMicros)}`);

export const CUT_MODE_NAMES: Readonly<Record<CutMode, string>> = { jump: 'Jump', collapse: 'Fast-forward', drop: 'Drop' };

/** More of a text than this is no name to read. */
const LONGEST_TEXT = 40;

/** What there is room for of a text that the user has typed. */
export const inShort = (text: string): string => (text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1).trimEnd()}…` : text);

/**
 * What was done to one edit: that it was moved, changed or removed; undefined where that is not all that was done. Both
 * documents have to say which markers the result has.
 */
export function nameOfChange(before: EditDocument, after: EditDocument): StepName | undefined {
  const changes = changedEdits(before, after);
  const [change] = changes;
  if (changes.length !== 1 || !change?.before || change.kind === 'mask') return undefined;
  const name = `${change.kind} ${placeOf(change, change.after ? after : before)}`;
  if (!change.after) return nameOfRemoval(change.before, name);
  switch (change.kind) {
    case 'hold':
      return nameOfHoldChange(change.before, change.after, name);
    case 'marker':
      return nameOfMarkerChange(change.before, change.after, name);
    default:
      return nameOfRegionChange(change.before, change.after, name);
  }
}

/** Its place among its kind, from 1. */
function placeOf({ kind, id }: EditRef, { cuts, speedRegions, holds, markers = [] }: EditDocument): number {
  const lists = { cut: cuts, speed: speedRegions, hold: holds, marker: markers };
  return lists[kind].findIndex((edit) => edit.id === id) + 1;
}

function nameOfRemoval(edit: DocumentRegion | DocumentHold | DocumentMarker, name: string): StepName {
  return stepName(({ range, time }) => {
    const place = 'start' in edit ? range(edit) : time('at' in edit ? edit.at : edit.time);
    return `Remove ${name} at ${place}`;
  });
}

function nameOfRegionChange(before: DocumentRegion, after: DocumentRegion, name: string): StepName {
  if ('factor' in before && 'factor' in after && before.factor !== after.factor) return speedName(after, after.factor);
  if ('mode' in before && 'mode' in after && before.mode !== after.mode) return plainName(`Mode of ${name}: ${CUT_MODE_NAMES[after.mode]}`);
  if (before.start !== after.start && before.end !== after.end) return stepName(({ range }) => `Move ${name} to ${range(after)}`);
  if (before.start !== after.start) return stepName(({ time }) => `Start of ${name} to ${time(after.start)}`);
  return stepName(({ time }) => `End of ${name} to ${time(after.end)}`);
}

function nameOfHoldChange(before: DocumentHold, { at, durationMicros }: DocumentHold, name: string): StepName {
  if (before.at !== at) return stepName(({ time }) => `Move ${name} to ${time(at)}`);
  return stepName(({ time }) => `Length of ${name} to ${time(durationMicros)}`);
}

function nameOfMarkerChange(before: DocumentMarker, { time: at, label }: DocumentMarker, name: string): StepName {
  if (before.time !== at) return stepName(({ time }) => `Move ${name} to ${time(at)}`);
  return plainName(label === '' ? `No label for ${name}` : `Label of ${name}: ${inShort(label)}`);
}
