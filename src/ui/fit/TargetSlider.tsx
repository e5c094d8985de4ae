import { type CSSProperties, type KeyboardEvent, useEffect, useState } from 'react';
import { speakTime } from '#core/cast/format-time.ts';
import { selectDuration, selectTimeMap } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import styles from './TargetBar.module.css';
import { TargetDrag } from './target-drag.ts';
import { shareOf, steppedTarget, targetAt } from './target-length.ts';

/** Finer than the slider has pixels. */
const POSITIONS = 1000;

/** The length on a line, to be dragged or stepped; without a target, that of the result. */
export function TargetSlider() {
  const editor = useEditor();
  const [drag] = useState(() => new TargetDrag(editor));
  useEffect(() => drag.listen(), [drag]);
  const longestMicros = useEditorState(selectDuration);
  const micros = useEditorState(shownMicros);
  const share = shareOf(micros, longestMicros);
  const hasTarget = useEditorState(({ document, awaitedTargetMicros }) => (awaitedTargetMicros ?? document.targetMicros) !== undefined);

  function onKeyDown(event: KeyboardEvent): void {
    const steps = STEPS[event.key];
    if (steps === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    drag.key(event.key, event.repeat, steppedTarget(micros, steps * (event.shiftKey ? 10 : 1), longestMicros));
  }

  return (
    <input
      type="range"
      className={styles.slider}
      aria-label="Target length"
      aria-valuetext={hasTarget ? speakTime(micros) : `No target, the result is ${speakTime(micros)}`}
      data-idle={!hasTarget}
      style={{ '--share': `${share * 100}%` } as CSSProperties}
      min={0}
      max={POSITIONS}
      value={Math.round(share * POSITIONS)}
      onPointerDown={() => drag.begin()}
      onChange={({ target }) => drag.move(targetAt(Number(target.value) / POSITIONS, longestMicros))}
      onPointerUp={() => drag.end()}
      onPointerCancel={() => drag.end()}
      onKeyDown={onKeyDown}
      onKeyUp={({ key }) => drag.keyUp(key)}
      onBlur={() => drag.end()}
    />
  );
}

/** How far each key goes, in steps. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

function shownMicros(state: EditorState): number {
  return state.awaitedTargetMicros ?? state.document.targetMicros ?? selectTimeMap(state)?.resultDuration ?? selectDuration(state);
}
