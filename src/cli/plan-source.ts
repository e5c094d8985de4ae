import { basename } from 'node:path';
import { recordingDuration } from '#core/cast/recording.ts';
import type { PlanSource } from '#core/plan/plan.ts';
import type { RecordingInput } from './read-input.ts';
import { STANDARD_STREAM } from './standard-streams.ts';

/** What a plan says of the recording that it is made for. The standard input has no name. */
export const planSource = (path: string, { recording, sha256 }: RecordingInput): PlanSource => ({
  ...(path !== STANDARD_STREAM && { name: basename(path) }),
  ...(sha256 !== undefined && { sha256 }),
  durationMicros: recordingDuration(recording),
  events: recording.events.length,
});
