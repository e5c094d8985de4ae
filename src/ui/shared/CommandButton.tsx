import type { ReactNode } from 'react';
import { type CommandId, findCommand } from '#store/commands.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from './Button.tsx';
import { keyName } from './key-name.ts';

interface CommandButtonProps {
  readonly id: CommandId;
  readonly look?: 'raised' | 'plain' | 'primary';
  /** Replaces the visible label; the command's own stays the accessible name. */
  readonly children?: ReactNode;
  readonly showsKey?: boolean;
}

/** A button for a command: enabled while the command applies. */
export function CommandButton({ id, look = 'raised', children, showsKey = true }: CommandButtonProps) {
  const { store, actions } = useEditor();
  const command = findCommand(id);
  const applies = useEditorState((state) => command.run(state));
  const [key] = command.keys;
  return (
    <Button
      look={look}
      disabled={!applies}
      aria-label={command.label}
      aria-keyshortcuts={key?.replace('Mod+', 'Control+')}
      title={key && `${command.label} (${keyName(key)})`}
      keyHint={showsKey && key ? keyName(key) : undefined}
      onClick={() => command.run(store.getState(), actions)}
    >
      {children ?? command.label}
    </Button>
  );
}
