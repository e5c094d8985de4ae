import { expect, it } from 'vitest';
import { buildActivity } from '#core/analyze/activity.ts';
import { type Analysis, DEFAULT_ANALYSIS, type Moment, type Span } from '#core/analyze/analysis.ts';
import { readCast } from '#core/cast/reader.ts';
import { sourceTime } from '#core/cast/time.ts';
import { createEditor } from '#store/editor-store.ts';
import { NO_ANALYSIS } from '#store/state.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { storyText } from './story-text.ts';

const seconds = (value: number) => sourceTime(value * 1e6);
const span = (kind: Span['kind'], start: number, end: number, rest: Partial<Span> = {}): Span => ({
  kind,
  start: seconds(start),
  end: seconds(end),
  ...rest,
});

const MOMENT: Moment = {
  kind: 'error',
  start: seconds(84),
  end: seconds(85),
  time: seconds(85),
  goneAt: seconds(100),
  score: 0.9,
  isKept: true,
  readingMicros: 2e6,
  text: 'FAILED login',
  reason: '1 test failed',
};

/** Two seconds of typing, some reading, fifty seconds of a spinner, and an error. */
const ANALYSIS: Analysis = {
  spans: [
    span('typing', 0, 2),
    span('reading', 2, 30),
    span('waiting', 30, 80, { waiting: 'spinner' }),
    span('waiting', 80, 81, { waiting: 'silence' }),
    span('reading', 81, 100),
  ],
  typingRuns: [],
  idleGaps: [],
  moments: [MOMENT],
  flashes: { times: new Float64Array() },
  settings: DEFAULT_ANALYSIS,
  isComplete: true,
};

const recording = readCast(bytesOf(castV2('a@1 b@40 c@100')));
const opened = { fileName: 'a.cast', recording, activity: buildActivity(recording) };
const known = createEditor({ opened, analysis: { ...NO_ANALYSIS, status: 'done', analysis: ANALYSIS } }).store.getState();

const textAt = (at: number) => storyText(known, seconds(at), 0.1e6);

it('names the kind of the stretch, and what is seen while one waits', () => {
  expect(textAt(1)).toEqual({ about: 'kind', text: 'Typing' });
  expect(textAt(80.9)).toEqual({ about: 'kind', text: 'Waiting: silence' });
});

it('says what is suggested for it', () => {
  const { about, text } = textAt(50) ?? {};
  expect(about).toBe('suggestion');
  expect(text).toMatch(/^Suggested: .*spinner/);
});

it('tells a moment, with its most telling line, from some pixels around it', () => {
  expect(textAt(85.5)).toEqual({ about: 'moment', text: '1 test failed: FAILED login' });
  expect(textAt(87)).toEqual({ about: 'kind', text: 'Reading' });
});

it('has nothing to say while nothing is known', () => {
  expect(storyText({ ...known, analysis: NO_ANALYSIS }, seconds(50), 0.1e6)).toBeUndefined();
});
