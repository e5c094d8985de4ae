import { unfinishedBefore } from '#core/cast/escape-sequence.ts';
import { eventData } from '#core/cast/events.ts';
import { readCast } from '#core/cast/reader.ts';
import { Code, type Recording } from '#core/cast/recording.ts';
import { decodeUtf8, encodeUtf8 } from '#core/lib/text.ts';
import { applyPlan } from '#core/plan/apply-plan.ts';
import { type CutSpan, cutSpans } from '#core/plan/cut-spans.ts';
import type { Plan } from '#core/plan/plan.ts';
import type { Seam } from '#core/plan/seam.ts';
import { makeSeams } from '#core/screen/seams/seams.ts';
import { screenDifference } from '#core/screen/terminal/difference.ts';
import { emulatorFor, tellEvents } from '#core/screen/terminal/replay.ts';
import type { Screen } from '#core/screen/terminal/screen.ts';
import type { WidthProfile } from '#core/screen/terminal/widths.ts';
import { concatenated } from './apply.ts';
import { playerDifferences, playerTerminalFor, tellPlayer } from './player-terminal-screen.ts';

/** A screen behind a seam is looked at once more after so many events. */
const EVENTS_LATER = [0, 1, 10, 100];

export interface SeamReport {
  readonly seams: number;
  /** Why cuts have no repaint. */
  readonly problems: readonly string[];
  /** How many seams stand where the recorded terminal was, at the cut's start or its end, inside an escape sequence. */
  readonly inSequence: number;
  /** How many show the alternate screen. */
  readonly inAlternate: number;
  readonly overResizes: number;
  readonly comparisons: number;
  /** How many of them in the player too. Where it does not show the recording as the emulator does, it is no witness. */
  readonly playerComparisons: number;
  /** Where the result's screen is not the recording's, in words. */
  readonly differences: readonly string[];
}

const LABEL = 'after event ';
/** An event and its marker. */
const EVENTS_EACH = 2;

const START = { event: 0, unfinished: '' };

/**
 * The same recording with a marker after each event, by which the places of its own can be found in a result, whatever
 * that has in the place of cuts. A terminal is told nothing by markers.
 */
export function withPositions(recording: Recording): Recording {
  const { events, bytes, headerRange, textVersion } = recording;
  const { timeStarts, lineEnds, times, length } = events;
  const lines = [decodeUtf8(bytes.subarray(headerRange.start, headerRange.end))];
  for (let index = 0; index < length; index++) {
    lines.push(`[${decodeUtf8(bytes.subarray(timeStarts[index], lineEnds[index])).trimEnd()}`);
    lines.push(marker(textVersion === 3 ? '0' : seconds(times[index] as number), index + 1));
  }
  return readCast(encodeUtf8(lines.join('\n')));
}

/** The same, in version 2, and with every output that has an escape sequence parted inside one: recorders do so now and then, where they please. */
export function withPositionsInSequences(recording: Recording): Recording {
  const { events, header } = recording;
  const { times, codes, length } = events;
  const lines = [JSON.stringify({ version: 2, width: header.size.cols, height: header.size.rows })];
  let count = 0;
  function add(micros: number, code: string, data: string): void {
    lines.push(`[${seconds(micros)}, "${code}", ${JSON.stringify(data)}]`, marker(seconds(micros), ++count));
  }
  for (let index = 0; index < length; index++) {
    const time = times[index] as number;
    const data = eventData(recording, index);
    const inside = codes[index] === Code.output ? data.indexOf('\x1b', data.length >> 1) + 1 : 0;
    if (inside > 0) {
      const end = inside + 1 + (index % 4);
      add(time, 'o', data.slice(0, end));
      // Cuts are made at times, so the rest has to have one of its own.
      add(time + (((times[index + 1] ?? time) - time) >> 1), 'o', data.slice(end));
    } else if (codes[index] === Code.output || codes[index] === Code.resize) {
      add(time, codes[index] === Code.output ? 'o' : 'r', data);
    }
  }
  return readCast(encodeUtf8(lines.join('\n')));
}

const seconds = (micros: number): string => (micros / 1e6).toFixed(6);

const marker = (time: string, count: number): string => `[${time}, "m", "${LABEL}${count * EVENTS_EACH}"]`;

/** A screen of the result that has to be one of the recording. */
interface Place {
  /** In the recording. */
  readonly position: number;
  /** In the result. */
  readonly told: number;
  readonly later: number;
  readonly span: CutSpan;
}

/**
 * Exports a recording made by `withPositions` with a plan, plays the result from its beginning, and compares what is
 * behind the cuts that jump with what is there in the recording. With `isInPlayer`, as the player shows it too.
 */
export function checkSeams(recording: Recording, plan: Plan, profile: WidthProfile = 'asciinema', isInPlayer = false): SeamReport {
  const seams = makeSeams(recording, plan);
  const result = readCast(concatenated(applyPlan(recording, plan, { seams })));
  const report = { seams: seams.length, inSequence: 0, inAlternate: 0, overResizes: 0, comparisons: 0, playerComparisons: 0 };
  const differences: string[] = [];
  const truth = { emulator: emulatorFor(recording, profile), player: playerTerminalFor(recording), told: 0 };
  const played = { emulator: emulatorFor(result, profile), player: playerTerminalFor(result), told: 0 };

  function tell(side: typeof truth, of: Recording, to: number): Screen {
    tellEvents(side.emulator, of, side.told, to);
    if (isInPlayer) tellPlayer(side.player, of, side.told, to);
    side.told = to;
    return side.emulator.screen();
  }

  for (const { position, told, later, span } of comparablePlaces(recording, result, plan, seams)) {
    const expected = tell(truth, recording, position);
    const actual = tell(played, result, told);
    report.comparisons++;
    if (later === 0) {
      if (expected.unfinished !== '' || unfinishedBefore(recording, span.from, START) !== '') report.inSequence++;
      if (expected.alternate) report.inAlternate++;
      if (span.lastResize >= 0) report.overResizes++;
    }
    const difference = screenDifference(expected, actual);
    const place = `events [${span.from}, ${span.to}) and ${later}`;
    if (difference !== undefined) differences.push(`${place}: ${difference}`);
    if (!isInPlayer || playerDifferences(expected, truth.player).length > 0) continue;
    report.playerComparisons++;
    const shown = playerDifferences(expected, played.player);
    if (shown.length > 0) differences.push(`${place}, in the player: ${shown.join(', ')}`);
  }
  for (const { emulator, player } of [truth, played]) {
    emulator.dispose();
    player.dispose();
  }
  return { ...report, problems: seams.flatMap(({ problem }) => problem ?? []), differences };
}

/**
 * In order. Once output was dropped there is nothing to compare before the next repaint: the screen is meant to be
 * another one. The same goes for a cut without a repaint whose output is printed in another size than it was.
 */
function comparablePlaces(recording: Recording, result: Recording, plan: Plan, seams: readonly Seam[]): Place[] {
  const markers = markersByPosition(result);
  const repainted = new Set(seams.filter(({ repaint }) => repaint !== undefined).map(({ from }) => from));
  const changesScreen = ({ from, mode, holdsOutput, lastResize }: CutSpan): boolean =>
    holdsOutput && (mode === 'drop' || (!repainted.has(from) && lastResize >= 0));
  const spans = cutSpans(recording, plan);
  const places = new Map<number, Place>();
  let isScreenKept = true;
  for (const [index, span] of spans.entries()) {
    if (changesScreen(span)) isScreenKept = false;
    if (repainted.has(span.from)) isScreenKept = true;
    if (!isScreenKept || span.mode !== 'jump' || !span.hasSeamEvent) continue;
    const limit = spans.slice(index + 1).find(changesScreen)?.from ?? recording.events.length;
    for (const later of EVENTS_LATER) {
      const position = span.to + later * EVENTS_EACH;
      // What stands right behind the seam is the first event after the cut, and its marker.
      const marker = markers.get(later === 0 ? position + EVENTS_EACH : position);
      if (marker === undefined || position > limit) continue;
      const told = later === 0 ? marker - 1 : marker;
      if (!places.has(told)) places.set(told, { position, told, later, span });
    }
  }
  return [...places.values()].sort((one, other) => one.told - other.told);
}

/** Indices of the markers in a result. */
function markersByPosition(result: Recording): Map<number, number> {
  const markers = new Map<number, number>();
  for (let index = 0; index < result.events.length; index++) {
    if (result.events.codes[index] !== Code.marker) continue;
    const label = eventData(result, index);
    if (label.startsWith(LABEL)) markers.set(Number(label.slice(LABEL.length)), index);
  }
  return markers;
}
