import { describe, expect, it } from 'vitest';
import { appliedEvents, appliedText } from '#testing/apply.ts';
import { castV2 } from '#testing/recordings.ts';
import { planFromJson } from './parse-plan.ts';

describe('lines that the writer adds', () => {
  it('end as those of the recording: what a collapse cut prints, the plan’s markers, the last screen', () => {
    const plan = planFromJson({
      cuts: [{ start: 2, end: 8, mode: 'collapse' }],
      holds: [{ at: 9, duration: 1 }],
      markers: [{ time: 1, label: 'm' }],
    });
    const [, ...lines] = appliedText(castV2('a@1 b@3 c@9', { newline: '\r\n' }), plan).split('\n');
    expect(lines).toEqual(['[1, "o", "a"]\r', '[1.0, "m", "m"]\r', '[2.0, "o", "b"]\r', '[3.0, "o", "c"]\r', '[4.0, "o", ""]\r', '']);
  });
});

describe('a marker of the plan', () => {
  it('stands between the last kept event and the empty one that holds the last screen', () => {
    const plan = { holds: [{ at: 2, duration: 3 }], markers: [{ time: 2, label: 'm' }] };
    expect(appliedEvents('a@1 b@2', plan)).toBe('a@1 b@2 m:m@2 @5');
    expect(appliedEvents('a@1 b@2', plan, { version: 3 })).toBe('a@1 b@2 m:m@2 @5');
  });
});

describe('a recording without events', () => {
  it.each([2, 3] as const)('of version %i gets no empty event', (version) => {
    expect(appliedEvents('', { title: 't', idle_cap: 1, cuts: [[0, 5]], speed_regions: [[0, 9, 2]] }, { version })).toBe('');
  });

  it.each([2, 3] as const)('of version %i takes a marker at its only instant', (version) => {
    const markers = [
      { time: 0, label: 'm' },
      { time: 1, label: 'past the end' },
    ];
    expect(appliedEvents('', { markers }, { version })).toBe('m:m@0');
  });
});
