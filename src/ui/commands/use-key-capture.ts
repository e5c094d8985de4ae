import { type KeyboardEvent, useRef, useState } from 'react';
import type { CommandId } from '#store/commands.ts';
import { chosenKeys, conflictOf, keyFromEvent, whyTaken } from '#store/keymap.ts';
import { useEditor } from '../editor-context.tsx';

/** A command whose next key press is taken as its key, and what came of that so far. */
export interface Captured {
  readonly id: CommandId;
  /** Why the key that was pressed cannot be had; empty while none was. */
  readonly refusal: string;
  /** Another command has the key that was pressed. */
  readonly conflict: { readonly key: string; readonly holder: CommandId } | null;
}

export interface KeyCapture {
  readonly captured: Captured | null;
  begin(id: CommandId): void;
  end(): void;
  /** The command and the one that has the key exchange theirs. */
  swap(): void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onKeyUp: (event: KeyboardEvent) => void;
}

/** Listens for the key that a command is to have. Escape gives it up, and Tab goes on. */
export function useKeyCapture(): KeyCapture {
  const { store, actions } = useEditor();
  const [captured, setCaptured] = useState<Captured | null>(null);
  const takenCode = useRef('');
  const end = (): void => setCaptured(null);

  function onKeyDown(event: KeyboardEvent): void {
    if (!captured) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      // The button that has the focus may go.
      if (event.target instanceof Element) event.target.closest('li')?.querySelector<HTMLElement>('button:last-child')?.focus();
      end();
      return;
    }
    // Then there are buttons to choose from.
    if (captured.conflict) return;
    if (event.key === 'Tab') {
      end();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    takenCode.current = event.code;
    const key = keyFromEvent(event.nativeEvent);
    if (key !== undefined) take(captured.id, key);
    else if (event.altKey) setCaptured({ ...captured, refusal: 'Keys with Alt belong to the browser and the system. Choose another one.' });
  }

  function take(id: CommandId, key: string): void {
    const { keymap } = store.getState();
    const refusal = whyTaken(key);
    const holder = conflictOf(keymap, id, key);
    if (refusal !== '') setCaptured({ id, refusal, conflict: null });
    else if (holder) setCaptured({ id, refusal: '', conflict: { key, holder } });
    else {
      if (!chosenKeys(keymap, id).includes(key)) actions.setKey(id, key);
      end();
    }
  }

  return {
    captured,
    begin: (id) => setCaptured({ id, refusal: '', conflict: null }),
    end,
    swap() {
      if (captured?.conflict) actions.swapKey(captured.id, captured.conflict.key);
      end();
    },
    onKeyDown,
    // The button that has the focus would be pressed as a space bar is let go.
    onKeyUp(event) {
      if (event.code === takenCode.current) event.preventDefault();
      takenCode.current = '';
    },
  };
}
