import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { findRegion, type RegionRef, regionLimits } from '#core/plan/document.ts';
import type { Editor } from '#store/editor-store.ts';
import { regionName, selectDuration } from '#store/selectors.ts';
import { type Attract, type Drag, type Edge, type Pull, pull } from './gestures.ts';

/** What is dragged, and what it has snapped to. */
export type Reach = Pick<Pull, 'at' | 'snappedTo'>;

/** One drag from press to release. Times are those under the pointer, unclamped. */
export interface ActiveDrag {
  /** What the cursor shows meanwhile. */
  readonly cursor: 'grabbing' | 'ew-resize' | 'text' | 'default';
  /** Whether a press alone already acts, without the pointer having moved. */
  readonly startsAtOnce: boolean;
  begin(): void;
  /** Null where there is nothing left to drag. */
  moveTo(pointerTime: number, attract: Attract): Reach | null;
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
      return { at: store.getState().playhead, snappedTo: null };
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
      const reach = pull(drag, pointerTime, attract);
      if (reach.range) actions.place(ref, reach.range);
      if (edge) actions.scrub(reach.at);
      return reach;
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
      const reach = pull(drag, pointerTime, attract);
      actions.select(reach.range);
      return reach;
    },
    commit() {},
    cancel() {
      actions.select(before);
      if (regionBefore) actions.selectRegion(regionBefore);
    },
  };
}
