import { expect, test } from 'vitest';
import { matchScore, type Searched } from './match-command.ts';

const named = (label: string, group = 'Edit', keys: readonly string[] = []): Searched => ({ label, group, keys });

/** Those that answer, the best first. */
function found(typed: string, ...labels: readonly string[]): readonly string[] {
  const score = (label: string): number => matchScore(typed, named(label)) ?? -1;
  return labels.filter((label) => score(label) >= 0).sort((one, other) => score(other) - score(one));
}

test('a command is found by words of its name in any order', () => {
  expect(found('zoom sel', 'Zoom in', 'Zoom to selection')).toEqual(['Zoom to selection']);
  expect(found('selection zoom', 'Zoom in', 'Zoom to selection')).toEqual(['Zoom to selection']);
});

test('the name itself comes before one that begins with it, and that before one that has it within', () => {
  expect(found('hold', 'Hold the last screen', 'Threshold', 'Hold')).toEqual(['Hold', 'Hold the last screen', 'Threshold']);
  expect(found('screen', 'Next screen change', 'Screen')).toEqual(['Screen', 'Next screen change']);
});

test('letters in order find it, after those that have the word', () => {
  expect(found('kbh', 'Keyboard help', 'Keep at 1×')).toEqual(['Keyboard help']);
  expect(found('cut', 'Count it', 'Cut')).toEqual(['Cut', 'Count it']);
});

test('a single letter that begins no word and is nowhere in the name finds nothing', () => {
  expect(matchScore('q', named('Cut'))).toBeUndefined();
});

test('a command is found by its group and by its key', () => {
  expect(matchScore('play', named('Loop selection', 'Play'))).toBeDefined();
  expect(matchScore('space', named('Pause', 'Other', ['Space']))).toBeDefined();
  expect(matchScore('ctrl z', named('Undo', 'Edit', ['Ctrl Z']))).toBeDefined();
  expect(matchScore('ctrl y', named('Undo', 'Edit', ['Ctrl Z']))).toBeUndefined();
});
