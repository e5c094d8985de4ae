import { formatExactTime, formatTime } from '#core/cast/format-time.ts';
import { sourceTime } from '#core/cast/time.ts';
import { parseTimeEntry } from '#core/cast/time-entry.ts';
import { type DocumentRegion, type RegionRef, regionLimits } from '#core/plan/document.ts';
import { selectDuration } from '#store/selectors.ts';
import { useEditor } from '../editor-context.tsx';
import { CommitField } from '../shared/CommitField.tsx';
import { usePlaceRequest } from './use-place-request.ts';
import { withinShown } from './within-shown.ts';

interface EdgeFieldProps {
  readonly kind: RegionRef['kind'];
  readonly region: DocumentRegion;
  readonly edge: 'start' | 'end';
}

/** The start or the end of a region, to be typed. Neighbours of the same kind are its bounds, as when it is dragged. */
export function EdgeField({ kind, region, edge }: EdgeFieldProps) {
  const { store, actions } = useEditor();
  const placeRequest = usePlaceRequest(kind, region.id);

  function commit(typed: string): string | undefined {
    const state = store.getState();
    const ref = { kind, id: region.id };
    const duration = selectDuration(state);
    const entry = parseTimeEntry(typed, { currentMicros: region[edge], wholeMicros: duration });
    if ('problem' in entry) return entry.problem;
    const limits = regionLimits(state.document, ref, duration);
    const micros = withinShown(entry.micros, limits);
    if (edge === 'start' && micros < limits.start) {
      return `Not before ${formatExactTime(limits.start)}, where the ${limits.start === 0 ? 'recording begins' : `${kind} before it ends`}.`;
    }
    if (edge === 'end' && micros > limits.end) {
      return `Not after ${formatExactTime(limits.end)}, where the ${limits.end === duration ? 'recording ends' : `next ${kind} begins`}.`;
    }
    if (edge === 'start' && micros >= region.end) return `Must be before its end, ${formatExactTime(region.end)}.`;
    if (edge === 'end' && micros <= region.start) return `Must be after its start, ${formatExactTime(region.start)}.`;
    actions.place(ref, { start: region.start, end: region.end, [edge]: sourceTime(micros) });
    return undefined;
  }

  return (
    <CommitField
      label={edge === 'start' ? 'Start' : 'End'}
      text={formatTime(region[edge])}
      editText={formatExactTime(region[edge])}
      commit={commit}
      focusRequest={edge === 'start' ? placeRequest : undefined}
      hint="A time of the recording such as 1:02.5, +5, -0.5 or 50%"
    />
  );
}
