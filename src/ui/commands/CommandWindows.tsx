import { useEffect, useState } from 'react';
import type { CommandId } from '#store/commands.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { ContextMenu } from './ContextMenu.tsx';
import { KeyboardHelp } from './KeyboardHelp.tsx';
import { KeyboardSettings } from './KeyboardSettings.tsx';
import { listenForMenus } from './listen-for-menus.ts';
import { Palette } from './Palette.tsx';

/** So many of the commands that were run last are offered first. */
const RECENT = 4;

export function CommandWindows() {
  const editor = useEditor();
  const dialog = useEditorState((state) => state.dialog);
  const menu = useEditorState((state) => state.contextMenu);
  const [recent, setRecent] = useState<readonly CommandId[]>([]);
  useEffect(() => listenForMenus(editor), [editor]);
  return (
    <>
      {dialog === 'palette' && (
        <Palette recent={recent} remember={(id) => setRecent([id, ...recent.filter((other) => other !== id)].slice(0, RECENT))} />
      )}
      {dialog === 'help' && <KeyboardHelp />}
      {dialog === 'keys' && <KeyboardSettings />}
      {menu && <ContextMenu key={`${menu.place} ${menu.clientX} ${menu.clientY}`} menu={menu} />}
    </>
  );
}
