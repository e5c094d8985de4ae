import { useEffect, useRef } from 'react';
import { useEditor, useEditorState } from '../editor-context.tsx';
import dialogStyles from '../shared/Dialog.module.css';
import styles from './MaskDialog.module.css';
import { MaskForm } from './MaskForm.tsx';

export function MaskDialog() {
  const { actions } = useEditor();
  const isOpen = useEditorState((state) => state.isMaskingOpen);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
  }, [isOpen]);
  if (!isOpen) return null;
  return (
    <dialog ref={dialog} className={`${dialogStyles.dialog} ${styles.dialog}`} aria-label="Mask" onClose={actions.closeMasking}>
      <MaskForm close={() => dialog.current?.close()} />
    </dialog>
  );
}
