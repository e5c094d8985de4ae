import { selectDuration, selectMarkers, selectWaiting } from '#store/selectors.ts';
import { useEditorState } from '../editor-context.tsx';
import { speakActivity } from './speak-activity.ts';

/** Of the element that says what the pictures of the timeline show: they are described by it. */
export const SUMMARY_ID = 'timeline-summary';

/** What the pictures of the timeline say, in words for those who do not see them. */
export function ActivitySummary() {
  const duration = useEditorState(selectDuration);
  const waiting = useEditorState(selectWaiting);
  const analysis = useEditorState((state) => state.analysis.analysis);
  const { cuts, speedRegions, holds } = useEditorState((state) => state.document);
  const markerCount = useEditorState((state) => selectMarkers(state).length);
  const parts = [
    waiting && speakActivity(waiting, duration),
    analysis && counted(analysis.moments.length, 'moment worth seeing', 'moments worth seeing'),
    counted(cuts.length + speedRegions.length + holds.length, 'edit'),
    markerCount > 0 && counted(markerCount, 'marker'),
  ];
  return (
    <p id={SUMMARY_ID} className="visually-hidden">
      {`${parts.filter(Boolean).join('; ')}.`}
    </p>
  );
}

const counted = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
