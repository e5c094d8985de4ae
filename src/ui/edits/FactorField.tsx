import { useEffect, useRef } from 'react';
import type { DocumentSpeedRegion } from '#core/plan/document.ts';
import { formatFactor, parseFactor } from '#core/plan/factor.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { CommitField } from '../shared/CommitField.tsx';
import styles from './FactorField.module.css';
import { steppedFactor } from './factor-presets.ts';

interface FactorFieldProps {
  readonly region: DocumentSpeedRegion;
  /** How long the region lasts in the result. */
  readonly resultMicros: number;
}

/** Typed (`5`, `0.5x`, `=3s`), or stepped through the presets with the steppers and the arrow keys. */
export function FactorField({ region, resultMicros }: FactorFieldProps) {
  const { actions } = useEditor();
  const isAskedFor = useEditorState((state) => state.factorAskedFor === region.id);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!isAskedFor) return;
    box.current?.querySelector('input')?.focus();
    actions.askForFactor(null);
  }, [isAskedFor, actions]);

  function commit(typed: string): string | undefined {
    const input = parseFactor(typed, resultMicros * region.factor);
    if ('problem' in input) return input.problem;
    actions.setFactor(region.id, input.factor);
    return undefined;
  }

  const step = (direction: 1 | -1) => actions.setFactor(region.id, steppedFactor(region.factor, direction));

  return (
    <div className={styles.factor} ref={box}>
      <CommitField
        label="Factor"
        text={formatFactor(region.factor)}
        commit={commit}
        step={step}
        hint="A factor such as 5 or 0.5, or a wanted length such as =3s"
      />
      <span className={styles.steppers}>
        <button type="button" tabIndex={-1} aria-label="Faster" onClick={() => step(1)}>
          ▴
        </button>
        <button type="button" tabIndex={-1} aria-label="Slower" onClick={() => step(-1)}>
          ▾
        </button>
      </span>
    </div>
  );
}
