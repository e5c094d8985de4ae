import { selectMaskedRecording, selectMasksProblem } from '#store/masks.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import styles from './MaskList.module.css';
import { RangeField } from './RangeField.tsx';
import { isOwnPattern, redactionTitle } from './redaction-text.ts';

/** What must not be seen, below the other edits. */
export function MaskList() {
  const { actions } = useEditor();
  const redactions = useEditorState((state) => state.document.redactions);
  const problem = useEditorState(selectMasksProblem);
  const isMasking = useEditorState((state) => state.document.redactions.length > 0 && selectMaskedRecording(state) === null);
  return (
    <section className={styles.masks} aria-label="Masks">
      <header className={styles.header}>
        <h3>
          Masks <span className={styles.count}>{redactions.length}</span>
        </h3>
        <span className={styles.state} role="status">
          {isMasking && problem === undefined && 'Masking…'}
        </span>
        <Button look="plain" onClick={actions.openMasking}>
          Mask…
        </Button>
      </header>
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <ul className={styles.list} aria-label="Masks">
        {redactions.map((redaction, index) => (
          <li key={redaction.id} className={styles.entry} aria-label={`Mask ${index + 1}`}>
            <div className={styles.summary}>
              <span className={styles.swatch} aria-hidden="true">
                {redaction.with}
              </span>
              <span className={isOwnPattern(redaction) ? styles.pattern : styles.title} title={redactionTitle(redaction)}>
                {redactionTitle(redaction)}
              </span>
              <Button
                look="plain"
                aria-label={`Remove mask ${index + 1}`}
                title="Remove"
                onClick={() => actions.removeRedaction(redaction.id)}
              >
                ×
              </Button>
            </div>
            <div className={styles.fields}>
              <RangeField redaction={redaction} edge="start" />
              <RangeField redaction={redaction} edge="end" />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
