import { describe, expect, it } from 'vitest';
import { centred, panOfKey, shownWindow, sideStepOfKey, withSide } from './overview-window.ts';

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

describe('the sides of the window', () => {
  const whole = { start: 0, end: 100e6 };
  const press = (key: string, shiftKey = false) => sideStepOfKey({ key, shiftKey });

  it('go by 2, 10 and 25 % of the view', () => {
    expect([press('ArrowRight'), press('ArrowLeft', true), press('PageUp'), press('x')]).toEqual([0.02, -0.1, 0.25, undefined]);
    expect(withSide({ start: 40e6, end: 60e6 }, 'start', -0.1, whole)).toEqual({ start: 38e6, end: 60e6 });
    expect(withSide({ start: 40e6, end: 60e6 }, 'end', 0.25, whole)).toEqual({ start: 40e6, end: 65e6 });
  });

  it('go to the end of the recording, and never past each other', () => {
    const view = { start: 40e6, end: 60e6 };
    expect(withSide(view, 'end', press('End') ?? 0, whole)).toEqual({ start: 40e6, end: 100e6 });
    expect(withSide(view, 'start', press('Home') ?? 0, whole)).toEqual({ start: 0, end: 60e6 });
    const narrowed = withSide(view, 'start', press('End') ?? 0, whole);
    expect(narrowed.start).toBeLessThan(narrowed.end);
    expect(narrowed.start).toBeGreaterThan(59e6);
  });
});
