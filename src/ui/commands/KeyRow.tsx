import { useRef } from 'react';
import { type Command, type CommandId, findCommand } from '#store/commands.ts';
import { chosenKeys, type Keymap, keysOf } from '#store/keymap.ts';
import { useEditor } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import { keyName } from '../shared/key-name.ts';
import styles from './KeyboardSettings.module.css';
import { KeyCaps } from './KeyCaps.tsx';
import type { KeyCapture } from './use-key-capture.ts';

interface KeyRowProps {
  readonly command: Command;
  readonly keymap: Keymap;
  readonly capture: KeyCapture;
}

/** What cancels a change of keys, and keys that the browser turns into events of the clipboard, are what they are. */
const FIXED: readonly CommandId[] = ['escape', 'copyEdit', 'pasteEdit'];

/** A command and its keys, with the ways to change them. */
export function KeyRow({ command: { id, label }, keymap, capture }: KeyRowProps) {
  const { actions } = useEditor();
  const row = useRef<HTMLLIElement>(null);
  const captured = capture.captured?.id === id ? capture.captured : null;
  const conflict = captured?.conflict;
  const isOwn = keymap.own[id] !== undefined;

  /** The other buttons go, and the last one stays. */
  function andBack(act: () => void): void {
    act();
    row.current?.querySelector<HTMLElement>('button:last-child')?.focus();
  }

  return (
    <li ref={row} className={styles.row} data-captured={captured !== null}>
      <span className={styles.label}>{label}</span>
      {captured && !conflict ? (
        <span className={styles.message} role="status">
          {captured.refusal || 'Press the key. Esc cancels.'}
        </span>
      ) : conflict ? (
        <span className={styles.message} role="status">
          {findCommand(conflict.holder).label} has {keyName(conflict.key)}. Swap?
        </span>
      ) : (
        <Keys keymap={keymap} id={id} />
      )}
      {conflict && (
        <Button autoFocus look="primary" className={styles.small} onClick={() => andBack(capture.swap)}>
          Swap
        </Button>
      )}
      {!captured && isOwn && (
        <Button look="plain" className={styles.small} aria-label={`Reset ${label}`} onClick={() => andBack(() => actions.resetKeys(id))}>
          Reset
        </Button>
      )}
      {FIXED.includes(id) ? (
        <span className={styles.fixed} />
      ) : (
        <Button
          look={captured ? 'raised' : 'plain'}
          className={styles.small}
          aria-label={captured ? 'Cancel' : `Change ${label}`}
          onClick={() => (captured ? andBack(capture.end) : capture.begin(id))}
          onBlur={() => {
            if (captured && !conflict) capture.end();
          }}
        >
          {captured ? 'Cancel' : 'Change'}
        </Button>
      )}
    </li>
  );
}

function Keys({ keymap, id }: { readonly keymap: Keymap; readonly id: CommandId }) {
  const active = keysOf(keymap, id);
  const off = chosenKeys(keymap, id).filter((key) => !active.includes(key));
  if (active.length + off.length === 0) return <span className={styles.none}>none</span>;
  return (
    <span className={styles.keys}>
      <KeyCaps keys={active} />
      {off.length > 0 && (
        <span className={styles.off}>
          <KeyCaps keys={off} /> off
        </span>
      )}
    </span>
  );
}
