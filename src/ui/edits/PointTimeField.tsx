import { formatExactTime, formatTime } from '#core/cast/format-time.ts';
import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import { parseTimeEntry } from '#core/cast/time-entry.ts';
import { selectDuration } from '#store/selectors.ts';
import { useEditor } from '../editor-context.tsx';
import { CommitField } from '../shared/CommitField.tsx';
import { withinShown } from './within-shown.ts';

interface PointTimeFieldProps {
  readonly label: string;
  readonly time: SourceTime;
  readonly setTime: (time: SourceTime) => void;
  readonly focusRequest?: (() => void) | undefined;
}

/** Where a hold or a marker is, to be typed: anywhere in the recording. */
export function PointTimeField({ label, time, setTime, focusRequest }: PointTimeFieldProps) {
  const { store } = useEditor();

  function commit(typed: string): string | undefined {
    const duration = selectDuration(store.getState());
    const entry = parseTimeEntry(typed, { currentMicros: time, wholeMicros: duration });
    if ('problem' in entry) return entry.problem;
    const micros = withinShown(entry.micros, { start: 0, end: duration });
    if (micros < 0) return 'Not before 0:00.0, where the recording begins.';
    if (micros > duration) return `Not after ${formatExactTime(duration)}, where the recording ends.`;
    setTime(sourceTime(micros));
    return undefined;
  }

  return (
    <CommitField
      label={label}
      text={formatTime(time)}
      editText={formatExactTime(time)}
      commit={commit}
      focusRequest={focusRequest}
      hint="A time of the recording such as 1:02.5, +5, -0.5 or 50%"
    />
  );
}
