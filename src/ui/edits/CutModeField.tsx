import { useId } from 'react';
import { CUT_MODES, type CutMode } from '#core/plan/plan.ts';
import { useEditor } from '../editor-context.tsx';
import styles from './CutModeField.module.css';

/** The modes that can be applied. */
const NAMES: Partial<Record<CutMode, string>> = { collapse: 'Fast-forward', drop: 'Drop' };

export const CUT_MODE_MEANINGS: Partial<Record<CutMode, string>> = {
  collapse: 'Everything in it is printed at once.',
  drop: 'As if it never happened.',
};

/** What becomes of what was printed in a cut. */
export function CutModeField({ id, mode }: { readonly id: number; readonly mode: CutMode }) {
  const { actions } = useEditor();
  const fieldId = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={fieldId}>Mode</label>
      <select id={fieldId} value={mode} onChange={(event) => actions.setCutMode(id, event.target.value as CutMode)}>
        {CUT_MODES.filter((candidate) => candidate in NAMES).map((candidate) => (
          <option key={candidate} value={candidate}>
            {NAMES[candidate]}
          </option>
        ))}
      </select>
    </div>
  );
}
