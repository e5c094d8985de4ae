import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryOutput } from '#testing/arbitrary-output.ts';
import { screenDifference } from './difference.ts';
import { Emulator } from './emulator.ts';
import { repaintText } from './repaint.ts';
import { ERASED, RIGHT_HALF, type Screen, shownRows } from './screen.ts';
import { asciinemaWidths } from './widths.ts';

const SIZE = { cols: 20, rows: 6 };

function told(...outputs: readonly string[]): Emulator {
  const emulator = new Emulator(SIZE, 'asciinema');
  for (const output of outputs) emulator.write(output);
  return emulator;
}

/** To get behind the last column something has to be printed in it: a cell that was erased is then one with a space, which looks the same. */
const isBehindErased = (screen: Screen): boolean =>
  screen.cursor.col === SIZE.cols && shownRows(screen)[screen.cursor.row]?.cells.at(-1) === ERASED;

/** What was printed last cannot be printed again without moving what follows it, and that it was the last is what REP needs to know. */
const isInserting = ({ modes, lastPrinted }: Screen): boolean => modes.insert && lastPrinted >= 0;

/** Without wrapping, what comes after a wide character in the last columns is printed over its right half, and the left one stays. */
const isTorn = (screen: Screen): boolean =>
  [screen.main, screen.alternate].some((buffer) =>
    buffer?.rows.some(({ cells }) =>
      cells.some(
        (cell, col) => asciinemaWidths.wcwidth(cell.codePointAt(0) ?? 0) === 2 && cell !== RIGHT_HALF && cells[col + 1] !== RIGHT_HALF,
      ),
    ),
  );

describe('a repaint', () => {
  it('takes a terminal in any state to the screen, and lets it go on from there', () => {
    fc.assert(
      fc.property(arbitraryOutput(), arbitraryOutput(), arbitraryOutput(15), (recorded, other, next) => {
        const wanted = told(recorded);
        fc.pre(!isInserting(wanted.screen()) && !isTorn(wanted.screen()));
        const repainted = told(other, repaintText(wanted.screen()));
        expect(screenDifference(wanted.screen(), repainted.screen())).toBeUndefined();
        wanted.write(next);
        repainted.write(next);
        expect(screenDifference(wanted.screen(), repainted.screen())).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('of a screen that was repainted is the same text again', () => {
    fc.assert(
      fc.property(arbitraryOutput(), (recorded) => {
        const screen = told(recorded).screen();
        fc.pre(!isBehindErased(screen) && !isTorn(screen));
        const text = repaintText(screen);
        expect(repaintText(told(text).screen())).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
