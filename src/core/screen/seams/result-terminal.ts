import { forEachOutput } from '../../cast/events.ts';
import type { Recording } from '../../cast/recording.ts';
import type { CutSpan } from '../../plan/cut-spans.ts';
import { cutMends, type Mend } from '../../plan/mends.ts';
import type { ScreenSource } from '../history/screen-source.ts';
import { Emulator } from '../terminal/emulator.ts';
import { repaintText } from '../terminal/repaint.ts';
import { resizeTo, tellEvents } from '../terminal/replay.ts';
import type { Screen } from '../terminal/screen.ts';
import type { WidthProfile } from '../terminal/widths.ts';

/**
 * What a terminal that plays the result shows at its cuts. As long as every cut has left the screen as it was recorded,
 * that is what the recording shows; only after one that has not, the result itself has to be played, up to the next
 * repaint.
 */
export class ResultTerminal {
  readonly profile: WidthProfile;
  readonly #recording: Recording;
  readonly #cuts: readonly CutSpan[];
  readonly #source: ScreenSource;
  /** By the first event of the cut; of one whose seam is not known yet, an empty text. */
  readonly #repaints: Map<number, string>;
  #mends: readonly Mend[];
  /** While the screen is not the recorded one: what was told the result up to `#position`. */
  #emulator: Emulator | undefined;
  #position = 0;
  /** Index of the first cut that was not passed. */
  #next = 0;

  constructor(recording: Recording, cuts: readonly CutSpan[], profile: WidthProfile, source: ScreenSource) {
    this.profile = profile;
    this.#recording = recording;
    this.#cuts = cuts;
    this.#source = source;
    this.#repaints = new Map(cuts.filter(({ mode, hasSeamEvent }) => mode === 'jump' && hasSeamEvent).map(({ from }) => [from, '']));
    this.#mends = cutMends(recording, cuts, this.#repaints);
  }

  /** What the seam of a cut that jumps has become: without a repaint, the cut's output. Has to be known before later cuts are asked for. */
  setRepaint({ from }: Pick<CutSpan, 'from'>, repaint: string | undefined): void {
    if (repaint !== undefined) this.#repaints.set(from, repaint);
    else {
      this.#repaints.delete(from);
      this.#mends = cutMends(this.#recording, this.#cuts, this.#repaints);
    }
  }

  /** Whether what is shown before the cut is what was recorded there. Cuts have to be asked for in their order, here and below. */
  isRecordedBefore(cut: CutSpan): boolean {
    for (let passed = this.#cuts[this.#next]; passed && passed.from < cut.from; passed = this.#cuts[this.#next]) {
      this.#pass(passed);
      this.#next++;
    }
    return this.#emulator === undefined;
  }

  /** The screen before anything of the cut's seam was told. */
  screenBefore(cut: CutSpan): Screen {
    if (this.isRecordedBefore(cut) || !this.#emulator) return this.#source.seek(cut.from).screen();
    this.#tellKept(this.#emulator, cut.from);
    return this.#emulator.screen();
  }

  /** The screen when the cut's seam has been told. */
  screenAfter(cut: CutSpan): Screen {
    const emulator = terminalAt(this.screenBefore(cut), this.profile);
    this.#tellCut(emulator, cut);
    const screen = emulator.screen();
    emulator.dispose();
    return screen;
  }

  #pass(cut: CutSpan): void {
    if (this.#repaintOf(cut) !== undefined) {
      this.#emulator?.dispose();
      this.#emulator = undefined;
      return;
    }
    if (!this.#emulator) {
      if (keepsScreen(cut)) return;
      this.#emulator = terminalAt(this.#source.seek(cut.from).screen(), this.profile);
      this.#position = cut.from;
    }
    this.#tellThrough(this.#emulator, cut);
  }

  /** A cut without events, in a pause, begins with the same event as the one after it may. */
  #repaintOf({ from, hasSeamEvent }: CutSpan): string | undefined {
    return hasSeamEvent ? this.#repaints.get(from) : undefined;
  }

  #tellThrough(emulator: Emulator, cut: CutSpan): void {
    this.#tellKept(emulator, cut.from);
    this.#tellCut(emulator, cut);
    this.#position = cut.to;
  }

  #tellKept(emulator: Emulator, to: number): void {
    for (const mend of this.#mends) {
      if (mend.event < this.#position || mend.event >= to) continue;
      tellEvents(emulator, this.#recording, this.#position, mend.event);
      emulator.write(mend.text);
      this.#position = mend.event;
    }
    tellEvents(emulator, this.#recording, this.#position, to);
    this.#position = to;
  }

  #tellCut(emulator: Emulator, cut: CutSpan): void {
    const { from, to, hasSeamEvent, lastResize } = cut;
    const mend = hasSeamEvent ? this.#mends.find(({ event }) => event === from) : undefined;
    if (mend) emulator.write(mend.text);
    if (lastResize >= 0) resizeTo(emulator, this.#recording, lastResize);
    const repaint = this.#repaintOf(cut);
    if (repaint !== undefined) emulator.write(repaint);
    else if (hasSeamEvent) forEachOutput(this.#recording, from, to, (data) => emulator.write(data));
  }
}

/** Whether a cut without a repaint leaves a screen that is as recorded before it so: all of its output is printed, in the size that it was printed in. */
const keepsScreen = ({ hasSeamEvent, holdsOutput, lastResize }: CutSpan): boolean => lastResize < 0 && (hasSeamEvent || !holdsOutput);

/** A terminal of its own with that screen. */
export function terminalAt(screen: Screen, profile: WidthProfile): Emulator {
  const emulator = new Emulator(screen.size, profile);
  emulator.write(repaintText(screen));
  return emulator;
}
