import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCastText } from '#testing/arbitrary-casts.ts';
import { bytesOf, castText, castV2, castV3 } from '#testing/recordings.ts';
import { eventCodeName, eventData } from '../cast/events.ts';
import { otherTexts } from '../cast/other-texts.ts';
import { readCast } from '../cast/reader.ts';
import type { Recording } from '../cast/recording.ts';
import { decodeUtf8 } from '../lib/text.ts';
import { headerEvent, maskRecording, otherEvent } from './mask-recording.ts';
import type { Mask } from './masked-text.ts';

const mask = (event: number, start: number, end: number, text: string): Mask => ({ event, start, end, text });

const maskedText = (text: string, ...masks: Mask[]): string => decodeUtf8(maskRecording(readCast(bytesOf(text)), masks).bytes);

describe('masking', () => {
  it('replaces parts of the data of events of any code, and nothing else', () => {
    const text = castV2('a␣secret@1 i:secret@2 m:secret@3 b@4').replace('[2,', ' [ 2 ,');
    expect(maskedText(text, mask(0, 2, 8, '******'), mask(1, 0, 6, '*'), mask(2, 0, 1, ''))).toBe(
      text.replace('a secret', 'a ******').replace('"i", "secret"', '"i", "*"').replace('"m", "secret"', '"m", "ecret"'),
    );
  });

  it('replaces several parts of one event, counted in what it says and not in how that is written', () => {
    const text = castV2(String.raw`\u001b[1mké\"y@1`);
    expect(maskedText(text, mask(0, 1, 3, '..'), mask(0, 5, 8, '█'))).toBe(
      text.replace(String.raw`\u001b[1mké\"y`, String.raw`\u001b..mk█`),
    );
    expect(maskedText(text, mask(0, 0, 0, '"\x07'))).toContain(String.raw`["\"\u0007\u001b[1mké\"y"]`.slice(1, -1));
  });

  it('replaces texts in the header, by their number', () => {
    const text = castV3('a@1', { header: { title: 'my secret', env: { NAME: 'other', list: ['x', 'y'] } } });
    const masks = [mask(headerEvent(5), 0, 1, '"'), mask(headerEvent(2), 0, 5, '-'), mask(headerEvent(0), 3, 9, '***'), mask(0, 0, 1, 'b')];
    const recording = maskRecording(readCast(bytesOf(text)), masks);
    const expected = text.replace('my secret', 'my ***').replace('"other"', '"-"').replace('"y"', String.raw`"\""`);
    expect(decodeUtf8(recording.bytes)).toBe(expected.replace('"a"', '"b"'));
    expect(recording.header.title).toBe('my ***');
  });

  it('replaces parts of comments, and leaves out lines that cannot be read, but for their times', () => {
    const [header, event] = castV3('secret@1').split('\n');
    const text = `# secret\n${header}\n# secret\n${event}\n[2,secret\r\n# kept\n[secret\n`;
    const recording = readCast(bytesOf(text));
    const masks = [mask(0, 0, 6, '1'), mask(otherEvent(recording, 0), 2, 8, '0')];
    const last = [mask(otherEvent(recording, 2), 3, 9, '2'), mask(otherEvent(recording, 2), 20, 26, '2')];
    const masked = maskRecording(recording, [...masks, ...last]);
    expect(decodeUtf8(masked.bytes)).toBe(`# 0\n${header}\n# secret\n${event?.replace('secret', '1')}\n[2,\r\n# kept\n\n`);
    expect(readCast(masked.bytes)).toMatchObject({ events: masked.events, headerRange: masked.headerRange, bodyStart: masked.bodyStart });
  });

  it('leaves a comment one, and of one that is no text nothing', () => {
    const recording = readCast(bytesOf(`\ufeff# secret\n${castV3('a@1')}`));
    expect(decodeUtf8(maskRecording(recording, [mask(otherEvent(recording, 0), 0, 8, '********')]).bytes)).toMatch(/^#\*{7}\n/);
    expect([...maskRecording(recording, [mask(otherEvent(recording, 0), 2, 8, '*')]).bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const broken = new Uint8Array([...bytesOf('# secret '), 0xff, ...bytesOf(`\n${castV3('a@1')}`)]);
    const read = readCast(broken);
    expect(decodeUtf8(maskRecording(read, [mask(otherEvent(read, 0), 2, 8, '*')]).bytes)).toBe(`#\n${castV3('a@1')}`);
  });

  it('leaves out what follows on a line, and masks names of codes without making them others', () => {
    const [header] = castV3('').split('\n');
    const recording = readCast(bytesOf(`${header} secret\n[1,"sec","a"]\n[1,"o","a",{"b":"secret"}]\n[1,"q","z"]\n`));
    const masks = [mask(1, 0, 1, '*'), mask(otherEvent(recording, 0), 1, 7, ''), mask(otherEvent(recording, 1), 0, 3, '***')];
    const masked = maskRecording(recording, [
      ...masks,
      mask(otherEvent(recording, 2), 1, 5, ''),
      mask(otherEvent(recording, 3), 0, 1, 'o'),
    ]);
    expect(decodeUtf8(masked.bytes)).toBe(`${header}\n[1,"***","a"]\n[1,"o","*"]\n[1,"oo","z"]\n`);
    expect(readCast(masked.bytes)).toMatchObject({ events: masked.events, codeNames: masked.codeNames });
    expect(eventCodeName(masked, 0)).toBe('***');
  });

  it('leaves the text that the file had, by which a plan knows its recording', () => {
    const recording = readCast(bytesOf(castText('secret@1', { version: 1 })));
    const masked = maskRecording(recording, [mask(0, 0, 6, '*')]);
    expect(masked.sourceText).toBe(recording.sourceText);
    expect(decodeUtf8(masked.bytes)).not.toContain('secret');
  });

  it('with no masks is the same recording', () => {
    const recording = readCast(bytesOf(castV2('a@1')));
    expect(maskRecording(recording, [])).toBe(recording);
  });

  it('leaves a recording that reads as what was written', () => {
    const cases = arbitraryCastText({ stepMicros: 250, hasOtherLines: true }).chain((text) => {
      const recording = readCast(bytesOf(text));
      return fc.record({ text: fc.constant(text), masks: arbitraryMasks(recording) });
    });
    fc.assert(
      fc.property(cases, ({ text, masks }) => {
        const recording = readCast(bytesOf(text));
        const masked = maskRecording(recording, masks);
        const again = readCast(masked.bytes);
        const { report, sourceText, ...rest } = masked;
        expect(again).toMatchObject(rest);
        for (let index = 0; index < recording.events.length; index++) {
          if (!eventCodeName(masked, index).endsWith('#')) expect(eventCodeName(masked, index)).toBe(eventCodeName(recording, index));
          if (isChecked(recording, index)) continue;
          const own = masks.filter(({ event }) => event === index);
          const expected = own.reduceRight(
            (data, { start, end, text }) => data.slice(0, start) + text + data.slice(end),
            eventData(recording, index),
          );
          expect(eventData(masked, index)).toBe(expected);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const isChecked = (recording: Recording, event: number): boolean => ['r', 'x'].includes(eventCodeName(recording, event));

/** Of other texts the last character, where that is none of a time. */
function arbitraryOtherMasks(recording: Recording): fc.Arbitrary<Mask[]> {
  const masks = otherTexts(recording).flatMap(({ value }, index) => {
    const { length } = value.trimEnd();
    return /[a-z"}]\s*$/i.test(value) ? [mask(otherEvent(recording, index), length - 1, length, '#')] : [];
  });
  return fc.subarray(masks);
}

/** Of resizes and exits none: what they say decides what they are. */
function arbitraryMasks(recording: Recording): fc.Arbitrary<Mask[]> {
  const events = Array.from({ length: recording.events.length }, (_, event) => event).filter((event) => !isChecked(recording, event));
  const maskOf = (event: number) => {
    const { length } = eventData(recording, event);
    const text = fc.constantFrom('', '*', '█', '"\n', '😀');
    return fc.record({ edges: fc.uniqueArray(fc.nat(length), { maxLength: 4 }), text }).map(({ edges, text }) => {
      const sorted = edges.toSorted((one, other) => one - other);
      return sorted.flatMap((start, index) => (index % 2 === 0 ? [mask(event, start, sorted[index + 1] ?? start, text)] : []));
    });
  };
  return fc.tuple(...events.map(maskOf), arbitraryOtherMasks(recording)).map((masks) => masks.flat());
}
