import { describe, expect, it } from 'vitest';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { pattern, rect, redactedEvents } from '#testing/redactions.ts';
import { readCast } from '../../cast/reader.ts';
import { decodeUtf8 } from '../../lib/text.ts';
import { redactRecording } from './redact-recording.ts';

/** Of this only what stands around it says that it is one. */
const PASSWORD = pattern('(?<=PASSWORD=)[^ ]{4,}');

const KEY = pattern('sk-[A-Z]{12}');

describe('what was matched once is masked everywhere', () => {
  it.each([
    ['on screen', 'PASSWORD=hunter22x@1 \\r\\necho␣hunter22x@2', 'PASSWORD=#########@1 \\r\\necho␣#########@2'],
    ['before it was matched', 'hunter22x\\u001b[2J@1 PASSWORD=hunter22x@2', '#########\\u001b[2J@1 PASSWORD=#########@2'],
    ['beside other letters', 'PASSWORD=hunter22x@1 \\r\\n-phunter22xy@2', 'PASSWORD=#########@1 \\r\\n-p#########y@2'],
    ['in titles', 'PASSWORD=hunter22x@1 \\u001b]0;hunter22x\\u0007@2', 'PASSWORD=#########@1 \\u001b]0;#########\\u0007@2'],
    ['in other events', 'PASSWORD=hunter22x@1 m:hunter22x@2', 'PASSWORD=#########@1 m:#########@2'],
    ['in input', 'i:hunter@1 i:22x@2 PASSWORD=hunter22x@3', 'i:######@1 i:###@2 PASSWORD=#########@3'],
    ['but not what is short', 'PASSWORD=hunt@1 \\r\\nhunter@2 \\r\\nabc@3', 'PASSWORD=####@1 \\r\\n####er@2 \\r\\nabc@3'],
  ])('%s', (_, before, after) => {
    expect(redactedEvents(before, [PASSWORD])).toBe(after);
  });

  it('but for what is too short', () => {
    expect(redactedEvents('pin␣123@1 \\r\\n123@2', [pattern('(?<=pin )[0-9]+')])).toBe('pin␣###@1 \\r\\n123@2');
  });

  it('as a whole, not as far as it was typed', () => {
    expect(redactedEvents('PASSWORD=hunt@1 er22x@2 \\r\\nhunting@3', [PASSWORD])).toBe('PASSWORD=####@1 #####@2 \\r\\nhunting@3');
    const redrawn = '\\r\\u001b[KPASSWORD=hunt@1 \\r\\u001b[KPASSWORD=hunte@2 \\r\\nhunting@3';
    expect(redactedEvents(redrawn, [PASSWORD])).toBe('\\r\\u001b[KPASSWORD=####@1 \\r\\u001b[KPASSWORD=#####@2 \\r\\nhunting@3');
  });

  it('in the header and in comments', () => {
    const text = `${castV2('PASSWORD=hunter22x@1', { header: { title: 'my hunter22x' } })}# hunter22x\n`;
    const { bytes } = redactRecording(readCast(bytesOf(text)), [PASSWORD]).recording;
    expect(decodeUtf8(bytes)).toBe(text.replaceAll('hunter22x', '#########'));
  });

  it('line by line where it was several, if they are long', () => {
    const block = pattern('BEGIN\\n[^]*\\nEND');
    expect(redactedEvents('BEGIN\\r\\nabcdefghijklmnop\\r\\nxy\\r\\nEND\\r\\n@1 abcdefghijklmnop␣xy@2', [block])).toBe(
      '#####\\r\\n################\\r\\n##\\r\\n###\\r\\n@1 ################␣xy@2',
    );
  });

  it('also what only a place on screen has named', () => {
    const events = 'i:letmein@1 pin␣letmein@1.5 \\u001b]0;letmein\\u0007@2 \\u001b[2J@3';
    expect(redactedEvents(events, [rect(1, 5, 1, 7, { from: 1.5, to: 3 })])).toBe(
      'i:#######@1 pin␣#######@1.5 \\u001b]0;#######\\u0007@2 \\u001b[2J@3',
    );
  });

  it('in its time on screen, at any time elsewhere', () => {
    const events = 'i:letmein9@1 letmein9@1.1 \\u001b[2J@2 \\u001b[HPASSWORD=letmein9@5 \\r\\nletmein9@6 \\u001b[2J@7 \\u001b[Hletmein9@8';
    expect(redactedEvents(events, [pattern('(?<=PASSWORD=)[^ ]{4,}', { from: 4, to: 7 })])).toBe(
      'i:########@1 letmein9@1.1 \\u001b[2J@2 \\u001b[HPASSWORD=########@5 \\r\\n########@6 \\u001b[2J@7 \\u001b[Hletmein9@8',
    );
  });
});

describe('beginnings and ends of what was matched', () => {
  it('are masked where it stood, as a program paints it again at every key', () => {
    const secret = 'sk-ABCDEFGHIJKL';
    const painted = (text: (length: number) => string) =>
      Array.from(secret, (_, at) => `\\r\\u001b[2K>␣${text(at + 1)}@${at + 1}`).join(' ');
    expect(
      redactedEvents(
        painted((length) => secret.slice(0, length)),
        [KEY],
      ),
    ).toBe(painted((length) => (length < 6 ? secret.slice(0, length) : '#'.repeat(length))));
  });

  it('are masked where a view shows a part of it', () => {
    expect(redactedEvents('\\u001b[Hsk-ABCDEFGHIJKL@1 \\u001b[HBCDEFGHIJKL␣\\u001b[K@2', [KEY])).toBe(
      '\\u001b[H###############@1 \\u001b[H###########␣\\u001b[K@2',
    );
  });

  it('are left elsewhere, and where they are short', () => {
    expect(redactedEvents('\\u001b[Hsk-ABCDEFGHIJKL@1 \\u001b[3Hsk-ABCDEF@2 \\u001b[2J\\u001b[Hsk-AB@3', [KEY])).toBe(
      '\\u001b[H###############@1 \\u001b[3Hsk-ABCDEF@2 \\u001b[2J\\u001b[Hsk-AB@3',
    );
  });
});

describe('what was typed', () => {
  const WORD = pattern('(?<![A-Za-z])sk-[A-Z]{12}');

  it.each([
    ['after a line that was taken back', 'i:ls\\u0015@1 i:sk-ABCDEFGHIJKL@2', 'i:ls\\u0015@1 i:###############@2'],
    ['after a line that was left', 'i:ls\\u0003@1 i:sk-ABCDEFGHIJKL@2', 'i:ls\\u0003@1 i:###############@2'],
    ['before the end of the input', 'i:sk-ABCDEFGHIJKL@1 i:\\u0004@2 i:Y@3', 'i:###############@1 i:\\u0004@2 i:Y@3'],
    ['after a word that was taken back', 'i:sk-ABCDEFoops@1 i:\\u0017sk-ABCDEFGHIJKL@2', 'i:sk-ABCDEFoops@1 i:\\u0017###############@2'],
    ['beginning with its end', 'i:GHIJKL@1 i:\\u001b[H@2 i:sk-ABCDEF@3', 'i:######@1 i:\\u001b[H@2 i:#########@3'],
    ['beginning with its end, by keys of a shell', 'i:GHIJKL\\u0001sk-ABCDEF\\u0005@3', 'i:######\\u0001#########\\u0005@3'],
    ['with a key that was forgotten', 'i:sk-ABCDEFGHIJL\\u001b[D@1 i:K@2', 'i:##############\\u001b[D@1 i:#@2'],
    [
      'with a key taken out',
      'i:sk-1ABCDEFGHIJKL\\u001b[H\\u001b[C\\u001b[C\\u001b[C\\u001b[3~@1',
      'i:###1############\\u001b[H\\u001b[C\\u001b[C\\u001b[C\\u001b[3~@1',
    ],
    ['and its rest cut off', 'i:sk-ABCDEFGHIJKL;\\u0002\\u0002\\u000bL@1', 'i:###############;\\u0002\\u0002\\u000b#@1'],
  ])('is found %s', (_, before, after) => {
    expect(redactedEvents(before, [WORD])).toBe(after);
  });

  it('is found as it was matched elsewhere, whatever keys are between', () => {
    expect(redactedEvents('i:sk-ABC\\u0018DEFGHIJKL@1 sk-ABCDEFGHIJKL@2', [WORD])).toBe('i:######\\u0018#########@1 ###############@2');
  });

  it('is masked as far as it was typed before it was completed', () => {
    expect(redactedEvents('i:cat␣sk-ABCD@1 i:\\t@2 sk-ABCDEFGHIJKL@3', [WORD])).toBe('i:cat␣#######@1 i:\\t@2 ###############@3');
    expect(redactedEvents('i:cat␣sk-A@1 i:\\t@2 sk-ABCDEFGHIJKL@3', [WORD])).toBe('i:cat␣sk-A@1 i:\\t@2 ###############@3');
  });
});
