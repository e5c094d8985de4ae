import type { StoreApi } from 'zustand/vanilla';
import type { CutSpan } from '#core/plan/cut-spans.ts';
import type { EditDocument } from '#core/plan/document.ts';
import type { Cut } from '#core/plan/plan.ts';
import type { Seam } from '#core/plan/seam.ts';
import type { EditorState } from './state.ts';

/** What the worker of screens made for the jumps of a document. */
export interface MadeSeams {
  /** Of that document. */
  readonly cuts: EditDocument['cuts'];
  readonly seams: readonly Seam[];
  /** Why there are none, as a sentence for people. */
  readonly problem?: string;
}

/** How long the edits rest before their seams are made: a key that is held down changes them many times a second. */
const REST_MILLIS = 150;

/** Has the seams of the document's jumps made whenever its cuts have changed, and no drag is under way. */
export function keepSeams(store: StoreApi<EditorState>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  store.subscribe((state, before) => {
    if (state.document.cuts === before.document.cuts && state.screens === before.screens && state.gesture === before.gesture) return;
    clearTimeout(timer);
    timer = areMissing(state) ? setTimeout(() => makeSeams(store), REST_MILLIS) : undefined;
  });
}

/** The seams of the document as it stands, for an export; null while they are being made, or where they could not be. */
export function selectSeams(state: EditorState): readonly Seam[] | null {
  if (!state.document.cuts.some(({ mode }) => mode === 'jump')) return NO_SEAMS;
  return areOf(state.document, state.seams) && state.seams.problem === undefined ? state.seams.seams : null;
}

/**
 * The seams that are known, for looking at: in the middle of a drag those of the cuts as they were. One belongs to the
 * events that its cut holds, so whatever cut holds the same ones now has the same screen after it.
 */
export const selectKnownSeams = ({ seams }: EditorState): readonly Seam[] => seams?.seams ?? NO_SEAMS;

/** Why the seams of the document will not come by themselves; undefined where they are there, or on their way. */
export function selectSeamsProblem(state: EditorState): string | undefined {
  if (selectSeams(state)) return undefined;
  if (!state.screens) return 'The screens of this recording could not be worked out, and cuts in the mode “Jump” need them.';
  return areOf(state.document, state.seams) ? state.seams.problem : undefined;
}

/** Why jumps have no repaint, by the time that their cuts start at. */
export function fallBacksOf(spans: readonly CutSpan[], seams: readonly Seam[]): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>();
  for (const span of spans) {
    const seam = seamOf(span, seams);
    if (seam && seam.repaint === undefined) reasons.set(span.start, seam.problem ?? 'none could be verified');
  }
  return reasons;
}

/** The cuts whose output the result holds all the same, printed at once: by their number, from 1. */
export interface KeptCuts {
  /** As they were asked to. */
  readonly collapsed: readonly number[];
  /** Because no repaint was right. */
  readonly fallenBack: readonly number[];
}

export function keptCuts(spans: readonly CutSpan[], seams: readonly Seam[]): KeptCuts {
  const numbersOf = (isKept: (span: CutSpan) => boolean) =>
    spans.flatMap((span, index) => (span.hasSeamEvent && isKept(span) ? [index + 1] : []));
  const fallBacks = fallBacksOf(spans, seams);
  return { collapsed: numbersOf(({ mode }) => mode === 'collapse'), fallenBack: numbersOf(({ start }) => fallBacks.has(start)) };
}

const NO_SEAMS: readonly Seam[] = [];

/** Whether they were made for the cuts of a document. Edits that leave those alone leave the very same list, but for whose they are. */
function areOf({ cuts }: EditDocument, made: MadeSeams | null): made is MadeSeams {
  if (!made || made.cuts === cuts) return made !== null;
  return made.cuts.length === cuts.length && made.cuts.every((cut, index) => isSameCut(cut, cuts[index] as Cut));
}

const isSameCut = (one: Cut, other: Cut): boolean => one.start === other.start && one.end === other.end && one.mode === other.mode;

const areMissing = (state: EditorState): boolean => state.screens !== null && !state.gesture && selectSeams(state) === null;

const seamOf = ({ mode, from, to }: CutSpan, seams: readonly Seam[]): Seam | undefined =>
  mode === 'jump' ? seams.find((seam) => seam.from === from && seam.to === to) : undefined;

async function makeSeams(store: StoreApi<EditorState>): Promise<void> {
  const { screens, document } = store.getState();
  const { cuts } = document;
  if (!screens) return;
  const made = await screens.ask({ kind: 'seams', cuts }, 'seams').then(
    (seams) => seams && { cuts, seams },
    (error: unknown) => ({ cuts, seams: NO_SEAMS, problem: error instanceof Error ? error.message : String(error) }),
  );
  // Whatever changed the cuts meanwhile asks for its own.
  const state = store.getState();
  if (made && state.screens === screens && areOf(state.document, made)) store.setState({ seams: made });
}
