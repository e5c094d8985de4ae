import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '#core/plan/parse-plan.ts';
import { CommandFolder } from '#testing/command-folder.ts';
import { castV2 } from '#testing/recordings.ts';
import { shortSession } from '#testing/short-session.ts';

const SESSION = shortSession();

/** Of a v2 text. */
function duration(text: string): number {
  const [time] = JSON.parse(text.trimEnd().split('\n').at(-1) as string) as [number];
  return time;
}

describe('castfold fit', () => {
  it.each([3.5, 10, 20, 40])('writes a plan that makes a recording of a minute last %d s', async (target) => {
    using folder = new CommandFolder({ 'in.cast': SESSION });
    const { status, output } = await folder.castfold(`fit in.cast --target ${target} -o plan.json`);
    expect({ status, output }).toEqual({ status: 0, output: '' });
    expect(await folder.castfold('apply plan.json in.cast -o out.cast')).toEqual({ status: 0, output: '', errors: '' });
    expect(Math.abs(duration(folder.read('out.cast')) - target)).toBeLessThanOrEqual(0.1);
    expect(folder.names()).toEqual(['in.cast', 'out.cast', 'plan.json']);
  });

  it('says which recording the plan is for, and what it does, with reasons', async () => {
    using folder = new CommandFolder({ 'in.cast': SESSION });
    const { errors } = await folder.castfold('fit in.cast --target 0:20 -o plan.json');
    expect(parsePlan(folder.read('plan.json')).source).toEqual({
      name: 'in.cast',
      sha256: createHash('sha256').update(SESSION).digest('hex'),
      durationMicros: 59_600_000,
      events: SESSION.trimEnd().split('\n').length - 1,
    });
    expect(errors).toMatch(
      /^0:59\.6 → 0:(20\.[01]|19\.9): adds \d+ cuts?, \d+ speed regions?, \d+ holds?, at these times of the recording:\n/,
    );
    expect(errors).toMatch(/^ {2}0:\d\d\.\d–0:\d\d\.\d (cut: )?.*spinner/m);
    expect(errors).toMatch(/^keeps \d moments:$/m);
    expect(errors).toMatch(/^ {2}0:31\.\d .*failed.*: ".+"$/m);
  });

  it('writes the plan to the standard output without -o, and nothing else', async () => {
    using folder = new CommandFolder({ 'in.cast': SESSION });
    const { status, output, errors } = await folder.castfold('fit in.cast --target 20');
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    await folder.castfold('fit in.cast --target 20 -o plan.json');
    expect(output).toBe(folder.read('plan.json'));
  });

  it('reads the recording, or the pins, from the standard input', async () => {
    using folder = new CommandFolder({ 'in.cast': SESSION, 'pins.json': '{"title":"kept"}' });
    const { output } = await folder.castfold('fit - --target 20 --plan pins.json', SESSION);
    expect(parsePlan(output)).toMatchObject({ title: 'kept', source: { durationMicros: 59_600_000 } });
    expect(parsePlan(output).source).not.toHaveProperty('name');
    expect(parsePlan((await folder.castfold('fit in.cast --target 20 --plan -', '{"title":"kept"}')).output).title).toBe('kept');
  });

  it('leaves the edits of its pins as they are', async () => {
    const pins = {
      idle_cap: 3,
      speed_regions: [{ start: 1, end: 2.2, factor: 1 }],
      cuts: [{ start: 5, end: 9, mode: 'collapse' }],
      holds: [{ at: 31, duration: 2.5 }],
      markers: [{ time: 31, label: 'tests' }],
      title: 'Pinned',
    };
    using folder = new CommandFolder({ 'in.cast': SESSION, 'pins.json': JSON.stringify(pins) });
    expect((await folder.castfold('fit in.cast --target 25 --plan pins.json -o plan.json')).status).toBe(0);
    const [before, after] = [parsePlan(JSON.stringify(pins)), parsePlan(folder.read('plan.json'))];
    expect(after).toMatchObject({ idleCapMicros: before.idleCapMicros, markers: before.markers, title: before.title });
    for (const list of ['speedRegions', 'cuts', 'holds'] as const) {
      expect(after[list]).toEqual(expect.arrayContaining([...before[list]]));
    }
    await folder.castfold('apply plan.json in.cast -o out.cast');
    expect(Math.abs(duration(folder.read('out.cast')) - 25)).toBeLessThanOrEqual(0.1);
  });

  it('tells no moment of what the redactions of its pins mask', async () => {
    const pins = { redactions: [{ pattern: '2 failed', with: '*' }], title: 'all 2 failed' };
    using folder = new CommandFolder({ 'in.cast': SESSION, 'pins.json': JSON.stringify(pins) });
    const { status, errors } = await folder.castfold('fit in.cast --target 20 --plan pins.json -o plan.json');
    expect(status).toBe(0);
    expect(errors).not.toContain('2 failed');
    expect(parsePlan(folder.read('plan.json'))).toMatchObject({ title: 'all ********', redactions: [{ with: '*' }] });
  });

  it('fails where its pins alone take longer, and says what can be asked for', async () => {
    const pins = { speed_regions: [{ start: 0, end: 50, factor: 1 }] };
    using folder = new CommandFolder({ 'in.cast': SESSION, 'pins.json': JSON.stringify(pins), 'plan.json': 'before' });
    const { status, output, errors } = await folder.castfold('fit in.cast --target 20 --plan pins.json -o plan.json');
    expect({ status, output }).toEqual({ status: 1, output: '' });
    expect(errors).toMatch(/^castfold: in\.cast: .+ Ask for --target \d+(\.\d)? or more.*, or take edits out of the plan\.\n$/);
    expect(folder.read('plan.json')).toBe('before');
    const nearest = /--target ([\d.]+)/.exec(errors)?.[1];
    expect((await folder.castfold(`fit in.cast --target ${nearest} --plan pins.json`)).status).toBe(0);
  });

  it('fails where the recording is shorter than the target', async () => {
    using folder = new CommandFolder({ 'in.cast': SESSION });
    const { status, output, errors } = await folder.castfold('fit in.cast --target 1:30');
    expect({ status, output }).toEqual({ status: 1, output: '' });
    expect(errors).toMatch(/^castfold: in\.cast: .+ Ask for --target 59\.\d or less\.\n$/);
    expect(await folder.castfold('fit in.cast --target 40 --plan missing.json')).toMatchObject({ status: 1, output: '' });
  });

  it('says of a recording that is shorter than any target that there is nothing to fit', async () => {
    using folder = new CommandFolder({ 'in.cast': castV2('a@1') });
    const { status, errors } = await folder.castfold('fit in.cast --target 5');
    expect(status).toBe(1);
    expect(errors).toMatch(/^castfold: in\.cast: .+ There is nothing to fit\.\n$/);
  });

  it('does not write over the recording, nor over its pins', async () => {
    using folder = new CommandFolder({ 'in.cast': SESSION, 'pins.json': '{}' });
    expect(await folder.castfold('fit in.cast --target 20 -o in.cast')).toEqual({
      status: 1,
      output: '',
      errors: 'castfold: in.cast: it is the recording, which the result would replace; name another file\n',
    });
    expect((await folder.castfold('fit in.cast --target 20 --plan pins.json -o pins.json')).errors).toBe(
      'castfold: pins.json: it is the plan of --plan, which the result would replace; name another file\n',
    );
    expect([folder.read('in.cast'), folder.read('pins.json')]).toEqual([SESSION, '{}']);
  });

  it('warns of pins that were made for another recording', async () => {
    using folder = new CommandFolder({ 'in.cast': SESSION, 'pins.json': '{"source":{"name":"other.cast","events":1}}' });
    const { status, errors } = await folder.castfold('fit in.cast --target 20 --plan pins.json');
    expect(status).toBe(0);
    expect(errors).toMatch(/^castfold: warning: the plan was made for another recording, other\.cast/);
  });

  it('fits what has hardly anything in it', async () => {
    using folder = new CommandFolder({ 'in.cast': castV2('a@30') });
    expect((await folder.castfold('fit in.cast --target 5 -o plan.json')).status).toBe(0);
    await folder.castfold('apply plan.json in.cast -o out.cast');
    expect(Math.abs(duration(folder.read('out.cast')) - 5)).toBeLessThanOrEqual(0.1);
  });
});
