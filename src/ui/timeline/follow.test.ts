import { describe, expect, it } from 'vitest';
import { follow } from './follow.ts';

const SECOND = 1e6;
const seconds = (start: number, end: number) => ({ start: start * SECOND, end: end * SECOND });
const view = seconds(100, 200);

/** What is shown once the playhead went from one second to another, in a recording of 1000. */
const played = (previous: number, playhead: number) => follow(view, previous * SECOND, playhead * SECOND, 1000 * SECOND);

describe('follow', () => {
  it('stays while the playhead is in sight', () => {
    expect(played(150, 180)).toBe(view);
  });

  it('turns the page when the playhead leaves', () => {
    expect(played(199, 201)).toEqual(seconds(191, 291));
  });

  it('turns the page also after a jump over a cut', () => {
    const next = played(199, 700);
    expect(next.start < 700 * SECOND && 700 * SECOND < next.end).toBe(true);
  });

  it('leaves a view alone that was scrolled away', () => {
    expect(played(50, 51)).toBe(view);
    expect(played(50, 150)).toBe(view);
  });
});
