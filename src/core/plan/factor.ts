import { formatTime, parseTime } from '../cast/format-time.ts';
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
    if (lengthMicros === 0) return { problem: 'Nothing of this region is left to stretch.' };
    if (wantedMicros <= heldMicros) return { problem: `The holds in it alone last ${formatTime(heldMicros)}.` };
    return checked(lengthMicros / (wantedMicros - heldMicros));
  }
  const match = /^(\d+\.?\d*|\.\d+)\s*[x×]?$/i.exec(typed);
  if (!match) return { problem: `A factor such as 5, 5x or 0.5, or a length such as =3s, is needed, not “${typed}”.` };
  return checked(Number(match[1]));
}

function checked(factor: number): FactorInput {
  if (factor < MIN_FACTOR) return { problem: `The slowest is ${MIN_FACTOR}×.` };
  if (factor > MAX_FACTOR) return { problem: `The fastest is ${MAX_FACTOR}×.` };
  return { factor };
}

/** A factor as it is shown: `5×`, `2.5×`, `12.3×`; as many digits as tell it from its neighbours. */
export const formatFactor = (factor: number): string => `${Number(factor.toPrecision(factor >= 100 ? 4 : 3))}×`;
