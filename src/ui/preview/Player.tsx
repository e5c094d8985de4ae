import '@fontsource-variable/jetbrains-mono/wght.css';
import { type KeyboardEventHandler, type RefObject, useEffect, useState } from 'react';
import type { TerminalSize } from '#core/cast/recording.ts';
import { shownLine } from '#store/time-line.ts';
import { useEditor } from '../editor-context.tsx';
import styles from './Player.module.css';
import { type StartedPlayer, startPlayer } from './player-driver.ts';
import type { PreviewLoop } from './preview-loop.ts';
import { PreviewScreen } from './preview-screen.ts';
import { createVeil } from './veil.ts';

const FONT_FAMILY = '"JetBrains Mono Variable", ui-monospace, monospace';
/** Until a recording says otherwise. */
const INITIAL_SIZE: TerminalSize = { cols: 80, rows: 24 };
const READY_TIMEOUT_MILLIS = 10_000;

interface PlayerProps {
  readonly loop: PreviewLoop;
  /** The element that takes the focus. */
  readonly screen: RefObject<HTMLDivElement | null>;
  readonly describedBy: string;
  readonly onKeyDownCapture: KeyboardEventHandler;
}

/** The terminal. One player serves as long as this is mounted; whatever it shows is told to it by the loop. */
export function Player({ loop, screen: frame, describedBy, onKeyDownCapture }: PlayerProps) {
  const { store, actions } = useEditor();
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    const frameElement = frame.current;
    if (!frameElement) return;
    const mount = document.createElement('div');
    mount.className = styles.mount as string;
    frameElement.append(mount);
    let player: StartedPlayer | undefined;
    let detach: (() => void) | undefined;
    let isOver = false;

    async function start(element: HTMLElement): Promise<void> {
      const { create } = await loadPlayer();
      if (isOver) return;
      player = startPlayer(
        create,
        mount,
        { play: actions.play, pause: actions.pause, positionMicros: () => loop.positionOn(shownLine(store.getState())) },
        {
          size: store.getState().opened?.recording.header.size ?? INITIAL_SIZE,
          fontFamily: FONT_FAMILY,
          timeoutMillis: READY_TIMEOUT_MILLIS,
        },
      );
      const terminal = await player.ready;
      // A player that was disposed of early is made ready all the same.
      if (isOver) return;
      detach = loop.attach(new PreviewScreen(terminal, createVeil(element, mount)));
    }
    start(frameElement).catch((error: unknown) => {
      if (isOver) return;
      player?.dispose();
      setProblem(error instanceof Error ? error.message : String(error));
    });

    return () => {
      isOver = true;
      detach?.();
      player?.dispose();
      mount.remove();
    };
  }, [loop, frame, store, actions]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: it holds no fields
    <div
      className={styles.frame}
      ref={frame}
      data-testid="preview"
      data-part="screen"
      data-own-keys="0 1 2 3 4 5 6 7 8 9"
      role="group"
      aria-label="Screen"
      aria-describedby={describedBy}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: one place to stop at, with keys of its own
      tabIndex={0}
      onKeyDownCapture={onKeyDownCapture}
    >
      <div className={styles.bar} aria-hidden="true" />
      {problem !== null && (
        <div className={styles.problem} role="alert">
          <p>The recording cannot be shown here. {problem}</p>
          <p>
            Reload the page. If that does not help: the terminal needs WebAssembly, which this browser or an extension may have switched
            off. Editing and exporting work without it.
          </p>
        </div>
      )}
    </div>
  );
}

/** The player and its style, and the font that it measures when it is made. */
async function loadPlayer(): Promise<typeof import('asciinema-player')> {
  const [player] = await Promise.all([
    import('asciinema-player'),
    import('asciinema-player/dist/bundle/asciinema-player.css'),
    // A font that cannot be loaded leaves the next of the family, which is as good to measure.
    document.fonts
      .load(`15px ${FONT_FAMILY}`)
      .catch((error: unknown) => console.warn('The font of the terminal could not be loaded.', error)),
  ]);
  return player;
}
