import { describe, expect, it } from 'vitest';
import { seenCast } from '#testing/seen-recording.ts';
import { type Analysis, DEFAULT_ANALYSIS } from './analysis.ts';
import { analyze, analyzing, type SeenRecording } from './analyze.ts';

const LOG = Array.from({ length: 3000 }, (_, line) => `line␣${line}␣of␣a␣log\\r\\n@${line / 10}`).join(' ');

/** What is yielded, and the result. */
function steps(seen: SeenRecording): { shares: number[]; analysis: Analysis } {
  const work = analyzing(seen, DEFAULT_ANALYSIS);
  const shares: number[] = [];
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return { shares, analysis: step.value };
    shares.push(step.value);
  }
}

describe('analyzing', () => {
  it('works in steps that say how far it is, to the same end', () => {
    const seen = seenCast(LOG);
    const { shares, analysis } = steps(seen);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
    expect(analysis).toEqual(analyze(seen, DEFAULT_ANALYSIS));
  });

  it('is done with an empty recording', () => {
    const { analysis } = steps(seenCast(''));
    expect(analysis).toMatchObject({ spans: [], typingRuns: [], idleGaps: [], moments: [], isComplete: true });
  });
});

describe('analyze', () => {
  it('finds idle gaps of any length', () => {
    const seen = seenCast('a@1 b@1.5 c@9');
    const gaps = (idleGapMicros: number) =>
      analyze(seen, { ...DEFAULT_ANALYSIS, idleGapMicros }).idleGaps.map(({ start, end }) => [start, end]);
    expect(gaps(700_000)).toEqual([
      [0, 1_000_000],
      [1_500_000, 9_000_000],
    ]);
    expect(gaps(2_000_000)).toEqual([[1_500_000, 9_000_000]]);
  });

  it('keeps the times at which much of the screen changes', () => {
    const screen = (letter: string) => `\\u001b[H${Array.from({ length: 12 }, () => letter.repeat(20)).join('\\r\\n')}`;
    const { flashes } = analyze(seenCast(`${screen('a')}@1 x@2 ${screen('b')}@3 ${screen('c')}@3.1`), DEFAULT_ANALYSIS);
    expect([...flashes.times]).toEqual([1_000_000, 3_000_000, 3_100_000]);
  });

  it('keeps the settings it was made with', () => {
    const settings = { ...DEFAULT_ANALYSIS, minKeys: 9 };
    expect(analyze(seenCast('a@1'), settings).settings).toEqual(settings);
  });
});
