import { expect, it } from 'vitest';
import { NumberList } from './number-list.ts';

it('keeps what is pushed, however much it is', () => {
  const list = new NumberList();
  const numbers = Array.from({ length: 5000 }, (_, index) => (index * 2_654_435_761) % 2 ** 32);
  for (const number of numbers) list.push(number);
  expect(list.length).toBe(5000);
  expect([...list.view]).toEqual(numbers);
  list.set(4999, 7);
  expect([list.at(0), list.at(4998), list.at(4999)]).toEqual([numbers[0], numbers[4998], 7]);
});
