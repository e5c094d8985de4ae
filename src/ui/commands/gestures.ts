import { type Keymap, keysOf } from '#store/keymap.ts';
import { keyName } from '../shared/key-name.ts';

interface Gesture {
  readonly gesture: string;
  readonly meaning: string;
}

const CTRL = keyName('Mod');

/** What the pointer does; each has a way by keyboard too. */
export const POINTER_GESTURES: readonly Gesture[] = [
  { gesture: 'Drag the ruler', meaning: 'scrub' },
  { gesture: 'Drag the lane', meaning: 'select a stretch' },
  { gesture: 'Shift click the lane', meaning: 'extend the selection' },
  { gesture: `${CTRL} click`, meaning: 'select several edits' },
  { gesture: 'Drag an edge', meaning: 'trim an edit' },
  { gesture: 'Alt drag', meaning: 'without snapping' },
  { gesture: 'Double click an edit', meaning: 'its factor or label' },
  { gesture: `${CTRL} wheel, pinch`, meaning: 'zoom at the pointer' },
  { gesture: 'Wheel, Shift wheel', meaning: 'pan' },
  { gesture: 'Double click the overview', meaning: 'see everything' },
  { gesture: 'Right click, Shift F10', meaning: 'menu of what is there' },
];

/** What goes beyond a key for a command. */
export function jumpKeys(keymap: Keymap): readonly Gesture[] {
  const [held, back, forward] = (['pause', 'shuttleBack', 'shuttleForward'] as const).map((id) => keysOf(keymap, id)[0]);
  const canStep = held !== undefined && back !== undefined && forward !== undefined;
  return [
    ...(canStep ? [{ gesture: `${keyName(held)} held, ${keyName(back)} or ${keyName(forward)}`, meaning: 'one screen change' }] : []),
    { gesture: 'Page Up, Page Down', meaning: '1 minute' },
    { gesture: '0 … 9', meaning: 'to 0 … 90 %, on the preview' },
  ];
}

/** Where an edit on the timeline has the focus. */
export const EDIT_KEYS: readonly Gesture[] = [
  { gesture: '← →', meaning: 'to the next edit' },
  { gesture: 'Space', meaning: 'select, or not' },
  { gesture: 'Enter', meaning: 'to its handles' },
];

/** Where a handle has the focus. */
export const HANDLE_KEYS: readonly Gesture[] = [
  { gesture: '← →', meaning: 'to the next screen change' },
  { gesture: 'Shift ← →', meaning: '1 second' },
  { gesture: 'Page Up, Page Down', meaning: '10 seconds' },
  { gesture: 'Alt ← →', meaning: 'all of the edit' },
  { gesture: 'Esc', meaning: 'back to the edit' },
];
