import { describe, expect, it } from 'vitest';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { readCast } from '../cast/reader.ts';
import { sourceTime } from '../cast/time.ts';
import type { Span } from './analysis.ts';
import { reclaimedByIdleCap, reclaimedByIgnoringWaiting } from './reclaim.ts';

describe('reclaimedByIdleCap', () => {
  it('is what the pauses have beyond the cap', () => {
    const recording = readCast(bytesOf(castV2('a@1 b@1.3 c@4.3 d@4.3')));
    expect(reclaimedByIdleCap(recording, 500_000)).toBe(500_000 + 2_500_000);
    expect(reclaimedByIdleCap(recording, 5_000_000)).toBe(0);
  });
});

describe('reclaimedByIgnoringWaiting', () => {
  const span = (kind: Span['kind'], start: number, end: number): Span => ({
    kind,
    start: sourceTime(start * 1e6),
    end: sourceTime(end * 1e6),
    ...(kind === 'waiting' && { waiting: 'spinner' }),
  });

  it('leaves a second of each wait, of one way or several', () => {
    const silent = { ...span('waiting', 12, 20), waiting: 'silence' } as const;
    const spans = [span('reading', 0, 2), span('waiting', 2, 12), silent, span('typing', 20, 21), span('waiting', 21, 21.5)];
    expect(reclaimedByIgnoringWaiting({ spans })).toBe(17_000_000);
  });
});
