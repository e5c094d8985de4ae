import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryOutput } from '#testing/arbitrary-output.ts';
import { Emulator } from './emulator.ts';
import { shownRows } from './screen.ts';

const wide = fc.constantFrom('世世世世世世世', 'x'.repeat(30), '\x1b#8', '\x1b[?1049h', '\r\n');
const size = fc.record({ cols: fc.integer({ min: 2, max: 20 }), rows: fc.integer({ min: 1, max: 8 }) });

test('whatever a terminal is told and whatever its size becomes, it has its rows and the cursor is on one of them', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(wide, arbitraryOutput(6), size), { maxLength: 12 }), (told) => {
      const emulator = new Emulator({ cols: 14, rows: 6 }, 'asciinema');
      for (const what of told) {
        if (typeof what === 'string') emulator.write(what);
        else emulator.resize(what);
        const screen = emulator.screen();
        expect(shownRows(screen).map(({ cells }) => cells.length)).toEqual(Array(screen.size.rows).fill(screen.size.cols));
        expect(screen.cursor.row).toBeLessThan(screen.size.rows);
        expect(screen.cursor.col).toBeLessThanOrEqual(screen.size.cols);
      }
      emulator.dispose();
    }),
    { numRuns: 500 },
  );
});
