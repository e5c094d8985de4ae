import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CommandFolder, ended } from '#testing/command-folder.ts';
import { castV2 } from '#testing/recordings.ts';

describe('control characters of what was read reach the terminal as escapes', () => {
  const name = '\u001b]0;pwn\u0007\nfake line\u007f\u009b2J';
  const shown = '\\u001b]0;pwn\\u0007\\u000afake line\\u007f\\u009b2J';
  const files = { 'plan.json': JSON.stringify({ source: { name, events: 7 }, holds: [] }), 'in.cast': castV2('ä@1') };

  it('in what check writes', async () => {
    using folder = new CommandFolder(files);
    const { output } = await folder.castfold('check plan.json in.cast');
    expect(output).toContain(`made for another recording, ${shown}: it has 7 events`);
    expect(output).toMatch(/^[^\p{Cc}]+(?:\n[^\p{Cc}]+)*\n$/u);
  });

  it('in warnings', async () => {
    using folder = new CommandFolder(files);
    const { errors } = await folder.castfold('apply plan.json in.cast -o out.cast');
    expect(errors).toBe(`castfold: warning: the plan was made for another recording, ${shown}: it has 7 events, this one 1\n`);
  });

  it('in failures and in complaints about the usage', async () => {
    using folder = new CommandFolder(files);
    expect((await folder.castfold('check \u001b[1m.json')).errors).toBe('castfold: \\u001b[1m.json: there is no such file or folder\n');
    expect((await folder.castfold('\u009bx')).errors).toBe('castfold: there is no command "\\u009bx"\nTry "castfold --help".\n');
  });

  it('but not in the recording that is written', async () => {
    const recording = castV2('a@1').replace('"a"', '"\u007f\u009b"');
    using folder = new CommandFolder({ 'plan.json': '{}', 'in.cast': recording });
    expect((await folder.castfold('apply plan.json in.cast')).output).toBe(recording);
  });
});

/** A device of Linux that takes nothing. */
const FULL = '/dev/full';

describe.runIf(existsSync(FULL))('a standard output without space is said in one line', () => {
  it.each(['--help', 'check plan.json in.cast', 'apply plan.json in.cast'])('by %s', async (args) => {
    using folder = new CommandFolder({ 'plan.json': '{}', 'in.cast': castV2('a@1') });
    const full = openSync(FULL, 'w');
    const child = folder.start(args, full);
    closeSync(full);
    let errors = '';
    child.stderr?.on('data', (piece) => {
      errors += piece;
    });
    expect({ status: await ended(child), errors }).toEqual({
      status: 1,
      errors: 'castfold: standard output: no space is left on the device\n',
    });
  });
});

it('a reader that closes the pipe before anything came is no failure', async () => {
  using folder = new CommandFolder();
  const child = folder.start('--help');
  child.stdout?.destroy();
  let errors = '';
  child.stderr?.on('data', (piece) => {
    errors += piece;
  });
  expect({ status: await ended(child), errors }).toEqual({ status: 0, errors: '' });
});
