import { describe, expect, it } from 'vitest';
import { excerpt, momentExcerpt, quotedExcerpt } from './excerpt.ts';

describe('an excerpt of a text', () => {
  it('is the text where there is room for it', () => {
    expect(excerpt('npm test', 8)).toBe('npm test');
    expect(quotedExcerpt('npm test', 8)).toBe('"npm test"');
    expect(excerpt('', 8)).toBe('');
  });

  it('is shortened at a character, with room for the sign of it', () => {
    expect(excerpt('npm run build', 12)).toBe('npm run b…');
    expect(excerpt('npm run build', 10)).toBe('npm run…');
    expect(excerpt('字字字字', 11)).toBe('字字…');
    expect(excerpt('🙂🙂🙂', 11)).toBe('🙂🙂…');
    expect(excerpt('abcd', 3)).toBe('…');
  });

  it('counts what a quote takes', () => {
    expect(quotedExcerpt('"'.repeat(40), 11)).toBe(String.raw`"\"\"\"\"…"`);
    expect(quotedExcerpt('say "hi"', 10)).toBe(String.raw`"say \"hi\""`);
  });

  it('of a moment is not said twice', () => {
    expect(momentExcerpt({ reason: '2 tests failed', text: 'FAIL parser' }, 8)).toBe('2 tests failed: "FAIL…"');
    expect(momentExcerpt({ reason: 'error: no such file', text: 'error: no such file' }, 40)).toBe('error: "error: no such file"');
  });

  it.each([
    ['lines', 'one\r\n  two\tthree ', 'one two three'],
    ['escape sequences', 'a\u001b[2Jb\u009bc', 'a [2Jb c'],
    ['marks of direction', 'a\u202egnp.exe', 'a gnp.exe'],
    ['half characters', 'a\ud83db', 'a b'],
    ['line ends of other kinds', 'a\u2028b\u0085c\u3000d', 'a b c d'],
  ])('has a blank in the place of %s', (_, text, line) => {
    expect(excerpt(text, 100)).toBe(line);
  });
});
