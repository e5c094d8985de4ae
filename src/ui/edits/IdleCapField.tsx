import { parseTimeEntry } from '#core/cast/time-entry.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { CommitField } from '../shared/CommitField.tsx';
import styles from './IdleCapField.module.css';

/** The longest pause that is kept, in seconds; empty for none. */
export function IdleCapField() {
  const { actions } = useEditor();
  const idleCapMicros = useEditorState((state) => state.document.idleCapMicros ?? null);

  function commit(typed: string): string | undefined {
    if (typed.trim() === '') {
      actions.setIdleCap(null);
      return undefined;
    }
    const entry = parseTimeEntry(typed, { currentMicros: idleCapMicros ?? 0 });
    if ('problem' in entry || entry.micros <= 0) return `Seconds above 0, or nothing for no cap, not “${typed}”.`;
    actions.setIdleCap(entry.micros);
    return undefined;
  }

  return (
    <div className={styles.row} title="The longest pause that is kept, in seconds">
      <span aria-hidden="true">Idle cap</span>
      <div className={styles.field}>
        <CommitField
          label="Idle cap"
          isLabelHidden
          placeholder="none"
          text={idleCapMicros === null ? '' : String(idleCapMicros / 1e6)}
          commit={commit}
        />
      </div>
      <span aria-hidden="true">s</span>
    </div>
  );
}
