import { formatTime, parseTime } from '#core/cast/format-time.ts';
import { sourceTime } from '#core/cast/time.ts';
import { type DocumentRegion, type RegionRef, regionLimits } from '#core/plan/document.ts';
import { selectDuration } from '#store/selectors.ts';
import { useEditor } from '../editor-context.tsx';
import { CommitField } from '../shared/CommitField.tsx';

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
    const limits = regionLimits(state.document, ref, selectDuration(state));
    const from = edge === 'start' ? limits.start : region.start + 1;
    const to = edge === 'start' ? region.end - 1 : limits.end;
    if (micros < from)
      return edge === 'start'
        ? `Not before ${exactTime(from)}, where the ${kind} before it ends.`
        : `Must be after its start, ${exactTime(region.start)}.`;
    if (micros > to) return edge === 'start' ? `Must be before its end, ${exactTime(region.end)}.` : `Not after ${exactTime(to)}.`;
    actions.place(ref, { start: region.start, end: region.end, [edge]: sourceTime(micros) });
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
