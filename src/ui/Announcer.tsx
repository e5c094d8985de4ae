import { useEffect, useState } from 'react';
import { keysOf } from '#store/keymap.ts';
import { useEditor } from './editor-context.tsx';
import { ariaKeyName } from './shared/key-name.ts';

/** Of what is told in quick succession, as while a key is held, only the last is worth saying. */
const COALESCED_MILLIS = 500;

interface Saying {
  readonly text: string;
  readonly count: number;
}

/** Tells assistive technology what came of an action: the one place of the page that does so politely. */
export function Announcer() {
  const { store } = useEditor();
  const [saying, setSaying] = useState<Saying>({ text: '', count: 0 });

  useEffect(() => {
    let timer: number | undefined;
    let { history: toldHistory } = store.getState();
    /** Whether what is to be said is of a step that was just done. */
    let isOfStep = false;
    const say = (): void => {
      timer = undefined;
      const { announcement, keymap } = store.getState();
      const [key] = keysOf(keymap, 'undo');
      const wayBack = isOfStep && key !== undefined ? ` ${spokenKey(key)} to undo.` : '';
      setSaying(({ count }) => ({ text: announcement + wayBack, count: count + 1 }));
    };
    const unsubscribe = store.subscribe(({ announcement, history }, before) => {
      if (announcement === before.announcement) return;
      isOfStep = history !== toldHistory && history.undone.length === 0 && history.done.length >= toldHistory.done.length;
      toldHistory = history;
      window.clearTimeout(timer);
      timer = window.setTimeout(say, COALESCED_MILLIS);
    });
    return () => {
      unsubscribe();
      window.clearTimeout(timer);
    };
  }, [store]);

  return (
    <div role="status" className="visually-hidden">
      {/* Said again where it is the same again. */}
      <span key={saying.count}>{saying.text}</span>
    </div>
  );
}

/** `Control Z`. */
const spokenKey = (key: string): string =>
  ariaKeyName(key)
    .split('+')
    .map((part) => (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
