import { alignPx, type Band } from '../canvas.ts';
import type { Palette } from '../palette.ts';
import type { MomentMark } from './moment-marks.ts';

/** From the middle of a mark to its tips; of those that are to be kept, and of the others. */
const KEPT_REACH_PX = 5;
const REACH_PX = 3.5;

const LINE_PX = 1.25;

/** Around a mark, so that it stands out from what it stands on. */
const RIM_PX = 1.5;

type Look = Pick<MomentMark, 'isKept' | 'isReadable'>;

const LOOKS: readonly Look[] = [
  { isKept: false, isReadable: false },
  { isKept: false, isReadable: true },
  { isKept: true, isReadable: false },
  { isKept: true, isReadable: true },
];

/** Diamonds: large for what is to be kept before all others, filled where the result lets one read it. */
export function drawMoments(ctx: CanvasRenderingContext2D, { top, height }: Band, marks: readonly MomentMark[], palette: Palette): void {
  const ratio = ctx.getTransform().a;
  const looks = LOOKS.map((look) => imageOf(look, palette, ratio));
  for (const mark of marks) {
    const image = looks[(mark.isKept ? 2 : 0) + (mark.isReadable ? 1 : 0)] as HTMLCanvasElement;
    const sizePx = image.width / ratio;
    ctx.drawImage(image, alignPx(ctx, mark.cssX - sizePx / 2), alignPx(ctx, top + (height - sizePx) / 2), sizePx, sizePx);
  }
}

const images = new Map<string, HTMLCanvasElement>();

/** Of each look one picture that is painted again and again: there may be a mark every few pixels, and a path takes long. */
function imageOf({ isKept, isReadable }: Look, { text, panel }: Palette, ratio: number): HTMLCanvasElement {
  const key = `${isKept} ${isReadable} ${text} ${panel} ${ratio}`;
  const known = images.get(key);
  if (known) return known;
  const reach = isKept ? KEPT_REACH_PX : REACH_PX;
  const image = document.createElement('canvas');
  image.width = 2 * Math.ceil((reach + RIM_PX + LINE_PX) * ratio) + 1;
  image.height = image.width;
  const ctx = image.getContext('2d');
  if (!ctx) throw new Error('this browser gives no 2D canvas');
  ctx.translate(image.width / 2, image.height / 2);
  ctx.scale(ratio, ratio);
  ctx.beginPath();
  ctx.moveTo(0, -reach);
  ctx.lineTo(reach, 0);
  ctx.lineTo(0, reach);
  ctx.lineTo(-reach, 0);
  ctx.closePath();
  ctx.strokeStyle = panel;
  ctx.lineWidth = LINE_PX + 2 * RIM_PX;
  ctx.stroke();
  ctx.fillStyle = isReadable ? text : panel;
  ctx.fill();
  ctx.strokeStyle = text;
  ctx.lineWidth = LINE_PX;
  ctx.stroke();
  images.set(key, image);
  return image;
}
