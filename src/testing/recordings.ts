import { encodeUtf8 } from '#core/lib/text.ts';

interface DrawnEvent {
  readonly code: string;
  readonly data: string;
  /** As drawn, for formats that write absolute times. */
  readonly timeText: string;
}

export interface DrawnOptions {
  /** 2 where absent. Version 1 knows output only. */
  readonly version?: 1 | 2 | 3;
  /** Members that are added to the plain 80×24 header of the version, or replace its own. */
  readonly header?: object;
  /** A line feed where absent. */
  readonly newline?: string;
}

/**
 * The text of a recording, drawn as events apart by spaces, `code:data@seconds`, with absolute times in every version:
 *
 *     a@1 i:x@1.5 m:label@2 r:100x30@3 x:0@9
 *
 * Without a code it is output; output with a colon is drawn `o:a:b@1`. Data knows the escapes of JSON, and `␣` is a space.
 */
export function castText(events: string, options: DrawnOptions = {}): string {
  const { version = 2, newline = '\n' } = options;
  const drawn = events.split(/\s+/).filter(Boolean).map(parseEvent);
  if (version === 1) return versionOneText(drawn, options) + newline;
  const size = version === 2 ? { width: 80, height: 24 } : { term: { cols: 80, rows: 24 } };
  const times = version === 2 ? drawn.map((event) => event.timeText) : intervals(drawn);
  const lines = drawn.map(({ code, data }, index) => `[${times[index]}, ${JSON.stringify(code)}, ${JSON.stringify(data)}]`);
  return [JSON.stringify({ version, ...size, ...options.header }), ...lines].map((line) => line + newline).join('');
}

export const castV2 = (events: string, options: Omit<DrawnOptions, 'version'> = {}): string => castText(events, { ...options, version: 2 });

export const castV3 = (events: string, options: Omit<DrawnOptions, 'version'> = {}): string => castText(events, { ...options, version: 3 });

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => encodeUtf8(text);

function versionOneText(drawn: readonly DrawnEvent[], { header }: DrawnOptions): string {
  const times = intervals(drawn);
  const stdout = drawn.map(({ code, data }, index) => {
    if (code !== 'o') throw new RangeError(`version 1 has output only, drawn is ${code}`);
    return [Number(times[index]), data];
  });
  const duration = Number(drawn.at(-1)?.timeText ?? 0);
  return JSON.stringify({ version: 1, width: 80, height: 24, duration, ...header, stdout });
}

function intervals(drawn: readonly DrawnEvent[]): string[] {
  return drawn.map(({ timeText }, index) => {
    const micros = Math.round(Number(timeText) * 1e6) - Math.round(Number(drawn[index - 1]?.timeText ?? 0) * 1e6);
    return String(micros / 1e6);
  });
}

function parseEvent(text: string): DrawnEvent {
  const match = /^(?:([a-z]+):)?(.*)@(-?[\d.]+)$/iu.exec(text);
  if (match === null) throw new SyntaxError(`not an event: ${text}`);
  const [, code = 'o', drawnData = '', timeText = ''] = match;
  return { code, data: JSON.parse(`"${drawnData.replaceAll('␣', ' ')}"`), timeText };
}
