import { describe, expect, it } from 'vitest';
import { coveredSpans } from './covered-spans.ts';

/** Spans of ranges drawn as `10-20`, on a strip of 100 pixels that shows from 100 to 200. */
const spans = (drawn: string) => {
  const ranges = [...drawn.matchAll(/(\d+)-(\d+)/g)].map(([, start, end]) => ({ start: Number(start), end: Number(end) }));
  const scale = { viewport: { start: 100, end: 200 }, widthPx: 100 };
  return coveredSpans(ranges, scale, 2)
    .map(({ left, right }) => `${left}-${right}`)
    .join(' ');
};

describe('coveredSpans', () => {
  it.each([
    ['what is in sight', '50-60 110-120 150-170 250-300', '10-20 50-70'],
    ['what reaches into sight', '50-110 190-300', '0-10 90-100'],
    ['short ones, wide enough to be seen', '110-110 130-131', '10-12 30-32'],
    ['one for those that overlap, touch or lie within another', '110-120 115-130 130-140 120-125', '10-40'],
    ['one for many of one place', '110-110 111-111 112-112 115-115', '10-14 15-17'],
    ['a long one that others end before', '50-190 60-70 120-130', '0-90'],
    ['nothing for none', '', ''],
  ])('is %s', (_, ranges, expected) => expect(spans(ranges)).toBe(expected));
});
