import { formatTime, parseTime } from '#core/cast/format-time.ts';
import { sourceTime } from '#core/cast/time.ts';
import { type DocumentRegion, type RegionRef, regionLimits } from '#core/plan/document.ts';
import { selectDuration } from '#store/selectors.ts';
import { useEditor } from '../editor-context.tsx';
import { CommitField } from '../shared/CommitField.tsx';

/** Times are shown in tenths of a second: the time of a neighbour, typed as one reads it, is the neighbour's. */
const SHOWN_ROUNDING_MICROS = 50_000;

interface EdgeFieldProps {
  readonly kind: RegionRef['kind'];
  readonly region: DocumentRegion;
  readonly edge: 'start' | 'end';
}

/** The start or the end of a region, to be typed. Neighbours of the same kind are its bounds, as when it is dragged. */
export function EdgeField({ kind, region, edge }: EdgeFieldProps) {
  const { store, actions } = useEditor();

  function commit(typed: string): string | undefined {
    const state = store.getState();
    const ref = { kind, id: region.id };
    const micros = parseTime(typed);
    if (micros === undefined) return `A time such as 12.5, 1:02.5 or 1:24:00, not “${typed}”.`;
    const duration = selectDuration(state);
    const limit = regionLimits(state.document, ref, duration)[edge];
    const beyondMicros = edge === 'start' ? limit - micros : micros - limit;
    if (beyondMicros > SHOWN_ROUNDING_MICROS) {
      if (edge === 'start') return `Not before ${exactTime(limit)}, where the ${kind} before it ends.`;
      return `Not after ${exactTime(limit)}, where the ${limit === duration ? 'recording ends' : `next ${kind} begins`}.`;
    }
    const time = beyondMicros > 0 ? limit : sourceTime(micros);
    if (edge === 'start' && time >= region.end) return `Must be before its end, ${exactTime(region.end)}.`;
    if (edge === 'end' && time <= region.start) return `Must be after its start, ${exactTime(region.start)}.`;
    actions.place(ref, { start: region.start, end: region.end, [edge]: time });
    return undefined;
  }

  return (
    <CommitField
      label={edge === 'start' ? 'Start' : 'End'}
      text={formatTime(region[edge])}
      editText={exactTime(region[edge])}
      commit={commit}
    />
  );
}

/** As many digits as the time has, and one at least: what is typed back is the same instant. */
function exactTime(micros: number): string {
  let decimals = 6;
  while (decimals > 1 && micros % 10 ** (7 - decimals) === 0) decimals -= 1;
  return formatTime(micros, decimals);
}
