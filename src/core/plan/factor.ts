import { formatLength, formatTime, parseTime } from '../cast/format-time.ts';
import { MAX_FACTOR, MIN_FACTOR } from './plan.ts';

export type FactorInput = { readonly factor: number } | { readonly problem: string };

/**
 * Reads what somebody types for a factor: `5`, `5x`, `0.5×`, or `=3s` / `=0:03` for a wanted length of the result.
 * `lengthMicros` is how long the region would last at factor 1 without its holds, which last `heldMicros` at any.
 */
export function parseFactor(text: string, lengthMicros: number, heldMicros = 0): FactorInput {
  const typed = text.trim();
  if (typed.startsWith('=')) {
    const wantedMicros = parseTime(typed.slice(1));
    if (wantedMicros === undefined || wantedMicros === 0) return { problem: `A length such as =3s or =1:30 is needed, not “${typed}”.` };
    return factorForLength(wantedMicros, lengthMicros, heldMicros);
  }
  const match = /^(\d+\.?\d*|\.\d+)\s*[x×]?$/i.exec(typed);
  if (!match) return { problem: `A factor such as 5, 5x or 0.5, or a length such as =3s, is needed, not “${typed}”.` };
  return checked(Number(match[1]));
}

/** The factor with which a region lasts so long in the result. The other lengths are as in `parseFactor`. */
export function factorForLength(wantedMicros: number, lengthMicros: number, heldMicros = 0): FactorInput {
  if (lengthMicros === 0) return { problem: 'Nothing of this region is left to stretch.' };
  if (wantedMicros <= heldMicros) return { problem: `The holds in it alone last ${formatTime(heldMicros)}.` };
  const factor = lengthMicros / (wantedMicros - heldMicros);
  const bound = boundBeyond(factor);
  if (bound === undefined) return { factor };
  return { problem: `${boundText(bound)}, which lasts ${formatLength(lengthMicros / bound + heldMicros)}.` };
}

function checked(factor: number): FactorInput {
  const bound = boundBeyond(factor);
  return bound === undefined ? { factor } : { problem: `${boundText(bound)}.` };
}

/** The bound that a factor is beyond, if any. */
function boundBeyond(factor: number): number | undefined {
  if (factor < MIN_FACTOR) return MIN_FACTOR;
  return factor > MAX_FACTOR ? MAX_FACTOR : undefined;
}

const boundText = (bound: number): string => `The ${bound === MIN_FACTOR ? 'slowest' : 'fastest'} is ${bound}×`;

/** A factor as it is shown: `5×`, `2.5×`, `12.3×`; as many digits as tell it from its neighbours. */
export const formatFactor = (factor: number): string => `${Number(factor.toPrecision(factor >= 100 ? 4 : 3))}×`;
