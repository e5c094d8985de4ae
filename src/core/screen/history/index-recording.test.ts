import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySequenceCast } from '#testing/arbitrary-casts.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { sharedCasts } from '#testing/shared-casts.ts';
import { readCast } from '../../cast/reader.ts';
import type { Recording } from '../../cast/recording.ts';
import { screenLines } from '../search/screen-lines.ts';
import { STILL_THERE, TextIndex } from '../search/text-index.ts';
import type { Emulator } from '../terminal/emulator.ts';
import { emulatorFor, tellEvents } from '../terminal/replay.ts';
import { type IndexParts, indexRecording } from './index-recording.ts';
import { Keyframes } from './keyframes.ts';

interface Index extends IndexParts {
  readonly changes: readonly number[];
  readonly areas: readonly number[];
  /** What was yielded. */
  readonly steps: readonly number[];
}

function indexed(recording: Recording): Index {
  const parts = { keyframes: new Keyframes(), texts: new TextIndex() };
  const pass = indexRecording(recording, 'asciinema', parts);
  const steps: number[] = [];
  for (let step = pass.next(); ; step = pass.next()) {
    if (step.done) return { ...parts, changes: [...step.value.changes], areas: [...step.value.areas], steps };
    steps.push(step.value);
  }
}

const changesOf = (events: string): readonly number[] => indexed(readCast(bytesOf(castV2(events)))).changes;

/** The areas in rows of the 24. */
const rowsOf = (events: string): readonly number[] => indexed(readCast(bytesOf(castV2(events)))).areas.map((area) => (area * 24) / 255);

/** All that is seen of a terminal. */
interface Look {
  readonly size: string;
  readonly cursor: number;
  readonly rows: readonly number[];
}

function look(emulator: Emulator): Look {
  const { cols, rows } = emulator.size;
  const digests = Array.from({ length: rows }, (_, row) => emulator.rowDigest(row));
  return { size: `${cols}×${rows}`, cursor: emulator.cursorDigest, rows: digests };
}

/** How much of the screen looks different, as areas are told; undefined where nothing does. */
function areaBetween(before: Look, now: Look): number | undefined {
  if (before.size !== now.size) return 255;
  const different = now.rows.filter((digest, row) => digest !== before.rows[row]).length;
  return different > 0 || before.cursor !== now.cursor ? Math.ceil((different / now.rows.length) * 255) : undefined;
}

interface LookedAt {
  readonly changes: readonly number[];
  readonly areas: readonly number[];
  readonly lines: ReadonlyMap<number, readonly string[]>;
  /** Positions at which the first line has lost its beginning. */
  readonly lost: ReadonlySet<number>;
}

/**
 * The same, found by looking at the whole screen after every time: the changes, and the lines by position. Without the
 * end of a line whose beginning has moved out of the screen: the index may go on to know all of it.
 */
function lookedAt(recording: Recording): LookedAt {
  const { times, length } = recording.events;
  const emulator = emulatorFor(recording);
  const changes: number[] = [];
  const areas: number[] = [];
  const lines = new Map<number, readonly string[]>();
  const lost = new Set<number>();
  let before = look(emulator);
  for (let from = 0; from < length; ) {
    let to = from + 1;
    while (to < length && times[to] === times[from]) to++;
    tellEvents(emulator, recording, from, to);
    const now = look(emulator);
    const area = areaBetween(before, now);
    if (area !== undefined) {
      changes.push(to);
      areas.push(area);
    }
    before = now;
    const hasLost = emulator.isWrapped(0);
    if (hasLost) lost.add(to);
    const shown = screenLines(emulator).slice(hasLost ? 1 : 0);
    lines.set(to, [...new Set(shown)].filter(Boolean).sort());
    from = to;
  }
  return { changes, areas, lines, lost };
}

/** Which lines the index says were on screen at a sample. */
function linesAt({ texts }: Index, sample: number): string[] {
  const { intervalTexts, intervalStarts, intervalEnds } = texts;
  const intervals = Array.from({ length: intervalTexts.length }, (_, interval) => interval);
  const open = intervals.filter((interval) => intervalStarts.at(interval) <= sample && intervalEnds.at(interval) > sample);
  return open.map((interval) => texts.texts[intervalTexts.at(interval)] as string).sort();
}

function checkIndex(recording: Recording): void {
  const index = indexed(recording);
  const { changes, areas, lines, lost } = lookedAt(recording);
  expect(index.changes).toEqual(changes);
  expect(index.areas).toEqual(areas);
  for (const [sample, position] of index.texts.samples.view.entries()) {
    const expected = lines.get(position) ?? [];
    const found = linesAt(index, sample);
    const others = found.filter((line) => !expected.includes(line));
    expect(
      found.filter((line) => expected.includes(line)),
      `at position ${position}`,
    ).toEqual(expected);
    expect(others.length, `at position ${position}: ${others}`).toBeLessThanOrEqual(lost.has(position) ? 1 : 0);
  }
  expect(index.texts.intervalEnds.view.every((end) => end === STILL_THERE || end < index.texts.samples.length)).toBe(true);
}

describe('screen changes', () => {
  it.each([
    ['what is printed', 'a@1 b@2', [1, 2]],
    ['not what changes nothing', 'a@1 \\u001b[31m@2 \\u0007@3 \\u001b]0;title\\u0007@4 b@5', [1, 5]],
    ['not what is printed again where it stood', 'a@1 \\ra@2 \\rb@3', [1, 3]],
    ['a style', 'a@1 \\r\\u001b[1ma@2', [1, 2]],
    ['not what is not seen of blanks', '\\u001b[?25l␣@1 \\r\\u001b[31m␣@2 \\r\\u001b[1;3;5;8m␣@3 \\r\\u001b]8;;http://a\\u0007␣@4', [1]],
    [
      'what is seen of them',
      '\\u001b[?25l␣@1 \\r\\u001b[41m␣@2 \\r\\u001b[32;4m␣@3 \\r\\u001b[33m␣@4 \\r\\u001b[24;7m␣@5 \\r\\u001b[34m␣@6',
      [1, 2, 3, 4, 5, 6],
    ],
    ['a cursor that moves, while it is shown', 'a@1 \\u001b[5;5H@2 \\u001b[?25l@3 \\u001b[9;9H@4', [1, 2, 3]],
    ['a size', 'a@1 r:100x30@2 r:100x30@3', [1, 2]],
    ['events of one time once, at the last of them', 'a@1 b@1 m:mark@1 c@2', [3, 4]],
    ['nothing where a time ends as it began', 'a@1 x@2 \\b␣\\b@2 b@3', [1, 4]],
    ['not input and markers', 'i:a@1 m:b@2 a@3', [3]],
    ['nothing in a recording without events', '', []],
  ])('are %s', (_, events, changes) => {
    expect(changesOf(events)).toEqual(changes);
  });

  it('are found where the screen moves up, too', () => {
    expect(changesOf(`${'\\r\\n'.repeat(23)}@1 \\u001b[?25l@2 \\r\\n@3 a@4 \\r\\n@5`)).toEqual([1, 2, 4, 5]);
  });
});

describe('the area of a change', () => {
  it.each([
    ['a row that is printed on', 'a@1 b@2', [1, 1]],
    ['no row where the cursor moves alone', 'a@1 \\u001b[5;5H@2', [1, 0]],
    ['every row that is cleared', '1\\r\\n2\\r\\n3@1 \\u001b[2J@2', [3, 3]],
    ['every row that shows another line once it has scrolled', `${'x\\r\\n'.repeat(20)}y\\r\\nz\\r\\n@1 \\u001b[24H\\r\\n@2`, [22, 3]],
    ['the whole screen, of another size', 'a@1 r:100x30@2', [1, 24]],
    ['what is different in the end of a time, not on the way', 'a@1 \\u001b[2J\\u001b[Hb@2', [1, 1]],
  ])('is %s', (_, events, rows) => {
    expect(rowsOf(events).map(Math.floor)).toEqual(rows);
  });
});

describe('an index', () => {
  it('is the same as by looking at everything', () => {
    fc.assert(fc.property(arbitrarySequenceCast({ stepMicros: 400_000 }), (text) => checkIndex(readCast(bytesOf(text)))));
  });

  it('is made in steps, which end in long events too', () => {
    const { steps, changes } = indexed(readCast(bytesOf(castV2(`a@1 ${'long␣'.repeat(100_000)}@2 b@3`))));
    expect(steps.length).toBeGreaterThan(5);
    expect(steps).toEqual(steps.toSorted((one, other) => one - other));
    expect(steps.at(-1)).toBe(3);
    expect(changes).toEqual([1, 2, 3]);
  });

  it('knows from where on terminals may not agree on widths', () => {
    const of = (events: string) => indexed(readCast(bytesOf(castV2(events)))).keyframes.disputedPosition;
    expect(of('a@1 b@2')).toBe(Number.POSITIVE_INFINITY);
    expect(of('a@1 e\\u0301@2 \\u001b[2J@3')).toBe(2);
  });

  const casts = sharedCasts().filter((cast) => cast.column('version') !== '' && Number(cast.column('events')) < 3000);
  it.each(casts)('is the same as by looking at everything: $name', (cast) => {
    checkIndex(readCast(cast.read()));
  });
});
