import type { create as createPlayer, Player, Source } from 'asciinema-player';
import type { TerminalSize, Theme } from '#core/cast/recording.ts';
import { shownSize } from '#core/cast/terminal-size.ts';
import { microsToSeconds } from '#core/cast/time.ts';
import type { Terminal } from './terminal-feeder.ts';

/**
 * The one file that knows how asciinema-player 3.17.0 is driven by a source of our own: `create` takes a function that
 * makes a driver. The player's documentation calls that experimental and its types do not mention it, so the version is
 * pinned, and e2e/player-contract.spec.ts holds what is relied on here.
 *
 * The function is called once per player, after its terminal has been mounted, also for one that was disposed before;
 * `stop` may arrive later than the next player's start. So whatever changes belongs to one call.
 */
type DriverFactory = (callbacks: { readonly dispatch: Dispatch }) => Driver;

/** Times are seconds. Other names throw. */
interface PlayerEvents {
  /** A new terminal; without a theme it keeps the colours it had, `null` stands for the page's own. */
  reset: { readonly size: TerminalSize; readonly theme?: PlayerTheme | null };
  resize: TerminalSize;
  output: string | readonly string[];
  metadata: { readonly duration: number };
  playing: undefined;
  pause: undefined;
  seeked: undefined;
}

type Dispatch = <Name extends keyof PlayerEvents>(
  name: Name,
  ...payload: PlayerEvents[Name] extends undefined ? [] : [PlayerEvents[Name]]
) => void;

interface PlayerTheme {
  readonly foreground: string;
  readonly background: string;
  /** All sixteen. */
  readonly palette: readonly string[];
}

interface Driver {
  play(): true;
  pause(): true;
  stop(): void;
  getDuration(): number;
  getCurrentTime(): number;
}

/** What happens when somebody plays through the player itself, and what it shows in its turn. */
export interface Playable {
  play(): void;
  pause(): void;
  positionMicros(): number;
}

/** A player's terminal, once it is ready. */
export interface PlayerTerminal extends Terminal {
  load(size: TerminalSize, theme: Theme | undefined): void;
  setDuration(micros: number): void;
  /** The cursor blinks while something is played. */
  setPlaying(isPlaying: boolean): void;
}

export interface StartedPlayer {
  /** Rejects where the terminal does not start in time. */
  readonly ready: Promise<PlayerTerminal>;
  /** Takes the player out of the page, ready or not. `ready` stays pending if it was. */
  dispose(): void;
}

export interface PlayerOptions {
  /** What is already known of the size, so that the first frame is not 80×24. */
  readonly size: TerminalSize;
  /** Must have been loaded: the player measures it once. */
  readonly fontFamily: string;
  /** Longest wait for the terminal: where WebAssembly is blocked the player says nothing at all. */
  readonly timeoutMillis: number;
}

/** "Reset to Initial State": what follows is shown as by a new terminal, without the cost of making one. */
const RESET_TO_INITIAL_STATE = '\x1bc';

/** Mounts a player into an element that holds nothing else: disposing of it empties the element. */
export function startPlayer(create: typeof createPlayer, mount: HTMLElement, playable: Playable, options: PlayerOptions): StartedPlayer {
  let player: Player | undefined;
  let timeout: number | undefined;
  const ready = new Promise<PlayerTerminal>((resolve, reject) => {
    const seconds = options.timeoutMillis / 1000;
    timeout = window.setTimeout(() => reject(new Error(`The terminal did not start within ${seconds} seconds.`)), options.timeoutMillis);
    const factory: DriverFactory = ({ dispatch }) => {
      clearTimeout(timeout);
      const driver = createDriver(dispatch, playable, options.size);
      resolve(driver.terminal);
      return driver;
    };
    player = create(factory as unknown as Source, mount, {
      ...shownSize(options.size),
      fit: 'both',
      controls: false,
      theme: 'auto/asciinema',
      terminalFontFamily: options.fontFamily,
    });
    // The player's own listener for keys sits on the document, and the editor's keys mean other things.
    player.el.addEventListener('keydown', (event) => event.stopPropagation());
    // And so it is no place to stop at on the way through the page. Its text can be selected all the same.
    player.el.querySelector('pre')?.setAttribute('tabindex', '-1');
  });

  return {
    ready,
    dispose() {
      clearTimeout(timeout);
      player?.dispose();
    },
  };
}

function createDriver(dispatch: Dispatch, playable: Playable, initialSize: TerminalSize): Driver & { readonly terminal: PlayerTerminal } {
  let durationMicros = 0;
  let size = shownSize(initialSize);

  function reset(wanted: TerminalSize, theme?: PlayerTheme | null): void {
    size = shownSize(wanted);
    dispatch('reset', theme === undefined ? { size } : { size, theme });
  }

  const terminal: PlayerTerminal = {
    load: (next, theme) => reset(next, theme ? playerTheme(theme) : null),
    restart(wanted) {
      const next = shownSize(wanted);
      if (next.cols === size.cols && next.rows === size.rows) dispatch('output', RESET_TO_INITIAL_STATE);
      else reset(next);
    },
    resize(wanted) {
      size = shownSize(wanted);
      dispatch('resize', size);
    },
    output: (text) => dispatch('output', text),
    setDuration(micros) {
      durationMicros = micros;
      dispatch('metadata', { duration: microsToSeconds(micros) });
      // New metadata puts the time that the player shows to 0; this makes it ask again.
      dispatch('seeked');
    },
    setPlaying: (isPlaying) => dispatch(isPlaying ? 'playing' : 'pause'),
  };

  return {
    terminal,
    play() {
      playable.play();
      return true;
    },
    pause() {
      playable.pause();
      return true;
    },
    stop() {},
    getDuration: () => microsToSeconds(durationMicros),
    getCurrentTime: () => microsToSeconds(playable.positionMicros()),
  };
}

/** A theme of eight colours has no bright ones: they are the same again. */
function playerTheme({ foreground, background, palette }: Theme): PlayerTheme {
  return { foreground, background, palette: palette.length < 16 ? [...palette.slice(0, 8), ...palette.slice(0, 8)] : palette };
}
