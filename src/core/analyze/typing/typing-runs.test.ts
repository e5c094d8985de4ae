import { describe, expect, it } from 'vitest';
import { seenCast } from '#testing/seen-recording.ts';
import { finished } from '../../lib/finished.ts';
import { type AnalysisSettings, DEFAULT_ANALYSIS } from '../analysis.ts';
import { readAppearances } from '../lines/read-appearances.ts';
import { findTypingRuns } from './typing-runs.ts';

/** `text (keys) start–end`, times in seconds. */
function runs(events: string, settings: Partial<AnalysisSettings> = {}): string[] {
  const seen = seenCast(events);
  const found = finished(findTypingRuns(seen, readAppearances(seen), { ...DEFAULT_ANALYSIS, ...settings }));
  return found.map(({ text, keys, start, end }) => `${text} (${keys}) ${start / 1e6}–${end / 1e6}`);
}

/** One event for each of some states, so many seconds apart. */
const every = (seconds: number, states: readonly string[], from: number): string =>
  states.map((state, index) => `${state.replaceAll(' ', '␣')}@${Number((from + index * seconds).toFixed(3))}`).join(' ');

/** A box for input, drawn anew around what is in it. */
const box = (text: string): string =>
  `\\r\\u001b[2A\\u001b[J╭────────────────────╮\\r\\n│ > ${`${text}▌`.padEnd(16)} │\\r\\n╰────────────────────╯`;

describe('typing that was recorded as input', () => {
  it('is text, with what was taken back taken out', () => {
    expect(runs('i:n@1 i:o@1.1 i:\\u007f@1.2 i:p@1.3 i:m@1.4')).toEqual(['npm (5) 1–1.4']);
    expect(runs('i:oops@1 i:\\u0015@1.1 i:l@1.2 i:s@1.3')).toEqual(['ls (4) 1–1.3']);
    expect(runs('i:git␣statsu@1 i:\\u0017@1.1 i:status@1.2')).toEqual(['git status (3) 1–1.2']);
    expect(runs('i:l@1 i:s@1.1 i:\\u0003@1.2')).toEqual([' (3) 1–1.2']);
  });

  it('goes on over several lines, and ends with a pause', () => {
    expect(runs('i:l@1 i:s@1.2 i:\\r@1.4 i:p@2 i:w@2.2 i:d@2.4 i:x@4 i:y@4.1 i:z@4.2')).toEqual(['ls\npwd (6) 1–2.4', 'xyz (3) 4–4.2']);
    expect(runs('i:a@1 i:b@3 i:c@5', { typingPauseMicros: 2_000_000 })).toEqual(['abc (3) 1–5']);
  });

  it('is bounded, however much is sent at once and taken back', () => {
    const many = 'a'.repeat(100_000);
    expect(runs(`i:${many}\\n\\u0017@1 i:b@1.2 i:c@1.4`)).toEqual([`${'a'.repeat(2000)} (3) 1–1.4`]);
    expect(runs(`i:${'a\\u007f'.repeat(50_000)}@1 i:b@1.2 i:\u{1f600}\\u007fc@1.4`)).toEqual(['bc (3) 1–1.4']);
    expect(runs(String.raw`i:${'a '.repeat(3).replaceAll(' ', '␣')}@1 i:\u0017@1.2 i:\n\u0017b@1.4`)).toEqual(['a a \nb (3) 1–1.4']);
  });

  it('takes a paste for one key, and what a terminal answers for none', () => {
    expect(runs('i:a@1 i:\\u001b[200~one\\rtwo\\u001b[201~@1.2 i:b@1.4')).toEqual(['aone\ntwob (3) 1–1.4']);
    const answers = ['\\u001b[?1;2c', '\\u001b]11;rgb:0000/0000/0000\\u001b\\\\', '\\u001b[24;80R', '\\u001b[I', '\\u001b[<0;3;4M'];
    expect(
      runs(
        every(
          0.1,
          answers.map((answer) => `i:${answer}`),
          1,
        ),
      ),
    ).toEqual([]);
  });

  it('counts keys that move', () => {
    expect(runs('i:\\u001b[A@1 i:\\u001bOB@1.2 i:\\t@1.4')).toEqual([' (3) 1–1.4']);
  });

  it('is none with fewer keys than asked for', () => {
    expect(runs('i:l@1 i:s@1.2')).toEqual([]);
    expect(runs('i:l@1 i:s@1.2', { minKeys: 2 })).toEqual(['ls (2) 1–1.2']);
  });
});

describe('typing that is told from its echo', () => {
  it('is a line that grows behind a prompt', () => {
    expect(runs(`~␣$␣@0.5 ${every(0.15, [...'npm test'], 1)}`)).toEqual(['npm test (7) 1–2.05']);
  });

  it('has what was taken back taken out', () => {
    expect(runs(`$␣@0.5 ${every(0.2, ['l', 'x', '\\b \\b', 's'], 1)}`)).toEqual(['ls (4) 1–1.6']);
  });

  it('is found in a box that is drawn anew for each key, also when it is full', () => {
    const keys = Array.from('fix the test', (_, end) => box('fix the test'.slice(0, end + 1)));
    expect(runs(`\\r\\n\\r\\n@0 ${box('').replaceAll(' ', '␣')}@0.5 ${every(0.1, keys, 1)}`)).toEqual(['fix the test (12) 1–2.1']);
    const text = 'a request that is too long for its box';
    const sliding = Array.from(text, (_, end) => box(text.slice(Math.max(0, end - 14), end + 1)));
    const [run] = runs(`\\r\\n\\r\\n@0 ${box('').replaceAll(' ', '␣')}@0.5 ${every(0.1, sliding, 1)}`);
    expect(run).toMatch(/^a request that is too long for its box \(\d+\) 1–4.7$/);
  });

  it('is found while a suggestion comes and goes behind the cursor', () => {
    const keys = ['g', 'gi', 'git', 'git s', 'git st'].flatMap((typed) => [`\\r$ ${typed}\\u001b[K`, `\\r$ ${typed}\\u001b[2mash pop`]);
    expect(runs(`$␣@0.5 ${every(0.1, keys, 1)} \\r$␣git␣st\\u001b[K@2`)).toEqual(['git st (6) 1–2']);
  });

  it('is found where a line with the same text is still on the screen', () => {
    expect(runs(`$␣@0.5 ${every(0.2, [...'ls -a'], 1)} \\r\\n$␣@5 ${every(0.2, [...'ls -la'], 6)}`)).toEqual([
      'ls -a (4) 1–1.8',
      'ls -la (5) 6–7',
    ]);
  });

  it('is not what a program prints by words, too fast, or over and over', () => {
    expect(runs(`>␣@0.5 ${every(0.15, ['I', ' will', ' look', ' at', ' the', ' parser', ' and', ' the', ' tests'], 1)}`)).toEqual([]);
    expect(runs(`$␣@0.5 ${every(0.02, [...'npm test is quick'], 1)}`)).toEqual([]);
    expect(runs(`$␣@0.5 ${every(0.2, [...'..........'], 1)}`)).toEqual([]);
  });

  it('is no spinner and no counter', () => {
    expect(
      runs(
        `$␣@0.5 ${every(
          0.1,
          Array.from('|/-\\\\|/-\\\\', (glyph) => `\\r${glyph === '\\' ? '\\\\' : glyph} building`),
          1,
        )}`,
      ),
    ).toEqual([]);
    expect(
      runs(
        every(
          0.2,
          Array.from({ length: 12 }, (_, second) => `\\rtook ${second} s`),
          1,
        ),
      ),
    ).toEqual([]);
  });
});
