import { useEffect, useRef } from 'react';
import { formatFactor } from '#core/plan/factor.ts';
import type { EditorState } from '#store/state.ts';
import { useEditor } from '../editor-context.tsx';
import styles from './Preview.module.css';
import type { PreviewLoop } from './preview-loop.ts';

/** Says how fast time runs while it runs faster than it was recorded. Written past React, which has no part in playing. */
export function FactorBadge({ loop }: { readonly loop: PreviewLoop }) {
  const { store } = useEditor();
  const badge = useRef<HTMLDivElement>(null);

  useEffect(() => {
    function write(): void {
      const text = badgeText(store.getState());
      const element = badge.current;
      if (!element || element.textContent === text) return;
      element.textContent = text;
      element.hidden = text === '';
    }
    write();
    return loop.onFrame(write);
  }, [loop, store]);

  return <div ref={badge} className={styles.factor} aria-hidden="true" data-testid="factor-badge" hidden />;
}

/** Empty where nothing is played, or not faster. */
function badgeText({ isPlaying, playing, playhead, document }: EditorState): string {
  if (!isPlaying || playing === 'source') return '';
  const region = document.speedRegions.find(({ start, end }) => start <= playhead && playhead < end);
  return region && region.factor > 1 ? formatFactor(region.factor) : '';
}
