/** Where on a canvas a strip lies, in CSS pixels. */
export interface Band {
  readonly top: number;
  readonly height: number;
}

/** Pixels of the screen to a CSS pixel. To ask a context for its transform takes longer than to draw a bar. */
const ratios = new WeakMap<CanvasRenderingContext2D, number>();

/** Rounds to the nearest whole pixel of the screen, so that hairlines are crisp. */
export function alignPx(ctx: CanvasRenderingContext2D, cssX: number): number {
  const ratio = ratios.get(ctx) ?? ctx.getTransform().a;
  return Math.round(cssX * ratio) / ratio;
}

/**
 * Gives a canvas as many pixels as the screen has for it, and a context that is drawn to in CSS pixels. Setting the
 * size also clears a canvas, so it is set only where it changed.
 */
export function fitCanvas(canvas: HTMLCanvasElement, widthPx: number, heightPx: number): CanvasRenderingContext2D {
  const ratio = window.devicePixelRatio;
  const width = Math.max(1, Math.round(widthPx * ratio));
  const height = Math.max(1, Math.round(heightPx * ratio));
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('this browser gives no 2D canvas');
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ratios.set(ctx, ratio);
  return ctx;
}

/** Calls back when the ratio has changed: with the page's zoom, and with the screen a window is moved to. Answers how to stop. */
export function watchPixelRatio(changed: () => void): () => void {
  let query: MediaQueryList;
  function listen(): void {
    query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener('change', onChange, { once: true });
  }
  function onChange(): void {
    changed();
    listen();
  }
  listen();
  return () => query.removeEventListener('change', onChange);
}
