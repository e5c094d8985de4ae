/**
 * The terminal inside asciinema-player, avt, on its own: for measuring and for tests, in Node. The package does not offer it, so it is cut out
 * of the installed, exactly pinned file each time, in memory. A version that is built otherwise is refused in words.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { Script } from 'node:vm';

const DIST = new URL('../node_modules/asciinema-player/dist/', import.meta.url);

/**
 * A place in the memory of the module and how many parts lie there.
 * @typedef {readonly [address: number, length: number]} Spans
 */

/**
 * A row, as the player's painter gets it. It is valid until the next one is asked for.
 * @typedef {{ readonly bg: Spans, readonly text: Spans, readonly codepoints: Spans, readonly raster_symbols: Spans, readonly vector_symbols: Spans }} AvtLine
 */

/**
 * @typedef {object} AvtTerminal
 * @property {(text: string) => readonly number[]} feed answers with the rows that changed
 * @property {(cols: number, rows: number) => readonly number[]} resize
 * @property {() => readonly [cols: number, rows: number]} getSize
 * @property {(row: number, isCursorShown: boolean) => AvtLine} getLine
 * @property {() => readonly [col: number, row: number] | null | undefined} getCursor nothing where the cursor is hidden
 * @property {() => void} free
 */

/**
 * @typedef {object} Avt
 * @property {(cols: number, rows: number, scrollbackLimit: number, isBoldBright: boolean) => AvtTerminal} create
 * @property {() => ArrayBuffer} memory what the spans of rows lie in; another one once it has grown
 */

/** @returns {Avt} */
export function loadAvt() {
  const files = readdirSync(DIST).filter((name) => /^opts-.*\.js$/.test(name));
  if (files.length !== 1) throw changed(`${files.length} files named opts-*.js`);
  const text = readFileSync(new URL(/** @type {string} */ (files[0]), DIST), 'utf8');
  const glue = between(text, 'let wasm;', 'const base64codes');
  const module = new WebAssembly.Module(Buffer.from(between(text, 'base64Decode("', '")'), 'base64'));
  const run = new Script(`(module) => { let wasm; ${glue}; initSync({ module }); return { create, memory: () => wasm.memory.buffer }; }`);
  return run.runInThisContext()(module);
}

/**
 * @param {string} text
 * @param {string} start
 * @param {string} end
 */
function between(text, start, end) {
  const parts = text.split(start);
  if (parts.length !== 2) throw changed(`‘${start}’ is there ${parts.length - 1} times`);
  const rest = /** @type {string} */ (parts[1]);
  const length = rest.indexOf(end);
  if (length === -1) throw changed(`‘${end}’ does not follow ‘${start}’`);
  return rest.slice(0, length);
}

/** @param {string} fact */
const changed = (fact) => new Error(`asciinema-player is not built as scripts/avt.mjs knows it: in its dist, ${fact}`);
