import type { SeenRecording } from '#core/analyze/analyze.ts';
import { seeRecording } from '#core/analyze/see-recording.ts';
import { readCast } from '#core/cast/reader.ts';
import type { Recording } from '#core/cast/recording.ts';
import { bytesOf, castV2, type DrawnOptions } from './recordings.ts';

/** What a recording's screens tell, as an analysis takes it. */
export const seenRecording = (recording: Recording): SeenRecording => seeRecording(recording, 'asciinema');

/** The same of a recording of version 2, drawn as in recordings.ts. */
export const seenCast = (events: string, options: Omit<DrawnOptions, 'version'> = {}): SeenRecording =>
  seenRecording(readCast(bytesOf(castV2(events, options))));
