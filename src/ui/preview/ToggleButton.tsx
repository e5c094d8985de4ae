import type { ReactNode } from 'react';
import { type CommandId, findCommand } from '#store/commands.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { afterClick } from '../shared/after-click.ts';
import { useKey } from '../shared/use-key.ts';
import styles from './Transport.module.css';

interface ToggleButtonProps {
  readonly id: CommandId;
  readonly isOn: boolean;
  /** Lines of a picture of 16 by 16. */
  readonly children: ReactNode;
}

/** A picture everybody knows, for a command that is on or off. */
export function ToggleButton({ id, isOn, children }: ToggleButtonProps) {
  const { store, actions } = useEditor();
  const command = findCommand(id);
  const reason = useEditorState((state) => (command.run(state) ? null : command.whyNot(state)));
  const applies = reason === null;
  const key = useKey(id);
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-label={command.label}
      aria-pressed={isOn}
      aria-disabled={!applies}
      aria-description={reason || undefined}
      aria-keyshortcuts={key.shortcuts}
      title={reason || (key.name ? `${command.label} (${key.name})` : command.label)}
      onClick={(event) => {
        command.run(store.getState(), actions);
        afterClick(event);
      }}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
        {children}
      </svg>
    </button>
  );
}
