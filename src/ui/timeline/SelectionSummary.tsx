import { formatLength, formatTime } from '#core/cast/format-time.ts';
import { selectDuration, selectSelectedRegion, selectTimeMap } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';
import { fitViewport } from '#store/viewport.ts';
import { useEditorState } from '../editor-context.tsx';
import styles from './SelectionSummary.module.css';

/** What is selected: how long it lasts in the recording, and in the result. Without that, which part is in sight. */
export function SelectionSummary() {
  const selected = useEditorState(describeSelected);
  const visible = useEditorState(describeVisible);
  return (
    <p className={styles.summary} data-selected={selected !== ''}>
      {selected || visible}
    </p>
  );
}

/** A text, so that it renders only when there is something else to read. */
function describeSelected(state: EditorState): string {
  if (state.selected.length > 1) return `${state.selected.length.toLocaleString('en')} edits selected`;
  const range = state.selection ?? selectSelectedRegion(state);
  const map = selectTimeMap(state);
  if (!range || !map) return '';
  const end = Math.min(range.end, selectDuration(state));
  const resultMicros = map.toResult(range.end) - map.toResult(range.start);
  const lengths = [formatLength(end - range.start), formatLength(resultMicros)];
  return `Selected ${[...new Set(lengths)].join(' → ')}`;
}

function describeVisible(state: EditorState): string {
  const { viewport } = state;
  const whole = fitViewport(selectDuration(state));
  if (viewport.start === whole.start && viewport.end === whole.end) return '';
  const decimals = decimalsFor(viewport.end - viewport.start);
  return `${formatTime(viewport.start, decimals)} – ${formatTime(viewport.end, decimals)}`;
}

/** As many as tell the ends apart. */
function decimalsFor(spanMicros: number): number {
  if (spanMicros >= 60_000_000) return 0;
  return spanMicros >= 1_000_000 ? 1 : spanMicros >= 10_000 ? 3 : 6;
}
