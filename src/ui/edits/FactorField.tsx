import { useEffect, useRef } from 'react';
import type { DocumentSpeedRegion } from '#core/plan/document.ts';
import { formatFactor, parseFactor } from '#core/plan/factor.ts';
import { MAX_FACTOR, MIN_FACTOR } from '#core/plan/plan.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { CommitField } from '../shared/CommitField.tsx';
import styles from './FactorField.module.css';

const PRESETS = [1.5, 2, 4, 8, 16, 32, 64, 128];

/** Typed (`5`, `0.5x`, `=3s`), stepped with the arrow keys and the steppers through the presets. */
export function FactorField({ region, resultMicros }: { readonly region: DocumentSpeedRegion; readonly resultMicros: number }) {
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

  function step(direction: 1 | -1) {
    const next = direction > 0 ? PRESETS.find((preset) => preset > region.factor) : PRESETS.findLast((preset) => preset < region.factor);
    const factor = next ?? (direction > 0 ? region.factor * 2 : region.factor / 2);
    actions.setFactor(region.id, Math.min(Math.max(factor, MIN_FACTOR), MAX_FACTOR));
  }

  return (
    <div className={styles.factor} ref={box}>
      <CommitField
        label="Factor"
        text={formatFactor(region.factor)}
        commit={commit}
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
