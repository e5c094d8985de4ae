/** What is left around what is worth seeing, in microseconds: by suggestions, and by what is made for a target. */
export interface EditSettings {
  /** Seen before a moment that is kept, and after it. */
  readonly marginBeforeMicros: number;
  readonly marginAfterMicros: number;
  /** Between two cuts nothing shorter is left standing, and nothing shorter is cut. */
  readonly shortestKeptMicros: number;
  readonly shortestCutMicros: number;
  /** Faster than this nothing is played: it is cut. */
  readonly maxFactor: number;
}

export const DEFAULT_EDITS: EditSettings = {
  marginBeforeMicros: 200_000,
  marginAfterMicros: 500_000,
  shortestKeptMicros: 800_000,
  shortestCutMicros: 300_000,
  maxFactor: 64,
};
