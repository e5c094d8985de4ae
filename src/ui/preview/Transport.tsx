import { useEffect, useRef } from 'react';
import { formatTime } from '#core/cast/format-time.ts';
import { findCommand } from '#store/commands.ts';
import type { EditorState } from '#store/state.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import { CommandButton } from '../shared/CommandButton.tsx';
import { keyName } from '../shared/key-name.ts';
import { type PreviewLoop, resultLineOf, shownLine, sourceLineOf } from './preview-loop.ts';
import styles from './Transport.module.css';

const RATES = [0.5, 0.75, 1, 1.5, 2, 4] as const;

/** Playing, stepping, and where one is on both time lines. */
export function Transport({ loop }: { readonly loop: PreviewLoop }) {
  return (
    <div className={styles.transport}>
      <PlayButton />
      <div className={styles.steps}>
        <CommandButton id="previousChange" look="plain" showsKey={false}>
          ‹
        </CommandButton>
        <CommandButton id="nextChange" look="plain" showsKey={false}>
          ›
        </CommandButton>
      </div>
      <Times loop={loop} />
      <TimeLineSwitch />
      <RateSelect />
    </div>
  );
}

function PlayButton() {
  const { store, actions } = useEditor();
  const isPlaying = useEditorState((state) => state.isPlaying);
  const play = findCommand('play');
  const isPossible = useEditorState((state) => play.run(state));
  const label = isPlaying ? 'Pause' : 'Play';
  return (
    <Button
      className={styles.play}
      disabled={!isPossible}
      aria-label={label}
      aria-keyshortcuts="Space K"
      keyHint={keyName(' ')}
      onClick={() => play.run(store.getState(), actions)}
    >
      <svg width="10" height="10" viewBox="0 0 10 10" fill="currentColor" aria-hidden="true">
        <path d={isPlaying ? 'M1 0h3v10H1zM6 0h3v10H6z' : 'M1 0l8.5 5L1 10z'} />
      </svg>
      {label}
    </Button>
  );
}

/** Twelve times a second: more often the digits cannot be read, and writing them costs layout. */
const WRITE_EVERY_MILLIS = 80;

/** Written past React: it would compare the whole row on every frame. */
function Times({ loop }: { readonly loop: PreviewLoop }) {
  const { store } = useEditor();
  const position = useRef<HTMLSpanElement>(null);
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
      <span className={styles.position} ref={position} />
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

const TIME_LINES = [
  { value: 'result', label: 'Result' },
  { value: 'source', label: 'Source' },
] as const;

function TimeLineSwitch() {
  const { actions } = useEditor();
  const playing = useEditorState((state) => state.playing);
  return (
    <div className={styles.switch} role="radiogroup" aria-label="Time line">
      {TIME_LINES.map(({ value, label }) => (
        <label key={value} className={styles.choice}>
          <input
            type="radio"
            className="visually-hidden"
            name="time-line"
            value={value}
            checked={playing === value}
            onChange={() => actions.setPlaying(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}

function RateSelect() {
  const { actions } = useEditor();
  const rate = useEditorState((state) => state.playbackRate);
  return (
    <select
      className={styles.rate}
      aria-label="Playback speed"
      value={rate}
      onChange={({ target }) => actions.setPlaybackRate(Number(target.value))}
    >
      {RATES.map((value) => (
        <option key={value} value={value}>
          {value}×
        </option>
      ))}
    </select>
  );
}
