import { describe, expect, test } from 'vitest';
import { playerDifferences, playerTerminalFor, tellPlayer } from '#testing/player-terminal-screen.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';
import { sharedCasts } from '#testing/shared-casts.ts';
import { readCast } from '../../cast/reader.ts';
import { Code, type Recording } from '../../cast/recording.ts';
import { emulatorFor, tellEvents } from './replay.ts';

const POSITIONS = 40;

interface Disagreement {
  readonly position: number;
  readonly what: string;
}

/** At which positions, of up to forty, the player's terminal does not show the screen that the emulator has. */
function disagreements(recording: Recording): Disagreement[] {
  const { length } = recording.events;
  const emulator = emulatorFor(recording);
  const player = playerTerminalFor(recording);
  const found: Disagreement[] = [];
  let position = 0;
  for (let step = 1; step <= POSITIONS; step++) {
    const next = Math.round((length * step) / POSITIONS);
    if (next === position) continue;
    tellEvents(emulator, recording, position, next);
    tellPlayer(player, recording, position, next);
    position = next;
    const differences = playerDifferences(emulator.screen(), player);
    if (differences.length > 0) found.push({ position, what: differences.join(', ') });
  }
  emulator.dispose();
  player.dispose();
  return found;
}

const drawn = (events: string, size = { width: 12, height: 5 }) => disagreements(readCast(bytesOf(castV2(events, { header: size }))));

const FILL = '\\u001b[Haaaa\\r\\nbbbb\\r\\ncccc\\r\\ndddd\\r\\neeee@1';

describe('the emulator and the terminal of the player agree on', () => {
  test.each([
    ['a line that runs on', 'abcdefghijklmnop@1 qrstuvwxyz@2'],
    ['a full row, and then', 'abcdefghijkl@1 \\u001b[m@2 \\u001b[31mm@3 abcdefghijk@4 \\r@5 b@6'],
    ['a full row and a step back', 'abcdefghijkl\\bX@1 \\r\\nabcdefghijkl\\u001b[DX@2 \\r\\nabcdefghijkl\\u001b[KX@3'],
    ['a wide character at the margin', 'abcdefghijk世x@1 \\u001b[3Haaaaaaaaaa世界@2'],
    ['halves of wide characters overwritten', '世世世世\\u001b[1;2Hx@1 \\u001b[1;5Hy@2 \\u001b[1;8H界@3'],
    [
      'wide characters erased in part',
      '世世世世\\u001b[1;2H\\u001b[X@1 \\u001b[1;5H\\u001b[1P@2 \\u001b[1;2H\\u001b[@@3 \\u001b[1;4H\\u001b[K@4',
    ],
    ['no wrapping', '\\u001b[?7labcdefghi@1 \\u001b[?7hjklm@2'],
    ['colours of all kinds', '\\u001b[31;42ma\\u001b[91;102mb\\u001b[38;5;200;48;5;9mc\\u001b[38;2;1;2;3;48;2;4;5;6md\\u001b[39;49me@1'],
    ['colours with colons', '\\u001b[38:5:200ma\\u001b[48:2::1:2:3mb\\u001b[38:2::7:8:9mc@1'],
    ['attributes', '\\u001b[1ma\\u001b[22;2mb\\u001b[22;3mc\\u001b[23;4md\\u001b[24;5me\\u001b[25;7mf\\u001b[27;9mg\\u001b[29mh@1'],
    [
      'erasing in a colour',
      `${FILL} \\u001b[44m\\u001b[2;2H\\u001b[K@2 \\u001b[3;3H\\u001b[1K@3 \\u001b[4H\\u001b[2K@4 \\u001b[J@5 \\u001b[2J@6`,
    ],
    ['erasing upwards', `${FILL} \\u001b[3;3H\\u001b[1J@2 \\u001b[3J@3`],
    ['scrolling in a colour', `${FILL} \\u001b[44m\\r\\n@2 \\u001b[2S@3`],
    [
      'a scroll region',
      `${FILL} \\u001b[2;4r@2 \\u001b[4H\\n\\nx@3 \\u001b[2H\\u001bMy@4 \\u001b[3H\\u001b[L\\rz@5 \\u001b[M\\r@6 \\u001b[S@7 \\u001b[Hq@8 \\u001b[r@9`,
    ],
    ['origin mode', `${FILL} \\u001b[2;4r\\u001b[?6h@2 \\u001b[Hx\\u001b[9;9Hy@3 \\u001b[?6l\\u001b[Hz@4`],
    [
      'characters inserted and deleted',
      `${FILL} \\u001b[2;2H\\u001b[2@@2 \\u001b[3;2H\\u001b[2P@3 \\u001b[4;2H\\u001b[2X@4 \\u001b[4hxy\\u001b[4lz@5`,
    ],
    [
      'moves of the cursor',
      `${FILL} \\u001b[2Ax@2 \\u001b[Bx@3 \\u001b[3Cx@4 \\u001b[5Dx@5 \\u001b[Ex@6 \\u001b[Fx@7 \\u001b[7Gx@8 \\u001b[2dx@9 \\u001b[9\`x@10`,
    ],
    ['moves over the edge', '\\u001b[99;99Hx@1 \\u001b[99A\\u001b[99Dy@2 \\u001b[99B\\u001b[99Cz@3'],
    ['tab stops', 'a\\tb@1 \\r\\n\\u001b[3g\\t\\u001b[5G\\u001bH\\r\\tc@2 \\u001b[Zd@3 \\u001b[5G\\u001b[g\\r\\te@4'],
    ['line drawing', '\\u001b(0lqk\\u001b(Bx@1 \\u001b)0\\u000elqk\\u000fx@2'],
    ['the alternate screen', `${FILL} \\u001b[?1049hx@2 \\u001b[Hy@3 \\u001b[?1049lz@4 \\u001b[?1047hu@5 \\u001b[?1047lv@6`],
    ['the alternate screen in a colour', `${FILL} \\u001b[45m\\u001b[?1049hx@2 \\u001b[m\\u001b[?1049l@3`],
    ['a kept cursor', '\\u001b[2;2H\\u001b[31m\\u001b7\\u001b[4;4H\\u001b[mx\\u001b8y@1 \\u001b[s\\u001b[Hz\\u001b[uw@2'],
    ['a kept cursor on each screen', 'ab\\u001b7\\u001b[?1049h\\u001b[3;3H\\u001b7\\u001b[H\\u001b8x@1 \\u001b[?1049l\\u001b8y@2'],
    ['repeating', 'a\\u001b[3b@1'],
    ['the test picture', '\\u001b#8@1'],
    ['returns that come with line feeds', '\\u001b[20ha\\nb\\u001b[20l\\nc@1'],
    ['a cursor hidden and shown', 'a\\u001b[?25l@1 b@2 \\u001b[?25h@3'],
    ['a soft reset', '\\u001b[31;2;4r\\u001b[4h\\u001b[31m\\u001b[?25l\\u001b[!p@1 x\\r\\n\\n\\n\\n\\ny@2'],
    ['a reset', '\\u001b[31;44mabc\\u001b[?1049h\\u001b[2;3r@1 \\u001bcx@2'],
    [
      'strings that are not shown',
      '\\u001b]0;title\\u0007a@1 \\u001bPq#0\\u001b\\\\b@2 \\u001b_x\\u001b\\\\c@3 \\u001b]8;;http://x\\u001b\\\\d@4 \\u001b^p\\u001b\\\\e@5',
    ],
    ['sequences in pieces', '\\u001b@1 [3@2 1ma\\u001b[@3 1;4@4 mb\\u001b]0;t@5 i\\u001b@6 \\\\c@7'],
    ['sequences that break off', 'a\\u001b[3\\u0018b@1 \\u001b[1\\u001b[32mc@2 \\u001b[3\\r1md@3'],
    ['controls of eight bits', 'a\\u0085b\\u009b31mc\\u0084d@1'],
    ['marks, joiners and selectors', 'e\\u0301x@1 👩\\u200d💻x@2 1\\ufe0f\\u20e3x@3 🇩🇪x@4'],
    ['hidden text, which the player shows', '\\u001b[8ma@1'],
    ['a size that the output asks for, which neither takes', '\\u001b[8;3;6ta@1'],
    ['rows that a wider or narrower terminal wraps anew', 'abcdefghijklmnop\\r\\nq@1 r:8x5@2 r:14x5@3'],
    ['blocks and triangles', '\\u001b[1;32m█▀▄\\u001b[7m▌\\u001b[m■\\ue0b0\\ue0b2◢@1'],
    ['resizes without text to rearrange', 'a\\r\\nb@1 r:20x8@2 c@3 r:6x3@4 d@5 r:20x8@6'],
  ])('%s', (_name, events) => {
    expect(drawn(events)).toEqual([]);
  });
});

/** What xterm and avt do not agree on, and in which way: a version of either that changes its mind is noticed here. */
describe('the emulator and the terminal of the player differ on', () => {
  test.each([
    [
      'where the cursor waits at the margin without wrapping',
      '\\u001b[?7labcdefghijklmn@1',
      'cursor: row 0 column 12 in place of row 0 column 11',
    ],
    [
      'a wide character without room before the margin, and without wrapping',
      'abcdefghijk\\u001b[?7l世@1',
      'row 0 column 10: ‘k’ - on -  in place of ‘世’ - on - ',
    ],
    // The player knows one of the two, the last one.
    ['bold and faint at once', '\\u001b[1;2ma@1', 'row 0 column 0: ‘a’ - on - bf in place of ‘a’ - on - f'],
    ['underlines that are not plain', '\\u001b[4:3ma@1', 'row 0 column 0: ‘a’ - on - u in place of ‘a’ - on - '],
    ['a double underline', '\\u001b[21ma@1', 'row 0 column 0: ‘a’ - on - u in place of ‘a’ - on - '],
    ['the colour of a line scrolled in from above', '\\u001b[44m\\u001b[T@1', 'row 0 column 0: ‘ ’ - on -  in place of ‘ ’ - on 4 '],
    ['the column after a line is inserted or deleted', 'ab\\u001b[L@1', 'cursor: row 0 column 0 in place of row 0 column 2'],
    [
      'a wide character repeated',
      '世\\u001b[2b@1',
      'row 0 column 2: ‘世’ - on -  in place of ‘ ’ - on - , cursor: row 0 column 6 in place of row 0 column 4',
    ],
    ['a reverse line feed of eight bits', '\\n\\u008d@1', 'cursor: row 1 column 0 in place of row 0 column 0'],
    [
      'a delete character',
      '\\u007f@1',
      'row 0 column 0: ‘ ’ - on -  in place of ‘\x7f’ - on - , cursor: row 0 column 0 in place of row 0 column 1',
    ],
    ['half of a character', '\\ud83dx@1', 'row 0 column 0: ‘\ud83d’ - on -  in place of ‘\ufffd’ - on - '],
    [
      'a full row in a narrower terminal',
      'abcdefghijkl@1 r:8x5@1',
      'row 0 column 0: ‘a’ - on -  in place of ‘i’ - on - , cursor: row 0 column 7 in place of row 0 column 4',
    ],
    [
      'a row of another colour in a narrower terminal',
      'a\\u001b[44m\\u001b[K@1 r:8x5@1',
      'row 1 column 0: ‘ ’ - on -  in place of ‘ ’ - on 4 ',
    ],
    // The emulator has no scrollback: what a seam repaints has none either.
    ['lines that come back into a taller terminal', '\\n\\n\\n\\n\\n@1 r:12x6@1', 'cursor: row 4 column 0 in place of row 5 column 0'],
  ])('%s', (_name, events, expected) => {
    expect(drawn(events).map(({ what }) => what)).toEqual([expected]);
  });
});

/**
 * Real recordings with positions at which they differ: all of them between a resize, which the two wrap lines anew for in
 * ways of their own, and the next time that the program paints itself.
 */
const AFTER_RESIZES: Readonly<Record<string, number>> = { 'v2-claudechic-foo.cast': 2, 'v3-agr-resize-stress.cast': 3 };
const REPAINTED_WITHIN_EVENTS = 15;

test.each(
  sharedCasts()
    .filter((cast) => cast.column('version') !== '')
    .map((cast) => [cast.name, cast] as const),
)('the emulator and the terminal of the player agree on a real recording: %s', (name, cast) => {
  const recording = readCast(cast.read());
  const found = disagreements(recording);
  expect(found).toHaveLength(AFTER_RESIZES[name] ?? 0);
  const { codes } = recording.events;
  for (const { position } of found) expect(codes.subarray(position - REPAINTED_WITHIN_EVENTS, position)).toContain(Code.resize);
});
