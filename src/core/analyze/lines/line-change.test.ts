import { describe, expect, it } from 'vitest';
import { changeBetween } from './line-change.ts';

const told = (before: string, now: string): string => {
  const { kind, tick, start, end } = changeBetween(before, now);
  const news = now.slice(start, end);
  return [kind, tick, news && JSON.stringify(news)].filter(Boolean).join(' ');
};

describe('changeBetween', () => {
  it.each([
    ['⠋ Thinking', '⠙ Thinking', 'ticking spinner'],
    ['Thinking.', 'Thinking..', 'ticking spinner'],
    ['Thinking...', 'Thinking', 'ticking spinner'],
    ['| building', '/ building', 'ticking spinner'],
    ['✻ Thinking… (9s · ↑ 1.1k tokens)', '✽ Thinking… (10s · ↑ 1.2k tokens)', 'ticking spinner'],
    ['Elapsed: 59s', 'Elapsed: 1m 0s', 'ticking counter'],
    ['took 937ms', 'took 1s', 'ticking counter'],
    ['12 of 40 files', '13 of 40 files', 'ticking counter'],
    ['Receiving objects:  9% (90/1000)', 'Receiving objects: 10% (100/1000)', 'ticking progress'],
    ['[===>      ]', '[====>     ]', 'ticking progress'],
    ['  ███░░░░ 40%', '  ████░░░ 55%', 'ticking progress'],
    ['> a line', '> a line▌', 'same'],
    ['│ > █  │', '│ >    │', 'same'],
    ['[█░░]', '[██░]', 'ticking progress'],
    ['███', '████', 'ticking progress'],
    ['  name   size', '  name     size', 'same'],
  ])('%s, then %s: %s', (before, now, expected) => {
    expect(told(before, now)).toBe(expected);
  });

  it.each([
    ['Hello', 'Hello world', 'grown " world"'],
    ['│ > Lo▌     │', '│ > Loo▌    │', 'grown "o▌"'],
    ['name:        │ right', 'name: Ada    │ right', 'grown "Ada"'],
    ['Tests', 'Tests 3', 'grown " 3"'],
    ['Hello world', 'Hello', 'shrunk'],
    ['Reading the file', 'Writing the file', 'other "Writ"'],
    ['⠋ Thinking', '✓ Installed in 3s', 'other "✓ Installed in 3s"'],
    ['> ok at the parser in src▌', '> k at the parser in src/▌', 'grown "/"'],
    ['> ok at the parser in sr▌', '> k at the parser in src▌', 'grown "c"'],
  ])('%s, then %s: %s', (before, now, expected) => {
    expect(told(before, now)).toBe(expected);
  });

  it('does not part the halves of a character', () => {
    expect(told('a 🚀 b', 'a 🚁 word b')).toBe('grown "🚁 word"');
  });
});
