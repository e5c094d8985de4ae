import { expect, test } from 'vitest';
import { nextItem } from './next-item.ts';

const LABELS = ['Keep at 1×', 'Split', 'Speed', 'Play around', 'Paste', 'Remove'];

test('the arrows go round, Home and End to the ends', () => {
  expect(nextItem.byKey(3, -1, 'ArrowDown')).toBe(0);
  expect(nextItem.byKey(3, 2, 'ArrowDown')).toBe(0);
  expect(nextItem.byKey(3, -1, 'ArrowUp')).toBe(2);
  expect(nextItem.byKey(3, 0, 'ArrowUp')).toBe(2);
  expect(nextItem.byKey(3, 1, 'Home')).toBe(0);
  expect(nextItem.byKey(3, 1, 'End')).toBe(2);
  expect(nextItem.byKey(3, 1, 'F5')).toBeUndefined();
});

test('a letter goes to the next item that begins with it, and again to the one after', () => {
  expect(nextItem.byText(LABELS, -1, 's')).toBe(1);
  expect(nextItem.byText(LABELS, 1, 'ss')).toBe(2);
  expect(nextItem.byText(LABELS, 2, 'S')).toBe(1);
  expect(nextItem.byText(LABELS, 0, 'x')).toBeUndefined();
});

test('letters typed together are the beginning of a word, and do not leave an item that has it', () => {
  expect(nextItem.byText(LABELS, 3, 'pa')).toBe(4);
  expect(nextItem.byText(LABELS, 3, 'pl')).toBe(3);
});
