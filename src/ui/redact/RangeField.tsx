import { formatTime, parseTime } from '#core/cast/format-time.ts';
import { sourceTime } from '#core/cast/time.ts';
import type { DocumentRedaction } from '#core/plan/document.ts';
import { WHOLE_RECORDING } from '#core/plan/plan.ts';
import { useEditor } from '../editor-context.tsx';
import { CommitField } from '../shared/CommitField.tsx';
import { rangeEndText } from './redaction-text.ts';

interface RangeFieldProps {
  readonly redaction: DocumentRedaction;
  readonly edge: 'start' | 'end';
}

/** Where the range of a mask begins or ends, to be typed; an end may be left empty. */
export function RangeField({ redaction, edge }: RangeFieldProps) {
  const { actions } = useEditor();
  const { id, start, end } = redaction;

  function commit(typed: string): string | undefined {
    const isOpenEnd = edge === 'end' && /^\s*(end)?\s*$/i.test(typed);
    const micros = isOpenEnd ? WHOLE_RECORDING.end : parseTime(typed);
    if (micros === undefined) return `A time such as 12.5, 1:02.5 or 1:24:00${edge === 'end' ? ', or nothing' : ''}, not “${typed}”.`;
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
