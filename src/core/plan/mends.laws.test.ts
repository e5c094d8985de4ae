import fc from 'fast-check';
import { expect, it } from 'vitest';
import { concatenated } from '#testing/apply.ts';
import { arbitrarySequenceCast } from '#testing/arbitrary-casts.ts';
import { arbitraryPlan } from '#testing/arbitrary-plans.ts';
import { bytesOf } from '#testing/recordings.ts';
import { forEachOutput } from '../cast/events.ts';
import { readCast } from '../cast/reader.ts';
import { Code, type Recording } from '../cast/recording.ts';
import { applyPlan } from './apply-plan.ts';
import { cutSpans } from './cut-spans.ts';

const STEP = 1e6;

/** What a terminal reads as one: a sequence, a control character or a character to print; and one past its last unit. */
interface Token {
  readonly text: string;
  readonly end: number;
}

const sticky = (source: string): RegExp => new RegExp(source, 'y');

/**
 * Sequences by the standard's grammar, not by a state machine as the one that is tested. The group is
 * the end, empty where it is missing; ESC ends a string too, and is not a part of it.
 */
const CONTROL = sticky(String.raw`(?:\x1b\[|\x9b)[\x00-\x17\x19\x1c-\x3f]*([\x40-\x7e]?)`);
const COMMAND = sticky(String.raw`(?:\x1b\]|\x9d)[^\x07\x18\x1a\x1b\x80-\x9f]*(\x07?)`);
const ESCAPE = sticky(String.raw`\x1b(?![PX^_\[\]])[\x00-\x17\x19\x1c-\x2f]*([\x30-\x7e]?)`);
const STRING = sticky(String.raw`(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x18\x1a\x1b\x80-\x9f]*()`);
const CHARACTER = sticky(String.raw`[\ud800-\udbff][\udc00-\udfff]|[^]`);

/** What of an output comes to its end, and the text that does not. */
function read(output: string): { readonly tokens: readonly Token[]; readonly rest: string } {
  const tokens: Token[] = [];
  const match = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(output);
  };
  for (let at = 0; at < output.length; ) {
    const control = match(CONTROL, at) ?? match(ESCAPE, at);
    const string = match(COMMAND, at) ?? match(STRING, at);
    const [text = '', end = ''] = control ?? string ?? match(CHARACTER, at) ?? [];
    const start = at;
    at += text.length;
    if (!control && !string) {
      if (text !== '\x18') tokens.push({ text, end: at });
      continue;
    }
    // Terminals obey control characters inside a sequence at once.
    const isObeyed = (unit: string, index: number) => control !== null && index > 0 && unit < ' ';
    for (const [index, unit] of [...text].entries()) if (isObeyed(unit, index)) tokens.push({ text: unit, end: start + index + 1 });
    const bare = [...text].filter((unit, index) => !isObeyed(unit, index)).join('');
    if (end !== '') tokens.push({ text: bare, end: at });
    else if (string && output[at] === '\x1b') tokens.push({ text: bare, end: at + 1 });
    else if (at === output.length) return { tokens, rest: bare };
  }
  return { tokens, rest: '' };
}

const LONE_HALF = /^[\ud800-\udfff]$/;

/** The outputs, joined, and for each unit of it the event that it is in. */
function outputOf(recording: Recording): { readonly text: string; readonly events: readonly number[] } {
  let text = '';
  const events: number[] = [];
  forEachOutput(recording, 0, recording.events.length, (data, index) => {
    text += data;
    for (let unit = 0; unit < data.length; unit++) events.push(index);
  });
  return { text, events };
}

it('after any cuts, a terminal reads what ends in the output that is kept, and nothing else', () => {
  const casts = arbitrarySequenceCast({ stepMicros: STEP });
  const plans = arbitraryPlan({ lastMicros: 70 * STEP, stepMicros: STEP });
  fc.assert(
    fc.property(casts, plans, (text, { cuts }) => {
      const recording = readCast(bytesOf(text));
      const plan = { speedRegions: [], cuts, holds: [], redactions: [], title: '' };
      const lost = cutSpans(recording, plan).filter(({ hasSeamEvent }) => !hasSeamEvent);
      const isKept = (event: number) => !lost.some(({ from, to }) => from <= event && event < to);
      const source = outputOf(recording);
      const recorded = read(source.text);
      const told = read(outputOf(readCast(concatenated(applyPlan(recording, plan)))).text);

      // What was half a character when a cut began stays one: nothing can take it back.
      const whole = (tokens: readonly Token[]) => tokens.map((token) => token.text).filter((token) => !LONE_HALF.test(token));
      expect(whole(told.tokens)).toEqual(whole(recorded.tokens.filter(({ end }) => isKept(source.events[end - 1] as number))));
      const isEndKept = isKept(recording.events.codes.lastIndexOf(Code.output));
      expect(told.rest).toBe(isEndKept ? recorded.rest : '');
    }),
    { numRuns: 1000 },
  );
});
