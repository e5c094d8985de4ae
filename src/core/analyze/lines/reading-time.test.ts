import { describe, expect, it } from 'vitest';
import { DEFAULT_ANALYSIS } from '../analysis.ts';
import { countWords, readingMicros } from './reading-time.ts';

describe('countWords', () => {
  it.each([
    ['', 0],
    ['  Read the file, then stop.  ', 5],
    ['src/core/analyze/lines/reading-time.ts', 1],
    ['│ ▌ ── │ ⠋ ✻ … ─────', 0],
    ['│ > npm test ▌│', 2],
    ['[██████░░░░] 42%', 1],
    ['✅ 12 passed 🎉', 2],
    ['Größe übertragen', 2],
    ['Привет мир', 2],
    ['日本語のテキスト', 4],
    ['export 日本語 recording', 4],
    ['한국어 문서를 검색합니다', 3],
    ['第一、第二。', 2],
  ])('counts in %j %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});

describe('readingMicros', () => {
  it.each([
    [0, 1_200_000],
    [4, 1_200_000],
    [7, 2_000_000],
    [8, 2_285_714],
    [21, 6_000_000],
    [5000, 6_000_000],
  ])('gives %i words %i µs', (words, micros) => {
    expect(readingMicros(words, DEFAULT_ANALYSIS)).toBe(micros);
  });
});
