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

  it('refuses a plan that cannot be applied yet', async () => {
    expect(await check({ cuts: [{ start: 1, end: 2, mode: 'jump' }] }, RECORDING)).toEqual({
      status: 1,
      output: '',
      errors: 'castfold: plan.json: cuts: the mode "jump" of the cut from 1 s to 2 s is not available yet, "collapse" and "drop" are\n',
    });
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
      '',
    ]);
  });

  it('says what slow motion adds', async () => {
    const { output } = await check({ speed_regions: [[0, 10, 0.5]] }, RECORDING);
    expect(output).toContain('1 speed region: 0:10.0 (10 s) added\n');
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
