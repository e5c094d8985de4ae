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
  /** Said of it while it does not apply. */
  readonly whyNot?: string;
}

/** A button for a command: enabled while the command applies. */
export function CommandButton({ id, look = 'raised', children, showsKey = true, whyNot = '' }: CommandButtonProps) {
  const { store, actions } = useEditor();
  const command = findCommand(id);
  const applies = useEditorState((state) => command.run(state));
  const [key] = command.keys;
  const ownReason = useEditorState(command.whyNot);
  const reason = applies ? '' : whyNot || ownReason;
  return (
    <Button
      look={look}
      // Not disabled: a button that has the focus would lose it to the page.
      aria-disabled={!applies}
      aria-label={command.label}
      aria-keyshortcuts={key?.replace('Mod+', 'Control+')}
      aria-description={reason || undefined}
      title={reason || (key && `${command.label} (${keyName(key)})`)}
      keyHint={showsKey && key ? keyName(key) : undefined}
      onClick={({ currentTarget, detail }) => {
        command.run(store.getState(), actions);
        // After a click the keys are commands again: the space bar is to play, not to press the button once more.
        if (detail > 0) currentTarget.blur();
      }}
    >
      {children ?? command.label}
    </Button>
  );
}
