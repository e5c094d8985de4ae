import { findCommand } from '#store/commands.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import { CommandButton } from '../shared/CommandButton.tsx';
import { useKey } from '../shared/use-key.ts';
import type { PreviewLoop } from './preview-loop.ts';
import { Times } from './Times.tsx';
import { ToggleButton } from './ToggleButton.tsx';
import styles from './Transport.module.css';

const RATES = [0.5, 0.75, 1, 1.5, 2, 4] as const;

/** Playing, stepping, and where one is. */
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
      <ShuttleSpeed />
      <Times loop={loop} />
      <LoopButton />
      <TimeLineSwitch />
      <RateSelect />
      <FullscreenButton />
    </div>
  );
}

function PlayButton() {
  const { store, actions } = useEditor();
  const isPlaying = useEditorState((state) => state.isPlaying);
  const play = findCommand('play');
  const isPossible = useEditorState((state) => play.run(state));
  const key = useKey('play');
  const label = isPlaying ? 'Pause' : 'Play';
  return (
    <Button
      className={styles.play}
      disabled={!isPossible}
      aria-label={label}
      aria-keyshortcuts={key.shortcuts}
      keyHint={key.name}
      onClick={() => play.run(store.getState(), actions)}
    >
      <svg width="10" height="10" viewBox="0 0 10 10" fill="currentColor" aria-hidden="true">
        <path d={isPlaying ? 'M1 0h3v10H1zM6 0h3v10H6z' : 'M1 0l8.5 5L1 10z'} />
      </svg>
      {label}
    </Button>
  );
}

/** How fast the shuttle plays, and which way; nothing where it does not. */
function ShuttleSpeed() {
  const speed = useEditorState(({ isPlaying, shuttle, playbackRate }) => (isPlaying && shuttle !== 1 ? shuttle * playbackRate : null));
  if (speed === null) return null;
  return (
    <span className={styles.shuttle} data-testid="shuttle-speed">
      {speed < 0 ? '−' : ''}
      {Math.abs(speed)}×
    </span>
  );
}

function LoopButton() {
  const isOn = useEditorState(({ isPlaying, playedRange }) => isPlaying && playedRange?.kind === 'loop');
  return (
    <ToggleButton id="loop" isOn={isOn}>
      <path d="M3 7.5v-1A2.5 2.5 0 0 1 5.5 4H13M10.5 1.5 13 4l-2.5 2.5M13 8.5v1a2.5 2.5 0 0 1-2.5 2.5H3M5.5 14.5 3 12l2.5-2.5" />
    </ToggleButton>
  );
}

function FullscreenButton() {
  const isOn = useEditorState((state) => state.isPreviewFullscreen);
  return (
    <ToggleButton id="fullscreen" isOn={isOn}>
      <path
        d={isOn ? 'M6 2.5V6H2.5M10 2.5V6h3.5M6 13.5V10H2.5M10 13.5V10h3.5' : 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10'}
      />
    </ToggleButton>
  );
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
