import { useId } from 'react';
import type { CutMode } from '#core/plan/plan.ts';
import { useEditor } from '../editor-context.tsx';
import styles from './CutModeField.module.css';
import { CUT_MODE_WORDS, OFFERED_CUT_MODES } from './cut-modes.ts';

/**
 * What becomes of what was printed in a cut. The list says what each choice means; there is room for its name only
 * once it is made, so the name lies over the control, which shows through its focus and answers to everything.
 */
export function CutModeField({ id, mode }: { readonly id: number; readonly mode: CutMode }) {
  const { actions } = useEditor();
  const fieldId = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={fieldId}>Mode</label>
      <div className={styles.control}>
        <select id={fieldId} value={mode} onChange={(event) => actions.setCutMode(id, event.target.value as CutMode)}>
          {OFFERED_CUT_MODES.map((offered) => (
            <option key={offered} value={offered}>
              {CUT_MODE_WORDS[offered].name}: {CUT_MODE_WORDS[offered].meaning}
            </option>
          ))}
        </select>
        <span className={styles.face} aria-hidden="true">
          {CUT_MODE_WORDS[mode].name}
        </span>
      </div>
    </div>
  );
}
