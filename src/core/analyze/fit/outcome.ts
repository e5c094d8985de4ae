import type { SourceTime } from '../../cast/time.ts';
import type { Range } from '../../lib/ranges.ts';
import type { Hold } from '../../plan/plan.ts';
import type { Moment } from '../analysis.ts';

/** Edits that bring a recording to a length, beside those of the user. All cuts jump. */
export interface FittedEdits {
  readonly cuts: readonly (Range<SourceTime> & { readonly reason: string })[];
  readonly speedRegions: readonly (Range<SourceTime> & { readonly factor: number; readonly reason: string })[];
  readonly holds: readonly (Hold & { readonly reason: string })[];
}

export interface Outcome {
  readonly edits: FittedEdits;
  /** The moments that can be read in the result, in order of time. */
  readonly kept: readonly Moment[];
  /** How many of those that should always be kept had no room. */
  readonly leftOutCount: number;
  readonly resultMicros: number;
  /** For people: what was done otherwise than one would expect (`4 stretches are cut: played fast they would flash`). */
  readonly notes: readonly string[];
}

export interface Fitted extends Outcome {
  readonly kind: 'fitted';
}

/** What is given is for the nearest target. */
export interface Infeasible extends Outcome {
  readonly kind: 'infeasible';
  /**
   * `pins`: the edits of the user alone take longer than was asked for; `limits`: they would not, were the settings as they
   * are at first; `short`: the recording is shorter than that.
   */
  readonly reason: 'pins' | 'limits' | 'short';
  /** The nearest target that can be met. */
  readonly nearestMicros: number;
  /** For people: `Your own edits need 0:52.0.` */
  readonly message: string;
  /** The same as it is spoken: `Your own edits need 52 seconds.` */
  readonly spokenMessage: string;
  /** By how much the user's speed regions would have to run faster to make room; undefined where that is no way out. */
  readonly speedUp?: number;
}

export type FitOutcome = Fitted | Infeasible;

export const MIN_TARGET_MICROS = 3_000_000;
/** A result is this near to its target. */
export const TARGET_TOLERANCE_MICROS = 100_000;
