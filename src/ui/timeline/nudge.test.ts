import { describe, expect, it } from 'vitest';
import { sourceTime } from '#core/cast/time.ts';
import { nudgeEdge, nudgeLength, nudgePlayhead, nudgeWhole } from './nudge.ts';

const press = (drawn: string) => ({ key: drawn.replace('Shift+', ''), shiftKey: drawn.startsWith('Shift+') });
const times = [1e6, 3e6, 3e6, 4.5e6];
const edge = (key: string, seconds: number) => {
  const time = nudgeEdge(press(key), sourceTime(seconds * 1e6), times);
  return time === undefined ? undefined : time / 1e6;
};

describe('nudgeEdge', () => {
  it('goes from event to event', () => {
    expect(edge('ArrowRight', 1)).toBe(3);
    expect(edge('ArrowRight', 3)).toBe(4.5);
    expect(edge('ArrowLeft', 3)).toBe(1);
    expect(edge('ArrowDown', 2.2)).toBe(1);
  });

  it('goes by tenths where there are no more events', () => {
    expect(edge('ArrowRight', 4.5)).toBe(4.6);
    expect(edge('ArrowLeft', 1)).toBe(0.9);
  });

  it('takes larger steps with Shift and by pages', () => {
    expect(edge('Shift+ArrowLeft', 3)).toBe(2);
    expect(edge('PageUp', 3)).toBe(13);
  });

  it('goes all the way with Home and End', () => {
    expect(edge('Home', 3)).toBe(Number.NEGATIVE_INFINITY);
    expect(edge('End', 3)).toBe(Number.POSITIVE_INFINITY);
  });

  it('leaves other keys alone', () => {
    expect(edge('x', 3)).toBeUndefined();
  });
});

describe('nudgePlayhead', () => {
  const playhead = (key: string) => (nudgePlayhead(press(key), sourceTime(100e6)) ?? Number.NaN) / 1e6;

  it('goes by 1, 10 and 60 seconds', () => {
    expect([playhead('ArrowLeft'), playhead('Shift+ArrowRight'), playhead('PageDown')]).toEqual([99, 110, 40]);
  });
});

describe('nudgeWhole and nudgeLength', () => {
  it('go by 0.1, 1 and 10 seconds', () => {
    expect(['ArrowRight', 'Shift+ArrowLeft', 'PageDown', 'Home'].map((key) => nudgeWhole(press(key)))).toEqual([
      100_000,
      -1e6,
      -10e6,
      undefined,
    ]);
    expect(['ArrowLeft', 'Shift+ArrowUp', 'PageUp'].map((key) => nudgeLength(press(key), 2e6))).toEqual([1.9e6, 3e6, 12e6]);
  });

  it('take a length as far as it goes with Home and End', () => {
    expect([nudgeLength(press('Home'), 2e6), nudgeLength(press('End'), 2e6)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect(nudgeLength(press('x'), 2e6)).toBeUndefined();
  });
});
