import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { CommandFolder } from '#testing/command-folder.ts';
import { castV2 } from '#testing/recordings.ts';
import { shortSession } from '#testing/short-session.ts';

interface Document {
  readonly source: object;
  readonly settings: object;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly kind: string }[];
  readonly idle_gaps: readonly object[];
  readonly typing_runs: readonly { readonly text: string }[];
  readonly moments: readonly { readonly time: number; readonly text: string }[];
}

const analyze = async (recording: string | Uint8Array, options = '') => {
  using folder = new CommandFolder({ 'in.cast': recording });
  return await folder.castfold(`analyze in.cast ${options}`);
};

const parsed = async (recording: string | Uint8Array, options = ''): Promise<Document> =>
  JSON.parse((await analyze(recording, `--json ${options}`)).output) as Document;

describe('castfold analyze', () => {
  it('says what a recording is about', async () => {
    const { status, output, errors } = await analyze(shortSession());
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(output).toMatch(/^in\.cast: asciicast v2, 80x24, \d+ events, 59\.6 s \(0:59\.6\)\n/);
    expect(output).toMatch(/^waiting \d\d\.\d \(\d\d%\): spinner 2\d\.\d, .*; typing/m);
    expect(output).toMatch(/^longest waits: .*\b2\.\d-3[01]\.\d spinner, /m);
    expect(output).toMatch(/^ {2}1\.\d-\d\.\d "npm test"$/m);
    expect(output).toMatch(/^ {2}31\.\d \d\.\d .*failed.*: ".+"$/m);
    expect(output).toMatch(/\nnext: castfold fit .+\n$/);
  });

  it('says all of it as JSON, with times as a plan takes them', async () => {
    const { source, spans, typing_runs } = await parsed(shortSession());
    expect(source).toMatchObject({ name: 'in.cast', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), duration: 59.6 });
    expect(spans[0]?.start).toBe(0);
    expect(spans.at(-1)?.end).toBe(59.6);
    expect(spans.find(({ start, end }) => start <= 15 && 15 < end)).toMatchObject({ kind: 'waiting', waiting: 'spinner' });
    expect(typing_runs.map(({ text }) => text)).toContain('npm test');
  });

  it('does not tell what was typed and not shown', async () => {
    const keys = [...'hunter2-secret', String.raw`\r`].map((key, index) => `i:${key}@${(2 + index / 10).toFixed(1)}`);
    const recording = castV2(String.raw`sudo␣ls\r\n[sudo]␣password:␣@0.5 ${keys.join(' ')} \r\nnotes.txt\r\n@6 $␣@20`);
    const { output } = await analyze(recording);
    expect(output).toMatch(/^ {2}2\.0-3\.4 \(15 keys, not shown\)$/m);
    expect(await parsed(recording)).toMatchObject({ typing_runs: [{ start: 2, end: 3.4, text: '', keys: 15, from: 'input' }] });
    for (const options of ['', '--json']) expect((await analyze(recording, options)).output).not.toContain('hunter2');
  });

  it('takes thresholds', async () => {
    const recording = castV2('a@1 b@2 c@4 d@9');
    expect((await parsed(recording)).idle_gaps).toHaveLength(4);
    const options = '--idle-threshold 2.5 --type-max-gap 0.4 --min-keystrokes 7';
    expect(await parsed(recording, options)).toMatchObject({
      settings: { idle_threshold: 2.5, type_max_gap: 0.4, min_keystrokes: 7 },
      idle_gaps: [{ start: 4, end: 9 }],
    });
    const { typing_runs } = await parsed(shortSession(), '--min-keystrokes 7');
    expect(typing_runs.map(({ text }) => text)).not.toContain('exit');
  });

  it('reads the standard input, and gzip', async () => {
    using folder = new CommandFolder();
    const { output } = await folder.castfold('analyze - --json', gzipSync(shortSession()));
    const { source, ...rest } = JSON.parse(output) as Document;
    expect(source).not.toHaveProperty('name');
    const { source: _, ...expected } = await parsed(shortSession());
    expect(rest).toEqual(expected);
  });

  it('says of recordings in which nothing happens that there is nothing', async () => {
    for (const recording of [castV2(''), castV2('all@0')]) {
      const { status, output, errors } = await analyze(recording);
      expect({ status, errors }).toEqual({ status: 0, errors: '' });
      expect(output).toContain('\nNothing lasts: there is nothing to shorten.\n');
      expect(await parsed(recording)).toMatchObject({ spans: [], idle_gaps: [], totals: { waiting: 0 } });
    }
  });

  it('prints nothing that would command the terminal', async () => {
    const hostile = castV2(
      String.raw`\u001b]2;title\u0007$␣@1 i:e\u001b[2J@2 i:c\u009b5m@2.1 i:h\u0007@2.2 i:o@2.3 done\u202etxt.exe\u2066\u2028\u2029\udb40\udc41@9`,
    );
    for (const options of ['', '--json']) {
      const { status, output } = await analyze(hostile, options);
      expect(status).toBe(0);
      expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }
  });

  it('warns of lines that cannot be read, which --strict refuses', async () => {
    const damaged = shortSession().replace('[31,', 'oops\n[31,');
    const lenient = await analyze(damaged);
    expect(lenient.status).toBe(0);
    expect(lenient.errors).toMatch(/^castfold: warning: in\.cast: 1 unreadable line was skipped/);
    expect(await analyze(damaged, '--strict')).toMatchObject({ status: 1, output: '' });
  });

  it('fails where there is no recording', async () => {
    using folder = new CommandFolder({ 'notes.txt': 'no recording\n' });
    expect(await folder.castfold('analyze notes.txt')).toMatchObject({
      status: 1,
      output: '',
      errors: expect.stringMatching(/^castfold: notes\.txt: .+\n$/),
    });
    expect(await folder.castfold('analyze missing.cast')).toMatchObject({ status: 1, output: '' });
  });
});
