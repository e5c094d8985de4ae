import type { Gaps } from '#core/analyze/gaps.ts';
import { formatTime, speakTime } from '#core/cast/format-time.ts';
import { selectDuration, selectWaiting } from '#store/selectors.ts';
import { useEditorState } from '../editor-context.tsx';
import { speakKinds } from '../story/kind-spans.ts';

/** What the pictures of the timeline say, in words for those who do not see them. */
export function ActivitySummary() {
  const duration = useEditorState(selectDuration);
  const events = useEditorState((state) => state.opened?.recording.events.length ?? 0);
  const analysis = useEditorState((state) => state.analysis.analysis);
  const waiting = useEditorState(selectWaiting);
  const longest = waiting && longestWait(waiting);
  const parts = [
    `${speakTime(duration)}, ${events.toLocaleString('en')} events`,
    analysis && speakKinds(analysis.spans),
    longest ? `longest wait ${speakTime(longest.micros)} at ${formatTime(longest.start)}` : 'no wait of a second or more',
    analysis && (analysis.moments.length === 1 ? '1 moment worth seeing' : `${analysis.moments.length} moments worth seeing`),
  ];
  return <p className="visually-hidden">{`${parts.filter(Boolean).join(', ')}.`}</p>;
}

function longestWait({ starts, ends }: Gaps): { start: number; micros: number } | undefined {
  let longest: { start: number; micros: number } | undefined;
  starts.forEach((start, index) => {
    const micros = (ends[index] as number) - start;
    if (!longest || micros > longest.micros) longest = { start, micros };
  });
  return longest;
}
