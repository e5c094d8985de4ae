import { expect, it } from 'vitest';
import { placeCard } from './place-card.ts';

const WINDOW = { width: 1000, height: 600 };
const CARD = { width: 300, height: 200 };

it('stands in the middle above what is pointed at', () => {
  expect(placeCard(500, { top: 400, bottom: 450 }, CARD, WINDOW)).toEqual({ left: 350, top: 192 });
});

it('stays within the window', () => {
  expect(placeCard(10, { top: 400, bottom: 450 }, CARD, WINDOW).left).toBe(8);
  expect(placeCard(995, { top: 400, bottom: 450 }, CARD, WINDOW).left).toBe(692);
});

it('goes below the strip where there is no room above', () => {
  expect(placeCard(500, { top: 100, bottom: 150 }, CARD, WINDOW).top).toBe(158);
});

it('never covers the strip, even where it has room on neither side', () => {
  for (const top of [0, 60, 120, 180, 240, 280]) {
    const strip = { top, bottom: top + 40 };
    const place = placeCard(500, strip, CARD, { width: 1000, height: 320 });
    expect(place.top + CARD.height <= strip.top || place.top >= strip.bottom).toBe(true);
  }
});
