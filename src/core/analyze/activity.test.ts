import { describe, expect, it } from 'vitest';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { readCast } from '../cast/reader.ts';
import { type Activity, buildActivity } from './activity.ts';

const activityOf = (events: string): Activity => buildActivity(readCast(bytesOf(castV2(events))));

const sum = (bins: ArrayLike<number>): number => Array.from(bins).reduce((total, bin) => total + bin, 0);

/** The bins of the finest level that hold something, as `bin:amount`. */
const filled = (bins: ArrayLike<number>): string[] =>
  Array.from(bins, (amount, bin) => `${bin}:${amount}`).filter((text) => !text.endsWith(':0'));

describe('buildActivity', () => {
  it('puts output, input and markers into bins of equal length', () => {
    const { durationMicros, levels } = activityOf('abc@0 i:x@1 de@3 m:label@5 i:y@5.5 r:80x25@6 fghi@8');
    const [finest] = levels;
    expect(durationMicros).toBe(8_000_000);
    expect(finest).toMatchObject({ binMicros: 500_000 });
    expect(filled(finest?.output ?? [])).toEqual(['0:3', '6:2', '15:4']);
    expect(filled(finest?.input ?? [])).toEqual(['2:1', '11:1']);
    expect(filled(finest?.markers ?? [])).toEqual(['10:1']);
  });

  it('counts output as the text has it', () => {
    expect([...(activityOf('\\u001b[m@0').levels[0]?.output ?? [])]).toEqual([8]);
    expect([...(activityOf('é@0').levels[0]?.output ?? [])]).toEqual([2]);
    expect([...(activityOf('@0').levels[0]?.output ?? [])]).toEqual([0]);
    const spaced = '{"version":2}\n [ 1.5 , "o" , "abc" , {} ] \r\n[1.5,"o","d"]';
    expect(sum(buildActivity(readCast(bytesOf(spaced))).levels[0]?.output ?? [])).toBe(4);
  });

  it('ends in a single bin, over levels four times as coarse each, that hold the same', () => {
    const events = Array.from(
      { length: 3000 },
      (_, index) => `${index % 7 === 0 ? 'i:' : index % 11 === 0 ? 'm:' : ''}text${index}@${(index * index) / 1000}`,
    );
    const { levels, durationMicros } = activityOf(events.join(' '));
    expect(levels.map(({ output }) => output.length)).toEqual([16384, 4096, 1024, 256, 64, 16, 4, 1]);
    for (const { binMicros, output, input, markers } of levels) {
      expect(binMicros * output.length).toBeCloseTo(durationMicros, 3);
      expect([output.length, input.length, markers.length]).toEqual(Array(3).fill(output.length));
      expect([sum(output), sum(input), sum(markers)]).toEqual([sum(levels[0]?.output ?? []), 429, 234]);
    }
    levels.slice(1).forEach(({ output }, index) => {
      const finer = levels[index]?.output ?? new Float32Array();
      expect([...output]).toEqual(Array.from(output, (_, bin) => sum(finer.subarray(bin * 4, bin * 4 + 4))));
    });
  });

  it.each([
    ['no events', '', 0, 0],
    ['one event at 0', 'abc@0', 3, 0],
    ['one event', 'abc@5', 3, 5_000_000],
    ['all at once', 'a@0 b@0 c@0', 3, 0],
  ])('is right for %s', (_, events, output, duration) => {
    const { levels, durationMicros } = activityOf(events);
    expect(durationMicros).toBe(duration);
    expect(levels.at(-1)?.output.length).toBe(1);
    for (const level of levels) {
      expect(sum(level.output)).toBe(output);
      expect(level.binMicros).toBeGreaterThan(0);
    }
  });

  it('does not lose small amounts beside large ones', () => {
    const text = `{"version":2}\n[0,"o","${'x'.repeat(20_000_000)}"]\n${'[0,"o","y"]\n'.repeat(10_000)}`;
    expect(buildActivity(readCast(bytesOf(text))).levels[0]?.output[0]).toBe(20_010_000);
  });
});
