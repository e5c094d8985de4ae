import type WaveSurfer from 'wavesurfer.js';
import type { Region } from 'wavesurfer.js/plugins/regions';
import { MICROS_PER_SECOND } from '#core/cast/time.ts';
import type { Viewport } from '#store/viewport.ts';
import { MIN_WINDOW_PX } from './overview-window.ts';
import type { Palette } from './palette.ts';

/** What wavesurfer draws, and what it says back. It is told times in seconds, and knows no others. */
export interface OverviewWave {
  /** Peaks from 0 to 1, evenly spread over the recording. */
  draw(peaks: Float32Array, palette: Palette): void;
  resize(heightPx: number, widthPx: number): void;
  /** Puts the window elsewhere; while the user holds it, it stays where they have it. */
  showWindow(window: Viewport): void;
  dispose(): void;
}

export interface OverviewWaveEvents {
  /** A share of the whole, 0 to 1, was clicked. */
  click(share: number): void;
  doubleClick(): void;
  /** The window was dragged, or one of its sides. */
  drag(window: Viewport, isResized: boolean): void;
  /** Before the first `drag` of a press. */
  take(): void;
  /** The user pressed Escape. Nothing more comes of that press but `letGo`. */
  giveUp(): void;
  letGo(): void;
}

/** A bar and the gap to the next: so many pixels share a peak. */
export const PEAK_PX = 2;

/**
 * wavesurfer's core with the Regions plugin, whose only region is the visible window. It gets peaks and a duration
 * and no media, and must never be told to play: without media that waits for ever. It is loaded when it is needed.
 */
export async function createOverviewWave(
  container: HTMLElement,
  durationMicros: number,
  events: OverviewWaveEvents,
): Promise<OverviewWave> {
  const [{ default: Surfer }, { default: Regions }] = await Promise.all([import('wavesurfer.js'), import('wavesurfer.js/plugins/regions')]);
  const duration = durationMicros / MICROS_PER_SECOND;
  const regions = Regions.create();
  const surfer: WaveSurfer = Surfer.create({
    container,
    peaks: [new Float32Array(1)],
    duration,
    height: container.clientHeight,
    barWidth: PEAK_PX / 2,
    barGap: PEAK_PX / 2,
    barAlign: 'bottom',
    cursorWidth: 0,
    autoScroll: false,
    autoCenter: false,
    hideScrollbar: true,
    dragToSeek: false,
    plugins: [regions],
  });
  // Before that, wavesurfer can be told nothing.
  await new Promise<void>((resolve) => surfer.once('ready', () => resolve()));
  const window = regions.addRegion({ start: 0, end: duration, color: 'transparent', drag: true });
  dressWindow(window);
  let isHeld = false;
  // wavesurfer knows no way to give a drag up: what it says until the window is let go of is not listened to.
  let isGivenUp = false;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isHeld || isGivenUp) return;
    event.stopPropagation();
    isGivenUp = true;
    isHeld = false;
    events.giveUp();
  };
  document.addEventListener('keydown', onKeyDown, true);

  surfer.on('click', events.click);
  surfer.on('dblclick', events.doubleClick);
  regions.on('region-update', ({ start, end }, side) => {
    if (isGivenUp) return;
    if (!isHeld) events.take();
    isHeld = true;
    events.drag({ start: start * MICROS_PER_SECOND, end: end * MICROS_PER_SECOND }, side !== undefined);
  });
  regions.on('region-updated', () => {
    isHeld = false;
    isGivenUp = false;
    events.letGo();
  });

  return {
    draw(peaks, { activity }) {
      surfer.setOptions({ waveColor: activity, progressColor: activity });
      // New peaks among the options would be taken and not be drawn. Loading is cut short by the next one and by the end.
      surfer.load('', [peaks], duration).catch((error: unknown) => {
        if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
      });
    },
    resize(height, widthPx) {
      surfer.setOptions({ height });
      // The plugin's options have it only for new regions, but every drag reads this.
      window.minLength = (duration / widthPx) * MIN_WINDOW_PX;
    },
    showWindow({ start, end }) {
      if (isHeld || !window.element) return;
      // Its `setOptions` measures the page each time, which while zooming costs more than all the rest of a frame.
      window.start = start / MICROS_PER_SECOND;
      window.end = end / MICROS_PER_SECOND;
      window.element.style.left = `${(start / durationMicros) * 100}%`;
      window.element.style.right = `${(1 - end / durationMicros) * 100}%`;
    },
    dispose() {
      document.removeEventListener('keydown', onKeyDown, true);
      surfer.destroy();
    },
  };
}

/** wavesurfer gives its parts their looks inline, within a shadow root; so ours are put there too. The shadow dims what is out of sight. */
function dressWindow({ element }: Region): void {
  if (!element) return;
  Object.assign(element.style, {
    border: '2px solid var(--accent)',
    borderRadius: 'var(--radius)',
    boxShadow: '0 0 0 8000px color-mix(in srgb, var(--ground) 55%, transparent)',
    touchAction: 'none',
  });
  for (const [side, handle] of [...element.children].entries()) {
    if (!(handle instanceof HTMLElement)) continue;
    Object.assign(handle.style, { width: '10px', border: 'none', [side === 0 ? 'left' : 'right']: '-2px', touchAction: 'none' });
  }
}
