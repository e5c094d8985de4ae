import { describe, expect, it } from 'vitest';
import { createEditor } from './editor-store.ts';
import { DEFAULT_KEYMAP, keysOf } from './keymap.ts';
import { keepKeymap, readKeymap } from './preferences.ts';

/** A browser that keeps what it is given, beginning with one text for the keymap. */
function browser(text?: string) {
  const items = new Map<string, string>(text === undefined ? [] : [['castfold.keymap', text]]);
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
  };
}

const refusing = {
  getItem: (): string | null => {
    throw new DOMException('denied', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
};

it('a keymap is there again in the next visit', () => {
  const kept = browser();
  const { store, actions } = createEditor({ keymap: readKeymap(kept) });
  keepKeymap(store, kept);
  actions.setKeyPreset('resolve');
  actions.setKey('cut', 'q');
  actions.setSingleKeys(false);
  expect(readKeymap(kept)).toEqual({ preset: 'resolve', own: { cut: ['q'] }, hasSingleKeys: false });
});

describe('what cannot be read', () => {
  const keymap = { preset: 'trace', own: {}, hasSingleKeys: true };
  it.each([
    ['nothing', undefined],
    ['no JSON', '{'],
    ['another thing', '[]'],
    ['an unknown preset', JSON.stringify({ ...keymap, preset: 'vim' })],
    ['no list of keys', JSON.stringify({ ...keymap, own: { cut: 'x' } })],
    ['a key that is none', JSON.stringify({ ...keymap, own: { cut: ['Hyper+x'] } })],
    ['a key of the browser', JSON.stringify({ ...keymap, own: { cut: ['Mod+w'] } })],
    ['one key for two', JSON.stringify({ ...keymap, own: { cut: ['q'], speed: ['Q'] } })],
  ])('is the default: %s', (_, text) => {
    expect(readKeymap(browser(text))).toBe(DEFAULT_KEYMAP);
  });

  it('but for commands that are not known any more, which are left out', () => {
    const own = { cut: ['q'], gone: ['y'] };
    expect(readKeymap(browser(JSON.stringify({ ...keymap, own })))).toEqual({ ...keymap, own: { cut: ['q'] } });
  });
});

it('a browser that keeps nothing, or refuses, changes nothing for this visit', () => {
  for (const preferences of [undefined, refusing]) {
    const { store, actions } = createEditor({ keymap: readKeymap(preferences) });
    keepKeymap(store, preferences);
    actions.setKey('cut', 'q');
    expect(keysOf(store.getState().keymap, 'cut')).toEqual(['q']);
  }
});
