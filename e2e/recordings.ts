import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { castText } from '../src/testing/recordings.ts';
import type { NamedFile } from './editor.ts';

/** A line of text a second but for a pause of twelve; thirty seconds in all, three of them at the end without output. */
const EVENTS = [1, 2, 3, 4, 5, 6, 7, 8, 20, 21, 22, 23, 24, 25, 26, 27, 30].map((second) => `line-${second}\\r\\n@${second}`).join(' ');

export const LINES_SECONDS = 30;
export const LINES_PAUSE = { start: 8, end: 20 };

export const LINES_V1 = named('lines-v1.json', castText(EVENTS, { version: 1 }));
export const LINES_V2 = named('lines-v2.cast', castText(EVENTS, { header: { title: 'Lines' } }));
export const LINES_V3 = named('lines-v3.cast', castText(EVENTS, { version: 3 }));
export const LINES_GZIP: NamedFile = { name: 'lines.cast.gz', bytes: gzipSync(LINES_V2.bytes) };
/** Line 4 cannot be read, and the last one breaks off. */
export const LINES_DAMAGED = named('damaged.cast', `${castText(EVENTS).replace('[3,', '[oops,')}[31, "o", "cut o`);

/** A program that takes the whole screen, is resized, and gives it back; it ends inside of a colour. */
const FULL_SCREEN_EVENTS = [
  '$␣edit\\r\\n@1',
  '\\u001b[?1049h\\u001b[2J\\u001b[1;1Htitle\\u001b[24;1Hstatus@2',
  '\\u001b[3;5H\\u001b[31mhidden@3',
  '\\u001b[3;5Hshown!\\u001b[4;20r@4',
  '\\u001b[20;1Hbelow@5',
  'passing@6',
  'r:60x20@7',
  '\\u001b[2J\\u001b[Hsmall@8',
  '\\u001b[?1049l\\u001b[0;1@9',
  ';32mdone\\r\\n@10',
  'r:90x30@11',
  '$␣next\\u001b[3@12',
  '4mend@13',
].join(' ');
export const FULL_SCREEN = named('full-screen.cast', castText(FULL_SCREEN_EVENTS, { version: 3 }));

/** A recording of the shared collection, which is not part of the project: undefined where the folder is absent. */
export function sharedRecording(file: string): NamedFile | undefined {
  const path = fileURLToPath(new URL(`../../shared/casts/${file}`, import.meta.url));
  return existsSync(path) ? { name: basename(path), bytes: readFileSync(path) } : undefined;
}

export function named(name: string, text: string): NamedFile {
  return { name, bytes: Buffer.from(text) };
}
