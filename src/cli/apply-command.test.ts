import { createHash } from 'node:crypto';
import { chmodSync, linkSync, lstatSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CommandFolder, ended } from '#testing/command-folder.ts';
import { castV2 } from '#testing/recordings.ts';

const RECORDING = castV2('a@1 b@9');
const PLAN = '{"idle_cap":2}';
/** What the plan makes of it; how the times are written is the core's choice. */
const RESULT = RECORDING.replace('[9,', '[3.0,');
const DAMAGED = RECORDING.replace('[9,', 'oops\n[9,');

describe('castfold apply writes the edited recording', () => {
  it('to the file of -o, and says nothing', async () => {
    using folder = new CommandFolder({ 'plan.json': PLAN, 'in.cast': RECORDING });
    expect(await folder.castfold('apply plan.json in.cast -o out.cast')).toEqual({ status: 0, output: '', errors: '' });
    expect(folder.read('out.cast')).toBe(RESULT);
    expect(folder.names()).toEqual(['in.cast', 'out.cast', 'plan.json']);
  });

  it('to the standard output without -o, and with -o -', async () => {
    using folder = new CommandFolder({ 'plan.json': PLAN, 'in.cast': RECORDING });
    expect(await folder.castfold('apply plan.json in.cast')).toEqual({ status: 0, output: RESULT, errors: '' });
    expect(await folder.castfold('apply plan.json in.cast -o -')).toEqual({ status: 0, output: RESULT, errors: '' });
  });

  it('from the standard input, which either of the two may be', async () => {
    using folder = new CommandFolder({ 'plan.json': PLAN, 'in.cast': RECORDING });
    expect((await folder.castfold('apply plan.json -', RECORDING)).output).toBe(RESULT);
    expect((await folder.castfold('apply - in.cast', PLAN)).output).toBe(RESULT);
  });

  it('from gzip, whatever the name says', async () => {
    using folder = new CommandFolder({ 'plan.json': PLAN, 'in.cast': gzipSync(RECORDING) });
    expect((await folder.castfold('apply plan.json in.cast')).output).toBe(RESULT);
    expect((await folder.castfold('apply plan.json -', gzipSync(RECORDING))).output).toBe(RESULT);
  });

  it('in another version', async () => {
    using folder = new CommandFolder({ 'plan.json': PLAN, 'in.cast': RECORDING });
    const { output } = await folder.castfold('apply plan.json in.cast --format v3');
    const [header = '', ...lines] = output.trimEnd().split('\n');
    expect(JSON.parse(header)).toMatchObject({ version: 3, term: { cols: 80, rows: 24 } });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      [1, 'o', 'a'],
      [2, 'o', 'b'],
    ]);
  });

  it('with a repaint where a cut jumps', async () => {
    using folder = new CommandFolder({
      'plan.json': '{"cuts":[{"start":2,"end":4,"mode":"jump"}]}',
      'in.cast': castV2('shown,@1 secret␣@3 \\u001b[2Jclear@3.5 end@9'),
    });
    const { status, output, errors } = await folder.castfold('apply plan.json in.cast');
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(output).not.toContain('secret');
    const [, shown, seam, end] = output.trimEnd().split('\n');
    expect([shown, end]).toEqual(['[1, "o", "shown,"]', '[7.0, "o", "end"]']);
    expect(seam).toMatch(/^\[2\.0, "o", ".*clear.*"\]$/);
  });

  it('with what its redactions name masked, in seams too', async () => {
    const drawn = castV2('a@1 i:s@2 s@2 i:ecret@3 ecret@3 b@4 c@9', { header: { title: 'my secret' } });
    for (const cuts of [[], [{ start: 3.5, end: 5, mode: 'jump' }]]) {
      const plan = { redactions: [{ pattern: 'SECRET', ignore_case: true, with: '*' }], cuts };
      using folder = new CommandFolder({ 'plan.json': JSON.stringify(plan), 'in.cast': drawn });
      const { status, output, errors } = await folder.castfold('apply plan.json in.cast');
      expect({ status, errors }).toEqual({ status: 0, errors: '' });
      expect(output).toContain('my ******');
      expect(output).toContain('"o", "*****"');
      expect(output).not.toMatch(/ecret/);
    }
  });

  it('with masks in its title and in the labels of its markers, and a warning of those', async () => {
    const plan = { title: 'my secret', markers: [{ time: 1, label: 'a secret' }], redactions: [{ pattern: 'secret', with: '*' }] };
    using folder = new CommandFolder({ 'plan.json': JSON.stringify(plan), 'in.cast': RECORDING });
    const { status, output, errors } = await folder.castfold('apply plan.json in.cast');
    expect(status).toBe(0);
    expect(output).toContain('"title":"my ******"');
    expect(output).toContain('"m", "a ******"');
    expect(output).not.toContain('secret');
    expect(errors).toMatch(/^castfold: warning: 2 titles or labels of the plan said what its redactions mask/);
  });

  it('with a warning where a cut brings together what its redactions name', async () => {
    const plan = { cuts: [{ start: 1.5, end: 2.5 }], redactions: [{ pattern: 'secret' }] };
    const drawn = castV2('sec@1 \\u001b[2J\\u001b[H@2 ret@3 end@4');
    for (const command of ['apply', 'check']) {
      using folder = new CommandFolder({ 'plan.json': JSON.stringify(plan), 'in.cast': drawn });
      const { status, output, errors } = await folder.castfold(`${command} plan.json in.cast`);
      expect(status).toBe(0);
      expect(output + errors).toMatch(
        /warning: there (is 1 place|are \d places) in the result where what the redactions name can be read again/,
      );
    }
  });

  it('byte for byte where the plan is empty', async () => {
    const odd = `${RECORDING.replaceAll('\n', '\r\n')}# end`;
    using folder = new CommandFolder({ 'plan.json': '{}', 'in.cast': odd });
    expect((await folder.castfold('apply plan.json in.cast')).output).toBe(odd);
  });
});

describe('the output file', () => {
  it('may be the input, whose mode it keeps', async () => {
    using folder = new CommandFolder({ 'plan.json': PLAN, 'in.cast': RECORDING });
    chmodSync(folder.at('in.cast'), 0o640);
    expect(await folder.castfold('apply plan.json in.cast -o in.cast')).toEqual({ status: 0, output: '', errors: '' });
    expect(folder.read('in.cast')).toBe(RESULT);
    expect(statSync(folder.at('in.cast')).mode & 0o777).toBe(0o640);
    expect(folder.names()).toEqual(['in.cast', 'plan.json']);
  });

  it('is written through a link, which stays one', async () => {
    using folder = new CommandFolder({ 'plan.json': PLAN, 'in.cast': RECORDING });
    symlinkSync('in.cast', folder.at('link.cast'));
    expect((await folder.castfold('apply plan.json in.cast -o link.cast')).status).toBe(0);
    expect(lstatSync(folder.at('link.cast')).isSymbolicLink()).toBe(true);
    expect(folder.read('in.cast')).toBe(RESULT);
  });

  it('takes the place of a link that points to nothing', async () => {
    using folder = new CommandFolder({ 'plan.json': PLAN, 'in.cast': RECORDING });
    symlinkSync('missing.cast', folder.at('link.cast'));
    expect((await folder.castfold('apply plan.json in.cast -o link.cast')).status).toBe(0);
    expect(lstatSync(folder.at('link.cast')).isFile()).toBe(true);
    expect(folder.names()).toEqual(['in.cast', 'link.cast', 'plan.json']);
  });

  it('cannot be the plan, by whatever name', async () => {
    using folder = new CommandFolder({ 'plan.json': PLAN, 'in.cast': RECORDING });
    symlinkSync('plan.json', folder.at('soft.json'));
    linkSync(folder.at('plan.json'), folder.at('hard.json'));
    for (const name of ['plan.json', './plan.json', 'soft.json', 'hard.json']) {
      expect(await folder.castfold(`apply plan.json in.cast -o ${name}`)).toEqual({
        status: 1,
        output: '',
        errors: `castfold: ${name}: it is the plan, which the result would replace; name another file\n`,
      });
    }
    expect(folder.read('plan.json')).toBe(PLAN);
  });

  it('is not touched when the recording cannot be read', async () => {
    using folder = new CommandFolder({ 'plan.json': PLAN, 'in.cast': 'no recording\n', 'out.cast': 'before' });
    const { status, errors } = await folder.castfold('apply plan.json in.cast -o out.cast');
    expect(status).toBe(1);
    expect(errors).toMatch(/^castfold: in\.cast: .+\n$/);
    expect(folder.read('out.cast')).toBe('before');
    expect(folder.names()).toEqual(['in.cast', 'out.cast', 'plan.json']);
  });

  it('is refused where there is no such folder, or where it is one', async () => {
    using folder = new CommandFolder({ 'plan.json': PLAN, 'in.cast': RECORDING });
    mkdirSync(folder.at('folder'));
    const missing = await folder.castfold('apply plan.json in.cast -o nowhere/out.cast');
    expect(missing).toMatchObject({ status: 1, output: '', errors: 'castfold: nowhere/out.cast: there is no such file or folder\n' });
    const taken = await folder.castfold('apply plan.json in.cast -o folder');
    expect(taken).toMatchObject({ status: 1, output: '', errors: 'castfold: folder: it is a folder\n' });
    expect(folder.names()).toEqual(['folder', 'in.cast', 'plan.json']);
  });
});

describe('what is wrong is said in one line', () => {
  it('of the plan, with the path of the value', async () => {
    using folder = new CommandFolder({ 'plan.json': '{"speed_regions":[{"start":1,"end":2,"factor":0}]}', 'in.cast': RECORDING });
    const { status, output, errors } = await folder.castfold('apply plan.json in.cast -o out.cast');
    expect({ status, output }).toEqual({ status: 1, output: '' });
    expect(errors).toMatch(/^castfold: plan\.json: speed_regions\[0\]\.factor: .+\n$/);
    expect(folder.names()).toEqual(['in.cast', 'plan.json']);
  });

  it('of a file that is not there', async () => {
    using folder = new CommandFolder({ 'plan.json': PLAN });
    expect(await folder.castfold('apply plan.json in.cast -o out.cast')).toEqual({
      status: 1,
      output: '',
      errors: 'castfold: in.cast: there is no such file or folder\n',
    });
    expect((await folder.castfold('apply missing.json in.cast')).errors).toBe('castfold: missing.json: there is no such file or folder\n');
  });

  it('of damaged gzip', async () => {
    const whole = gzipSync(RECORDING.repeat(50));
    using folder = new CommandFolder({
      'plan.json': PLAN,
      'half.cast': whole.subarray(0, whole.length / 2),
      'bad.cast': Buffer.from(whole).fill(7, 12, 30),
    });
    expect(await folder.castfold('apply plan.json half.cast')).toEqual({
      status: 1,
      output: '',
      errors: 'castfold: half.cast: the gzip data ends in the middle: the file is incomplete\n',
    });
    expect(await folder.castfold('apply plan.json bad.cast')).toMatchObject({ status: 1, output: '' });
  });

  it('of a header that nests too deeply to be written', async () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    using folder = new CommandFolder({
      'plan.json': PLAN,
      'v1.cast': `{"version":1,"width":80,"height":24,"unknown":${deep},"stdout":[[1,"a"]]}`,
      'v2.cast': `{"version":2,"width":80,"height":24,"theme":${deep}}\n[1, "o", "a"]\n`,
    });
    const fault = 'Its header nests too deeply, or is too long, to be written again.';
    for (const [name, format] of [
      ['v1.cast', 'v2'],
      ['v2.cast', 'v3'],
    ]) {
      expect(await folder.castfold(`apply plan.json ${name} --format ${format} -o out.cast`)).toEqual({
        status: 1,
        output: '',
        errors: `castfold: ${name}: ${fault}\n`,
      });
    }
    expect(folder.names()).toEqual(['plan.json', 'v1.cast', 'v2.cast']);
    expect((await folder.castfold('apply plan.json v2.cast')).output).toBe(folder.read('v2.cast'));
  });

  it('of unreadable lines, which --strict refuses', async () => {
    using folder = new CommandFolder({ 'plan.json': PLAN, 'in.cast': DAMAGED });
    const lenient = await folder.castfold('apply plan.json in.cast');
    expect(lenient).toMatchObject({ status: 0, output: RESULT });
    expect(lenient.errors).toMatch(/^castfold: warning: in\.cast: 1 unreadable line was skipped \(line 3: .+\)\n$/);
    const strict = await folder.castfold('apply plan.json in.cast --strict -o out.cast');
    expect(strict).toMatchObject({ status: 1, output: '' });
    expect(strict.errors).toMatch(/^castfold: in\.cast: line 3: .+\n$/);
    expect(folder.names()).toEqual(['in.cast', 'plan.json']);
  });
});

describe('a plan made for another recording', () => {
  const planFor = (sha256: string) => JSON.stringify({ source: { sha256 }, idle_cap: 2 });
  const digest = createHash('sha256').update(RECORDING).digest('hex');

  it('is applied with a warning', async () => {
    using folder = new CommandFolder({ 'plan.json': planFor('0'.repeat(64)), 'in.cast': RECORDING });
    const { status, output, errors } = await folder.castfold('apply plan.json in.cast');
    expect({ status, output }).toEqual({ status: 0, output: RESULT });
    expect(errors).toMatch(/^castfold: warning: .+\n$/);
  });

  it('is told by the text, compressed or not', async () => {
    using folder = new CommandFolder({ 'plan.json': planFor(digest), 'in.cast': RECORDING, 'in.cast.gz': gzipSync(RECORDING) });
    expect((await folder.castfold('apply plan.json in.cast')).errors).toBe('');
    expect((await folder.castfold('apply plan.json in.cast.gz')).errors).toBe('');
  });
});

it('a reader that closes the pipe early is no failure', async () => {
  const events = Array.from({ length: 60_000 }, (_, index) => `[${index}, "o", "${'x'.repeat(40)}"]`);
  using folder = new CommandFolder({ 'plan.json': '{}', 'in.cast': `${castV2('')}${events.join('\n')}\n` });
  const child = folder.start('apply plan.json in.cast');
  let errors = '';
  child.stderr?.on('data', (piece) => {
    errors += piece;
  });
  child.stdout?.once('data', () => child.stdout?.destroy());
  expect({ status: await ended(child), errors }).toEqual({ status: 0, errors: '' });
});
