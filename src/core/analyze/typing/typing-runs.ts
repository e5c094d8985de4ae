import type { AnalysisSettings, TypingRun } from '../analysis.ts';
import type { SeenRecording } from '../analyze.ts';
import type { Appearances } from '../lines/appearances.ts';
import { echoedRuns } from './echoed-runs.ts';
import { hasKeys, keyedRuns } from './keyed-runs.ts';

/**
 * The stretches of typing, in order and apart: by the keys where the recording has them, else by what they made appear.
 * Yields at which appearance it is.
 */
export function* findTypingRuns(
  { recording }: Pick<SeenRecording, 'recording'>,
  appearances: Appearances,
  settings: AnalysisSettings,
): Generator<number, TypingRun[], void> {
  return hasKeys(recording) ? keyedRuns(recording, settings) : yield* echoedRuns(appearances, settings);
}
