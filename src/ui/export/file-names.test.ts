import { expect, it } from 'vitest';
import { exportNames } from './file-names.ts';

it.each([
  ['demo.cast', 'demo.edited.cast', 'demo.plan.json'],
  ['demo.cast.gz', 'demo.edited.cast', 'demo.plan.json'],
  ['old.json', 'old.edited.cast', 'old.plan.json'],
  ['no-ending', 'no-ending.edited.cast', 'no-ending.plan.json'],
  ['.cast', 'recording.edited.cast', 'recording.plan.json'],
])('%s is exported as %s and %s', (name, recording, plan) => {
  expect(exportNames(name, 2, 2)).toMatchObject({ recording, plan });
});

it('quotes names for the shell, and asks for a format only where it differs', () => {
  expect(exportNames("it's mine.cast", 2, 2).command).toBe(
    "castfold apply 'it'\\''s mine.plan.json' 'it'\\''s mine.cast' -o 'it'\\''s mine.edited.cast'",
  );
  expect(exportNames('-x.cast', 3, 2).command).toBe('castfold apply ./-x.plan.json ./-x.cast -o ./-x.edited.cast --format v3');
  expect(exportNames('old.json', 2, 1).command).not.toContain('--format');
});
