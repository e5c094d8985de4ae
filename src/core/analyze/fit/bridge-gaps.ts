import type { TimeMap } from '../../plan/time-map.ts';
import { type Allotment, allot, type Spending } from './allot.ts';
import { type Bridge, bridge, HARMLESS_MICROS, withFactors } from './bridge.ts';
import type { BareEdits } from './edits.ts';
import { flashingRanges } from './flashing.ts';
import type { Gap } from './gap.ts';
import type { Stage } from './showing.ts';
import type { Part } from './shown.ts';

/** What edits make of the recording. */
export interface Trial {
  readonly edits: BareEdits;
  readonly map: TimeMap;
  /** How much longer the result is than it should be. */
  readonly overMicros: number;
}

export interface Bridged extends Trial {
  /** How many gaps are cut, all or in part, since they would have flashed. */
  readonly flashedCount: number;
}

/** Left over, so that rounded factors never take more than there is. The last screen is held for it. */
const SPARE_MICROS = HARMLESS_MICROS;

/** If less than this is not spent, the last screen is held longer instead. */
const SHORT_MICROS = 1_000_000;

/** So often bridges are tried that last longer than they should, or flash. After that there are none. */
const MOST_TRIALS = 12;

/**
 * Spends the time that is left on the gaps, which are in order. What comes of it is tried out: an idle cap lets pauses that a
 * cut divides last longer than was reckoned with, and flashes of one bridge can come too close to those of the next.
 * `leads`: without any bridge. What is given flashes no more than that.
 */
export function bridgeGaps(
  gaps: readonly Gap[],
  stage: Stage,
  budget: Omit<Spending, 'barred'>,
  leads: Trial,
  tryOut: (parts: readonly Part[]) => Trial,
): Bridged {
  // Where the user's own edits bring seams too close already, nothing more is to flash between them.
  const barred = new Set(flashingRanges(leads.map, leads.edits, gaps, stage.flashTimes).cut);
  /** Gaps that are cut, since whatever is played of them brings seams too close to other flashes. */
  const givenUp = new Set<Gap>();
  let best: Bridged = { ...leads, flashedCount: 0 };
  let least = 0;
  let most = Number.POSITIVE_INFINITY;
  let micros = Math.max(0, budget.micros - SPARE_MICROS);
  for (let trial = 0; trial < MOST_TRIALS; trial++) {
    const left = gaps.filter((gap) => !givenUp.has(gap));
    const bridges = bridgesOf(left, stage, { ...budget, micros }, barred);
    const tried = tryOut(partsOf(bridges));
    const flashing = flashingRanges(tried.map, tried.edits, left, stage.flashTimes);
    if (flashing.played.size + flashing.cut.size > 0) {
      const isHopeless = trial >= MOST_TRIALS / 2;
      const unbarred = [...(isHopeless ? left : flashing.played)].filter((gap) => gap.leadFactor === undefined && !barred.has(gap));
      for (const gap of unbarred) barred.add(gap);
      const played = left.filter((gap, index) => gap.leadFactor === undefined && (bridges[index] as Bridge).played.length > 0);
      const hopeless = unbarred.length > 0 ? [] : played.filter((gap) => flashing.played.has(gap) || flashing.cut.has(gap));
      for (const gap of hopeless) givenUp.add(gap);
      // Else it is the user's own edits that let the seams come so close.
      if (unbarred.length + hopeless.length > 0) continue;
    }
    if (tried.overMicros > 0) {
      most = micros;
    } else {
      const isBetter = tried.overMicros > best.overMicros;
      if (isBetter) best = { ...tried, flashedCount: givenUp.size + flashedIn(left, bridges, barred) };
      if (tried.overMicros > -SHORT_MICROS || (most === Number.POSITIVE_INFINITY && !isBetter)) break;
      least = micros;
    }
    const nearer = micros - tried.overMicros;
    micros = least < nearer && nearer < most ? nearer : (least + most) / 2;
  }
  return best;
}

/**
 * The time of gaps that cannot be played without flashing goes to the others; where those cannot use it either, something
 * of all is shown as slowly as it must be.
 */
function bridgesOf(gaps: readonly Gap[], stage: Stage, budget: Omit<Spending, 'barred'>, barred: Set<Gap>): Bridge[] {
  for (;;) {
    const { micros, isGenerous } = allot(gaps, { ...budget, barred });
    const bridges = bridgesFor(gaps, stage, { micros, isGenerous }, barred);
    const unplayed = gaps.filter((gap, index) => {
      const { played, wouldFlash } = bridges[index] as Bridge;
      return wouldFlash && played.length === 0 && !barred.has(gap);
    });
    for (const gap of unplayed) barred.add(gap);
    if (unplayed.length > 0) continue;
    const spent = bridges.flatMap(({ played }) => played).reduce((sum, { wantedMicros }) => sum + wantedMicros, 0);
    const isShort = !isGenerous && budget.micros - spent > SHORT_MICROS;
    return isShort ? bridgesFor(gaps, stage, { micros, isGenerous: true }, barred) : bridges;
  }
}

const bridgesFor = (gaps: readonly Gap[], stage: Stage, { micros, isGenerous }: Allotment, barred: ReadonlySet<Gap>): Bridge[] =>
  gaps.map((gap, index) => bridge(gap, stage, { micros: micros[index] as number, isGenerous, isBarred: barred.has(gap) }));

const partsOf = (bridges: readonly Bridge[]): Part[] => withFactors(bridges.flatMap(({ played }) => played));

const flashedIn = (gaps: readonly Gap[], bridges: readonly Bridge[], barred: ReadonlySet<Gap>): number =>
  gaps.filter((gap, index) => bridges[index]?.wouldFlash || barred.has(gap)).length;
