import { describe, expect, it } from 'vitest';
import { CommandFolder } from '#testing/command-folder.ts';
import { castV2 } from '#testing/recordings.ts';

const RECORDING = castV2('a@10 b@20 c@30 d@90 e@100');
const PLAN = {
  idle_cap: 20,
  speed_regions: [{ start: 10, end: 20, factor: 5 }],
  cuts: [{ start: 25, end: 35 }],
  holds: [{ at: 95, duration: 3 }],
};

/** Seams of such a terminal are never trusted. */
const NARROW = castV2('a@1 b@3 c@9', { header: { width: 1 } });

const check = async (plan: unknown, recording?: string) => {
  using folder = new CommandFolder({ 'plan.json': JSON.stringify(plan), ...(recording !== undefined && { 'in.cast': recording }) });
  return await folder.castfold(recording === undefined ? 'check plan.json' : 'check plan.json in.cast');
};

describe('castfold check', () => {
  it('says what a plan holds', async () => {
    expect(await check(PLAN)).toEqual({
      status: 0,
      output: 'plan.json: a plan with an idle cap of 0:20.0 (20 s), 1 cut, 1 speed region, 1 hold\n',
      errors: '',
    });
    expect((await check({})).output).toBe('plan.json: a plan with no edits\n');
  });

  it('says what each kind of edit takes, and what the result will be', async () => {
    const { status, output, errors } = await check(PLAN, RECORDING);
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(output.split('\n')).toEqual([
      'in.cast: asciicast v2, 5 events, 1:40.0 (100 s)',
      '1 cut: 0:10.0 (10 s) removed',
      // From 20 to 90 less the cut are 60 s, of which the cap keeps 20.
      'idle cap of 0:20.0 (20 s): 0:40.0 (40 s) removed',
      '1 speed region: 0:08.0 (8 s) removed',
      '1 hold: 0:03.0 (3 s) added',
      'result: 1:40.0 (100 s) → 0:45.0 (45 s)',
      'cut 1, 0:25.000–0:35.000, drop: the screen after it is not as recorded: 1 row differs, first row 1: "ab" instead of "abc"',
      '',
    ]);
  });

  it('says what slow motion adds', async () => {
    const { output } = await check({ speed_regions: [[0, 10, 0.5]] }, RECORDING);
    expect(output).toContain('1 speed region: 0:10.0 (10 s) added\n');
  });

  it('says of every cut whether the screen after it is right', async () => {
    const cuts = [
      { start: 15, end: 25, mode: 'jump' },
      { start: 26, end: 27, mode: 'drop' },
      { start: 28, end: 35, mode: 'collapse' },
      { start: 80, end: 95, mode: 'drop' },
      { start: 105, end: 110, mode: 'jump' },
    ];
    const { status, output, errors } = await check({ cuts }, castV2('a@10 b@20 c@30 d@90 e@100 f@110'));
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(output.split('\n').filter((line) => line.startsWith('cut '))).toEqual([
      expect.stringMatching(/^cut 1, 0:15\.000–0:25\.000, jump: the screen after it is right \(seam of \d+ bytes\)$/),
      'cut 2, 0:26.000–0:27.000, drop: the screen after it is right',
      'cut 3, 0:28.000–0:35.000, collapse: the screen after it is right',
      'cut 4, 1:20.000–1:35.000, drop: the screen after it is not as recorded: 1 row differs, first row 1: "abc" instead of "abcd"',
      'cut 5, 1:45.000–1:50.000, jump: no screen comes after it',
    ]);
  });

  it('says that redactions were carried out', async () => {
    const plan = { redactions: [{ pattern: 'b+' }, { rect: { row: 1, col: 1, rows: 1, cols: 1 } }] };
    expect((await check(plan)).output).toBe('plan.json: a plan with 2 redactions\n');
    expect((await check(plan, RECORDING)).output).toContain('\n2 redactions: nothing is left of what they name\n');
  });

  it('takes a screen for right after a cut that broke a sequence, which is mended', async () => {
    const { output } = await check({ cuts: [[2, 4]] }, castV2(String.raw`a\u001b[1@1 m\u001b[m\u001b[@3 1mb@9`));
    expect(output).toContain('drop: the screen after it is right\n');
  });

  it('says where no repaint was right, which apply warns of', async () => {
    using folder = new CommandFolder({ 'plan.json': '{"cuts":[{"start":2,"end":4,"mode":"jump"}]}', 'in.cast': NARROW });
    expect((await folder.castfold('check plan.json in.cast')).output).toMatch(
      /^cut 1, 0:02\.000–0:04\.000, jump: the screen after it is right, but no repaint was \(.+\): its output is printed at once$/m,
    );
    const { status, output, errors } = await folder.castfold('apply plan.json in.cast');
    expect({ status, output }).toEqual({ status: 0, output: NARROW.replace('[3,', '[2.0,').replace('[9,', '[7.0,') });
    expect(errors).toMatch(/^castfold: warning: cut 1, .+: no repaint was right \(.+\); what was cut is in the file, printed at once\n$/);
  });

  it('warns of what has no effect', async () => {
    const { status, output } = await check({ cuts: [[200, 210]] }, RECORDING);
    expect(status).toBe(0);
    expect(output).toMatch(/^warning: .*\b200 s\b.*$/m);
    expect(output).toContain('1 cut: 0:00.0 (0 s) removed\n');
  });

  it('names the lines that cannot be read', async () => {
    const { output } = await check({}, RECORDING.replace('[30,', 'junk\n[30,'));
    expect(output).toMatch(/^1 unreadable line:\n {2}line 4: .+$/m);
  });

  it('refuses a plan that is none, naming the place', async () => {
    expect(await check({ cuts: [{ start: 5, end: 2 }] }, RECORDING)).toMatchObject({ status: 1, output: '' });
    expect((await check({ cuts: [{ start: 5, end: 2 }] })).errors).toMatch(/^castfold: plan\.json: cuts\[0\]\.end: .+\n$/);
    expect((await check({ idel_cap: 2 })).errors).toMatch(/^castfold: plan\.json: idel_cap: .*idle_cap.*\n$/);
  });
});
