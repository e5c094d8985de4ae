import { DEFAULT_KEYS, type KeySet } from './default-keys.ts';

/** Sets of keys that people bring from elsewhere. */
export type KeyPreset = 'default' | 'premiere' | 'resolve' | 'trace';

export const PRESET_NAMES: Readonly<Record<KeyPreset, string>> = {
  default: 'Default',
  premiere: 'Premiere',
  resolve: 'Resolve',
  trace: 'Trace',
};

/** In editors of video the arrows step, and go far with Shift. */
const ARROWS_STEP: Partial<KeySet> = {
  nextChange: ['ArrowRight', '.'],
  previousChange: ['ArrowLeft', ','],
  forward: ['Shift+ArrowRight'],
  back: ['Shift+ArrowLeft'],
  farForward: ['Mod+Shift+ArrowRight'],
  farBack: ['Mod+Shift+ArrowLeft'],
};

/** Each differs from the default only in what its users would miss, and in what that displaces. */
export const PRESETS: Readonly<Record<KeyPreset, KeySet>> = {
  default: DEFAULT_KEYS,
  premiere: {
    ...DEFAULT_KEYS,
    ...ARROWS_STEP,
    split: ['Mod+k', 'c'],
    palette: ['Mod+.'],
    playAround: ['Shift+K'],
    nextMarker: ['Shift+M', ']'],
    previousMarker: ['Mod+Shift+m', '['],
    moments: ['Shift+E'],
    fullscreen: ['`', 'f'],
  },
  resolve: {
    ...DEFAULT_KEYS,
    ...ARROWS_STEP,
    split: ['Mod+b', 'Mod+\\', 'b'],
    speed: ['r'],
    hold: ['Shift+R'],
    readScreen: ['Shift+S'],
    playAround: ['/'],
    find: ['Shift+F'],
    loop: ['Mod+/'],
    fullscreen: ['p', 'f'],
    nextMarker: ['Shift+ArrowDown', ']'],
    previousMarker: ['Shift+ArrowUp', '['],
  },
  // Perfetto and DevTools: the left hand zooms and pans, wherever these places are on the keyboard.
  trace: {
    ...DEFAULT_KEYS,
    zoomIn: ['[KeyW]', '+', '='],
    zoomOut: ['[KeyS]', '-'],
    panBack: ['[KeyA]'],
    panForward: ['[KeyD]'],
    speed: ['Shift+S'],
    locate: ['Shift+W'],
  },
};
