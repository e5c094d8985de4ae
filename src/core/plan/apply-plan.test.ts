import { describe, expect, it } from 'vitest';
import { appliedEvents, appliedText, concatenated } from '#testing/apply.ts';
import { drawCast } from '#testing/draw-cast.ts';
import { bytesOf, castText, castV2, castV3 } from '#testing/recordings.ts';
import { readCast } from '../cast/reader.ts';
import { decodeUtf8 } from '../lib/text.ts';
import { applyPlan } from './apply-plan.ts';
import { cutSpans } from './cut-spans.ts';
import { maskRecording } from './mask-recording.ts';
import { parsePlan, planFromJson } from './parse-plan.ts';
import type { Seam } from './seam.ts';

const SIX = 'a@1 b@2 c@5 d@9 e@10 f@11';

const applied = (text: string, plan: object, version?: 2 | 3): string => appliedText(text, planFromJson(plan), version);

/** The lines after the header, without line ends. */
const eventLines = (text: string): string[] => text.split('\n').slice(1, -1);

describe('times', () => {
  it.each([
    ['a cut 3…8 removes 5 s', { cuts: [[3, 8]] }, 'a@1 b@2 d@4 e@5 f@6'],
    ['a cut 2…9 takes the event at its start and leaves that at its end', { cuts: [[2, 9]] }, 'a@1 d@2 e@3 f@4'],
    ['2× on 3…8', { speed_regions: [[3, 8, 2]] }, 'a@1 b@2 c@4 d@6.5 e@7.5 f@8.5'],
    ['2× on 2…9', { speed_regions: [[2, 9, 2]] }, 'a@1 b@2 c@3.5 d@5.5 e@6.5 f@7.5'],
    ['a cap of 2', { idle_cap: 2 }, 'a@1 b@2 c@4 d@6 e@7 f@8'],
    ['a hold', { holds: [{ at: 5, duration: 1.5 }] }, 'a@1 b@2 c@5 d@10.5 e@11.5 f@12.5'],
  ])('%s, in v2 and v3', (_, plan, result) => {
    expect(appliedEvents(SIX, plan)).toBe(result);
    expect(appliedEvents(SIX, plan, { version: 3 })).toBe(result);
    expect(appliedEvents(SIX, plan, { version: 1 })).toBe(result);
  });

  it('of the worked example of plan-format §8', () => {
    const plan = { idle_cap: 4, speed_regions: [[0, 6, 2]], cuts: [{ start: 9.5, end: 12, mode: 'drop' }] };
    expect(appliedEvents('a@1 b@2 c@5 d@9 e@30 f@31', plan)).toBe('a@0.5 b@1 c@2.5 d@6 e@10 f@11');
  });

  it('are written in v2 with the decimals they need, and one at least', () => {
    const lines = eventLines(applied(castV2('a@3 b@4.5 c@6.000004'), { speed_regions: [[0, 9, 3]] }));
    expect(lines).toEqual(['[1.0, "o", "a"]', '[1.5, "o", "b"]', '[2.000001, "o", "c"]']);
  });

  it('are written in v3 with three decimals', () => {
    const lines = eventLines(applied(castV3('a@1 b@2.001'), { speed_regions: [[0, 9, 3]] }));
    expect(lines).toEqual(['[0.333, "o", "a"]', '[0.334, "o", "b"]']);
  });

  it('are written in v3 with six decimals where the source has more than three', () => {
    const lines = eventLines(applied(castV3('a@1 b@2.0001'), { speed_regions: [[0, 9, 3]] }));
    expect(lines).toEqual(['[0.333333, "o", "a"]', '[0.333367, "o", "b"]']);
  });

  it('do not drift in v3, however many intervals are rounded', () => {
    const count = 1_000_000;
    const text = `{"version":3,"term":{"cols":80,"rows":24}}\n${'[0.001,"o",""]\n'.repeat(count)}`;
    const recording = readCast(bytesOf(text));
    let result = 0;
    const plan = planFromJson({ speed_regions: [[0, 5000, 3]] });
    for (const chunk of applyPlan(recording, plan)) {
      // A line is [0.00x,"o",""]: its digit alone says how many milliseconds it adds.
      for (let at = 0; at < chunk.length; at++) if (chunk[at] === 0x2e) result += ((chunk[at + 3] ?? 0x30) as number) - 0x30;
    }
    expect(Math.abs(result - count / 3)).toBeLessThan(1);
  });
});

describe('a drop cut', () => {
  it('leaves out all that is inside, input and markers too', () => {
    expect(appliedEvents('a@1 i:b@3 m:c@4 d@5 e@9', { cuts: [[2, 8]] })).toBe('a@1 e@3');
  });

  it('keeps its last resize, at its end', () => {
    expect(appliedEvents('a@1 r:90x30@3 b@4 r:100x30@5 c@6 d@9', { cuts: [[2, 8]] })).toBe('a@1 r:100x30@2 d@3');
  });

  it('that reaches the end keeps an exit, and its last resize', () => {
    expect(appliedEvents('a@1 b@5 r:100x30@6 x:0@7', { cuts: [[4, 7]] })).toBe('a@1 r:100x30@4 x:0@4');
  });

  it('that does not reach the end leaves an exit out', () => {
    expect(appliedEvents('a@1 x:0@5 b@9', { cuts: [[4, 7]] })).toBe('a@1 b@6');
  });

  it('at the end is closed by an empty event that holds the last screen', () => {
    expect(appliedEvents('a@1 b@5 c@9', { cuts: [[4, 9]] })).toBe('a@1 @4');
    expect(appliedEvents('a@1 b@5 c@9', { cuts: [[4, 99]] }, { version: 3 })).toBe('a@1 @4');
  });

  it('of everything leaves an empty event', () => {
    expect(appliedEvents('a@1 b@5', { cuts: [[0, 5]] })).toBe('@0');
  });
});

describe('a collapse cut', () => {
  const collapse = (start: number, end: number) => ({ cuts: [{ start, end, mode: 'collapse' }] });

  it('prints all its output at its end', () => {
    expect(appliedEvents('a@1 b@3 i:x@4 m:y@5 c@6 d@9', collapse(2, 8))).toBe('a@1 bc@2 d@3');
  });

  it('prints after its last resize', () => {
    expect(appliedEvents('b@3 r:90x30@4 c@5 r:100x30@6 d@9', collapse(2, 8))).toBe('r:100x30@2 bc@2 d@3');
  });

  it('copies what is escaped byte for byte; halves of a character escaped apart become whole', () => {
    const text = [
      '{"version":2,"width":80,"height":24}',
      String.raw`[1, "o", "\u001b[1m\"ü\/"]`,
      String.raw`[2,"o","\ud83d"]`,
      String.raw`[3, "o", "\ude00\\"]`,
      '[9, "o", ""]',
      '',
    ].join('\n');
    expect(eventLines(applied(text, collapse(0, 5)))[0]).toBe(String.raw`[0.0, "o", "\u001b[1m\"ü\/\ud83d\ude00\\"]`);
  });

  it('that reaches the end prints nothing', () => {
    expect(appliedEvents('a@1 b@5 c@9', collapse(4, 9))).toBe('a@1 @4');
  });

  it('with no kept event after it prints nothing', () => {
    const plan = { cuts: [{ start: 2, end: 4, mode: 'collapse' }, [6, 9]] };
    expect(appliedEvents('a@1 b@3 c@9', plan)).toBe('a@1 @4');
  });

  it('counts as an event for the idle cap', () => {
    const plan = { idle_cap: 2, cuts: [{ start: 2, end: 5, mode: 'collapse' }] };
    expect(appliedEvents('a@1 b@4 c@10', plan)).toBe('a@1 b@2 c@4');
  });

  it('counts as the event at the end where all after it goes, and no time of which can be written', () => {
    const plan = { cuts: [{ start: 2, end: 8, mode: 'collapse' }, [8.0001, 9]], markers: [] };
    expect(appliedEvents('a@1 b@3 m:c@8 d@9', plan, { version: 3 })).toBe('a@1 b@2');
  });

  it('keeps blocks of many events in order', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `${index % 10}@${index / 1000}`).join(' ');
    const digits = Array.from({ length: 8000 }, (_, index) => (index + 1000) % 10).join('');
    const events = appliedEvents(many, collapse(1, 9)).split(' ');
    expect(events).toHaveLength(2001);
    expect(events[1000]).toBe(`${digits}@1`);
  });
});

it('a header that nothing changes keeps its bytes, whatever encoding they are in', () => {
  const latin1 = Uint8Array.from('{"version":2,"width":80,"height":24,"title":"caf\xe9"}\n[1,"o","a"]\n[9,"o","b"]\n', (character) =>
    character.charCodeAt(0),
  );
  const [result = new Uint8Array()] = applyPlan(readCast(latin1), planFromJson({ idle_cap: 2 }));
  expect(result.indexOf(0xe9)).toBe(latin1.indexOf(0xe9));
});

it('a half that three factors add up to is rounded up', () => {
  const speed_regions = [
    [0, 0.000008, 12],
    [0.000008, 0.000011, 6],
    [0.000011, 0.000015, 12],
  ];
  expect(applied(castV2('a@0.000015 b@1'), { speed_regions })).toContain('[0.000002, "o", "a"]');
});

describe('a jump cut', () => {
  const cuts = [{ start: 2, end: 8, mode: 'jump' }];
  const jumped = (events: string, seam: Omit<Seam, 'from' | 'to'>, plan: object = {}): string => {
    const recording = readCast(bytesOf(castV2(events)));
    const [span] = cutSpans(recording, planFromJson({ cuts }));
    const seams = [{ from: span?.from ?? 0, to: span?.to ?? 0, ...seam }];
    return decodeUtf8(concatenated(applyPlan(recording, planFromJson({ cuts, ...plan }), { seams })));
  };

  it('has the repaint of its seam in place of its output', () => {
    expect(drawCast(jumped('a@1 b@3 i:x@4 m:y@5 c@6 d@9', { repaint: 'R' }))).toBe('a@1 R@2 d@3');
  });

  it('repaints after its last resize', () => {
    expect(drawCast(jumped('b@3 r:90x30@4 c@5 r:100x30@6 d@9', { repaint: 'R' }))).toBe('r:100x30@2 R@2 d@3');
  });

  it('writes the repaint as JSON says it', () => {
    const repaint = '\x18\x1b[m"é\\\ud83d';
    expect(eventLines(jumped('a@1 b@3 c@9', { repaint }))[1]).toBe(String.raw`[2.0, "o", "\u0018\u001b[m\"é\\\ud83d"]`);
  });

  it('prints all its output where its seam has no repaint', () => {
    expect(drawCast(jumped('a@1 b@3 r:90x30@4 c@6 d@9', { problem: 'it has one column' }))).toBe('a@1 r:90x30@2 bc@2 d@3');
  });

  it('is refused at once without its seam', () => {
    const recording = readCast(bytesOf(castV2('a@1 b@3 c@9')));
    const apply = (...seams: Seam[]) => applyPlan(recording, planFromJson({ cuts }), { seams });
    expect(() => apply()).toThrow(RangeError);
    expect(() => apply({ from: 1, to: 3, repaint: 'R' })).toThrow(RangeError);
    expect(() => apply({ from: 1, to: 2, repaint: 'R' })).not.toThrow();
  });

  it('needs no seam where it has no output, or is at the end', () => {
    expect(drawCast(decodeUtf8(concatenated(applyPlan(readCast(bytesOf(castV2('a@1 i:b@3 c@9'))), planFromJson({ cuts })))))).toBe(
      'a@1 c@3',
    );
    expect(drawCast(decodeUtf8(concatenated(applyPlan(readCast(bytesOf(castV2('a@1 b@3 c@8'))), planFromJson({ cuts })))))).toBe('a@1 @2');
  });
});

describe('a sequence that a cut breaks', () => {
  const broken = (drawn: string, plan: object, version: 2 | 3 = 2) => appliedEvents(drawn, plan, { version });

  it.each([2, 3] as const)('belongs where it ends (v%i)', (version) => {
    const drawn = String.raw`a\u001b[@1 1mb@3 c\u001b[3@4 4md@9`;
    expect(broken(drawn, { cuts: [[2, 8]] }, version)).toBe(String.raw`a\u001b[@1 \u0018\u001b[3@3 4md@3`);
  });

  it('is cancelled alone where the cut ends between sequences, and begun again alone where it starts there', () => {
    expect(broken(String.raw`a\u001b[@1 1mb@3 c@9`, { cuts: [[2, 8]] })).toBe(String.raw`a\u001b[@1 \u0018@3 c@3`);
    expect(broken(String.raw`a@1 b\u001b[@3 1mc@9`, { cuts: [[2, 8]] })).toBe(String.raw`a@1 \u001b[@3 1mc@3`);
  });

  it('needs nothing where the same is unfinished at both edges, or nothing is', () => {
    expect(broken(String.raw`a\u001b[3@1 1mb\u001b[3@3 2mc@9`, { cuts: [[2, 8]] })).toBe(String.raw`a\u001b[3@1 2mc@3`);
    expect(broken(String.raw`a\u001b[3@1 i:x@3 2mc@9`, { cuts: [[2, 8]] })).toBe(String.raw`a\u001b[3@1 2mc@3`);
    expect(broken(String.raw`a\u001b[3m@1 b\u001b[m@3 c@9`, { cuts: [[2, 8]] })).toBe(String.raw`a\u001b[3m@1 c@3`);
  });

  it('is mended before the next output, whatever comes before that', () => {
    const drawn = String.raw`a\u001b[@1 1mb@3 i:x@9 m:y@9.5 c@10`;
    expect(broken(drawn, { cuts: [[2, 8]], markers: [{ time: 9, label: 'z' }] })).toBe(String.raw`a\u001b[@1 i:x@3 m:z@3 \u0018@4 c@4`);
  });

  it('is mended once for cuts with no output between them', () => {
    const drawn = String.raw`a\u001b[@1 1mb@3 i:x@5 c\u001b[@6 2md@9`;
    expect(
      broken(drawn, {
        cuts: [
          [2, 4],
          [6, 8],
        ],
      }),
    ).toBe(String.raw`a\u001b[@1 i:x@3 2md@5`);
  });

  it('is mended before a seam that prints, and left to one that repaints', () => {
    const drawn = String.raw`a\u001b[@1 1mb@3 r:90x30@5 c@6 d@9`;
    const cuts = (mode: string) => [[2, 4], { start: 4.5, end: 8, mode }];
    expect(broken(drawn, { cuts: cuts('collapse') })).toBe(String.raw`a\u001b[@1 \u0018@2.5 r:90x30@2.5 c@2.5 d@3.5`);
    expect(broken(drawn, { cuts: cuts('jump') })).toBe(String.raw`a\u001b[@1 r:90x30@2.5 \u0018<repaint>@2.5 d@3.5`);
  });

  it('is cancelled at the end where nothing is printed any more', () => {
    const drawn = String.raw`a\u001b[@1 1mb@3 i:x@5`;
    expect(broken(drawn, { cuts: [[2, 4]] })).toBe(String.raw`a\u001b[@1 i:x@3 \u0018@3`);
    expect(broken(drawn, { cuts: [[2, 5]] })).toBe(String.raw`a\u001b[@1 \u0018@2`);
    expect(broken(drawn, { cuts: [{ start: 2, end: 5, mode: 'collapse' }] })).toBe(String.raw`a\u001b[@1 \u0018@2`);
    expect(broken(drawn, { title: 'a', cuts: [[4.5, 5]] })).toBe(String.raw`a\u001b[@1 1mb@3 @4.5`);
  });

  it('keeps the halves of a character together', () => {
    expect(broken(String.raw`a@1 b\ud83d@3 \ude00c@9`, { cuts: [[2, 8]] })).toBe(String.raw`a@1 \ud83d@3 \ude00c@3`);
  });
});

it('a plan with redactions is refused until they have been carried out', () => {
  const recording = readCast(bytesOf(castV2('a@1')));
  const plan = planFromJson({ redactions: [{ pattern: 'a' }] });
  expect(() => applyPlan(recording, plan)).toThrow(RangeError);
  const masked = maskRecording(recording, [{ event: 0, start: 0, end: 1, text: '*' }]);
  expect(() => applyPlan(masked, plan)).toThrow(RangeError);
  expect(drawCast(decodeUtf8(concatenated(applyPlan(masked, { ...plan, redactions: [] }))))).toBe('*@1');
});

describe('markers', () => {
  it('of the plan replace those of the recording', () => {
    const markers = [
      { time: 4, label: 'new "one"' },
      { time: 99, label: 'past the end' },
    ];
    expect(appliedEvents('a@1 m:old@2 b@5', { markers })).toBe('a@1 m:new␣\\"one\\"@4 b@5');
    expect(appliedEvents('a@1 m:old@2 b@5', { markers: [] })).toBe('a@1 b@5');
  });

  it('of the recording stay without a list in the plan', () => {
    expect(appliedEvents('a@1 m:old@2 b@5', { speed_regions: [[0, 9, 2]] })).toBe('a@0.5 m:old@1 b@2.5');
  });

  it('stand after the events of the same result time', () => {
    const markers = [{ time: 2, label: 'm' }];
    expect(appliedEvents('a@1 b@2 c@2 d@3', { markers })).toBe('a@1 b@2 c@2 m:m@2 d@3');
    expect(appliedEvents('a@0 b@10', { idle_cap: 2, markers })).toBe('a@0 b@2 m:m@2');
  });

  it('inside a cut stand at its seam', () => {
    const cuts = [{ start: 2, end: 8, mode: 'collapse' }];
    const plan = { cuts, markers: [{ time: 5, label: 'm' }] };
    expect(appliedEvents('a@1 b@3 c@9', plan)).toBe('a@1 b@2 m:m@2 c@3');
    expect(appliedEvents('a@1 b@3 c@9', plan, { version: 3 })).toBe('a@1 b@2 m:m@2 c@3');
    expect(appliedEvents('a@1 b@3 c@9', { ...plan, cuts: [[2, 9]] })).toBe('a@1 @2 m:m@2');
  });

  it('do not count for the idle cap', () => {
    expect(appliedEvents('a@0 b@10', { idle_cap: 2, markers: [{ time: 5, label: 'm' }] })).toBe('a@0 b@2 m:m@2');
  });

  it('that were replaced at the end leave an empty event there', () => {
    expect(appliedEvents('a@1 m:end@5', { markers: [] })).toBe('a@1 @5');
  });
});

describe('a hold at the end', () => {
  it('is closed by an empty event', () => {
    expect(appliedEvents('a@1 b@2', { holds: [{ at: 2, duration: 3 }] })).toBe('a@1 b@2 @5');
    expect(appliedEvents('', { holds: [{ at: 0, duration: 3 }] })).toBe('@3');
  });
});

describe('the text of the recording', () => {
  const LINES = [
    '# before the header',
    '{ "width": 80 , "height":24, "version": 2, "x": [1,  2] }',
    '',
    '# of a',
    '[1.50, "o", "a" ]',
    '  [2,"i","b"]',
    '# of c',
    '',
    '[5, "zap", {"not": "text"}]',
    '[5e0, "zap", "c\\u0041"]',
    '# of d',
    '[9.0, "o", "d"]',
    '# at the end',
  ];
  const GOOD = LINES.filter((line) => !line.includes('not'));

  it.each([
    ['\n', '\n'],
    ['\r\n', '\r\n'],
    ['\n', ''],
  ])('is not touched by the empty plan, junk or not (line end %j, last one %j)', (newline, last) => {
    const text = LINES.join(newline) + last;
    expect(applied(text, {})).toBe(text);
    expect(applied(text, { version: 1, source: { name: 'x' } })).toBe(text);
  });

  it('stays where a line does not change; only unreadable lines go', () => {
    expect(applied(LINES.join('\r\n'), { idle_cap: 60 })).toBe(GOOD.join('\r\n'));
  });

  it('loses nothing but the time of a line that changes', () => {
    const lines = applied(`${LINES.join('\n')}\n`, { speed_regions: [[0, 3, 2]] }).split('\n');
    expect(lines).toEqual([
      ...GOOD.slice(0, 4),
      '[0.75, "o", "a" ]',
      '  [1.0,"i","b"]',
      '# of c',
      '',
      '[3.5, "zap", "c\\u0041"]',
      '# of d',
      '[7.5, "o", "d"]',
      '# at the end',
      '',
    ]);
  });

  it('loses the comments before what is cut, and those at the end where the cut reaches it', () => {
    expect(
      applied(LINES.join('\n'), { cuts: [[4, 6]] })
        .split('\n')
        .slice(6),
    ).toEqual(['# of d', '[7.0, "o", "d"]', '# at the end']);
    expect(
      applied(LINES.join('\n'), { cuts: [[8, 9]] })
        .split('\n')
        .slice(6),
    ).toEqual(['# of c', '', '[5e0, "zap", "c\\u0041"]', '[8.0, "o", ""]', '']);
  });

  it('gets lines with its own line end, and a missing last one only where something follows', () => {
    const text = '{"version":2,"width":80,"height":24}\r\n[1, "o", "a"]\r\n[2, "o", "b"]';
    expect(applied(text, { holds: [{ at: 2, duration: 1 }] })).toBe(`${text}\r\n[3.0, "o", ""]\r\n`);
    expect(applied(text, { holds: [{ at: 1, duration: 1 }] })).toBe(text.replace('[2,', '[3.0,'));
    const empty = '{"version":2,"width":80,"height":24}';
    expect(applied(empty, { holds: [{ at: 0, duration: 1 }] })).toBe(`${empty}\n[1.0, "o", ""]\n`);
  });

  it('gets new times where the old ones do not say what was read', () => {
    const text = castV2('a@4 m:b@5 c@3 d@6');
    expect(applied(text, { markers: [] })).toBe('{"version":2,"width":80,"height":24}\n[4, "o", "a"]\n[5.0, "o", "c"]\n[6, "o", "d"]\n');
    const intervals = '{"version":3,"term":{"cols":80,"rows":24}}\n[1, "o", "a"]\n[2, "o"]\n[-1, "o", "b"]\n[1, "o", "c"]\n';
    expect(eventLines(applied(intervals, { title: 't' }))).toEqual(['[1, "o", "a"]', '[2.000, "o", "b"]', '[1, "o", "c"]']);
  });

  it('survives when it is long, in pieces of about a mebibyte', () => {
    const payload = 'x'.repeat(5_000_000);
    const recording = readCast(bytesOf(castV2(`a@1 ${payload}@2 b@9`)));
    const chunks = [...applyPlan(recording, planFromJson({ speed_regions: [[0, 4, 2]] }))];
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThanOrEqual(1 << 20);
    expect(appliedEvents(`a@1 ${payload}@2 b@9`, { speed_regions: [[0, 4, 2]] })).toBe(`a@0.5 ${payload}@1 b@7`);
  });
});

describe('the header', () => {
  const headerOf = (text: string): unknown => JSON.parse(text.split('\n')[0] as string);
  const text = castV2('a@1 b@10', { header: { title: 'old', duration: 12.5, idle_time_limit: 3, theme: { fg: '#000000' } } });
  const [header] = text.split('\n') as [string];

  it('gets the title of the plan, and keeps its duration then, right or wrong', () => {
    expect(applied(text, { title: 'new "one"' }).split('\n')[0]).toBe(header.replace('"old"', '"new \\"one\\""'));
  });

  it('gets the duration of the result where it had one', () => {
    expect(headerOf(applied(text, { speed_regions: [[0, 10, 3]] }))).toMatchObject({ duration: 3.333333 });
    expect(headerOf(applied(castV2('a@1'), { speed_regions: [[0, 10, 3]] }))).not.toHaveProperty('duration');
  });

  it('loses its idle_time_limit once the plan has a cap, or says that there is none', () => {
    expect(applied(text, { idle_cap: null }).split('\n')[0]).toBe(header.replace('"idle_time_limit":3,', ''));
    expect(headerOf(applied(text, { idle_cap: 9 }))).not.toHaveProperty('idle_time_limit');
    expect(headerOf(applied(text, { cuts: [[0, 1]] }))).toHaveProperty('idle_time_limit', 3);
  });
});

describe('another version', () => {
  it('v2 to v3: size, theme and TERM go into term, intervals have three decimals, comments stay', () => {
    const theme = { fg: '#ffffff', bg: '#000000' };
    const text = `${castV2('a@1 r:90x30@1.5', { header: { env: { TERM: 'xterm', SHELL: 'sh' }, theme } })}# end\n`;
    const lines = applied(text, {}, 3).split('\n');
    expect(JSON.parse(lines[0] as string)).toEqual({
      version: 3,
      env: { SHELL: 'sh' },
      term: { cols: 80, rows: 24, type: 'xterm', theme },
    });
    expect(lines.slice(1)).toEqual(['[1, "o", "a"]', '[0.500, "r", "90x30"]', '# end', '']);
  });

  it('v3 to v2: and back, comments go', () => {
    const theme = { fg: '#ffffff', bg: '#000000' };
    const text = `# first\n${castV3('a@1', { header: { term: { cols: 90, rows: 30, type: 'xterm', theme } } })}# of b\n\n[0.5, "o", "b"]\n# end\n`;
    const lines = applied(text, {}, 2).split('\n');
    expect(JSON.parse(lines[0] as string)).toEqual({ version: 2, width: 90, height: 30, env: { TERM: 'xterm' }, theme });
    expect(lines.slice(1)).toEqual(['[1, "o", "a"]', '[1.5, "o", "b"]', '']);
  });

  it('v1 becomes v2, also by the empty plan', () => {
    const text = applied(castText('a@1 b@2.5', { version: 1 }), {});
    expect(JSON.parse(text.split('\n')[0] as string)).toMatchObject({ version: 2, width: 80, height: 24 });
    expect(appliedEvents('a@1 b@2.5', {}, { version: 1 })).toBe('a@1 b@2.5');
    expect(appliedEvents('a@1 b@2.5', {}, { version: 1, to: 3 })).toBe('a@1 b@2.5');
  });

  it('takes a plan at the same time', () => {
    expect(appliedEvents(SIX, { cuts: [[3, 8]] }, { to: 3 })).toBe('a@1 b@2 d@4 e@5 f@6');
    expect(appliedEvents(SIX, { cuts: [[3, 8]] }, { version: 3, to: 2 })).toBe('a@1 b@2 d@4 e@5 f@6');
  });
});

describe('cancelling', () => {
  it('is not asking for more', () => {
    const recording = readCast(bytesOf(castV2(`a@1 ${'x'.repeat(3_000_000)}@2`)));
    const chunks = applyPlan(recording, parsePlan('{"speed_regions": [[0, 9, 2]]}'));
    expect(chunks.next().done).toBe(false);
    expect(chunks.return().done).toBe(true);
    expect(chunks.next().done).toBe(true);
  });
});
