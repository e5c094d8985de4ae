import { describe, expect, it } from 'vitest';
import { rulerTicks } from './ruler-ticks.ts';

const SECOND = 1e6;
const labels = (start: number, end: number, widthPx = 1000) =>
  rulerTicks({ viewport: { start, end }, widthPx })
    .map(({ label }) => label)
    .filter((label) => label !== undefined);

describe('rulerTicks', () => {
  it('counts minutes over an hour', () => {
    expect(labels(0, 3600 * SECOND)).toEqual([
      '0:00',
      '5:00',
      '10:00',
      '15:00',
      '20:00',
      '25:00',
      '30:00',
      '35:00',
      '40:00',
      '45:00',
      '50:00',
      '55:00',
      '1:00:00',
    ]);
  });

  it('counts hours over a day', () => {
    expect(labels(0, 86_400 * SECOND).slice(0, 3)).toEqual(['0:00', '2:00:00', '4:00:00']);
  });

  it('shows milliseconds and microseconds when close', () => {
    expect(labels(1.25 * SECOND, 1.2512 * SECOND, 1200)).toContain('0:01.250200');
    expect(labels(1.25 * SECOND, 1.35 * SECOND, 800)).toContain('0:01.300');
    expect(labels(5087 * SECOND - 40, 5087 * SECOND, 1000)).toContain('1:24:46.999970');
  });

  it('puts small ticks between the labelled ones', () => {
    const ticks = rulerTicks({ viewport: { start: 0, end: 10 * SECOND }, widthPx: 1000 });
    expect(ticks.filter(({ label }) => label === undefined).length).toBeGreaterThan(0);
    expect(ticks.every(({ time }) => Number.isInteger(time))).toBe(true);
  });

  it('begins at the first tick in sight', () => {
    expect(labels(3.5 * SECOND, 13.5 * SECOND)[0]).toBe('0:04');
  });

  it('has none while the strip has no width', () => {
    expect(labels(0, SECOND, 0)).toEqual([]);
  });
});
