import { describe, expect, it } from 'vitest';
import { readCast } from '#core/cast/reader.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { activityBars } from './density.ts';
import { indexEvents } from './event-index.ts';

const SECOND = 1e6;

/** Heights are the bytes themselves, so that a test can count them. */
const bytesAsHeight = () => (bytes: number) => bytes;

/** Bars of a strip with a pixel for a second, drawn as `left:output` with `i` for input. */
function drawn(events: string, view: [number, number], barPx = 10) {
  const recording = readCast(bytesOf(castV2(events)));
  const scale = { viewport: { start: view[0] * SECOND, end: view[1] * SECOND }, widthPx: view[1] - view[0] };
  const bars = activityBars(recording.events, indexEvents(recording), scale, barPx, bytesAsHeight);
  return Array.from({ length: bars.length }, (_, bar) => {
    const hasOutput = (bars.outputs[bar] as number) > 0;
    const hasInput = (bars.inputs[bar] as number) > 0;
    return `${Math.round((bars.lefts[bar] as number) * 10) / 10}${hasOutput ? 'o' : ''}${hasInput ? 'i' : ''}`;
  });
}

describe('activityBars', () => {
  it('has a bar wherever something happened, and nothing elsewhere', () => {
    expect(drawn('a@1 b@5 c@31 d@38 e@92 f@94', [0, 100])).toEqual(['0o', '30o', '90o']);
  });

  it('puts a bar of one instant exactly on it', () => {
    expect(drawn('a@17 b@43 c@43 d@88', [0, 100])).toEqual(['17o', '43o', '88o']);
  });

  it('tells input from output, and shows both', () => {
    expect(drawn('i:x@5 a@15 i:y@25 b@25 m:here@35', [0, 100])).toEqual(['5i', '15o', '25oi', '35']);
  });

  it('keeps its bars on the same instants while the view is panned', () => {
    const events = 'a@11 b@13 c@22 d@27 e@34 f@35';
    const first = drawn(events, [0, 50]);
    const panned = drawn(events, [3, 53]);
    expect(first).toEqual(['10o', '20o', '30o']);
    expect(panned).toEqual(['7o', '17o', '27o']);
  });

  it('counts the bytes of all events of a bar', () => {
    const recording = readCast(bytesOf(castV2(`${'x'.repeat(50)}@1 ${'y'.repeat(70)}@2 z@30`)));
    const scale = { viewport: { start: 0, end: 100 * SECOND }, widthPx: 100 };
    const { outputs } = activityBars(recording.events, indexEvents(recording), scale, 10, bytesAsHeight);
    expect(outputs[0]).toBeGreaterThan(100);
    expect(outputs[0]).toBeLessThan(140);
    expect(outputs[1]).toBeLessThan(10);
  });

  it('shows the last event at the very end', () => {
    expect(drawn('a@0 b@100', [0, 100])).toEqual(['0o', '100o']);
  });

  it('shows nothing of an empty recording', () => {
    expect(drawn('', [0, 1])).toEqual([]);
  });
});
