import { MAX_TEXT_LENGTH } from '#core/plan/plan.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { CommitField } from '../shared/CommitField.tsx';
import styles from './TitleField.module.css';

/** The title of the result; empty for the recording's own. */
export function TitleField() {
  const { actions } = useEditor();
  const title = useEditorState((state) => state.document.title);
  const ownTitle = useEditorState((state) => state.opened?.recording.header.title);

  function commit(typed: string): undefined {
    actions.setTitle(typed.trim() === '' ? null : typed.trim());
  }

  return (
    <div className={styles.title} title="The title of the result; empty for the recording’s own">
      <CommitField label="Title" text={title ?? ''} placeholder={ownTitle || 'none'} maxLength={MAX_TEXT_LENGTH} commit={commit} />
    </div>
  );
}
