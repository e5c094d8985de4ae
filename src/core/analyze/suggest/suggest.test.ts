import { describe, expect, it } from 'vitest';
import { type DrawnAnalysis, drawnAnalysis, steadyRecording } from '#testing/analyses.ts';
import { MICROS_PER_SECOND, sourceTime } from '../../cast/time.ts';
import { DEFAULT_EDITS, type EditSettings } from '../../plan/edit-settings.ts';
import { EMPTY_PLAN, type Plan } from '../../plan/plan.ts';
import { nothingToSuggest, suggest } from './suggest.ts';

const range = (start: number, end: number) => ({
  start: sourceTime(start * MICROS_PER_SECOND),
  end: sourceTime(end * MICROS_PER_SECOND),
});

interface Asked {
  readonly plan?: Partial<Plan>;
  readonly settings?: Partial<EditSettings>;
}

/** What is suggested, as `cut 10.5-19.5 waiting: 10.0 s of spinner → 1.0 s, saves 9.0`; what there is to say where nothing is. */
function suggested(session: DrawnAnalysis, { plan = {}, settings = {} }: Asked = {}): string | string[] {
  const analysis = drawnAnalysis(session);
  const recording = steadyRecording((analysis.spans.at(-1)?.end ?? 0) / MICROS_PER_SECOND);
  const edited = { ...EMPTY_PLAN, ...plan };
  const suggestions = suggest(recording, analysis, edited, { ...DEFAULT_EDITS, ...settings });
  if (suggestions.length === 0) return nothingToSuggest(recording, analysis, edited, suggestions);
  expect(nothingToSuggest(recording, analysis, edited, suggestions)).toBe('');
  return suggestions.map((one) => {
    const what = one.edit === 'cut' ? 'cut' : `${one.factor}x`;
    const place = `${one.start / MICROS_PER_SECOND}-${one.end / MICROS_PER_SECOND}`;
    return `${what} ${place} ${one.kind}: ${one.reason}, saves ${(one.savedMicros / MICROS_PER_SECOND).toFixed(1)}`;
  });
}

describe('suggest', () => {
  it.each([
    ['a spinner, but for a second', 'r5 s192 r5', ['cut 5.5-196.5 waiting: 3:12 of spinner → 1.0 s, saves 191.0']],
    ['several ways of waiting as one', 'r5 w2 s20 w3 r5', ['cut 5.5-29.5 waiting: 25.0 s of spinner → 1.0 s, saves 24.0']],
    ['waiting that is mostly nothing', 'r5 w10 p10 r5', ['cut 5.5-24.5 waiting: 20.0 s of waiting → 1.0 s, saves 19.0']],
    ['long typing', 'r5 t12 r5', ['4x 5-17 typing: 12.0 s of typing, 4× → 3.0 s, saves 9.0']],
    ['bulk output', 'r5 x20 r5', ['10x 5-25 scrolling: 20.0 s of scrolling output, 10× → 2.0 s, saves 18.0']],
    ['bulk output that is too long to be played', 'r5 x200 r5', ['cut 5.5-204.5 scrolling: 3:20 of scrolling output → 1.0 s, saves 199.0']],
  ])('shortens %s', (_, spans, suggestions) => {
    expect(suggested({ spans })).toEqual(suggestions);
  });

  it('leaves alone what would save less than a second', () => {
    expect(suggested({ spans: 'r5 w1.9 r5 w2.1 r5' })).toEqual(['cut 12.4-13.5 waiting: 2.1 s of silence → 1.0 s, saves 1.1']);
  });

  it('plays typing no faster than one can follow', () => {
    expect(suggested({ spans: 'r5 t12 r5', keys: 120 })).toEqual(['2x 5-17 typing: 12.0 s of typing, 2× → 6.0 s, saves 6.0']);
  });

  it('cuts output that would flash', () => {
    const flashes = Array.from({ length: 60 }, (_, index) => 5 + index / 3);
    expect(suggested({ spans: 'r5 x20 r5', flashes })).toEqual(['cut 5.5-24.5 scrolling: 20.0 s of scrolling output → 1.0 s, saves 19.0']);
    expect(suggested({ spans: 'r5 x20 r5', flashes: flashes.filter((_, index) => index % 4 === 0) })).toEqual([
      '4x 5-25 scrolling: 20.0 s of scrolling output, 4× → 5.0 s, saves 15.0',
    ]);
  });

  it('leaves the time to read a moment, with its margins', () => {
    const moments = ['output 10-12-60 4/0.5 something', 'end 50-51-52 4/0.5 brief'];
    expect(suggested({ spans: 'r5 s60 r5', moments })).toEqual([
      'cut 5.5-9.3 waiting: 4.8 s of spinner → 1.0 s, saves 3.8',
      'cut 17-49.3 waiting: 33.3 s of spinner → 1.0 s, saves 32.3',
      'cut 53-64.5 waiting: 12.5 s of spinner → 1.0 s, saves 11.5',
    ]);
  });

  it('leaves between two cuts as much as the settings say', () => {
    const settings = { shortestKeptMicros: 4_000_000 };
    expect(suggested({ spans: 's60 x200 s60' }, { settings })).toEqual([
      'cut 2-58 waiting: 1:00 of spinner → 4.0 s, saves 56.0',
      'cut 62-258 scrolling: 3:20 of scrolling output → 4.0 s, saves 196.0',
      'cut 262-318 waiting: 1:00 of spinner → 4.0 s, saves 56.0',
    ]);
    const plan = { cuts: [{ ...range(0, 60), mode: 'drop' as const }] };
    expect(suggested({ spans: 'r60 s60 r9' }, { plan })).toEqual(['cut 61-119.5 waiting: 1:00 of spinner → 1.5 s, saves 58.5']);
  });

  it('leaves alone what the user has touched', () => {
    const session = { spans: 'r5 s60 r5 s60 r5 t9' };
    const cuts = [{ ...range(20, 21), mode: 'jump' as const }];
    expect(suggested(session, { plan: { cuts } })).toHaveLength(2);
    expect(suggested(session, { plan: { cuts, speedRegions: [{ ...range(130, 140), factor: 1 }] } })).toHaveLength(1);
    expect(suggested(session, { plan: { holds: [{ at: range(30, 31).start, durationMicros: 1_000_000 }] } })).toHaveLength(2);
  });
});

describe('nothingToSuggest', () => {
  it.each([
    ['nothing waits', 'r9 w1 r9 t2', {}, 'Nothing waits for longer than 2.0 s.'],
    [
      'all is done',
      'r9 w60 r9',
      { cuts: [{ ...range(10, 68), mode: 'jump' as const }] },
      'Everything that waits is cut or sped up already.',
    ],
    ['an idle cap does it', 'r9 w60 r9', { idleCapMicros: 1 }, 'The idle cap and the edits shorten everything that waits already.'],
    ['nothing is there', '', {}, 'The recording is empty.'],
  ])('says why where %s', (_, spans, plan, reason) => {
    expect(
      spans === '' ? nothingToSuggest(steadyRecording(-1), drawnAnalysis({ spans }), EMPTY_PLAN, []) : suggested({ spans }, { plan }),
    ).toBe(reason);
  });

  it('says that what waits is needed', () => {
    const moments = ['answer 9-9-69 60/1 a long text'];
    expect(suggested({ spans: 'r9 w60 r9', moments })).toBe('What waits takes no longer than it takes to read what stands there.');
  });
});
