import { expect, it } from 'vitest';
import { PictureCache } from './picture-cache.ts';

/** Ten pixels wide and high take 400 bytes. */
function picture(side: number) {
  const made = { width: side, height: side, isClosed: false, close };
  function close(): void {
    made.isClosed = true;
  }
  return made;
}

it('gives the place of the one that was not asked for the longest to a new one', () => {
  const cache = new PictureCache<ReturnType<typeof picture>>(800);
  const [first, second, third] = [picture(10), picture(10), picture(10)];
  cache.keep('first', first);
  cache.keep('second', second);
  expect(cache.find('first')).toBe(first);
  cache.keep('third', third);
  expect(cache.find('second')).toBeUndefined();
  expect([first, second, third].map(({ isClosed }) => isClosed)).toEqual([false, true, false]);
});

it('keeps one that is larger than it may be, alone', () => {
  const cache = new PictureCache<ReturnType<typeof picture>>(800);
  const [small, large] = [picture(10), picture(100)];
  cache.keep('small', small);
  cache.keep('large', large);
  expect(cache.find('large')).toBe(large);
  expect(small.isClosed).toBe(true);
  cache.keep('small', picture(10));
  expect(large.isClosed).toBe(true);
});

it('closes a picture that another takes the place of, and counts it no more', () => {
  const cache = new PictureCache<ReturnType<typeof picture>>(800);
  const old = picture(10);
  cache.keep('one', old);
  for (let time = 0; time < 5; time++) cache.keep('one', picture(10));
  cache.keep('two', picture(10));
  expect(old.isClosed).toBe(true);
  expect(cache.find('one')).toBeDefined();
});
