import type { Gaps } from '#core/analyze/gaps.ts';
import { formatTime, speakTime } from '#core/cast/format-time.ts';
import { selectDuration, selectWaiting } from '#store/selectors.ts';
import { useEditorState } from '../editor-context.tsx';

/** What the pictures of the timeline say, in words for those who do not see them. */
export function ActivitySummary() {
  const duration = useEditorState(selectDuration);
  const events = useEditorState((state) => state.opened?.recording.events.length ?? 0);
  const waiting = useEditorState(selectWaiting);
  const longest = waiting && longestWait(waiting);
  return (
    <p className="visually-hidden">
      {`${speakTime(duration)}, ${events.toLocaleString('en')} events`}
      {longest ? `, longest wait ${speakTime(longest.micros)} at ${formatTime(longest.start)}.` : ', no wait of a second or more.'}
    </p>
  );
}

function longestWait({ starts, ends }: Gaps): { start: number; micros: number } | undefined {
  let longest: { start: number; micros: number } | undefined;
  starts.forEach((start, index) => {
    const micros = (ends[index] as number) - start;
    if (!longest || micros > longest.micros) longest = { start, micros };
  });
  return longest;
}
