import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCast } from '#core/cast/reader.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { activityBars } from './density.ts';
import { indexEvents } from './event-index.ts';

const events = fc
  .array(fc.record({ gap: fc.integer({ min: 0, max: 3000 }), code: fc.constantFrom('o', 'o', 'i', 'm') }), { minLength: 1, maxLength: 60 })
  .map((drawn) => {
    let millis = 0;
    return drawn.map(({ gap, code }) => {
      millis += gap;
      return { millis, code };
    });
  });

/** Whether each output and input in sight has a bar no further away than a bar is wide, and no bar is without its event. */
it('every event in sight has its bar, and every bar its event', () => {
  fc.assert(
    fc.property(
      events,
      fc.integer({ min: 0, max: 60_000 }),
      fc.integer({ min: 1, max: 60_000 }),
      fc.integer({ min: 1, max: 8 }),
      (list, startMillis, spanMillis, barPx) => {
        const text = list.map(({ millis, code }) => `${code}:x@${(millis / 1000).toFixed(3)}`).join(' ');
        const recording = readCast(bytesOf(castV2(text)));
        const scale = { viewport: { start: startMillis * 1000, end: (startMillis + spanMillis) * 1000 }, widthPx: 400 };
        const bars = activityBars(recording.events, indexEvents(recording), scale, barPx, () => () => 1);
        const toPx = (millis: number) => ((millis - startMillis) / spanMillis) * 400;
        const lefts = Array.from(bars.lefts.subarray(0, bars.length));
        const seen = list.filter(({ millis }) => millis >= startMillis && millis <= startMillis + spanMillis);
        const isNear = (left: number, millis: number) => left <= toPx(millis) + 0.1 && left > toPx(millis) - barPx - 0.1;
        for (const { millis, code } of seen) {
          if (code === 'm') continue;
          const heights = code === 'o' ? bars.outputs : bars.inputs;
          expect(lefts.some((left, bar) => isNear(left, millis) && (heights[bar] as number) > 0)).toBe(true);
        }
        lefts.forEach((left, bar) => {
          expect(list.some(({ millis }) => isNear(left, millis))).toBe(true);
          if (bar > 0) expect(left).toBeGreaterThan(lefts[bar - 1] as number);
        });
      },
    ),
  );
});
