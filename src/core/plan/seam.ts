import type { CutSpan } from './cut-spans.ts';

/**
 * What stands in the place of a `jump` cut (plan-format §5). The room of screens makes it, because it takes a terminal
 * to know; here it is only written and shown.
 */
export interface Seam {
  /** The events of its cut are those of the index range [from, to). */
  readonly from: number;
  readonly to: number;
  /** Takes a terminal in any state to the screen at the cut's end. Absent: no repaint was right, and the cut's own output is printed at once instead. */
  readonly repaint?: string;
  /** Why there is no repaint, as a clause for people: `the screen is only 1 column wide`. */
  readonly problem?: string;
}

/** Repaints by the index of the first event of their cut. A cut without a seam event may begin with the same one. */
export type Repaints = ReadonlyMap<number, string>;

/** The cuts that jump, each with its seam; undefined where that is not among the seams. */
export function jumpSeams(cuts: readonly CutSpan[], seams: readonly Seam[]): ReadonlyMap<CutSpan, Seam | undefined> {
  const known = new Map(seams.map((seam) => [seam.from, seam]));
  const jumps = cuts.filter(({ mode, hasSeamEvent }) => mode === 'jump' && hasSeamEvent);
  return new Map(
    jumps.map((cut) => {
      const seam = known.get(cut.from);
      return [cut, seam?.to === cut.to ? seam : undefined];
    }),
  );
}

/** The repaints of the cuts that have one. */
export function seamRepaints(cuts: readonly CutSpan[], seams: readonly Seam[]): Repaints {
  const repaints = new Map<number, string>();
  for (const [{ from }, seam] of jumpSeams(cuts, seams)) if (seam?.repaint !== undefined) repaints.set(from, seam.repaint);
  return repaints;
}
