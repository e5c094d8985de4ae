import { describe, expect, it } from 'vitest';
import { type DrawnAnalysis, drawnAnalysis, steadyRecording } from '#testing/analyses.ts';
import { recordingDuration } from '../../cast/recording.ts';
import { MICROS_PER_SECOND, sourceTime } from '../../cast/time.ts';
import { DEFAULT_EDITS, type EditSettings } from '../../plan/edit-settings.ts';
import { type Cut, EMPTY_PLAN, type Plan } from '../../plan/plan.ts';
import { fitToTarget } from './fit.ts';
import type { FitOutcome } from './outcome.ts';

const at = (seconds: number) => sourceTime(seconds * MICROS_PER_SECOND);
const range = (start: number, end: number) => ({ start: at(start), end: at(end) });
const cut = (start: number, end: number, mode: Cut['mode'] = 'jump'): Cut => ({ ...range(start, end), mode });
const speed = (start: number, end: number, factor: number) => ({ ...range(start, end), factor });
const hold = (seconds: number, length: number) => ({ at: at(seconds), durationMicros: length * MICROS_PER_SECOND });

/** A prompt is typed, work goes on for minutes, an error flies by, a file is edited, and the answer stands to the end. */
const SESSION: DrawnAnalysis = {
  spans: 't10 s300 r10 s600 r10 s200 x20 r10 w100',
  moments: [
    'prompt! 0-10-310 3/1 the prompt',
    'error! 310-312-325 4/0.9 an error',
    'output 920-922-1000 3/0.5 an edit',
    'answer! 1150-1152-1260 5/0.95 the answer',
  ],
};

interface Asked {
  readonly session?: DrawnAnalysis;
  readonly pins?: Partial<Plan>;
  readonly settings?: Partial<EditSettings>;
}

function fitted(seconds: number, { session = SESSION, pins = {}, settings = {} }: Asked = {}): FitOutcome {
  const analysis = drawnAnalysis(session);
  const recording = steadyRecording((analysis.spans.at(-1)?.end ?? 0) / MICROS_PER_SECOND);
  return fitToTarget(recording, analysis, { ...EMPTY_PLAN, ...pins }, seconds * MICROS_PER_SECOND, { ...DEFAULT_EDITS, ...settings });
}

const tenths = (micros: number): string => (micros / MICROS_PER_SECOND).toFixed(1);

/** What an outcome does, in order: `8x 10.0-20.0`, `cut 20.0-30.0`, `hold 30.0 1.5`. */
function drawn({ edits }: FitOutcome): string[] {
  const all = [
    ...edits.cuts.map(({ start, end }) => ({ start, text: `cut ${tenths(start)}-${tenths(end)}` })),
    ...edits.speedRegions.map(({ start, end, factor }) => ({ start, text: `${factor}x ${tenths(start)}-${tenths(end)}` })),
    ...edits.holds.map(({ at: start, durationMicros }) => ({ start, text: `hold ${tenths(start)} ${tenths(durationMicros)}` })),
  ];
  return all.sort((one, other) => one.start - other.start).map(({ text }) => text);
}

const keptTexts = ({ kept }: FitOutcome): string[] => kept.map(({ text }) => text);

const reasons = ({ edits }: FitOutcome): string[] => [...edits.cuts, ...edits.speedRegions, ...edits.holds].map(({ reason }) => reason);

describe('fit', () => {
  it('shows what matters as it was recorded, plays or cuts the rest, and holds the last screen', () => {
    const outcome = fitted(30);
    expect(keptTexts(outcome)).toEqual(['the prompt', 'an error', 'an edit', 'the answer']);
    expect(drawn(outcome)).toEqual([
      '6.6x 0.0-10.0',
      'cut 13.5-193.6',
      '64x 193.6-310.8',
      '64x 316.5-577.6',
      'cut 577.6-920.8',
      '64x 925.5-1159.3',
      'cut 1159.3-1257.0',
      'hold 1260.0 2.0',
    ]);
  });

  it('says why of every edit', () => {
    expect(new Set(reasons(fitted(30)))).toEqual(
      new Set([
        'typing',
        '3:00 of spinner',
        '1:57 of spinner',
        '4:21 of spinner',
        '5:43 of spinner',
        '3:54 of spinner',
        '1:38 of silence',
        'last screen',
      ]),
    );
  });

  it('leaves out the moments with the lowest scores first, and says how many of those that should be seen', () => {
    expect(keptTexts(fitted(40))).toEqual(['the prompt', 'an error', 'an edit', 'the answer']);
    expect(keptTexts(fitted(20))).toEqual(['the prompt', 'an error', 'the answer']);
    const short = fitted(15);
    expect(keptTexts(short)).toEqual(['the prompt', 'the answer']);
    expect(short).toMatchObject({ leftOutCount: 1, notes: ['1 moment that should be seen has no room in 0:15.0.'] });
  });

  it('takes moments elsewhere before one right beside another', () => {
    const session = {
      spans: 'r1000',
      moments: ['output 100-101-1000 3/0.8 first', 'output 105-106-1000 3/0.7 beside', 'output 700-701-1000 3/0.6 elsewhere'],
    };
    expect(keptTexts(fitted(15, { session }))).toEqual(['first', 'elsewhere']);
  });

  it('cuts silence first, then plays spinners faster than output, and output faster than what can be read', () => {
    const session = { spans: 'w100 s100 x100 r100 w100' };
    const speeds = (seconds: number) => drawn(fitted(seconds, { session })).filter((text) => !text.startsWith('hold'));
    expect(speeds(400)).toEqual(['2.031347x 0.0-100.0', '2.031346x 400.0-497.0']);
    expect(speeds(250)).toEqual(['cut 0.0-100.0', '2.13x 100.0-200.0', 'cut 400.0-497.0']);
    expect(speeds(150)).toEqual(['cut 0.0-100.0', '10.71x 100.0-200.0', '2.676983x 200.0-300.0', 'cut 400.0-497.0']);
    expect(speeds(60)).toEqual(['cut 0.0-100.0', '50.95x 100.0-200.0', '12.74x 200.0-300.0', '2.122801x 300.0-400.0', 'cut 400.0-497.0']);
  });

  it('holds a text that is gone before it can be read', () => {
    const session = { spans: 'r60', moments: ['answer! 20-20-21 4/1 brief'] };
    const outcome = fitted(20, { session });
    expect(drawn(outcome)).toContain('hold 20.0 3.0');
    expect(reasons(outcome)).toContain('time to read: brief');
  });

  it('reads what stands to the end on the last screen', () => {
    const session = { spans: 'r10 w90', moments: ['answer! 8-9-100 6/1 the answer', 'end! 9-10-100 4/0.9 the end'] };
    expect(drawn(fitted(10, { session }))).toEqual(['2.53x 0.0-10.0', 'cut 10.0-98.0', 'hold 100.0 4.0']);
  });

  it('begins with the end of what took long to be typed or printed', () => {
    const session = { spans: 't60 w60 r60 w60 r60', moments: ['command! 0-60-120 2/1 typed', 'output! 120-180-240 2/0.5 printed'] };
    const outcome = drawn(fitted(14, { session }));
    expect(outcome).toContain('8x 48.0-60.0');
    expect(outcome.some((text) => text.endsWith('-178.8'))).toBe(true);
  });

  it('plays nothing fast that would flash more than three times a second', () => {
    const flashes = Array.from({ length: 4000 }, (_, index) => 14 + index * 0.3);
    const outcome = fitted(30, { session: { ...SESSION, flashes } });
    expect(outcome.edits.speedRegions.map(({ reason }) => reason)).toEqual(['typing']);
    expect(outcome.notes).toEqual(['3 stretches are cut: played fast they would flash.']);
    const calm = fitted(30, { session: { ...SESSION, flashes: flashes.filter((time) => time < 100) } });
    expect(calm.notes).toEqual([]);
    expect(drawn(calm)).toEqual(drawn(fitted(30)));
  });

  it('cuts nothing shorter than allowed where something flashes beside what is played', () => {
    const flashes = Array.from({ length: 34 }, (_, index) => 610 + index * 0.1);
    const session = { spans: 'r10 w600 s3.4 r20.6', moments: ['answer! 613.1-613.5-633.4 6/0.9 the answer'], flashes };
    for (let seconds = 30; seconds < 60; seconds++) {
      const { edits } = fitted(seconds, { session, settings: { shortestCutMicros: 5_000_000, maxFactor: 2 } });
      for (const { start, end } of edits.cuts) expect(end - start).toBeGreaterThanOrEqual(5_000_000);
    }
  });

  it('cuts what it would have to play faster than allowed', () => {
    expect(fitted(30, { settings: { maxFactor: 8 } }).edits.speedRegions.map(({ factor }) => factor)).toEqual([6.6, 8, 8, 8]);
  });

  it('leaves standing what the settings ask for around a moment', () => {
    const around = (settings: Partial<EditSettings>) => {
      const { edits } = fitted(30, { settings });
      return [...edits.cuts, ...edits.speedRegions].flatMap(({ start, end }) => [tenths(start), tenths(end)]);
    };
    // The error appears from 310 s to 312 s, and is read in 4 s.
    expect(around({})).toEqual(expect.arrayContaining(['310.8', '316.5']));
    expect(around({ marginBeforeMicros: 0, marginAfterMicros: 0 })).toEqual(expect.arrayContaining(['311.0', '316.0']));
  });

  it('does nothing to a recording that is as long already', () => {
    const outcome = fitted(1260.05);
    expect(drawn(outcome)).toEqual([]);
    expect(keptTexts(outcome)).toEqual(['the prompt', 'an error', 'an edit', 'the answer']);
  });
});

describe('fit around what the user has set', () => {
  it('keeps a stretch at the speed it was recorded at, at the cost of the rest', () => {
    const outcome = fitted(30, { pins: { speedRegions: [speed(500, 510, 1)] } });
    expect(keptTexts(outcome)).toEqual(['the prompt', 'an error', 'the answer']);
    expect(drawn(outcome)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^cut .*-500\.0$/), expect.stringMatching(/^cut 510\.0-/)]),
    );
  });

  describe('lets a moment be read that is gone too soon in what is kept at the speed it was recorded at', () => {
    const session = { spans: 'r200', moments: ['output 50-51-52 6/0.1 brief', 'answer! 100-101-150 3/0.9 the answer'] };
    const kept = { speedRegions: [speed(49.8, 52.5, 1)] };
    const heldFor = (outcome: FitOutcome) => drawn(outcome).filter((text) => text.startsWith('hold 5'));

    it('by holding the screen, at the cost of the rest', () => {
      const outcome = fitted(20, { session, pins: kept });
      expect(heldFor(outcome)).toEqual(['hold 51.0 5.0']);
      expect(reasons(outcome)).toContain('time to read: brief');
      expect(keptTexts(outcome)).toEqual(['brief', 'the answer']);
      expect(Math.abs(outcome.resultMicros - at(20))).toBeLessThanOrEqual(100_000);
      expect(heldFor(fitted(15, { session, pins: kept }))).toEqual(['hold 51.0 5.0']);
    });

    it('and needs that time whatever the target is', () => {
      expect(fitted(5, { session, pins: kept })).toMatchObject({ reason: 'pins', message: 'Your own edits need 0:09.5.' });
      expect(fitted(205, { session, pins: kept })).toMatchObject({ kind: 'fitted', resultMicros: at(205) });
    });

    it('with neighbours that are kept too', () => {
      const pins = { speedRegions: [speed(49.8, 51, 1), speed(51, 53, 1)] };
      expect(heldFor(fitted(20, { session, pins }))).toEqual(['hold 51.0 5.0']);
      const moments = [...session.moments, 'output 51-51.5-52 6/0.1 beside'].sort();
      const both = fitted(30, { session: { ...session, moments }, pins });
      expect(heldFor(both)).toEqual(['hold 51.5 5.5']);
      expect(keptTexts(both)).toEqual(['brief', 'beside', 'the answer']);
    });

    it.each([
      ['a long stretch is kept as it was recorded', { speedRegions: [speed(40, 60, 1)] }],
      ['it is kept in part', { speedRegions: [speed(50.5, 52.5, 1)] }],
      ['it is played at another speed', { speedRegions: [speed(49.8, 52.5, 0.9)] }],
      ['a cut is in it', { ...kept, cuts: [cut(51.5, 51.8)] }],
      ['it is dropped', { ...kept, cuts: [cut(50.2, 50.5, 'drop')] }],
    ])('but not where %s', (_, pins) => {
      expect(heldFor(fitted(40, { session, pins }))).toEqual([]);
    });
  });

  it('leaves a hold standing, and a little around it', () => {
    const outcome = drawn(fitted(30, { pins: { holds: [hold(700, 3)] } }));
    expect(outcome).toEqual(expect.arrayContaining([expect.stringMatching(/^cut .*-699\.6$/), expect.stringMatching(/^cut 700\.4-/)]));
  });

  it('takes a moment that the user cuts for none, and one that he keeps for kept', () => {
    const without = fitted(40, { pins: { cuts: [cut(300, 400)] } });
    expect(keptTexts(without)).toEqual(['the prompt', 'an edit', 'the answer']);
    expect(without.leftOutCount).toBe(0);
    const kept = fitted(15, { pins: { speedRegions: [speed(310, 318, 1)] } });
    expect(keptTexts(kept)).toContain('an error');
  });

  it('shows a text after the cut in which it was printed, unless that drops it', () => {
    const printed = (mode: Cut['mode']) => keptTexts(fitted(40, { pins: { cuts: [cut(315, 318, mode), cut(308, 314, mode)].reverse() } }));
    expect(printed('jump')).toContain('an error');
    expect(printed('drop')).not.toContain('an error');
  });

  it('holds the screen before a cut that reaches the end', () => {
    const { edits } = fitted(30, { pins: { cuts: [cut(1155, 1260, 'drop')] } });
    expect(edits.holds.map(({ at: instant, reason }) => [tenths(instant), reason])).toEqual([['1155.0', 'last screen']]);
    expect(edits.holds[0]?.at).toBeLessThan(at(1155));
  });

  it('says that the user’s own edits take longer, and what would help', () => {
    const outcome = fitted(40, { pins: { speedRegions: [speed(500, 510, 1), speed(600, 680, 2)] } });
    expect(outcome).toMatchObject({
      kind: 'infeasible',
      reason: 'pins',
      message: 'Your own edits need 0:51.0.',
      spokenMessage: 'Your own edits need 51 seconds.',
      nearestMicros: 51_000_000,
      speedUp: 1.29,
      resultMicros: 51_000_000,
    });
  });

  it('knows no way out where the holds of the user alone take longer', () => {
    const outcome = fitted(40, { pins: { holds: [hold(100, 50)], speedRegions: [speed(500, 510, 1)] } });
    expect(outcome).toMatchObject({ kind: 'infeasible', reason: 'pins' });
    expect(outcome).not.toHaveProperty('speedUp');
  });

  it('says that the limits take longer, where they do', () => {
    const settings = { shortestKeptMicros: 60_000_000 };
    const outcome = fitted(15, { settings });
    expect(outcome).toMatchObject({
      kind: 'infeasible',
      reason: 'limits',
      message: 'These margins and limits need 1:00.0.',
      spokenMessage: 'These margins and limits need 1 minute 0 seconds.',
      nearestMicros: 60_000_000,
      resultMicros: 60_000_000,
    });
    expect(outcome).not.toHaveProperty('speedUp');
    const pins = { speedRegions: [speed(500, 520, 1)] };
    expect(fitted(30, { settings, pins })).toMatchObject({ reason: 'limits' });
    expect(fitted(15, { settings, pins })).toMatchObject({ reason: 'pins' });
  });

  it('says that a recording is shorter than the target', () => {
    expect(fitted(2000)).toMatchObject({ reason: 'short', message: 'The recording is only 21:00.0 long.', nearestMicros: 1_260_000_000 });
    const cutShort = fitted(2000, { pins: { cuts: [cut(60, 1260)] } });
    expect(cutShort).toMatchObject({ reason: 'short', message: 'The recording is only 1:00.0 long with your edits.' });
    expect(drawn(cutShort)).toEqual([]);
  });

  it('says of the flashes of the user’s own edits only that there are some', () => {
    const flashes = Array.from({ length: 20 }, (_, index) => 400 + index);
    const { notes } = fitted(40, { session: { ...SESSION, flashes }, pins: { speedRegions: [speed(400, 420, 8)] } });
    expect(notes).toEqual(['Your own speed regions flash more than three times a second.']);
  });

  it('meets the target under an idle cap', () => {
    const analysis = drawnAnalysis(SESSION);
    const recording = steadyRecording(1260);
    const times = recording.events.times.filter((_, index) => index % 7 === 0 || index === recording.events.length - 1);
    const sparse = { ...recording, events: { ...recording.events, times, length: times.length } };
    expect(recordingDuration(sparse)).toBe(at(1260));
    const outcome = fitToTarget(sparse, analysis, { ...EMPTY_PLAN, idleCapMicros: 500_000 }, at(40), DEFAULT_EDITS);
    expect(Math.abs(outcome.resultMicros - at(40))).toBeLessThanOrEqual(100_000);
    expect(keptTexts(outcome)).toEqual(['the prompt', 'an error', 'an edit', 'the answer']);
  });
});
