import { describe, expect, it } from 'vitest';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { readCast } from '../cast/reader.ts';
import { planFromJson } from './parse-plan.ts';
import { planWarnings } from './plan-warnings.ts';

const recording = readCast(bytesOf(castV2('a@1 b@10')));
const warnings = (plan: object, sha256?: string): string[] => planWarnings(planFromJson(plan), recording, sha256);

describe('there is a warning', () => {
  it.each([
    [
      {
        cuts: [
          [1, 2],
          [9, 11],
        ],
      },
      'the cut from 9 s to 11 s is clipped to the end of the recording at 10 s',
    ],
    [{ speed_regions: [[9, 11, 2]] }, 'the speed region from 9 s to 11 s is clipped to the end of the recording at 10 s'],
    [{ cuts: [[10.5, 11]] }, 'the cut from 10.5 s to 11 s lies past the end of the recording at 10 s and has no effect'],
    [{ speed_regions: [[10, 11, 2]] }, 'the speed region from 10 s to 11 s lies past the end of the recording at 10 s and has no effect'],
    [
      { redactions: [{ pattern: 'a', start: 11, end: 12 }] },
      'the redaction at 11 s lies past the end of the recording at 10 s and has no effect',
    ],
    [{ holds: [{ at: 11, duration: 1 }] }, 'the hold at 11 s lies past the end of the recording at 10 s and has no effect'],
    [{ cuts: [[1, 2]], holds: [{ at: 1.5, duration: 1 }] }, 'the hold at 1.5 s is inside a cut and has no effect'],
    [{ markers: [{ time: 11, label: '' }] }, 'the marker at 11 s lies past the end of the recording at 10 s and has no effect'],
    [{ source: { duration: 11, name: 'x.cast' } }, 'the plan was made for another recording, x.cast: it lasts 11 s, this one 10 s'],
    [{ source: { duration: 10, events: 3 } }, 'the plan was made for another recording: it has 3 events, this one 2'],
  ])('for %j', (plan, warning) => {
    expect(warnings(plan)).toEqual([warning]);
  });

  it('for another digest', () => {
    expect(warnings({ source: { sha256: 'aa' } }, 'bb')).toEqual([
      'the plan was made for another recording: its SHA-256 is aa, that of this one bb',
    ]);
  });
});

describe('there is none', () => {
  it.each([
    [{}],
    [{ cuts: [[9, 10]], speed_regions: [[0, 10, 2]], holds: [{ at: 1, duration: 1 }], markers: [{ time: 10, label: '' }] }],
    [{ cuts: [[1, 2]], holds: [{ at: 2, duration: 1 }] }],
    [{ redactions: [{ pattern: 'a' }, { pattern: 'b', start: 10, end: 20 }] }],
    [{ source: { name: 'x', duration: 10, events: 2, sha256: 'aa' } }],
  ])('for %j', (plan) => {
    expect(warnings(plan)).toEqual([]);
  });

  it('for the same digest, however it is written, and whatever else the source says', () => {
    expect(warnings({ source: { sha256: 'AB', events: 99 } }, 'ab')).toEqual([]);
  });
});
