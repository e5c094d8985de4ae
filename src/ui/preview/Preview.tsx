import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { EditorState } from '#store/state.ts';
import { shownLine } from '#store/time-line.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { CommandButton } from '../shared/CommandButton.tsx';
import { FactorBadge } from './FactorBadge.tsx';
import { Player } from './Player.tsx';
import styles from './Preview.module.css';
import { PreviewLoop } from './preview-loop.ts';
import { Transport } from './Transport.tsx';
import { useFullscreen } from './use-fullscreen.ts';

const HINT_ID = 'screen-hint';

/** The recording as it will be seen, and what plays it. */
export function Preview() {
  const editor = useEditor();
  const [loop] = useState(() => new PreviewLoop(editor));
  useEffect(() => loop.start(), [loop]);
  const isInCut = useEditorState(selectIsInCut);
  const section = useRef<HTMLElement>(null);
  const screen = useRef<HTMLDivElement>(null);
  useFullscreen(section, screen);

  /** On its way down: the player stops keys on their way up. */
  function onKeyDown(event: KeyboardEvent): void {
    if (!/^[0-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    const line = shownLine(editor.store.getState());
    editor.actions.seek(line.sourceAt((Number(event.key) / 10) * line.durationMicros), true);
  }

  return (
    <section ref={section} className={styles.preview} aria-label="Preview">
      <div className={styles.stage}>
        <Player loop={loop} screen={screen} describedBy={HINT_ID} onKeyDownCapture={onKeyDown} />
        <p id={HINT_ID} className="visually-hidden">
          0 to 9 go to 0 to 90 percent. Read screen gives the text.
        </p>
        {isInCut && <div className={styles.tag}>in a cut</div>}
        <FactorBadge loop={loop} />
        <div className={styles.reading}>
          <CommandButton id="readScreen" />
        </div>
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
