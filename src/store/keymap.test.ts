import { beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS, type CommandId } from './commands.ts';
import { createEditor, type Editor } from './editor-store.ts';
import { type KeyPreset, PRESET_NAMES } from './keymap/presets.ts';
import { whyTaken } from './keymap/taken-keys.ts';
import {
  chosenKeys,
  commandForKey,
  conflictOf,
  DEFAULT_KEYMAP,
  isSingleKey,
  type Keymap,
  keyFromEvent,
  keysOf,
  pressOf,
} from './keymap.ts';

const PRESETS = Object.keys(PRESET_NAMES) as KeyPreset[];
const IDS = COMMANDS.map(({ id }) => id);

/** A press in the notation of `Ctrl+Shift+KeyZ=z`: what is held, where it is, and what it prints. */
function press(drawn: string): KeyboardEvent {
  const [place = '', printed] = drawn.split(/=(?=.)/);
  const held = place.split('+');
  const code = held.pop() ?? '';
  const key = printed ?? code;
  return {
    key,
    code,
    ctrlKey: held.includes('Ctrl'),
    metaKey: held.includes('Cmd'),
    shiftKey: held.includes('Shift'),
    altKey: held.includes('Alt'),
    getModifierState: (name: string) => name === 'AltGraph' && held.includes('AltGraph'),
  } as unknown as KeyboardEvent;
}

function given(keymap: Keymap, drawn: string): CommandId | undefined {
  const pressed = pressOf(press(drawn));
  return pressed && commandForKey(keymap, pressed);
}

describe.each(PRESETS)('the keys of %s', (preset) => {
  const keymap: Keymap = { ...DEFAULT_KEYMAP, preset };
  const all = IDS.flatMap((id) => keysOf(keymap, id).map((key) => ({ id, key })));

  it('name one command each', () => {
    const names = all.map(({ key }) => key.toLowerCase());
    expect(names.filter((key, index) => names.indexOf(key) !== index)).toEqual([]);
  });

  it('are none that the browser keeps, but for those of the clipboard and Escape', () => {
    expect(all.filter(({ key }) => whyTaken(key) !== '')).toEqual([
      { id: 'copyEdit', key: 'Mod+c' },
      { id: 'pasteEdit', key: 'Mod+v' },
      { id: 'escape', key: 'Escape' },
    ]);
  });

  it('leave no verb of a preset behind that the default has a key for', () => {
    const without = IDS.filter((id) => keysOf(DEFAULT_KEYMAP, id).length > 0 && keysOf(keymap, id).length === 0);
    expect(without).toEqual([]);
  });
});

it('every command has a name, a group and a place in the keymap, and they are all different', () => {
  for (const { id, label, group } of COMMANDS) {
    expect(label, id).not.toBe('');
    expect(group, id).not.toBe('');
    expect(keysOf(DEFAULT_KEYMAP, id), id).toBeInstanceOf(Array);
  }
  expect(new Set(IDS).size).toBe(COMMANDS.length);
  expect(new Set(COMMANDS.map(({ label }) => label)).size).toBe(COMMANDS.length);
});

describe('a key press', () => {
  it.each([
    ['KeyX=x', 'cut'],
    // Caps Lock is on.
    ['KeyX=X', 'cut'],
    ['Shift+KeyH=H', 'hold'],
    ['Shift+KeyH=h', 'hold'],
    ['Ctrl+KeyZ=z', 'undo'],
    ['Cmd+KeyZ=z', 'undo'],
    ['Ctrl+Shift+KeyZ=Z', 'redo'],
    ['Ctrl+KeyY=y', 'redo'],
    ['Space= ', 'play'],
    ['Shift+ArrowLeft', 'farBack'],
    // Signs are where a keyboard has them: with Shift, without, and with AltGr.
    ['Shift+Slash=?', 'help'],
    ['Shift+Minus=?', 'help'],
    ['Shift+Digit7=/', 'find'],
    ['Shift+Digit1=1', 'keepAtOne'],
    ['AltGraph+Ctrl+Alt+Digit8=[', 'previousMarker'],
    ['AltGraph+Alt+Minus=\\', 'fit'],
    // On a keyboard of another alphabet letters are where they would be.
    ['KeyX=ч', 'cut'],
    ['Ctrl+KeyZ=я', 'undo'],
  ] as const)('%s gives %s', (drawn, id) => {
    expect(given(DEFAULT_KEYMAP, drawn)).toBe(id);
  });

  it.each(['Alt+KeyX=x', 'Alt+ArrowLeft', 'Ctrl+KeyX=x', 'Ctrl+KeyF=f', 'AltGraph+KeyQ=@', 'Shift+ShiftLeft=Shift', 'Shift+KeyX=X'])(
    '%s gives nothing',
    (drawn) => {
      expect(given(DEFAULT_KEYMAP, drawn)).toBeUndefined();
    },
  );

  it('is named as a keymap has it', () => {
    const names = ['KeyX=X', 'Shift+KeyH=H', 'Ctrl+Shift+KeyZ=Z', 'Shift+Slash=?', 'Shift+F3', 'Space= '].map((drawn) =>
      keyFromEvent(press(drawn)),
    );
    expect(names).toEqual(['x', 'Shift+H', 'Mod+Shift+z', '?', 'Shift+F3', ' ']);
    expect(keyFromEvent(press('Ctrl+ControlLeft=Control'))).toBeUndefined();
  });
});

it('Trace zooms and pans where W, A, S and D are on most keyboards, whatever is printed there', () => {
  const trace: Keymap = { ...DEFAULT_KEYMAP, preset: 'trace' };
  const drawn = ['KeyW=w', 'KeyA=a', 'KeyS=s', 'KeyD=d', 'KeyW=z', 'KeyA=q', 'KeyS=o'];
  expect(drawn.map((pressed) => given(trace, pressed))).toEqual([
    'zoomIn',
    'panBack',
    'zoomOut',
    'panForward',
    'zoomIn',
    'panBack',
    'zoomOut',
  ]);
  expect(given(trace, 'Shift+KeyS=S')).toBe('speed');
});

describe('keys of the user’s own', () => {
  let editor: Editor;
  const keymap = () => editor.store.getState().keymap;
  const keys = (id: CommandId) => keysOf(keymap(), id);

  beforeEach(() => {
    editor = createEditor();
  });

  it('take the place of those of the preset, and the command that had them goes without', () => {
    expect(conflictOf(keymap(), 'cut', 's')).toBe('speed');
    editor.actions.setKey('cut', 's');
    expect([keys('cut'), keys('speed')]).toEqual([['s'], []]);
    expect(given(keymap(), 'KeyS=s')).toBe('cut');
    expect(given(keymap(), 'KeyX=x')).toBeUndefined();
  });

  it('can be swapped, back as well', () => {
    editor.actions.swapKey('cut', 's');
    expect([keys('cut'), keys('speed')]).toEqual([['s'], ['x']]);
    editor.actions.swapKey('cut', 'x');
    expect([keys('cut'), keys('speed')]).toEqual([['x'], ['s']]);
  });

  it('leave the other keys of the one they are swapped with', () => {
    editor.actions.swapKey('cut', 'n');
    expect([keys('cut'), keys('nextHit')]).toEqual([['n'], ['F3', 'Mod+g', 'x']]);
  });

  it('are one command’s at a time', () => {
    editor.actions.setKey('cut', 'q');
    editor.actions.setKey('speed', 'Q');
    expect([keys('cut'), keys('speed')]).toEqual([[], ['Q']]);
  });

  it('stay when the preset is changed, whoever has them there', () => {
    editor.actions.setKey('marker', 'c');
    editor.actions.setKeyPreset('premiere');
    expect(keys('marker')).toEqual(['c']);
    expect(keys('split')).toEqual(['Mod+k']);
  });

  it('take the place of one that a preset has by where it is', () => {
    editor.actions.setKeyPreset('trace');
    expect(conflictOf(keymap(), 'cut', 'w')).toBe('zoomIn');
    editor.actions.setKey('cut', 'w');
    expect(given(keymap(), 'KeyW=w')).toBe('cut');
    expect(keys('zoomIn')).toEqual(['+', '=']);
    editor.actions.resetKeys();
    editor.actions.swapKey('cut', 'w');
    expect([keys('cut'), keys('zoomIn')]).toEqual([['w'], ['x', '+', '=']]);
  });

  it('can be none, and be given back', () => {
    editor.actions.setKey('cut', null);
    editor.actions.setKey('speed', 'q');
    expect(keys('cut')).toEqual([]);
    editor.actions.resetKeys('cut');
    expect([keys('cut'), keys('speed')]).toEqual([['x'], ['q']]);
    editor.actions.resetKeys();
    expect(keys('speed')).toEqual(['s']);
  });
});

it('without single keys, no letter, digit or sign alone is a command; arrows, Space, Enter, Escape, Delete and those with Ctrl are', () => {
  const keymap: Keymap = { ...DEFAULT_KEYMAP, hasSingleKeys: false };
  for (const drawn of ['KeyX=x', 'Shift+KeyH=H', 'Digit1=1', 'Slash=/', 'Shift+Slash=?', 'Equal=+']) {
    expect(given(keymap, drawn), drawn).toBeUndefined();
  }
  const left = ['ArrowLeft', 'Space= ', 'Enter', 'Escape', 'Delete', 'F3', 'Ctrl+KeyZ=z'].map((drawn) => given(keymap, drawn));
  expect(left).toEqual(['back', 'play', 'editSelected', 'escape', 'remove', 'nextHit', 'undo']);
  expect(keysOf({ ...keymap, preset: 'trace' }, 'panBack')).toEqual([]);
  expect(chosenKeys(keymap, 'cut')).toEqual(['x']);
});

it('what is a key alone is told from the others', () => {
  expect(['x', 'Shift+H', '1', '+', '\\', '[KeyW]', 'Shift+[KeyW]'].filter((key) => !isSingleKey(key))).toEqual([]);
  expect([' ', 'Enter', 'F3', 'Shift+F3', 'Mod+x', 'Mod++', 'ArrowUp', 'Shift+ArrowUp'].filter(isSingleKey)).toEqual([]);
});

it('keys that browsers keep, Escape and Tab can be given to no command', () => {
  for (const key of [
    'F5',
    'Mod+r',
    'Mod+Shift+R',
    'Mod+t',
    'Mod+w',
    'Mod+n',
    'Mod+l',
    'Mod+d',
    'Mod+e',
    'Mod+p',
    'Mod+f',
    'Mod+=',
    'Mod+-',
  ]) {
    expect(whyTaken(key), key).toContain('browser');
  }
  for (const digit of '0123456789') expect(whyTaken(`Mod+${digit}`)).toContain('browser');
  for (const key of ['Escape', 'Tab', 'Shift+Tab', 'Mod+c', 'Mod+v']) expect(whyTaken(key), key).not.toBe('');
  for (const key of ['x', 'F2', 'Mod+s', 'Mod+Shift+z', 'Enter', ' ']) expect(whyTaken(key), key).toBe('');
});
