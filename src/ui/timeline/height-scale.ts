/** How many bytes the bins of one length hold. */
export interface BinLevel {
  readonly binMicros: number;
  readonly bytes: ArrayLike<number>;
}

/** For bars of a length in microseconds: the height, 0 to 1, of one that holds so many bytes (above 0). */
export type HeightScale = (barMicros: number) => (bytes: number) => number;

/** A lone keystroke is this high beside the greatest flood. */
const LEAST_HEIGHT = 0.06;

/** The range of bytes that the full height covers at least, so that even activity does not look like noise. */
const LEAST_RATIO = 40;

/** Keeps what is half way between little and much, such as a spinner, from looking like a flood. */
const CONTRAST = 1.6;

/** Enough to place a percentile within a pixel. */
const SAMPLES = 4096;

/**
 * Heights grow with the logarithm of bytes, between what is little and what is much among the recording's own bars of
 * that length. A plain logarithm of the sum would fill the strip when an hour is in sight, where every bar holds much.
 * Between two levels the bounds are interpolated, so that bars do not jump while zooming.
 */
export function createHeightScale(levels: readonly BinLevel[]): HeightScale {
  const bounds = levels
    .map((level) => ({ logMicros: Math.log(Math.max(level.binMicros, 1e-3)), ...levelBounds(level.bytes) }))
    .sort((a, b) => a.logMicros - b.logMicros);
  return (barMicros) => {
    const { low, high } = boundsAt(bounds, Math.log(barMicros));
    return (bytes) => {
      const share = Math.min(Math.max((Math.log(bytes) - low) / (high - low), 0), 1);
      return LEAST_HEIGHT + (1 - LEAST_HEIGHT) * share ** CONTRAST;
    };
  };
}

/** Logarithms of the bytes that are drawn lowest and highest. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

function levelBounds(bytes: ArrayLike<number>): Bounds {
  let busy = 0;
  for (let bin = 0; bin < bytes.length; bin++) if ((bytes[bin] as number) > 0) busy++;
  const every = Math.max(1, Math.ceil(busy / SAMPLES));
  const sample: number[] = [];
  let seen = 0;
  for (let bin = 0; bin < bytes.length; bin++) if ((bytes[bin] as number) > 0 && seen++ % every === 0) sample.push(bytes[bin] as number);
  sample.sort((a, b) => a - b);
  const at = (share: number) => sample[Math.floor(share * (sample.length - 1))] ?? 1;
  const high = Math.log(at(0.99) * 1.15);
  return { low: Math.min(Math.log(at(0.02)), high - Math.log(LEAST_RATIO)), high };
}

function boundsAt(bounds: readonly (Bounds & { readonly logMicros: number })[], logMicros: number): Bounds {
  const above = bounds.find((level) => level.logMicros >= logMicros) ?? bounds.at(-1);
  const below = bounds.findLast((level) => level.logMicros <= logMicros) ?? bounds[0];
  if (!above || !below) return { low: 0, high: Math.log(LEAST_RATIO) };
  if (above.logMicros === below.logMicros) return above;
  const share = (logMicros - below.logMicros) / (above.logMicros - below.logMicros);
  return { low: below.low + share * (above.low - below.low), high: below.high + share * (above.high - below.high) };
}
