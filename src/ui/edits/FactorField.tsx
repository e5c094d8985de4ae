import { type MouseEvent, useCallback } from 'react';
import type { DocumentSpeedRegion } from '#core/plan/document.ts';
import { formatFactor, parseFactor } from '#core/plan/factor.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { afterClick } from '../shared/after-click.ts';
import { CommitField, type StepSize } from '../shared/CommitField.tsx';
import styles from './FactorField.module.css';
import { steppedFactor } from './factor-presets.ts';

interface FactorFieldProps {
  readonly region: DocumentSpeedRegion;
  /** How long the region lasts in the result. */
  readonly resultMicros: number;
  /** What of that is holds, which no factor changes. */
  readonly heldMicros: number;
}

/** Typed (`5`, `0.5x`, `=3s`), or stepped through with the steppers, the arrow keys and the page keys. */
export function FactorField({ region, resultMicros, heldMicros }: FactorFieldProps) {
  const { actions } = useEditor();
  const isAskedFor = useEditorState((state) => state.factorAskedFor === region.id);
  const answer = useCallback(() => actions.askForFactor(null), [actions]);

  function commit(typed: string): string | undefined {
    const input = parseFactor(typed, (resultMicros - heldMicros) * region.factor, heldMicros);
    if ('problem' in input) return input.problem;
    actions.setFactor(region.id, input.factor);
    return undefined;
  }

  const step = (direction: 1 | -1, size?: StepSize) => actions.setFactor(region.id, steppedFactor(region.factor, direction, size));

  function press(event: MouseEvent<HTMLButtonElement>, direction: 1 | -1): void {
    step(direction);
    afterClick(event);
  }

  return (
    <CommitField
      label="Factor"
      text={formatFactor(region.factor)}
      commit={commit}
      step={step}
      focusRequest={isAskedFor ? answer : undefined}
      hint="A factor such as 5 or 0.5, or a wanted length such as =3s"
    >
      <span className={styles.steppers} data-part="steppers">
        <button type="button" tabIndex={-1} aria-label="Faster" onClick={(event) => press(event, 1)}>
          ▴
        </button>
        <button type="button" tabIndex={-1} aria-label="Slower" onClick={(event) => press(event, -1)}>
          ▾
        </button>
      </span>
    </CommitField>
  );
}
