import type { Recording } from '../cast/recording.ts';
import { finished } from '../lib/finished.ts';
import { indexRecording } from '../screen/history/index-recording.ts';
import { Keyframes } from '../screen/history/keyframes.ts';
import { TextIndex } from '../screen/search/text-index.ts';
import type { WidthProfile } from '../screen/terminal/widths.ts';
import type { SeenRecording } from './analyze.ts';

/** Runs a recording's terminal once, at a go: for whoever has nothing else to do meanwhile, and needs no keyframes. */
export function seeRecording(recording: Recording, profile: WidthProfile): SeenRecording {
  const texts = new TextIndex();
  const { changes, areas } = finished(indexRecording(recording, profile, { keyframes: new Keyframes(), texts }));
  return { recording, texts, changes, changedAreas: areas };
}
