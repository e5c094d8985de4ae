import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { isGzip } from '#core/cast/sniff.ts';

/** Recordings from all over, collected beside the project; where they are absent, there are none to test with. */
const FOLDER = new URL('../../../shared/casts/', import.meta.url);

export interface SharedCast {
  readonly name: string;
  /** A column of the collection's manifest; empty where it says nothing. */
  column(name: string): string;
  /** The text, inflated. */
  read(): Uint8Array<ArrayBuffer>;
}

export function sharedCasts(): SharedCast[] {
  const manifest = new URL('manifest.csv', FOLDER);
  if (!existsSync(manifest)) return [];
  const [columns = [], ...rows] = readFileSync(manifest, 'utf8').trimEnd().split('\n').map(csvCells);
  return rows.map((cells) => ({
    name: cells[0] as string,
    column: (name) => cells[columns.indexOf(name)] ?? '',
    read() {
      const file = readFileSync(new URL(cells[0] as string, FOLDER));
      return new Uint8Array(isGzip(file) ? gunzipSync(file) : file);
    },
  }));
}

const csvCells = (line: string): string[] =>
  Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
