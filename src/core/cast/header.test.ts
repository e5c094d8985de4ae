import { describe, expect, it } from 'vitest';
import { type HeaderObject, readHeader } from './header.ts';

const PALETTE = ['#000000', '#111111', '#222222', '#333333', '#444444', '#555555', '#666666', '#777777'];
const THEME = { fg: '#ffffff', bg: '#000000', palette: PALETTE.join(':') };
const SIZE = { width: 100, height: 30 };

const v2 = (members: HeaderObject) => readHeader({ version: 2, ...SIZE, ...members }, 2);
const v3 = (term: HeaderObject, members: HeaderObject = {}) =>
  readHeader({ version: 3, term: { cols: 100, rows: 30, ...term }, ...members }, 3);

describe('readHeader', () => {
  it('finds the same in versions 2 and 3', () => {
    const members = { title: 'T', command: 'sh', idle_time_limit: 1.5 };
    const expected = {
      header: {
        size: { cols: 100, rows: 30 },
        title: 'T',
        command: 'sh',
        idleTimeLimitMicros: 1_500_000,
        theme: { foreground: '#ffffff', background: '#000000', palette: PALETTE },
      },
      oddities: [],
    };
    expect(v2({ ...members, theme: THEME })).toEqual(expected);
    expect(v3({ theme: THEME }, members)).toEqual(expected);
  });

  it('takes null for absent', () => {
    expect(v2({ title: null, command: null, idle_time_limit: null, theme: null })).toEqual({
      header: { size: { cols: 100, rows: 30 } },
      oddities: [],
    });
  });

  it.each([{ width: 0 }, { width: 10_001 }, { width: '100' }, { height: 24.5 }, { height: -1 }, { height: null }, { height: undefined }])(
    'falls back to 80×24 with %j',
    (members) => {
      const { header, oddities } = v2(members);
      expect(header.size).toEqual({ cols: 80, rows: 24 });
      expect(oddities).toEqual([expect.stringContaining('80x24 is used')]);
    },
  );

  it('does not take the size of version 2 in version 3', () => {
    expect(readHeader({ version: 3, ...SIZE }, 3).header.size).toEqual({ cols: 80, rows: 24 });
    expect(readHeader({ version: 3, ...SIZE, term: 'xterm' }, 3).oddities.length).toBe(1);
  });

  it('takes sizes up to the bounds', () => {
    expect(v2({ width: 1, height: 10_000 })).toEqual({ header: { size: { cols: 1, rows: 10_000 } }, oddities: [] });
  });

  it.each([
    [{ title: 5 }, 'title is 5, not a text'],
    [{ command: ['sh'] }, 'command is a list, not a text'],
    [{ idle_time_limit: '2' }, 'idle_time_limit is the text "2"'],
    [{ idle_time_limit: 0 }, 'idle_time_limit is 0'],
    [{ idle_time_limit: -1 }, 'idle_time_limit is -1'],
    [{ idle_time_limit: 1e300 }, 'idle_time_limit is 1e+300'],
    [{ theme: 'dark' }, 'theme needs'],
    [{ theme: { ...THEME, fg: 'white' } }, 'theme needs'],
    [{ theme: { ...THEME, bg: undefined } }, 'theme needs'],
    [{ theme: { ...THEME, palette: PALETTE.slice(1).join(':') } }, 'theme needs'],
    [{ theme: { ...THEME, palette: [...PALETTE.slice(1), 'red'].join(':') } }, 'theme needs'],
    [{ theme: { ...THEME, palette: PALETTE } }, 'theme needs'],
  ])('ignores %j', (members, oddity) => {
    const { header, oddities } = v2(members);
    expect(header).toEqual({ size: { cols: 100, rows: 30 } });
    expect(oddities).toEqual([expect.stringContaining(oddity)]);
  });

  it.each([
    [8, 8],
    [9, 8],
    [16, 16],
    [17, 16],
  ])('of %i colours takes %i', (given, taken) => {
    const palette = Array(given).fill('#AbCdEf').join(':');
    expect(v2({ theme: { ...THEME, palette } }).header.theme?.palette.length).toBe(taken);
  });
});
