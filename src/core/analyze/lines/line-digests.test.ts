import { describe, expect, it } from 'vitest';
import { digestsOf } from './line-digests.ts';

describe('digestsOf', () => {
  it('has one number for the letters of all states of a line that ticks', () => {
    const { letters } = digestsOf('⠋ Thinking… 3s');
    expect(digestsOf('   ⠙ Thinking… 1m 12s').letters).toBe(letters);
    expect(digestsOf('⠋ Pondering… 3s').letters).not.toBe(letters);
    expect(digestsOf('12:30 ▌▌▌').letters).toBe(0);
  });

  it('has one number for the wording in any box, and none for what is too short to tell', () => {
    expect(digestsOf('│ > Hello, world │').wording).toBe(digestsOf('  █  Hello, world').wording);
    expect(digestsOf('event 0000001').wording).not.toBe(digestsOf('event 0000002').wording);
    expect(digestsOf('ok 12').wording).toBe(0);
  });
});
