import { literalPattern } from '#core/screen/search/search.ts';
import type { Editor } from '#store/editor-store.ts';
import { currentHit } from '#store/search.ts';
import type { EditorState } from '#store/state.ts';
import { nearness } from './nearness.ts';
import { PREVIEW, placesOf } from './terminal-text.ts';

/** More than stand on one screen of anything that is looked for in earnest. */
const MAX_MARKS = 200;

/**
 * Marks in the preview what was found, wherever it stands on the screen that is shown, and the current hit more: boxes of a class over the
 * terminal, which is left as it is. (The browser's own highlights would have it paint the whole page anew in every
 * frame of a zoom.) Answers how to stop.
 */
export function markHit({ store }: Editor, markClass: string): () => void {
  const preview = document.querySelector(PREVIEW);
  if (!preview) return () => {};
  const layer = document.createElement('div');
  layer.ariaHidden = 'true';
  preview.append(layer);
  let drawn = '[]';
  let frame: number | undefined;

  function draw(): void {
    frame = undefined;
    const origin = layer.offsetParent?.getBoundingClientRect() ?? new DOMRect();
    const marks = marksIn(preview as Element, store.getState()).flatMap(({ range, isCurrent }) =>
      [...range.getClientRects()].map(({ left, top, width, height }) => ({
        isCurrent,
        style: `left:${left - origin.left}px;top:${top - origin.top}px;width:${width}px;height:${height}px`,
      })),
    );
    // What is drawn here is a change of the preview too.
    if (JSON.stringify(marks) === drawn) return;
    drawn = JSON.stringify(marks);
    layer.replaceChildren(
      ...marks.map(({ isCurrent, style }) => {
        const mark = document.createElement('div');
        mark.className = markClass;
        mark.dataset.part = 'hit-mark';
        mark.dataset.current = String(isCurrent);
        mark.style.cssText = style;
        return mark;
      }),
    );
  }
  function request(): void {
    frame ??= requestAnimationFrame(draw);
  }

  const screen = new MutationObserver(request);
  screen.observe(preview, { childList: true, characterData: true, attributes: true, subtree: true });
  const sizes = new ResizeObserver(request);
  sizes.observe(preview);
  const unsubscribe = store.subscribe((state, before) => {
    if (state.search !== before.search) request();
  });
  request();
  return () => {
    screen.disconnect();
    sizes.disconnect();
    unsubscribe();
    if (frame !== undefined) cancelAnimationFrame(frame);
    layer.remove();
  };
}

interface Mark {
  readonly range: Range;
  readonly isCurrent: boolean;
}

/** An expression may take long: of what one has found, the very text is marked. */
function marksIn(preview: Element, { search }: EditorState): readonly Mark[] {
  const hit = currentHit(search);
  if (!hit) return [];
  const { isRegex, matchesCase, text } = search.query;
  const pattern = isRegex ? literalPattern(hit.line.slice(hit.matchStart, hit.matchEnd), true) : literalPattern(text, matchesCase);
  const places = placesOf(preview, pattern, MAX_MARKS).map((place) => ({ ...place, nearness: nearness(hit, place) }));
  const most = Math.max(...places.map((place) => place.nearness));
  return places.map(({ range, nearness }) => ({ range, isCurrent: nearness === most }));
}
