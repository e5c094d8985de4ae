import { describe, expect, it } from 'vitest';
import { CommandFolder } from '#testing/command-folder.ts';
import { castV2 } from '#testing/recordings.ts';

describe('castfold', () => {
  it('explains itself', async () => {
    using folder = new CommandFolder();
    const { status, output, errors } = await folder.castfold('--help');
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    for (const word of ['apply', 'check', 'analyze', 'fit', '--format', '--strict', '--json', '--target', 'Exit status'])
      expect(output).toContain(word);
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
    ['apply plan.json in.cast --json', 'apply has no option --json'],
    ['check plan.json -o out.cast', 'check has no option --output'],
    ['analyze', 'analyze needs a recording'],
    ['analyze in.cast more', 'one argument too many: more'],
    ['analyze in.cast -o out.json', 'analyze has no option --output'],
    ['analyze in.cast --idle-threshold 0', '--idle-threshold must be a number of seconds above 0, is 0'],
    ['analyze in.cast --type-max-gap=-1', '--type-max-gap must be a number of seconds above 0, is -1'],
    ['analyze in.cast --min-keystrokes 2.5', '--min-keystrokes must be a whole number above 0, is 2.5'],
    ['fit --target 40', 'fit needs a recording'],
    ['fit in.cast', 'fit needs --target, as in --target 40 or --target 1:30'],
    ['fit in.cast --target 2.9', '--target must be a time of at least 0:03.0, as 40 or 1:30, is 2.9'],
    ['fit in.cast --target 99999999999', '--target must be at most 9007199254 seconds, is 99999999999'],
    ['analyze in.cast --idle-threshold 99999999999', '--idle-threshold must be at most 9007199254 seconds, is 99999999999'],
    ['fit in.cast --target -5', "option '--target' argument is ambiguous"],
    ['fit in.cast --target soon', '--target must be a time of at least 0:03.0, as 40 or 1:30, is soon'],
    ['fit in.cast --target 40 --format v2', 'fit has no option --format'],
    ['fit in.cast --target 40 --plan=', 'the name of a file is empty'],
    ['fit - --target 40 --plan -', 'only one of PINS and IN can be the standard input'],
  ])('is used wrongly by: %s', async (args, why) => {
    using folder = new CommandFolder({ 'plan.json': '{}', 'in.cast': castV2('a@1') });
    expect(await folder.castfold(args)).toEqual({ status: 2, output: '', errors: `castfold: ${why}\nTry "castfold --help".\n` });
    expect(folder.names()).toEqual(['in.cast', 'plan.json']);
  });
});
