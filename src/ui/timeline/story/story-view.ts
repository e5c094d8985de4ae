import type { Analysis } from '#core/analyze/analysis.ts';
import type { TimeMap } from '#core/plan/time-map.ts';
import { rememberLast } from '#store/selectors.ts';
import { type KindColumns, type KindRun, kindColumns, kindRuns } from './kind-runs.ts';
import { type MomentColumns, momentColumns, readableMoments } from './moment-marks.ts';

/** What the timeline works out once for an analysis, and then draws from. */
export interface StoryView {
  readonly kinds: KindColumns;
  readonly moments: MomentColumns;
  /** Of each moment whether the result lets one read it. */
  readonly readableIn: (map: TimeMap) => readonly boolean[];
  readonly runsOf: (viewport: { readonly start: number; readonly end: number }, widthPx: number) => readonly KindRun[];
}

const views = new WeakMap<Analysis, StoryView>();

export function storyView(analysis: Analysis): StoryView {
  const known = views.get(analysis);
  if (known) return known;
  const kinds = kindColumns(analysis.spans);
  const view: StoryView = {
    kinds,
    moments: momentColumns(analysis.moments),
    readableIn: rememberLast((map: TimeMap) => readableMoments(analysis.moments, map)),
    runsOf: rememberLast((viewport, widthPx) => kindRuns(kinds, { viewport, widthPx })),
  };
  views.set(analysis, view);
  return view;
}
