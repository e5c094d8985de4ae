import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCast } from '#core/cast/reader.ts';
import { decodeUtf8 } from '#core/lib/text.ts';
import { DEFAULT_MASK, type Redaction, WHOLE_RECORDING } from '#core/plan/plan.ts';
import { bytesOf } from '#testing/recordings.ts';
import { emulatorFor, tellEvents } from '../terminal/replay.ts';
import { redactRecording } from './redact-recording.ts';

const SECRET = 'tok9密pass';

const redactionsOf = (pattern: string): readonly Redaction[] => [
  { ...WHOLE_RECORDING, what: { kind: 'pattern', pattern, ignoreCase: false }, with: DEFAULT_MASK },
];

const redactions = redactionsOf(SECRET);

/** Only what stands before it says that it is a secret. */
const namedRedactions = redactionsOf(`(?<=key=)${SECRET}`);

/** What may come between two keys without leaving the place of the next one. */
const harmless = fc.constantFrom(
  '',
  '',
  '',
  '\u001b[31m',
  '\u001b[0m',
  '\u001b7\u001b[2;2H\u001b8',
  '\u001b7\u001b[Hx\u001b8',
  '\u001b]0;title\u0007',
  '\u0007',
);

/** What else programs print. */
const other = fc.constantFrom(
  '$ ',
  'some text ',
  '\r\n',
  '\r\n\r\n\r\n',
  '密碼',
  '\u001b[2J\u001b[H',
  '\u001b[?1049h',
  '\u001b[?1049l',
  'tok9',
  '\u001b[K',
);

/** The secret typed in some way. */
const typing = fc
  .tuple(fc.array(harmless, { minLength: 12, maxLength: 12 }), fc.constantFrom('', 'x\b', 'xy\b\b'))
  .map(([between, mistake]) => Array.from(SECRET, (key, index) => (between[index] ?? '') + (index === 4 ? mistake : '') + key).join(''));

/** Output in which the secret is typed now and then, cut into events anywhere. */
const output = fc
  .tuple(
    fc.array(fc.oneof(other, { arbitrary: typing, weight: 2 }), { minLength: 1, maxLength: 8 }),
    fc.array(fc.nat(200), { maxLength: 40 }),
  )
  .map(([parts, cuts]) => {
    const text = parts.join('');
    const places = [...new Set([0, ...cuts.filter((cut) => cut < text.length), text.length])].sort((one, other) => one - other);
    return places.slice(1).map((end, index) => text.slice(places[index], end));
  });

const castOf = (events: readonly string[], cols: number): string =>
  [JSON.stringify({ version: 2, width: cols, height: 5 }), ...events.map((data, index) => JSON.stringify([index, 'o', data])), ''].join(
    '\n',
  );

it('leaves nothing of a secret however it was typed, and changes only the cells that showed it', () => {
  fc.assert(
    fc.property(output, fc.integer({ min: 4, max: 30 }), (events, cols) => expectRedacted(events, cols, redactions)),
    { numRuns: 100 },
  );
}, 60_000);

it('leaves nothing of it either where only one place says what it is', () => {
  fc.assert(
    fc.property(output, fc.integer({ min: 4, max: 30 }), fc.boolean(), (events, cols, isFirst) => {
      const named = `\u001b[2J\u001b[Hkey=${SECRET}\r\n`;
      expectRedacted(isFirst ? [named, ...events] : [...events, named], cols, namedRedactions);
    }),
    { numRuns: 100 },
  );
}, 60_000);

function expectRedacted(events: readonly string[], cols: number, wanted: readonly Redaction[]): void {
  const recording = readCast(bytesOf(castOf(events, cols)));
  const redacted = redactRecording(recording, wanted).recording;
  expect(printed(decodeUtf8(redacted.bytes))).not.toContain(SECRET);

  const before = emulatorFor(recording);
  const after = emulatorFor(recording);
  for (let event = 0; event < recording.events.length; event++) {
    tellEvents(before, recording, event, event + 1);
    tellEvents(after, redacted, event, event + 1);
    const expected = screenText(before);
    const actual = screenText(after);
    expect(actual.replaceAll('\n', '')).not.toContain(SECRET);
    expect(Array.from(actual, (character, at) => (character === '█' || character === '＊' ? expected[at] : character)).join('')).toBe(
      expected,
    );
    expect(after.screen().cursor).toEqual(before.screen().cursor);
  }
}

/** What the output events of a recording print, without their sequences. */
function printed(cast: string): string {
  const data = cast
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => (JSON.parse(line) as [number, string, string])[2]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return data.join('').replace(/\u001b(?:\[[0-9;?]*[A-Za-z]|\][^\u0007]*\u0007|.)|[\u0000-\u001f]/g, '');
}

const screenText = (emulator: ReturnType<typeof emulatorFor>): string =>
  Array.from({ length: emulator.size.rows }, (_, row) => emulator.rowText(row)).join('\n');
