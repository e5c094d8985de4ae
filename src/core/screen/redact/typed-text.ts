import { eventData } from '../../cast/events.ts';
import { Code, type Recording } from '../../cast/recording.ts';
import { EditedLine } from './edited-line.ts';
import { type KnownMasks, MaskReader } from './mask-list.ts';
import { TracedText } from './traced-text.ts';

/** A key that is no character: a sequence, which may also be a mark around what was pasted, or a control character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what keys send
const KEY = /\x1b(?:\[[0-?]*[ -/]*[@-~]?|O.?|.)?|[\x00-\x1f\x7f]/suy;

const finishLine = (line: EditedLine): void => line.finish();

/** What keys do to a line, as shells and most programs that read one understand them. */
const EDITS = new Map<string, (line: EditedLine) => void>([
  // Enter, the keys that leave a line or take it back, and those that fetch another one.
  ...'\r\n\x03\x0e\x10\x15\x1a\x1c'.split('').map((key) => [key, finishLine] as const),
  ...['\x1b[A', '\x1bOA', '\x1b[B', '\x1bOB'].map((key) => [key, finishLine] as const),
  ...['\x1b[D', '\x1bOD', '\x02'].map((key) => [key, (line: EditedLine) => line.move(-1)] as const),
  ...['\x1b[C', '\x1bOC', '\x06'].map((key) => [key, (line: EditedLine) => line.move(1)] as const),
  ...['\x1b[H', '\x1bOH', '\x1b[1~', '\x1b[7~', '\x01'].map((key) => [key, (line: EditedLine) => line.moveToStart()] as const),
  ...['\x1b[F', '\x1bOF', '\x1b[4~', '\x1b[8~', '\x05'].map((key) => [key, (line: EditedLine) => line.moveToEnd()] as const),
  ...['\b', '\x7f'].map((key) => [key, (line: EditedLine) => line.deleteBefore()] as const),
  ['\x1b[3~', (line) => void line.deleteAfter()],
  // The end of all input where nothing is left to delete.
  ['\x04', (line) => line.deleteAfter() || line.finish()],
  ['\x0b', (line) => line.deleteRest()],
  ['\x17', (line) => line.deleteWord()],
  // Whatever that completes is not typed.
  ['\t', (line) => line.leaveGap()],
]);

/**
 * What was typed: the input of all events as one text. With `isEdited` as its lines were in the end; otherwise all that was
 * typed, a line for each time that Enter was pressed.
 */
export function typedText(recording: Recording, known: KnownMasks, isEdited: boolean): TracedText {
  const text = new TracedText();
  const line = new EditedLine(text);
  const masks = new MaskReader(known);
  const { codes, length } = recording.events;
  for (let event = codes.indexOf(Code.input); event >= 0 && event < length; event = codes.indexOf(Code.input, event + 1)) {
    const data = eventData(recording, event);
    masks.begin(event);
    for (let at = 0; at < data.length; ) {
      KEY.lastIndex = at;
      const key = KEY.exec(data)?.[0];
      if (key === undefined) {
        const character = data.codePointAt(at) as number;
        const shown = masks.shown(at, character);
        if (isEdited) line.type(shown, event, at);
        else text.push(shown, event, at);
        at += character > 0xffff ? 2 : 1;
        continue;
      }
      at += key.length;
      if (isEdited) EDITS.get(key)?.(line);
      else if (key === '\r' || key === '\n') text.breakLine();
    }
  }
  line.finish();
  return text;
}
