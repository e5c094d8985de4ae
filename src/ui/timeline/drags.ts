import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { findRegion, type RegionRef, regionLimits } from '#core/plan/document.ts';
import type { Editor } from '#store/editor-store.ts';
import { regionName, selectDuration } from '#store/selectors.ts';
import { type Attract, type Drag, type Edge, pull } from './gestures.ts';

/** One drag from press to release. Times are those under the pointer, unclamped. */
export interface ActiveDrag {
  /** What the cursor shows meanwhile. */
  readonly cursor: 'grabbing' | 'ew-resize' | 'text' | 'default';
  /** Whether a press alone already acts, without the pointer having moved. */
  readonly startsAtOnce: boolean;
  begin(): void;
  /** Answers what the dragged thing has snapped to. */
  moveTo(pointerTime: number, attract: Attract): SourceTime | null;
  commit(): void;
  cancel(): void;
}

/** Moves the playhead along with the pointer. `grabMicros`: pointer minus playhead, where its head was taken. */
export function scrubDrag({ store, actions }: Editor, grabMicros = 0): ActiveDrag {
  const before = store.getState().playhead;
  return {
    cursor: 'default',
    startsAtOnce: grabMicros === 0,
    begin() {},
    moveTo(pointerTime) {
      actions.seek(sourceTime(pointerTime - grabMicros));
      return null;
    },
    commit() {},
    cancel: () => actions.seek(before),
  };
}

/** Moves a region, or one of its edges; undefined where it is gone. */
export function regionDrag({ store, actions }: Editor, ref: RegionRef, edge: Edge | null, pressTime: number): ActiveDrag | undefined {
  const state = store.getState();
  const before = findRegion(state.document, ref);
  if (!before) return undefined;
  const limits = regionLimits(state.document, ref, selectDuration(state));
  const grabMicros = pressTime - before[edge ?? 'start'];
  const drag: Drag = edge ? { kind: 'resize', edge, before, limits, grabMicros } : { kind: 'move', before, limits, grabMicros };
  return {
    cursor: edge ? 'ew-resize' : 'grabbing',
    startsAtOnce: false,
    begin() {
      actions.selectRegion(ref);
      // A key that is held on a handle began one: the drag takes its place.
      actions.commitGesture();
      actions.beginGesture(`${edge ? 'Resize' : 'Move'} ${regionName(state, ref)}`);
    },
    moveTo(pointerTime, attract) {
      // Another recording or plan came meanwhile, and ended the gesture.
      if (!store.getState().gesture) return null;
      const { range, at, snappedTo } = pull(drag, pointerTime, attract);
      if (range) actions.place(ref, range);
      if (edge) actions.scrub(at);
      return snappedTo;
    },
    commit: actions.commitGesture,
    cancel: actions.cancelGesture,
  };
}

/** Selects from the anchor to the pointer. */
export function selectionDrag(
  { store, actions }: Editor,
  anchor: SourceTime,
  grabMicros: number,
  cursor: ActiveDrag['cursor'],
): ActiveDrag {
  const { selection: before, selectedRegion: regionBefore } = store.getState();
  const limits: Range<SourceTime> = { start: sourceTime(0), end: selectDuration(store.getState()) };
  const drag: Drag = { kind: 'select', anchor, limits, grabMicros };
  return {
    cursor,
    startsAtOnce: false,
    begin: () => actions.selectRegion(null),
    moveTo(pointerTime, attract) {
      const { range, snappedTo } = pull(drag, pointerTime, attract);
      actions.select(range);
      return snappedTo;
    },
    commit() {},
    cancel() {
      actions.select(before);
      if (regionBefore) actions.selectRegion(regionBefore);
    },
  };
}
