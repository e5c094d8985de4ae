import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { Range } from '#core/lib/ranges.ts';
import { type EditRef, findRegion, isSameEdit, type RegionRef, regionLimits } from '#core/plan/document.ts';
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
  /** Whether the lane stays where it is, though the pointer is beyond it. */
  readonly staysInSight?: boolean;
  begin(): void;
  /** Null where there is nothing left to drag. */
  moveTo(pointerTime: number, attract: Attract): Reach | null;
  commit(): void;
  cancel(): void;
}

/** Makes an edit the one that is looked at: those that are selected with it stay so, of others it takes the place. */
export function lookAt({ store, actions }: Editor, ref: EditRef): void {
  const { selected } = store.getState();
  const others = selected.filter((other) => !isSameEdit(other, ref));
  actions.selectEdits(others.length < selected.length ? [...others, ref] : [ref]);
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
export function regionDrag(editor: Editor, ref: RegionRef, edge: Edge | null, pressTime: number): ActiveDrag | undefined {
  const { store, actions } = editor;
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
      lookAt(editor, ref);
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
  const { selection: before, selected: selectedBefore } = store.getState();
  const limits: Range<SourceTime> = { start: sourceTime(0), end: selectDuration(store.getState()) };
  const drag: Drag = { kind: 'select', anchor, limits, grabMicros };
  return {
    cursor,
    startsAtOnce: false,
    begin: () => actions.selectEdit(null),
    moveTo(pointerTime, attract) {
      const reach = pull(drag, pointerTime, attract);
      actions.select(reach.range);
      return reach;
    },
    commit() {},
    cancel() {
      actions.select(before);
      if (selectedBefore.length > 0) actions.selectEdits(selectedBefore);
    },
  };
}
