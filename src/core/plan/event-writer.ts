import { LINE_FEED } from '../cast/ascii.ts';
import { decimalMicros } from '../cast/decimal-micros.ts';
import { Code, type Recording } from '../cast/recording.ts';
import { type ResultTime, sourceTime } from '../cast/time.ts';
import { decodeUtf8 } from '../lib/text.ts';
import type { ChunkWriter } from './chunk-writer.ts';
import type { CutSpan } from './cut-spans.ts';
import { dataStart, isBlankOrComment, stringEnd, timeEnd } from './event-text.ts';
import type { Mend } from './mends.ts';
import type { Plan } from './plan.ts';
import type { TimeMap } from './time-map.ts';
import { roundedUnits } from './write-time.ts';

/** Events that are mapped at once: few enough for the cache, enough to make the calls not count. */
export const BLOCK_EVENTS = 4096;

interface WrittenMarker {
  /** In units of the writer. */
  readonly time: number;
  readonly label: string;
}

/**
 * Writes the events of the result (plan-format §5, §6). It walks the recording's text with a cursor: what lies
 * between the cursor and the next thing to change is copied in one piece, so that a line that stays as it is costs
 * nothing by itself, and of one whose time changes all but the time is copied with its neighbours.
 *
 * Times are counted in units of the last decimal written: microseconds, or milliseconds in v3 files that need no more.
 */
export class EventWriter {
  readonly #recording: Recording;
  readonly #map: TimeMap;
  readonly #out: ChunkWriter;
  readonly #isAbsolute: boolean;
  readonly #unitMicros: 1 | 1000;
  /** Whether the recording's own markers go, because the plan has the full list. */
  readonly #dropsMarkers: boolean;
  readonly #dropsComments: boolean;
  /** Whether there are lines between events that do not come along. */
  readonly #dropsLines: boolean;
  /** Whether the times in the text are those of the columns for sure. Otherwise the text is looked at where they may differ. */
  readonly #isTextExact: boolean;
  readonly #markers: readonly WrittenMarker[];
  readonly #results = new Float64Array(BLOCK_EVENTS);
  #nextMarker = 0;
  #nextMarkerTime: number;
  /** Everything in the text before it has been written or left out. */
  #cursor: number;
  /** Time of the line written last. */
  #time = 0;
  /** Time of the last event of the recording that was written; markers of the plan and the resize of a cut do not count. */
  #lastEventTime = -1;

  constructor(recording: Recording, plan: Plan, map: TimeMap, version: 2 | 3, out: ChunkWriter) {
    const { report, textVersion } = recording;
    this.#recording = recording;
    this.#map = map;
    this.#out = out;
    this.#isAbsolute = version === 2;
    this.#unitMicros = version === 3 && !recording.isSubMillisecond ? 1000 : 1;
    this.#dropsMarkers = plan.markers !== undefined;
    this.#dropsComments = version === 2 && textVersion === 3;
    this.#dropsLines = this.#dropsComments || report.unreadableCount > 0;
    this.#isTextExact = report.unreadableCount === 0 && report.oddityCount === 0;
    const markers = (plan.markers ?? []).filter(({ time }) => time <= map.sourceDuration);
    this.#markers = markers.map(({ time, label }) => ({ time: this.#units(map.toResult(time)), label }));
    this.#nextMarkerTime = this.#markers[0]?.time ?? Number.POSITIVE_INFINITY;
    this.#cursor = recording.bodyStart;
  }

  /**
   * The kept events [from, to), at most `BLOCK_EVENTS` of them. The loop keeps in locals what it changes for every
   * event: as fields they made it three times as slow once the process had written both versions (Node 20).
   */
  writeKept(from: number, to: number): void {
    const { bytes, events } = this.#recording;
    const { times, codes, timeStarts } = events;
    const results = this.#results;
    const out = this.#out;
    const unitMicros = this.#unitMicros;
    const isAbsolute = this.#isAbsolute;
    const isPlain = !this.#dropsMarkers && !this.#dropsLines;
    this.#map.toResults(times, from, to, results);
    let cursor = this.#cursor;
    let before = this.#time;
    let eventTime = this.#lastEventTime;
    for (let index = from; index < to; index++) {
      const time = roundedUnits(results[index - from] as number, unitMicros);
      const timeStart = timeStarts[index] as number;
      if (!isPlain || time > this.#nextMarkerTime) {
        this.#cursor = cursor;
        this.#time = before;
        const isDropped = this.#dropsMarkers && codes[index] === Code.marker;
        this.#writeMarkersBefore(time, index);
        if (isDropped) this.#skipEvent(index);
        else if (this.#dropsLines) this.#passLines(this.#lineEnd(index - 1), timeStart);
        cursor = this.#cursor;
        before = this.#time;
        if (isDropped) continue;
      }
      const value = isAbsolute ? time : time - before;
      before = time;
      eventTime = time;
      if (value * unitMicros === this.#timeInText(index)) continue;
      out.copy(bytes, cursor, timeStart);
      if (isAbsolute) out.trimmedSeconds(value);
      else out.fixedSeconds(value, unitMicros === 1 ? 6 : 3);
      cursor = timeEnd(bytes, timeStart);
    }
    this.#cursor = cursor;
    this.#time = before;
    this.#lastEventTime = eventTime;
  }

  /** At the time of the event, which comes next, kept or as the first of a cut. */
  writeMend({ event, text }: Mend): void {
    const time = this.#units(this.#map.toResult(sourceTime(this.#recording.events.times[event] as number)));
    this.#writeMarkersBefore(time, event);
    this.#copyBefore(event);
    this.#writeLine(time, `"o", ${JSON.stringify(text)}`);
  }

  /** Leaves the cut's events out and writes the resize that survives it. `writeSeamOutput` and `endCut` follow. */
  beginCut(cut: CutSpan): void {
    this.#copyBefore(cut.from);
    this.#cursor = this.#lineEnd(cut.to - 1);
    const time = this.#units(this.#map.toResult(cut.end));
    this.#writeMarkersBefore(time, cut.to);
    if (cut.lastResize >= 0) this.#writeMoved(cut.lastResize, time);
    if (!cut.hasSeamEvent) return;
    this.#beginLine(time);
    this.#out.text(', "o", "');
    this.#lastEventTime = time;
  }

  /**
   * The payloads of the output among [from, to), as they stand in the file: what is escaped stays so, and a character
   * whose two halves were escaped in two events becomes whole.
   */
  writeSeamOutput(from: number, to: number): void {
    const { bytes, events } = this.#recording;
    for (let index = from; index < to; index++) {
      if (events.codes[index] !== Code.output) continue;
      const start = dataStart(bytes, events.timeStarts[index] as number);
      this.#out.copy(bytes, start, stringEnd(bytes, start));
    }
  }

  /** A text of its own in place of that output. */
  writeSeamText(text: string): void {
    this.#out.text(JSON.stringify(text).slice(1, -1));
  }

  endCut(cut: CutSpan): void {
    if (cut.hasSeamEvent) this.#out.text(`"]${this.#recording.lineEnding}`);
    if (!cut.reachesEnd) return;
    const time = this.#units(this.#map.resultDuration);
    for (let index = cut.from; index < cut.to; index++) {
      if (this.#recording.events.codes[index] !== Code.exit) continue;
      this.#writeMoved(index, time);
      this.#lastEventTime = time;
    }
  }

  /** What comes after the last event: the event that holds the last screen, or a last mend; markers, comments. */
  finish(mend: string | undefined): void {
    const { bytes, events } = this.#recording;
    const reachesEnd = this.#map.cuts.at(-1)?.reachesEnd ?? false;
    const end = this.#units(this.#map.resultDuration);
    const isEmpty = events.length === 0 && end === 0;
    if (mend !== undefined || (!isEmpty && this.#lastEventTime !== end)) {
      this.#writeMarkersBefore(end, events.length);
      this.#copyBefore(events.length);
      this.#writeLine(end, `"o", ${JSON.stringify(mend ?? '')}`);
    }
    this.#writeMarkersBefore(Number.POSITIVE_INFINITY, events.length);
    if (reachesEnd) return;
    if (this.#dropsLines) this.#passLines(this.#lineEnd(events.length - 1), bytes.length);
    this.#copyUntil(bytes.length);
  }

  #units(result: ResultTime): number {
    return roundedUnits(result, this.#unitMicros);
  }

  /** Where the line of an event ends; that of the header for −1. */
  #lineEnd(index: number): number {
    return index < 0 ? this.#recording.bodyStart : (this.#recording.events.lineEnds[index] as number);
  }

  #copyUntil(offset: number): void {
    if (offset <= this.#cursor) return;
    this.#out.copy(this.#recording.bytes, this.#cursor, offset);
    this.#cursor = offset;
  }

  /** All that stands before an event and the comments that belong to it. */
  #copyBefore(index: number): void {
    this.#copyUntil(this.#lineEnd(index - 1));
  }

  /** Leaves an event out, with the comments that belong to it. */
  #skipEvent(index: number): void {
    this.#copyBefore(index);
    this.#cursor = this.#lineEnd(index);
  }

  /**
   * The time that the text of an event has, in microseconds, as its version counts: absolute or since the event before.
   * It is what the columns say, unless the reader had to set a time that goes back, or passed over a line that took time.
   */
  #timeInText(index: number): number {
    const { bytes, events, textVersion } = this.#recording;
    const time = events.times[index] as number;
    const interval = time - (index > 0 ? (events.times[index - 1] as number) : 0);
    if (!this.#isTextExact) {
      const start = events.timeStarts[index] as number;
      const mayDiffer = interval === 0 || start - this.#lineEnd(index - 1) > 1;
      if (mayDiffer) return decimalMicros(decodeUtf8(bytes.subarray(start, timeEnd(bytes, start))));
    }
    return textVersion === 2 ? time : interval;
  }

  /** Of the lines [from, to) between events, those that stay; the last one may be the beginning of an event. */
  #passLines(from: number, to: number): void {
    const { bytes } = this.#recording;
    const isTail = to === bytes.length;
    // Nothing but the bracket of an event: so it is nearly always.
    if (!isTail && to - from === 1) return;
    for (let start = from; start < to; ) {
      const lineFeed = bytes.subarray(start, to).indexOf(LINE_FEED);
      if (lineFeed < 0 && !isTail) return;
      const end = lineFeed < 0 ? to : start + lineFeed + 1;
      if (this.#dropsComments || !isBlankOrComment(bytes, start, end)) {
        this.#copyUntil(start);
        this.#cursor = end;
      }
      start = end;
    }
  }

  /** The plan's markers that come before an event at `time`: an event at the time of a marker goes first. */
  #writeMarkersBefore(time: number, index: number): void {
    while (this.#nextMarkerTime < time) {
      const { time: markerTime, label } = this.#markers[this.#nextMarker++] as WrittenMarker;
      this.#nextMarkerTime = this.#markers[this.#nextMarker]?.time ?? Number.POSITIVE_INFINITY;
      this.#copyBefore(index);
      this.#writeLine(markerTime, `"m", ${JSON.stringify(label)}`);
    }
  }

  /** A line of the recording at another place and time: what follows its time is copied. */
  #writeMoved(index: number, time: number): void {
    const { bytes, events } = this.#recording;
    this.#beginLine(time);
    this.#out.copy(bytes, timeEnd(bytes, events.timeStarts[index] as number), this.#lineEnd(index));
  }

  #writeLine(time: number, codeAndData: string): void {
    this.#beginLine(time);
    this.#out.text(`, ${codeAndData}]${this.#recording.lineEnding}`);
  }

  #beginLine(time: number): void {
    if (!this.#out.isAtLineStart) this.#out.text(this.#recording.lineEnding);
    this.#out.text('[');
    this.#writeTime(this.#isAbsolute ? time : time - this.#time);
    this.#time = time;
  }

  #writeTime(value: number): void {
    if (this.#isAbsolute) this.#out.trimmedSeconds(value);
    else this.#out.fixedSeconds(value, this.#unitMicros === 1 ? 6 : 3);
  }
}
