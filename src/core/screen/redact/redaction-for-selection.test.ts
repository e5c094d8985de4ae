import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceTime } from '../../cast/time.ts';
import type { RedactedRect } from '../../plan/plan.ts';
import { BUILT_IN_PATTERNS } from './built-in-patterns.ts';
import { redactionForSelection } from './redaction-for-selection.ts';

const rect: RedactedRect = { kind: 'rect', row: 3, col: 5, rows: 1, cols: 8 };
const seen = { start: sourceTime(1_000_000), end: sourceTime(2_000_000) };

/** The redaction for what stands between the brackets. */
const redactionFor = (drawn: string) => {
  const line = drawn.replace(/[⟦⟧]/g, '');
  return redactionForSelection({ line, start: drawn.indexOf('⟦'), end: drawn.indexOf('⟧') - 1, rect, seen });
};

describe('redactionForSelection', () => {
  it('takes a built-in pattern that finds the text where it stands', () => {
    const email = BUILT_IN_PATTERNS.find(({ id }) => id === 'email')?.what;
    expect(redactionFor('From: ⟦jo@example.org⟧ (Jo)').what).toEqual(email);
    expect(redactionFor('From: jo@⟦example⟧.org (Jo)').what).toEqual(email);
    expect(redactionFor('password=⟦ab⟧cdef')).toMatchObject({
      start: 0,
      what: BUILT_IN_PATTERNS.find(({ id }) => id === 'password')?.what,
    });
  });

  it('takes the shape of a text of letters and digits, and the whole recording', () => {
    expect(redactionFor('id ⟦Hx7-abc.2024 ⟧ok')).toMatchObject({
      start: 0,
      what: { kind: 'pattern', pattern: '(?<![A-Za-z0-9])[A-Z][a-z][0-9]-[a-z]{3}\\.[0-9]{4}(?![A-Za-z0-9])', ignoreCase: false },
    });
  });

  it('says no more of signs than of letters, but for one that separates', () => {
    const pattern = '(?<![A-Za-z0-9])[a-z][0-9][^\\sA-Za-z0-9]{3}[a-z]-[a-z]{2}[^\\sA-Za-z0-9]';
    expect(redactionFor('key: ⟦a1!@#x-yz?⟧').what).toEqual({ kind: 'pattern', pattern, ignoreCase: false });
  });

  it('takes the shape of a part of a word too, wherever that is in one', () => {
    const part = { kind: 'pattern', pattern: '[a-z]{6}[A-Z]{2}[0-9]{4}', ignoreCase: false };
    expect(redactionFor('id word⟦hunterAB2299⟧tail end').what).toEqual(part);
  });

  it.each(['⟦Makefile⟧', '⟦a1b2⟧', '⟦12:34:56.78⟧', '⟦two words 12345⟧', '⟦  ⟧x', '⟦größe-12345⟧'])(
    'takes place and time of %s',
    (drawn) => {
      expect(redactionFor(drawn)).toEqual({ ...seen, what: rect, with: '█' });
    },
  );

  it('never says what was marked, but finds it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{8,40}$/), (text) => {
        const { what } = redactionForSelection({ line: `x ${text} y`, start: 2, end: 2 + text.length, rect, seen });
        if (what.kind === 'rect') return;
        expect(what.pattern).not.toContain(text);
        expect(new RegExp(what.pattern, what.ignoreCase ? 'iu' : 'u').test(`x ${text} y`)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
