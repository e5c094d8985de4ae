import type { Range } from '../lib/ranges.ts';
import { type SourceTime, sourceTime } from './time.ts';

/**
 * A recording is the text of the file plus columns: one typed array per property, one element per event. Payloads
 * stay in the text and are decoded when somebody looks (events.ts). So a file opens at the speed of one scan, an
 * export is mostly copying, and the columns cross a worker's wall without being cloned.
 *
 * 17 bytes an event: the shortest events that recorders write have 20.
 */
export interface EventColumns {
  readonly length: number;
  /** Absolute source time in integer microseconds, never decreasing. */
  readonly times: Float64Array;
  /** A `Code`, or an index into `codeNames` beyond the known ones. */
  readonly codes: Uint8Array;
  /** Where the number of the event's time begins in the text. */
  readonly timeStarts: Uint32Array;
  /** Where the event's line ends: one past its line feed, or the end of a text whose last line has none. */
  readonly lineEnds: Uint32Array;
}

/** The event codes of asciicast, by their number in `EventColumns.codes`. */
export const Code = { output: 0, input: 1, marker: 2, resize: 3, exit: 4 } as const;
export type Code = (typeof Code)[keyof typeof Code];

/** Names of the codes by number; a recording's own codes follow. */
export const KNOWN_CODE_NAMES = ['o', 'i', 'm', 'r', 'x'] as const;

/** Number of every code beyond the 256th distinct one, whose name is read from the text. */
export const UNNUMBERED_CODE = 255;

export interface TerminalSize {
  readonly cols: number;
  readonly rows: number;
}

/** Colours as `#rrggbb`; the palette has 8 or 16. */
export interface Theme {
  readonly foreground: string;
  readonly background: string;
  readonly palette: readonly string[];
}

export interface Header {
  readonly size: TerminalSize;
  readonly title?: string;
  readonly command?: string;
  /** `idle_time_limit`, in microseconds. */
  readonly idleTimeLimitMicros?: number;
  readonly theme?: Theme;
}

/** A fact about one line of the file (the first is 1), for people to read. */
export interface LineNote {
  readonly line: number;
  readonly reason: string;
}

/** What the reader had to work around. Nothing here kept it from using the rest. */
export interface ReadReport {
  /** Lines that hold no event that can be used. They are skipped. */
  readonly unreadableCount: number;
  /** The first of them, with the reason. */
  readonly unreadable: readonly LineNote[];
  /** Oddities of lines and of the header that were used all the same. */
  readonly oddityCount: number;
  readonly oddities: readonly LineNote[];
}

export interface Recording {
  /** As the file says. A v1 file was rewritten as v2 at the door, so `textVersion` is 2 for it. */
  readonly version: 1 | 2 | 3;
  readonly textVersion: 2 | 3;
  /** The whole text: the file's own bytes (inflated, where it was gzip), or the v2 text made from a v1 file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The text as the file has it: `bytes` itself, but for a v1 file its own JSON. A plan's `source.sha256` is the digest of this. */
  readonly sourceText: Uint8Array<ArrayBuffer>;
  readonly header: Header;
  /** The header's JSON object in the text, without a byte order mark or the line end. */
  readonly headerRange: Range;
  /** Where the first line after the header begins. */
  readonly bodyStart: number;
  readonly lineEnding: '\n' | '\r\n';
  readonly events: EventColumns;
  /** `KNOWN_CODE_NAMES`, then the recording's own. */
  readonly codeNames: readonly string[];
  /** Whether an interval between events is finer than a millisecond: v3 is then written with six decimals. */
  readonly isSubMillisecond: boolean;
  readonly report: ReadReport;
}

/** D of plan-format §1: the time of the last event, 0 where there is none. */
export function recordingDuration({ events }: Pick<Recording, 'events'>): SourceTime {
  return sourceTime(events.length > 0 ? (events.times[events.length - 1] as number) : 0);
}
