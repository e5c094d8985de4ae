import { describe, expect, it } from 'vitest';
import { centred, panOfKey, shownWindow } from './overview-window.ts';

/** An overview of 100 pixels over 1000: a window is at least 100 long. */
const scale = { viewport: { start: 0, end: 1000 }, widthPx: 100 };

describe('shownWindow', () => {
  it('is the viewport where that is wide enough', () => {
    expect(shownWindow({ start: 200, end: 400 }, scale)).toEqual({ start: 200, end: 400 });
  });

  it('is widened around the middle of a narrow one', () => {
    expect(shownWindow({ start: 499, end: 501 }, scale)).toEqual({ start: 450, end: 550 });
  });

  it('stays within the whole', () => {
    expect(shownWindow({ start: 0, end: 2 }, scale)).toEqual({ start: 0, end: 100 });
    expect(shownWindow({ start: 998, end: 1000 }, scale)).toEqual({ start: 900, end: 1000 });
  });
});

describe('centred', () => {
  it('keeps the span', () => {
    expect(centred({ start: 200, end: 400 }, 500)).toEqual({ start: 400, end: 600 });
  });
});

describe('panOfKey', () => {
  it('pans by a tenth with arrows and by a view with pages', () => {
    expect(['ArrowLeft', 'ArrowRight', 'PageUp', 'x'].map(panOfKey)).toEqual([-0.1, 0.1, 1, undefined]);
  });
});
