import fontUrl from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url';
import type { Theme } from '#core/cast/recording.ts';
import { paintScreen, pictureSize } from '#core/screen/picture/paint-screen.ts';
import { DEFAULT_THEME } from '#core/screen/picture/terminal-colours.ts';
import type { Screen } from '#core/screen/terminal/screen.ts';

declare const self: DedicatedWorkerGlobalScope;

const FONT = 'Terminal';
const FONT_FAMILY = `"${FONT}", ui-monospace, monospace`;

/** While a font is longer on its way, pictures do without it. */
const FONT_MILLIS = 2000;

let font: Promise<void> | undefined;
let canvas: OffscreenCanvas | undefined;

/** Draws a screen as large as it fits, with the colours of the recording or else the preview's own. */
export async function paintThumbnail(
  screen: Screen,
  theme: Theme | undefined,
  maxWidthPx: number,
  maxHeightPx: number,
): Promise<ImageBitmap> {
  font ??= Promise.race([loadFont(), new Promise<void>((resolve) => setTimeout(resolve, FONT_MILLIS))]);
  await font;
  const size = pictureSize(screen.size, maxWidthPx, maxHeightPx);
  canvas ??= new OffscreenCanvas(1, 1);
  canvas.width = size.widthPx;
  canvas.height = size.heightPx;
  const surface = canvas.getContext('2d', { alpha: false });
  if (!surface) throw new Error('This browser gives no 2D canvas to workers.');
  surface.font = `100px ${FONT_FAMILY}`;
  const advance = surface.measureText('0').width / 100;
  paintScreen(surface, screen, size, { theme: theme ?? DEFAULT_THEME, fontFamily: FONT_FAMILY, advance });
  return canvas.transferToImageBitmap();
}

/** The file that the page uses too. Without it thumbnails are drawn in the system's own font, which is good enough to say nothing. */
async function loadFont(): Promise<void> {
  // No joining of `=>` and the like to one sign: the player does not either.
  const face = new FontFace(FONT, `url("${fontUrl}")`, { weight: '100 800', featureSettings: '"calt" 0' });
  try {
    self.fonts.add(await face.load());
  } catch (error) {
    console.warn('The font of the thumbnails could not be loaded.', error);
  }
}
