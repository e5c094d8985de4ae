import type { Screens } from '#store/screens.ts';
import { PictureCache } from './picture-cache.ts';

/** A screen and the room that its picture has to fit, in pixels of the display. */
export interface WantedPicture {
  readonly position: number;
  readonly maxWidthPx: number;
  readonly maxHeightPx: number;
}

/** Pictures of the screens of one recording. */
export interface ScreenPictures {
  /** One that was asked for and has come. It may be closed later: draw it at once. */
  find(wanted: WantedPicture): ImageBitmap | undefined;
  /** Undefined where a later question of the same channel took its place. */
  ask(wanted: WantedPicture, channel?: string): Promise<ImageBitmap | undefined>;
}

/** About a hundred large ones, and a filmstrip; a quarter of that on a display of twice the density. */
const MAX_BYTES = 64 * 1024 * 1024;

const pictures = new WeakMap<Screens, ScreenPictures>();

export function picturesOf(screens: Screens): ScreenPictures {
  const known = pictures.get(screens);
  if (known) return known;
  const made = createScreenPictures(screens);
  pictures.set(screens, made);
  return made;
}

function createScreenPictures(screens: Screens): ScreenPictures {
  const cache = new PictureCache<ImageBitmap>(MAX_BYTES);
  return {
    find: (wanted) => cache.find(keyOf(wanted)),
    async ask(wanted, channel) {
      const answer = await screens.ask<'thumbnail'>({ kind: 'thumbnail', ...wanted }, channel);
      if (!answer) return undefined;
      const picture = answer.picture as ImageBitmap;
      cache.keep(keyOf(wanted), picture);
      return picture;
    },
  };
}

const keyOf = ({ position, maxWidthPx, maxHeightPx }: WantedPicture): string => `${position} ${maxWidthPx} ${maxHeightPx}`;
