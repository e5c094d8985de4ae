/** The recordings that are measured: made once, the same on every machine, kept in node_modules/.cache/bench. */
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seededRandom, style } from '../samples/session.mjs';

export const BENCH_FOLDER = fileURLToPath(new URL('../../node_modules/.cache/bench', import.meta.url));

const MEGABYTE = 1_000_000;

/** @typedef {{ v2: string, v3: string, half: string, million: string }} Data paths */

/** @returns {Data} */
export function makeData() {
  mkdirSync(BENCH_FOLDER, { recursive: true });
  return {
    v2: made('100mb-v2.cast', (write) => writeMixed(write, 2, 100 * MEGABYTE)),
    v3: made('100mb-v3.cast', (write) => writeMixed(write, 3, 100 * MEGABYTE)),
    half: made('50mb-v2.cast', (write) => writeMixed(write, 2, 50 * MEGABYTE)),
    million: made('million-v2.cast', writeMillion),
  };
}

/**
 * @param {string} name
 * @param {(write: (text: string) => void) => void} tell
 */
function made(name, tell) {
  const path = join(BENCH_FOLDER, name);
  if (existsSync(path)) return path;
  // Under another name until it is whole, so that a run that was stopped leaves nothing that passes for it.
  const aside = `${path}.part`;
  const file = openSync(aside, 'w');
  /** @type {string[]} */
  let pending = [];
  let length = 0;
  const flush = () => {
    writeSync(file, pending.join(''));
    pending = [];
    length = 0;
  };
  tell((text) => {
    pending.push(text);
    length += text.length;
    if (length > MEGABYTE) flush();
  });
  flush();
  closeSync(file);
  renameSync(aside, path);
  return path;
}

const WORDS = [
  'reading',
  'module',
  'cache',
  'warning',
  'src/timeline',
  'passed',
  'Δ',
  '完了',
  'error',
  '──────',
  '✓',
  'retry',
  'line 42',
  '🚀',
];

/** Payloads as sessions have them: keys, spinner repaints, log lines in colour, now and then a screen at once. */
function payloads() {
  const random = seededRandom(3);
  const word = () => WORDS[Math.floor(random() * WORDS.length)] ?? '';
  const words = (/** @type {number} */ count) => Array.from({ length: count }, word).join(' ');
  return Array.from({ length: 4000 }, () => {
    const kind = random();
    if (kind < 0.35) return word().slice(0, 1) || 'x';
    if (kind < 0.6) return `\r\u001b[K${style('38;5;209', '✻')} ${words(2)}… ${style('2', words(1))}`;
    if (kind < 0.95) return `${style('32', word())} ${words(4 + Math.floor(random() * 12))}\r\n`;
    return Array.from({ length: 12 }, (_, row) => `\u001b[${row + 1};1H${style('7', words(8))}`).join('');
  }).map((data) => JSON.stringify(data));
}

/** @param {(text: string) => void} write @param {2 | 3} version @param {number} bytes */
function writeMixed(write, version, bytes) {
  const random = seededRandom(5);
  const data = payloads();
  const size = version === 2 ? { width: 120, height: 40 } : { term: { cols: 120, rows: 40 } };
  let millis = 0;
  let written = 0;
  write(`${JSON.stringify({ version, ...size, title: `100 MB, v${version}` })}\n`);
  while (written < bytes) {
    // Mostly bursts; a pause of up to twenty seconds now and then.
    const interval = random() < 0.002 ? Math.floor(random() * 20_000) : Math.floor(random() * 40);
    millis += interval;
    const time = version === 2 ? (millis / 1000).toFixed(6) : (interval / 1000).toFixed(3);
    const line = `[${time}, "o", ${data[Math.floor(random() * data.length)]}]\n`;
    write(line);
    written += Buffer.byteLength(line);
  }
}

/** A million events in 52 MB over nearly three hours; a pause after every thousandth. @param {(text: string) => void} write */
function writeMillion(write) {
  write(`${JSON.stringify({ version: 2, width: 80, height: 24 })}\n`);
  let micros = 0;
  for (let index = 0; index < 1_000_000; index++) {
    micros += index % 1000 === 999 ? 4_000_000 : 6_000 + ((index * 7919) % 1000);
    write(`[${(micros / 1e6).toFixed(6)}, "o", "event ${String(index).padStart(7, '0')} of millions\\r\\n"]\n`);
  }
}
