import { readCast } from '../../cast/reader.ts';
import { type Redaction, WHOLE_RECORDING } from '../../plan/plan.ts';
import { groupsOfResult, type SeenGroup } from './seen-texts.ts';
import { countingMatches } from './trace-masks.ts';

/**
 * Of the redactions those that can be looked for in a result: patterns that are masked everywhere. The others name times
 * of the recording, and places on screens that cuts may have changed.
 */
const searchableInResult = (redactions: readonly Redaction[]): readonly Redaction[] =>
  redactions.filter(({ what, start, end }) => what.kind === 'pattern' && start === WHOLE_RECORDING.start && end === WHOLE_RECORDING.end);

/**
 * Counts what can be read in the file that a plan has made of a masked recording: what its redactions name, and all that
 * they had found there (`seen`). Cuts may bring together what was apart. Yields how many events have been searched.
 */
export const countingLeftovers = (
  file: Uint8Array<ArrayBuffer>,
  redactions: readonly Redaction[],
  seen: readonly SeenGroup[],
): Generator<number, number, void> => countingMatches(readCast(file), searchableInResult(redactions), groupsOfResult(seen));
