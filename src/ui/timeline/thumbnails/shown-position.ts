import { upperBound } from '#core/lib/binary-search.ts';
import type { EditorState } from '#store/state.ts';

/**
 * The position whose screen is seen at an instant: of those with the same screen the first, so that it has one picture
 * only. Undefined as long as the index has not come that far.
 */
export function shownPosition({ opened, screenIndex }: Pick<EditorState, 'opened' | 'screenIndex'>, time: number): number | undefined {
  if (!opened) return undefined;
  const position = upperBound(opened.recording.events.times, time);
  const { changes } = screenIndex;
  if (!changes) return position <= screenIndex.position ? position : undefined;
  return changes[upperBound(changes, position) - 1] ?? 0;
}
