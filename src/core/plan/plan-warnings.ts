import { type Recording, recordingDuration } from '../cast/recording.ts';
import { microsToSeconds } from '../cast/time.ts';
import type { Range } from '../lib/ranges.ts';
import { cutSpans, isCut } from './cut-spans.ts';
import type { Plan } from './plan.ts';

/**
 * What of a plan does not do on this recording what its author may expect (plan-format §2), a sentence each for people
 * to read. Regions are named by their times: a plan that was read is sorted, and its places are not those of the file.
 * Nothing here keeps the plan from being applied. `sha256` is that of the recording's source text.
 */
export function planWarnings(plan: Plan, recording: Recording, sha256?: string): string[] {
  const duration = recordingDuration(recording);
  const cuts = cutSpans(recording, plan);
  const unusedHolds = plan.holds.map(({ at }) => {
    const name = `the hold at ${inSeconds(at)}`;
    if (at > duration) return pastEnd(name, duration);
    return isCut(cuts, at) ? `${name} is inside a cut and has no effect` : undefined;
  });
  const lostMarkers = plan.markers?.map(({ time }) => {
    return time > duration ? pastEnd(`the marker at ${inSeconds(time)}`, duration) : undefined;
  });
  return [
    sourceWarning(plan, recording, sha256),
    // Of cuts, one that begins with the last events still removes them.
    ...plan.cuts.map((cut) => rangeWarning('the cut', cut, duration, cut.start > duration)),
    ...plan.speedRegions.map((region) => rangeWarning('the speed region', region, duration, region.start >= duration)),
    ...plan.redactions.map(({ start }) => (start > duration ? pastEnd(`the redaction at ${inSeconds(start)}`, duration) : undefined)),
    ...unusedHolds,
    ...(lostMarkers ?? []),
  ].filter((warning) => warning !== undefined);
}

function rangeWarning(kind: string, { start, end }: Range, duration: number, isUnused: boolean): string | undefined {
  const name = `${kind} from ${inSeconds(start)} to ${inSeconds(end)}`;
  if (isUnused) return pastEnd(name, duration);
  return end > duration ? `${name} is clipped to the end of the recording at ${inSeconds(duration)}` : undefined;
}

const pastEnd = (name: string, duration: number): string =>
  `${name} lies past the end of the recording at ${inSeconds(duration)} and has no effect`;

const inSeconds = (micros: number): string => `${microsToSeconds(micros)} s`;

/** The digest decides where both are known; duration and number of events otherwise. */
function sourceWarning({ source }: Plan, recording: Recording, sha256: string | undefined): string | undefined {
  if (source === undefined) return undefined;
  const madeFor = `the plan was made for another recording${source.name === undefined ? '' : `, ${source.name}`}`;
  if (source.sha256 !== undefined && sha256 !== undefined) {
    if (source.sha256.toLowerCase() === sha256.toLowerCase()) return undefined;
    return `${madeFor}: its SHA-256 is ${source.sha256}, that of this one ${sha256}`;
  }
  const duration = recordingDuration(recording);
  if (source.durationMicros !== undefined && source.durationMicros !== duration) {
    return `${madeFor}: it lasts ${inSeconds(source.durationMicros)}, this one ${inSeconds(duration)}`;
  }
  if (source.events !== undefined && source.events !== recording.events.length) {
    return `${madeFor}: it has ${source.events} events, this one ${recording.events.length}`;
  }
  return undefined;
}
