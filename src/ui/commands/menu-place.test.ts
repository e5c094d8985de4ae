import { expect, test } from 'vitest';
import { menuPlace } from './menu-place.ts';

const MENU = { width: 200, height: 300 };
const ROOM = { width: 1024, height: 640 };

test('a menu opens below and right of where it was asked for', () => {
  expect(menuPlace({ clientX: 100, clientY: 50 }, MENU, ROOM)).toEqual({ left: 98, top: 48 });
});

test('where there is no room it opens to the other side', () => {
  expect(menuPlace({ clientX: 1000, clientY: 630 }, MENU, ROOM)).toEqual({ left: 802, top: 332 });
});

test('where neither side has room it keeps within the window', () => {
  expect(menuPlace({ clientX: 10, clientY: 200 }, { width: 200, height: 500 }, ROOM)).toEqual({ left: 8, top: 132 });
  expect(menuPlace({ clientX: 2, clientY: 2 }, { width: 200, height: 900 }, ROOM)).toEqual({ left: 8, top: 8 });
});
