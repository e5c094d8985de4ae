import { describe, expect, it } from 'vitest';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { seenCast, seenRecording } from '#testing/seen-recording.ts';
import { readCast } from '../../cast/reader.ts';
import { indexRecording } from '../../screen/history/index-recording.ts';
import { Keyframes } from '../../screen/history/keyframes.ts';
import { TextIndex } from '../../screen/search/text-index.ts';
import { type AnalysisSettings, DEFAULT_ANALYSIS, type Span } from '../analysis.ts';
import { analyze, type SeenRecording } from '../analyze.ts';

/** `kind start–end`, times in seconds; of waiting, the way of it. */
const told = ({ kind, waiting, start, end }: Span): string => `${waiting ?? kind} ${start / 1e6}–${end / 1e6}`;

const spansOf = (seen: SeenRecording, settings: Partial<AnalysisSettings> = {}): string[] =>
  analyze(seen, { ...DEFAULT_ANALYSIS, ...settings }).spans.map(told);

const spans = (events: string, settings: Partial<AnalysisSettings> = {}): string[] => spansOf(seenCast(events), settings);

/** One event for each of some states, so many seconds apart. */
const every = (seconds: number, from: number, states: readonly string[]): string =>
  states.map((state, index) => `o:${state.replaceAll(' ', '␣')}@${Number((from + index * seconds).toFixed(3))}`).join(' ');

const list = (length: number, state: (index: number) => string): string[] => Array.from({ length }, (_, index) => state(index));

const WORDS = 'eight words take two seconds to be read';

describe('spans', () => {
  it('are reading while new text takes to be read, then waiting', () => {
    expect(spans(`o:${WORDS.replaceAll(' ', '␣')}@0 x:0@20`)).toEqual(['reading 0–2.285714', 'silence 2.285714–20']);
    expect(spans('ok@0 x:0@20')).toEqual(['reading 0–1.2', 'silence 1.2–20']);
    expect(
      spans(
        `${every(
          0,
          0,
          list(20, (line) => `${WORDS} ${line}\\r\\n`),
        )} x:0@20`,
      ),
    ).toEqual(['reading 0–6', 'silence 6–20']);
  });

  it('are reading for longer with a slower reader', () => {
    expect(spans('o:three␣short␣words@0 x:0@20', { wordsPerSecond: 1 })).toEqual(['reading 0–3', 'silence 3–20']);
  });

  it('end reading where the text goes', () => {
    expect(spans(`o:${WORDS.replaceAll(' ', '␣')}@0 \\u001b[2J@1.5 x:0@20`)).toEqual(['reading 0–1.5', 'silence 1.5–20']);
  });

  it('are waiting, whatever turns', () => {
    const turning = (state: (index: number) => string) =>
      spans(
        `done@0 ${every(
          0.1,
          5,
          list(100, (index) => `\\r\\u001b[K${state(index)}`),
        )}`,
      );
    expect(turning((index) => `${'⠋⠙⠹⠸⠼'[index % 5]} Thinking`)).toEqual(['reading 0–1.2', 'silence 1.2–5', 'spinner 5–14.9']);
    expect(turning((index) => `✻ Thinking… (${index}s · esc to interrupt)`).at(-1)).toBe('counter 5–14.9');
    expect(turning((index) => `${'·✢✳✶'[index % 4]} Thinking… (${index}s · esc to interrupt)`).at(-1)).toBe('spinner 5–14.9');
    expect(turning((index) => `${'█'.repeat(index / 5)}${'░'.repeat(20 - index / 5)} ${index}%`).at(-1)).toBe('progress 5–14.9');
    expect(turning((index) => `> a line${index % 2 ? '▌' : ''}`).slice(-2)).toEqual(['reading 5–6.2', 'repaint 6.2–14.9']);
    expect(turning((index) => `\\u001b[3${index % 7}mcolours\\u001b[m`).slice(-2)).toEqual(['reading 5–6.2', 'repaint 6.2–14.9']);
  });

  it('are waiting while the same screen is drawn anew', () => {
    const screen = '\\u001b[2J\\u001b[Hone line\\r\\nand another\\r\\nand a third';
    expect(
      spans(
        `${every(
          0.2,
          0,
          list(50, () => screen),
        )} x:0@10`,
      ),
    ).toEqual(['reading 0–2', 'silence 2–10']);
    expect(
      spans(
        `${every(
          0.2,
          0,
          list(50, (turn) => (turn % 2 ? '\\u001b[2J' : screen)),
        )} x:0@10`,
      ).at(-1),
    ).toMatch(/^repaint/);
  });

  it('tell silence from what turns before it', () => {
    const turning = every(
      0.1,
      2,
      list(101, (index) => `\\r${'⠋⠙⠹⠸⠼'[index % 5]} running`),
    );
    expect(spans(`done@0 ${turning} x:0@30`)).toEqual(['reading 0–1.2', 'spinner 1.2–12', 'silence 12–30']);
  });

  it('are scrolling while more comes than anyone reads, and goes', () => {
    const lines = list(200, (line) => `${WORDS} number ${line}\\r\\n`);
    expect(spans(`${every(0.02, 1, lines)} x:0@20`)).toEqual(['silence 0–1', 'scrolling 1–4.98', 'reading 4.98–10.98', 'silence 10.98–20']);
  });

  it('are reading while text streams in and stays', () => {
    const words = list(60, (word) => ` w${'abcdefghij'[word % 10]}${word}${word % 12 === 11 ? '\\r\\n' : ''}`);
    expect(spans(`${every(0.1, 1, words)} x:0@30`)).toEqual(['silence 0–1', 'reading 1–12.9', 'silence 12.9–30']);
  });

  it('are typing while somebody types', () => {
    const keys = [...'git status --short'];
    expect(spans(`$␣@0 ${every(0.15, 2, keys)} \\r\\n@5 x:0@9`)).toEqual(['silence 0–2', 'typing 2–4.55', 'silence 4.55–9']);
    expect(
      spans(
        `$␣@0 ${every(
          0.15,
          2,
          keys.map((key) => key),
        ).replaceAll('o:', 'i:')} x:0@9`,
      ),
    ).toEqual(['silence 0–2', 'typing 2–4.55', 'silence 4.55–9']);
  });

  it('have none that is shorter than asked for', () => {
    const events = `one@0 \\u001b[2J@1.1 ${every(
      1.3,
      1.2,
      list(6, (index) => `\\u001b[2J\\u001b[Hscreen number ${'abcdef'[index]}`),
    )} x:0@9`;
    const lengths = (shortestSpanMicros: number) =>
      analyze(seenCast(events), { ...DEFAULT_ANALYSIS, shortestSpanMicros }).spans.map(({ start, end }) => end - start);
    expect(Math.min(...lengths(0))).toBeLessThan(300_000);
    expect(Math.min(...lengths(500_000))).toBeGreaterThanOrEqual(500_000);
  });

  it('are none of a recording without length, and one of a short one', () => {
    expect(spans('')).toEqual([]);
    expect(spans('text@0')).toEqual([]);
    expect(spans('text@0 x:0@0.1')).toEqual(['reading 0–0.1']);
  });

  it('go by the changes of the screen where the index has no room for the text', () => {
    const recording = readCast(
      bytesOf(
        castV2(
          `${every(
            0.1,
            0,
            list(100, (line) => `${WORDS} number ${line}\\r\\n`),
          )} x:0@20`,
        ),
      ),
    );
    const texts = new TextIndex({ maxCharacters: 400, maxIntervals: 1000 });
    const pass = indexRecording(recording, 'asciinema', { keyframes: new Keyframes(), texts });
    while (!pass.next().done);
    const seen = { ...seenRecording(recording), texts };
    expect(texts.isComplete).toBe(false);
    expect(spansOf(seen)).toEqual(['scrolling 0–9.9', 'silence 9.9–20']);
    expect(analyze(seen, DEFAULT_ANALYSIS).isComplete).toBe(false);
  });
});
