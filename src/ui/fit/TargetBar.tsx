import { useCallback } from 'react';
import { selectFit, selectWhyNoTarget } from '#store/analysis-selectors.ts';
import { selectDuration } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { afterClick } from '../shared/after-click.ts';
import { CommitField } from '../shared/CommitField.tsx';
import styles from './TargetBar.module.css';
import { TargetSlider } from './TargetSlider.tsx';
import { formatTarget, parseTarget, TARGET_CHIPS } from './target-length.ts';

/** How long the result shall be. */
export function TargetBar() {
  const whyNot = useEditorState(selectWhyNoTarget);
  return (
    <fieldset className={styles.bar} aria-label="Fit to a length" disabled={whyNot !== ''} title={whyNot || undefined}>
      <KeptMoments />
      <TargetSlider />
      <div className={styles.chips}>
        {TARGET_CHIPS.map((chip) => (
          <TargetChip key={chip.micros} {...chip} />
        ))}
        <CustomTarget />
      </div>
    </fieldset>
  );
}

/** The target that is fitted to, or will be once it is known what the recording is about. */
const selectTarget = ({ document, awaitedTargetMicros }: EditorState): number | undefined => awaitedTargetMicros ?? document.targetMicros;

interface TargetChipProps {
  readonly micros: number;
  readonly label: string;
}

function TargetChip({ micros, label }: TargetChipProps) {
  const { actions } = useEditor();
  const isPressed = useEditorState((state) => selectTarget(state) === micros);
  const isAwaited = useEditorState((state) => state.awaitedTargetMicros === micros);

  return (
    <button
      type="button"
      className={styles.chip}
      aria-label={label}
      aria-pressed={isPressed}
      aria-busy={isAwaited}
      title={isAwaited ? 'Will be fitted once the recording is looked through' : isPressed ? 'Stop fitting' : `Fit the result to ${label}`}
      onClick={(event) => {
        if (isPressed) actions.stopFitting(false);
        else actions.fitTo(micros);
        afterClick(event);
      }}
    >
      {label}
      {isAwaited && '…'}
    </button>
  );
}

/** More are written smaller. */
const ROOM_CHARACTERS = 7;

/** A length of one's own, typed. Shows the target where none of the chips does. */
function CustomTarget() {
  const { actions } = useEditor();
  const target = useEditorState(selectTarget);
  const isAwaited = useEditorState((state) => state.awaitedTargetMicros !== null);
  const isAskedFor = useEditorState((state) => state.isTargetAskedFor);
  const answer = useCallback(() => actions.enteredTarget(), [actions]);
  const longestMicros = useEditorState(selectDuration);
  const isOwn = target !== undefined && !TARGET_CHIPS.some(({ micros }) => micros === target);

  function commit(typed: string): string | undefined {
    if (typed.trim() === '') {
      if (target !== undefined) actions.stopFitting(false);
      return undefined;
    }
    const input = parseTarget(typed, longestMicros);
    if ('problem' in input) return input.problem;
    actions.fitTo(input.micros);
    return undefined;
  }

  const text = isOwn ? `${formatTarget(target)}${isAwaited ? '…' : ''}` : '';
  return (
    <div className={styles.custom} data-own={isOwn} data-long={text.length > ROOM_CHARACTERS}>
      <CommitField
        label="Custom target"
        isLabelHidden
        placeholder="Custom"
        hint="A length such as 40, 90s or 1:30 (T)"
        text={text}
        editText={target === undefined ? '' : formatTarget(target)}
        commit={commit}
        focusRequest={isAskedFor ? answer : undefined}
      />
    </div>
  );
}

/** How much of the story the target has room for: seen to fall while the slider moves. */
function KeptMoments() {
  const { actions } = useEditor();
  const kept = useEditorState((state) => selectFit(state)?.kept.length);
  if (kept === undefined) return null;
  return (
    <button
      type="button"
      className={styles.kept}
      aria-label={kept === 1 ? '1 moment' : `${kept} moments`}
      title="Show the moments"
      onClick={(event) => {
        actions.showPanel('moments');
        afterClick(event);
      }}
    >
      {kept}
      <span className={styles.unit}>{kept === 1 ? ' moment' : ' moments'}</span>
    </button>
  );
}
