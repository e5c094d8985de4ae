import { useEffect, useRef } from 'react';
import { useEditor, useEditorState } from '../editor-context.tsx';
import dialogStyles from '../shared/Dialog.module.css';
import styles from './ExportDialog.module.css';
import { ExportSheet } from './ExportSheet.tsx';

export function ExportDialog() {
  const { actions } = useEditor();
  const isOpen = useEditorState((state) => state.isExportOpen);
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    dialog.current?.showModal();
    // Opening gives the focus to the first control; what one came for is another.
    dialog.current?.querySelector<HTMLElement>('[data-initial-focus]')?.focus();
  }, [isOpen]);

  if (!isOpen) return null;
  return (
    <dialog ref={dialog} className={`${dialogStyles.dialog} ${styles.dialog}`} aria-label="Export" onClose={actions.closeExport}>
      <ExportSheet close={() => dialog.current?.close()} />
    </dialog>
  );
}
