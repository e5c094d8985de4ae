import { Code, type Recording } from '../../cast/recording.ts';
import { upperBound } from '../../lib/binary-search.ts';
import { finished } from '../../lib/finished.ts';
import { type CutSpan, cutSpans } from '../../plan/cut-spans.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Seam } from '../../plan/seam.ts';
import { ScreenHistory } from '../history/screen-history.ts';
import type { ScreenSource } from '../history/screen-source.ts';
import { differingRows, screenDifference } from '../terminal/difference.ts';
import { type Emulator, MIN_COLS } from '../terminal/emulator.ts';
import { repaintText } from '../terminal/repaint.ts';
import { recordedSize, resizeTo, tellEvents } from '../terminal/replay.ts';
import type { Screen } from '../terminal/screen.ts';
import type { WidthProfile } from '../terminal/widths.ts';
import { ResultTerminal, terminalAt } from './result-terminal.ts';

/** What seams are made from. The answer does not depend on it, only how long it takes. */
export interface SeamSources {
  readonly asciinema: ScreenSource;
  /** Asked for only where terminals may not agree on widths. */
  readonly unicode: ScreenSource;
}

/** A repaint counts as right when the screen is still the recorded one after so many events, or so much text, have followed. */
export const EVENTS_AFTER = 100;
const BYTES_AFTER = 64 * 1024;

/**
 * The seams of the cuts that jump (plan-format §5), in order. Each repaint has been told to a terminal that was told the
 * result up to there, and the screen compared with the recorded one, and once more after the events that follow: under
 * both width profiles. The same recording and cuts always give the same seams.
 */
export function makeSeams(recording: Recording, plan: Pick<Plan, 'cuts'>): Seam[] {
  const sources = { asciinema: new ScreenHistory(recording, 'asciinema'), unicode: new ScreenHistory(recording, 'unicode') };
  return finished(makingSeams(recording, plan, sources));
}

/**
 * The same in steps, one for each seam, from sources that may be quicker. They may be used for other things between two
 * steps. What is `known` from an earlier time is not made again, and known is then what was made this time.
 */
export function* makingSeams(
  recording: Recording,
  plan: Pick<Plan, 'cuts'>,
  sources: SeamSources,
  known: Map<string, Seam> = new Map(),
): Generator<undefined, Seam[], void> {
  const cuts = cutSpans(recording, plan);
  const seams: Seam[] = [];
  const made = new Map<string, Seam>();
  const results: Record<WidthProfile, ResultTerminal> = {
    asciinema: new ResultTerminal(recording, cuts, 'asciinema', sources.asciinema),
    unicode: new ResultTerminal(recording, cuts, 'unicode', sources.unicode),
  };
  for (const cut of cuts) {
    if (cut.mode !== 'jump' || !cut.hasSeamEvent) continue;
    // Where the result has not been the recording before, it takes all of the result to know the seam again.
    const key = results.asciinema.isRecordedBefore(cut) ? `${cut.from} ${cut.to}` : undefined;
    const seam = (key !== undefined && known.get(key)) || makeSeam(recording, cut, sources, results);
    if (key !== undefined) made.set(key, seam);
    seams.push(seam);
    for (const result of Object.values(results)) result.setRepaint(cut, seam.repaint);
    yield;
  }
  known.clear();
  for (const [key, seam] of made) known.set(key, seam);
  return seams;
}

function makeSeam(recording: Recording, cut: CutSpan, sources: SeamSources, results: Readonly<Record<WidthProfile, ResultTerminal>>): Seam {
  const { from, to } = cut;
  const place = { from, to };
  if (recordedSize(recording, to).cols < MIN_COLS) return { ...place, problem: 'a terminal 1 column wide cannot be checked' };
  const after = eventsAfter(recording, to);
  const trial = new Trial(recording, cut, after, sources.asciinema, results.asciinema);
  let repaint = repaintText(trial.wanted);
  const problem = trial.problemOf(repaint);
  if (problem !== undefined) return { ...place, problem };
  if (sources.asciinema.isDisputedBefore(after)) {
    const second = new Trial(recording, cut, after, sources.unicode, results.unicode);
    // Each row as it comes out right where characters join; in the other profile it makes no difference.
    repaint = repaintText(trial.wanted, differingRows(second.wanted, second.screenBehind(repaint)));
    const differing = second.problemOf(repaint) ?? trial.problemOf(repaint);
    if (differing !== undefined) return { ...place, problem: `where characters join, ${differing}` };
  }
  return { ...place, repaint };
}

/** The end of the events whose telling shows whether a repaint is safe to go on from. */
function eventsAfter({ events }: Recording, to: number): number {
  const { timeStarts, lineEnds, length } = events;
  if (to >= length) return length;
  const end = upperBound(lineEnds, (timeStarts[to] as number) + BYTES_AFTER, to, length);
  return Math.min(length, to + EVENTS_AFTER, Math.max(end, to + 1));
}

/**
 * Positions at which to look again: after the first output, which alone can depend on the character printed last, as a
 * mark that joins it or its repetition does; after changes of size, which wrap lines anew; and ever less often up to the end.
 */
function looksLater({ events }: Recording, to: number, after: number): readonly number[] {
  const resizes: number[] = [];
  for (let event = to; event < after && resizes.length < MAX_RESIZES; event++)
    if (events.codes[event] === Code.resize) resizes.push(event + 1);
  const first = events.codes.indexOf(Code.output, to) + 1;
  const positions = [first, ...resizes, ...STEPS_AFTER.map((step) => to + step), after];
  return [...new Set(positions)].filter((position) => position > to && position <= after).sort((one, other) => one - other);
}

const STEPS_AFTER = [1, 2, 5, 10, 20, 50];

/** While somebody drags the edge of a window there are many, and one is as good as the other. */
const MAX_RESIZES = 8;

/** One cut under one width profile: what the screen should be at its end and later, and what the result has before it. */
class Trial {
  readonly wanted: Screen;
  readonly #recording: Recording;
  readonly #cut: CutSpan;
  /** By position, ascending. */
  readonly #wantedLater: ReadonlyMap<number, Screen>;
  readonly #before: Screen;
  readonly #profile: WidthProfile;

  constructor(recording: Recording, cut: CutSpan, after: number, source: ScreenSource, result: ResultTerminal) {
    this.#recording = recording;
    this.#cut = cut;
    this.#profile = result.profile;
    this.#before = result.screenBefore(cut);
    this.wanted = source.seek(cut.to).screen();
    this.#wantedLater = new Map(looksLater(recording, cut.to, after).map((position) => [position, source.seek(position).screen()]));
  }

  /** What is shown right after that repaint. */
  screenBehind(repaint: string): Screen {
    const emulator = this.#told(repaint);
    const screen = emulator.screen();
    emulator.dispose();
    return screen;
  }

  /** A terminal that was told the result up to the cut, and then the repaint. */
  #told(repaint: string): Emulator {
    const emulator = terminalAt(this.#before, this.#profile);
    if (this.#cut.lastResize >= 0) resizeTo(emulator, this.#recording, this.#cut.lastResize);
    emulator.write(repaint);
    return emulator;
  }

  /** What is not as recorded once that repaint was told; undefined where all is. */
  problemOf(repaint: string): string | undefined {
    const emulator = this.#told(repaint);
    const problem = screenDifference(this.wanted, emulator.screen()) ?? this.#problemLater(emulator);
    emulator.dispose();
    return problem;
  }

  #problemLater(emulator: Emulator): string | undefined {
    const { to } = this.#cut;
    let position = to;
    for (const [later, wanted] of this.#wantedLater) {
      tellEvents(emulator, this.#recording, position, later);
      position = later;
      const difference = screenDifference(wanted, emulator.screen());
      if (difference !== undefined) return `after ${later - to} more events ${difference}`;
    }
    return undefined;
  }
}
