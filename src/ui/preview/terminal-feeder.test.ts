import { describe, expect, it } from 'vitest';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import { createFeed, shownSteps } from '#core/plan/feed.ts';
import { EMPTY_PLAN, type Plan } from '#core/plan/plan.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { TerminalFeeder } from './terminal-feeder.ts';

const always = () => true;
const never = () => false;

/** A terminal that writes down what it is told: texts, `<100x30>` for a new size, `⟲` for a restart. */
function feeding(drawn: string, plan: Partial<Plan> = {}) {
  const recording = readCast(bytesOf(castV2(drawn)));
  const feed = createFeed(recording, { ...EMPTY_PLAN, ...plan });
  let heard: string[] = [];
  const feeder = new TerminalFeeder(recording, {
    restart: ({ cols, rows }) => heard.push(`⟲${cols}x${rows}`),
    resize: ({ cols, rows }) => heard.push(`<${cols}x${rows}>`),
    output: (text) => heard.push(text),
  });
  return {
    feeder,
    /** Feeds up to an instant, and gives what was heard meanwhile. */
    to(seconds: number, isTimeUp = never): string {
      feeder.feed(shownSteps(feed, sourceTime(seconds * 1e6)), isTimeUp);
      const heardNow = heard.join(' ');
      heard = [];
      return heardNow;
    },
    isAt: (seconds: number) => feeder.feed(shownSteps(feed, sourceTime(seconds * 1e6)), never),
  };
}

const cut = (start: number, end: number, mode: 'drop' | 'collapse') => ({
  start: sourceTime(start * 1e6),
  end: sourceTime(end * 1e6),
  mode,
});

describe('a terminal that is fed', () => {
  it('hears what was printed up to an instant and at it, joined', () => {
    expect(feeding('a@1 b@2 c@3').to(2)).toBe('ab');
  });

  it('goes forward by what is new, and nowhere when nothing is', () => {
    const terminal = feeding('a@1 b@2 i:x@2.5 c@3');
    terminal.to(1);
    expect(terminal.to(2)).toBe('b');
    expect(terminal.to(2.9)).toBe('');
    expect(terminal.to(3)).toBe('c');
  });

  it('goes back by starting over, at the size of the header', () => {
    const terminal = feeding('a@1 r:100x30@2 b@3');
    expect(terminal.to(3)).toBe('a <100x30> b');
    expect(terminal.to(1)).toBe('⟲80x24 a');
  });

  it('hears sizes in their order, and none that no terminal can have', () => {
    expect(feeding('a@1 r:100x30@2 r:0x0@3 b@4 r:huge@5 r:90x20@6').to(9)).toBe('a <100x30> b <90x20>');
  });

  it('hears of a dropped cut its last size only', () => {
    const terminal = feeding('a@1 r:90x20@2 b@3 r:100x30@4 c@6', { cuts: [cut(2, 5, 'drop')] });
    expect(terminal.to(1)).toBe('a');
    expect(terminal.to(6)).toBe('<100x30> c');
  });

  it('hears of a collapsed cut its last size, then all that was printed', () => {
    const terminal = feeding('a@1 b@2 r:90x20@3 c@4 r:100x30@4.5 d@6', { cuts: [cut(2, 5, 'collapse')] });
    expect(terminal.to(6)).toBe('a <100x30> bc d');
  });

  it('hears a large payload in pieces that keep characters whole', () => {
    const payload = `x${'😀'.repeat(70_000)}`;
    const pieces = feeding(`${payload}@1`).to(1).split(' ');
    expect(pieces.join('')).toBe(payload);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(65_536);
    expect(pieces.filter((piece) => /[\ud800-\udbff]$/.test(piece))).toEqual([]);
  });
});

describe('a terminal that is fed in slices', () => {
  const long = Array.from({ length: 40 }, (_, index) => `${String.fromCharCode(65 + index).repeat(4000)}@${index}`).join(' ');

  it('says when it is there', () => {
    const { feeder, to, isAt } = feeding(long);
    let slices = '';
    let count = 0;
    for (; count < 100 && slices.length < 160_000; count++) slices += to(40, always).replaceAll(' ', '');
    expect(slices).toBe(feeding(long).to(40).replaceAll(' ', ''));
    expect(count).toBeGreaterThan(2);
    expect(isAt(40)).toBe(true);
    expect(feeder.isRestarting).toBe(false);
  });

  it('is restarting until it is where it was sent back to', () => {
    const { feeder, to, isAt } = feeding(long);
    to(40);
    to(30, always);
    expect(feeder.isRestarting).toBe(true);
    expect(isAt(30)).toBe(true);
    expect(feeder.isRestarting).toBe(false);
  });

  it('goes on in the middle of a payload', () => {
    const payload = 'x'.repeat(150_000);
    const { to } = feeding(`${payload}@1 end@2`);
    expect(to(1, always)).toHaveLength(65_536);
    expect(to(2).replaceAll(' ', '')).toBe(`${'x'.repeat(150_000 - 65_536)}end`);
  });

  it('turns around in the middle of a payload', () => {
    const { to } = feeding(`a@0 ${'x'.repeat(150_000)}@1`);
    to(0);
    to(1, always);
    expect(to(0)).toBe('⟲80x24 a');
  });
});
