import type { Recording } from '../../cast/recording.ts';
import { finished } from '../../lib/finished.ts';
import type { Mask } from '../../plan/masked-text.ts';
import type { Redaction } from '../../plan/plan.ts';
import { MaskList } from './mask-list.ts';
import { RedactionError } from './redaction-error.ts';
import { searchRecording } from './search-recording.ts';
import { type SeenGroup, SeenTexts } from './seen-texts.ts';

/** What is masked may make a pattern match where it did not before, but hardly ever more than once or twice. */
const MAX_ROUNDS = 10;

/**
 * What has to be replaced in a recording so that nothing is left in it that the redactions name, nor what they have matched
 * anywhere, which `seen` gets. Yields how many events have been searched; from the start again for each round, which looks
 * at what the rounds before have masked. Throws `RedactionError` where that comes to no end.
 */
export function* tracingMasks(
  recording: Recording,
  redactions: readonly Redaction[],
  seen = new SeenTexts(),
): Generator<number, readonly Mask[], void> {
  const list = new MaskList(recording);
  let left = redactions.length;
  for (let round = 0; left > 0 && round < MAX_ROUNDS; round++) {
    left = yield* searchRecording(recording, redactions, { known: list.known(), list, seen, seenGroups: seen.groups });
  }
  if (left > 0) throw new RedactionError(left);
  return list.masks();
}

/** The same at once. */
export const traceMasks = (recording: Recording, redactions: readonly Redaction[], seen?: SeenTexts): readonly Mask[] =>
  finished(tracingMasks(recording, redactions, seen));

/**
 * Counts the matches of the redactions that a recording has and that do not consist of masks, and what is left of the texts
 * in `groups`. Yields how many events have been searched.
 */
export const countingMatches = (
  recording: Recording,
  redactions: readonly Redaction[],
  groups: readonly SeenGroup[] = [],
): Generator<number, number, void> =>
  searchRecording(recording, redactions, { known: undefined, list: new MaskList(recording), seenGroups: groups });

/** The same at once. */
export const remainingMatches = (recording: Recording, redactions: readonly Redaction[], groups?: readonly SeenGroup[]): number =>
  finished(countingMatches(recording, redactions, groups));
