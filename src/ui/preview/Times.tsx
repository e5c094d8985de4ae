import { useEffect, useRef } from 'react';
import { formatTime } from '#core/cast/format-time.ts';
import type { EditorState } from '#store/state.ts';
import { resultLineOf, shownLine, sourceLineOf } from '#store/time-line.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { useKey } from '../shared/use-key.ts';
import { GoToTime } from './GoToTime.tsx';
import type { PreviewLoop } from './preview-loop.ts';
import styles from './Transport.module.css';

/** Twelve times a second: more often the digits cannot be read, and writing them costs layout. */
const WRITE_EVERY_MILLIS = 80;

/** Where one is on both time lines. Written past React: it would compare the whole row on every frame. */
export function Times({ loop }: { readonly loop: PreviewLoop }) {
  const { store, actions } = useEditor();
  const isTimeAskedFor = useEditorState((state) => state.isTimeAskedFor);
  const key = useKey('goToTime');
  const position = useRef<HTMLButtonElement>(null);
  const duration = useRef<HTMLSpanElement>(null);
  const other = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    let writtenAt = Number.NEGATIVE_INFINITY;
    function write(): void {
      const state = store.getState();
      const now = performance.now();
      if (state.isPlaying && now - writtenAt < WRITE_EVERY_MILLIS) return;
      writtenAt = now;
      const texts = timeTexts(state, loop);
      setText(position.current, texts.position);
      setText(duration.current, ` / ${texts.duration}`);
      setText(other.current, ` ${texts.other}`);
    }
    write();
    return loop.onFrame(write);
  }, [loop, store]);

  return (
    <div className={styles.times}>
      {isTimeAskedFor && <GoToTime loop={loop} />}
      <button
        type="button"
        className={styles.position}
        data-covered={isTimeAskedFor}
        ref={position}
        // The digits are no part of the name: it would be told anew while they run.
        aria-label="Position, go to a time"
        aria-keyshortcuts={key.shortcuts}
        title={key.name ? `Go to a time (${key.name})` : 'Go to a time'}
        onClick={({ currentTarget, detail }) => {
          if (detail > 0) currentTarget.blur();
          actions.askForTime();
        }}
      />
      <span ref={duration} />
      <span className={styles.other} ref={other} />
    </div>
  );
}

function timeTexts(state: EditorState, loop: PreviewLoop): { position: string; duration: string; other: string } {
  const line = shownLine(state);
  const isSource = state.playing === 'source';
  const otherLine = isSource ? resultLineOf(state) : sourceLineOf(state);
  return {
    position: formatTime(loop.positionOn(line)),
    duration: formatTime(line.durationMicros),
    other: `${isSource ? 'result' : 'source'} ${formatTime(loop.positionOn(otherLine))}`,
  };
}

function setText(element: HTMLElement | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
