import type { Recording } from '../../cast/recording.ts';
import { finished } from '../../lib/finished.ts';
import { maskRecording } from '../../plan/mask-recording.ts';
import type { Mask } from '../../plan/masked-text.ts';
import type { Redaction } from '../../plan/plan.ts';
import { RedactionError } from './redaction-error.ts';
import { type SeenGroup, SeenTexts } from './seen-texts.ts';
import { countingMatches, tracingMasks } from './trace-masks.ts';

/** Masks that were tried out, and the secrets behind them: for looking whether they are anywhere else, and for nothing else. */
export interface ProvenMasks {
  readonly masks: readonly Mask[];
  readonly seen: readonly SeenGroup[];
}

/** A recording with its masks. */
export interface RedactedRecording extends ProvenMasks {
  readonly recording: Recording;
}

/**
 * What has to be replaced in a recording so that nothing is left in it that the redactions name: tried out, and the
 * masked recording looked through once more, before it is handed out. Yields how many events have been searched, again
 * and again from the start. Throws `RedactionError` where something is left.
 */
export function* provingMasks(recording: Recording, redactions: readonly Redaction[]): Generator<number, ProvenMasks, void> {
  if (redactions.length === 0) return { masks: [], seen: [] };
  const texts = new SeenTexts();
  const masks = yield* tracingMasks(recording, redactions, texts);
  const seen = texts.groups;
  const left = yield* countingMatches(maskRecording(recording, masks), redactions, seen);
  if (left > 0) throw new RedactionError(left);
  return { masks, seen };
}

/** The recording with all that the redactions name masked, wherever it was. Throws `RedactionError` where something is left. */
export function redactRecording(recording: Recording, redactions: readonly Redaction[]): RedactedRecording {
  const proven = finished(provingMasks(recording, redactions));
  return { ...proven, recording: maskRecording(recording, proven.masks) };
}
