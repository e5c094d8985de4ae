import type { ReactNode } from 'react';
import { type CommandId, findCommand } from '#store/commands.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from './Button.tsx';
import { useKey } from './use-key.ts';

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
  // Asked at every change of the state, so for each frame of playing: where it applies, that is all there is to ask.
  const ownReason = useEditorState((state) => (command.run(state) ? null : command.whyNot(state)));
  const key = useKey(id);
  const applies = ownReason === null;
  const reason = applies ? '' : whyNot || ownReason;
  return (
    <Button
      look={look}
      // Not disabled: a button that has the focus would lose it to the page.
      aria-disabled={!applies}
      aria-label={command.label}
      aria-keyshortcuts={key.shortcuts}
      aria-description={reason || undefined}
      title={reason || (key.name ? `${command.label} (${key.name})` : command.label)}
      keyHint={showsKey ? key.name : undefined}
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
