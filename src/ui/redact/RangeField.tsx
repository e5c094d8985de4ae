import { formatTime } from '#core/cast/format-time.ts';
import { sourceTime } from '#core/cast/time.ts';
import { parseTimeEntry } from '#core/cast/time-entry.ts';
import type { DocumentRedaction } from '#core/plan/document.ts';
import { WHOLE_RECORDING } from '#core/plan/plan.ts';
import { selectDuration } from '#store/selectors.ts';
import { useEditor } from '../editor-context.tsx';
import { CommitField } from '../shared/CommitField.tsx';
import { rangeEndText } from './redaction-text.ts';

interface RangeFieldProps {
  readonly redaction: DocumentRedaction;
  readonly edge: 'start' | 'end';
}

/** Where the range of a mask begins or ends, to be typed; an end may be left empty. */
export function RangeField({ redaction, edge }: RangeFieldProps) {
  const { store, actions } = useEditor();
  const { id, start, end } = redaction;

  function commit(typed: string): string | undefined {
    const isOpenEnd = edge === 'end' && /^\s*(end)?\s*$/i.test(typed);
    const wholeMicros = selectDuration(store.getState());
    const entry = parseTimeEntry(typed, { currentMicros: Math.min(redaction[edge], wholeMicros), wholeMicros });
    if ('problem' in entry && !isOpenEnd)
      return edge === 'end' ? `${entry.problem} Nothing means the end of the recording.` : entry.problem;
    const micros = 'problem' in entry ? WHOLE_RECORDING.end : entry.micros;
    if (micros < 0) return 'Not before 0:00.0, where the recording begins.';
    const range = { start, end, [edge]: sourceTime(micros) };
    if (range.start >= range.end)
      return edge === 'start' ? `Must be before its end, ${rangeEndText(end)}.` : `Must be after its start, ${formatTime(start)}.`;
    actions.placeRedaction(id, range);
    return undefined;
  }

  return (
    <CommitField
      label={edge === 'start' ? 'Start' : 'End'}
      text={edge === 'start' ? formatTime(start) : rangeEndText(end)}
      hint={edge === 'end' ? 'Empty: to the end of the recording' : 'What is on screen from here on is masked'}
      commit={commit}
    />
  );
}
