import { describe, expect, it } from 'vitest';
import { readCast } from '#core/cast/reader.ts';
import { finished } from '#core/lib/finished.ts';
import { planFromJson } from '#core/plan/parse-plan.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { BUILT_IN_PATTERNS } from './built-in-patterns.ts';
import { findingMatches, SECRETS } from './find-matches.ts';

/** What is found of drawn events under a plan, as `pattern text place@seconds`. */
function found(events: string, plan: object = {}, header: object = {}): string[] {
  const recording = readCast(bytesOf(castV2(events, { header })));
  const { cuts } = planFromJson({ version: 1, ...plan });
  const findings = finished(findingMatches(recording, SECRETS, { cuts, seams: [] }));
  const nameOf = (pattern: number) => BUILT_IN_PATTERNS.find(({ what }) => what === SECRETS[pattern])?.id;
  return findings.map(({ pattern, text, place, time }) => `${nameOf(pattern)} ${text} ${place}@${time / 1e6}`);
}

const cut = (start: number, end: number, mode: string) => ({ cuts: [{ start, end, mode }] });

describe('findingMatches', () => {
  it('tells each once, where it was met first', () => {
    expect(found('Jo␣<jo@example.org>@1 \\r\\nand␣jo@example.org@2 \\r\\npassword=hunter2@3')).toEqual([
      'email jo@example.org screen@1',
      'password hunter2 screen@3',
    ]);
  });

  it('tells one that is typed key by key as a whole', () => {
    expect(found(`${Array.from('mail me@box.org now', (key, index) => `${key === ' ' ? '␣' : key}@${index}`).join(' ')}`)).toEqual([
      'email me@box.org screen@13',
    ]);
  });

  it('looks into titles, input, markers and what is on no screen', () => {
    expect(found('\\u001b]0;me@box.org\\u0007@1')).toEqual(['email me@box.org sequence@1']);
    expect(found('i:me@@1 i:box.org@2')).toEqual(['email me@box.org input@1']);
    expect(found('m:me@box.org@1')).toEqual(['email me@box.org event@1']);
    expect(found('a@1', {}, { title: 'me@box.org' })).toEqual(['email me@box.org header@0']);
    expect(found('a@1', {}, { env: { KEY: 'AKIAIOSFODNN7EXAMPLE' } })).toEqual(['token AKIAIOSFODNN7EXAMPLE header@0']);
  });

  it('leaves out what cuts take out of the file, and looks at what they leave in it', () => {
    const events = 'a\\r\\n@1 me@box.org\\r\\u001b[K@2 b@3 c@9';
    expect(found(events, cut(1.5, 2.5, 'drop'))).toEqual([]);
    expect(found(events, cut(1.5, 2.5, 'jump'))).toEqual([]);
    expect(found(events, cut(1.5, 2.5, 'collapse'))).toEqual(['email me@box.org screen@2']);
  });

  it('finds what stands when a cut ends', () => {
    expect(found('a\\r\\n@1 me@box.org@2 \\r\\nb@3 c@9', cut(1.5, 2.5, 'jump'))).toEqual(['email me@box.org screen@3']);
  });

  it('takes no mask for a secret', () => {
    expect(found('password=*******\\r\\n@1 token=█████@2')).toEqual([]);
  });
});
