import { describe, expect, it } from 'vitest';
import { CommandFolder } from '#testing/command-folder.ts';
import { castV2 } from '#testing/recordings.ts';

describe('castfold', () => {
  it('explains itself', async () => {
    using folder = new CommandFolder();
    const { status, output, errors } = await folder.castfold('--help');
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    for (const word of ['apply', 'check', '--format', '--strict', 'Exit status']) expect(output).toContain(word);
    expect((await folder.castfold('apply -h')).output).toBe(output);
  });

  it('names its version', async () => {
    using folder = new CommandFolder();
    expect((await folder.castfold('--version')).output).toMatch(/^castfold \d+\.\d+\.\d+\n$/);
  });

  it.each([
    ['', 'a command is missing'],
    ['polish', 'there is no command "polish"'],
    ['apply', 'apply needs a plan and a recording'],
    ['apply plan.json', 'apply needs a plan and a recording'],
    ['apply plan.json in.cast more', 'one argument too many: more'],
    ['apply plan.json in.cast --format v9', '--format must be v2 or v3, is v9'],
    ['apply plan.json in.cast --fast', "unknown option '--fast'"],
    ['apply - -', 'only one of PLAN and IN can be the standard input'],
    ['apply plan.json in.cast --output=', 'the name of a file is empty'],
    ['check', 'check needs a plan'],
    ['check plan.json -o out.cast', 'check writes nothing and has no option --output'],
  ])('is used wrongly by: %s', async (args, why) => {
    using folder = new CommandFolder({ 'plan.json': '{}', 'in.cast': castV2('a@1') });
    expect(await folder.castfold(args)).toEqual({ status: 2, output: '', errors: `castfold: ${why}\nTry "castfold --help".\n` });
    expect(folder.names()).toEqual(['in.cast', 'plan.json']);
  });
});
