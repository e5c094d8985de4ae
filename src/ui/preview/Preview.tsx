import { useEffect, useState } from 'react';
import type { EditorState } from '#store/state.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { FactorBadge } from './FactorBadge.tsx';
import { Player } from './Player.tsx';
import styles from './Preview.module.css';
import { PreviewLoop } from './preview-loop.ts';
import { Transport } from './Transport.tsx';

/** The recording as it will be seen, and what plays it. */
export function Preview() {
  const editor = useEditor();
  const [loop] = useState(() => new PreviewLoop(editor));
  useEffect(() => loop.start(), [loop]);
  const isInCut = useEditorState(selectIsInCut);

  return (
    <section className={styles.preview} aria-label="Preview">
      <div className={styles.stage}>
        <Player loop={loop} />
        {isInCut && <div className={styles.tag}>in a cut</div>}
        <FactorBadge loop={loop} />
      </div>
      <Transport loop={loop} />
    </section>
  );
}

/** Whether the playhead rests where the result shows nothing of its own: the screen is that of the seam. */
function selectIsInCut({ document, playhead, playing, isPlaying, scrubTime, opened }: EditorState): boolean {
  if (isPlaying || playing === 'source' || scrubTime !== null || !opened) return false;
  return document.cuts.some(({ start, end }) => start <= playhead && playhead < end);
}
