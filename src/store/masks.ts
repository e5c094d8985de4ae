import type { StoreApi } from 'zustand/vanilla';
import type { Recording } from '#core/cast/recording.ts';
import type { EditDocument } from '#core/plan/document.ts';
import { maskRecording } from '#core/plan/mask-recording.ts';
import type { SeenGroup } from '#core/screen/redact/seen-texts.ts';
import type { EditorState } from './state.ts';

/** What the redactions of a document make of the open recording. */
export interface Masked {
  /** Of that document. Edits that leave the redactions alone leave the very same list. */
  readonly redactions: EditDocument['redactions'];
  readonly recording: Recording;
  /** What is masked. It is a secret: for keeping it out of what is exported, and for nobody to see. */
  readonly seen: readonly SeenGroup[];
  /** Why they could not be carried out, as a sentence for people. */
  readonly problem?: string;
}

/** How long the edits rest before their masks are made. */
const REST_MILLIS = 150;

/** Has the masks of the document made whenever its redactions have changed. */
export function keepMasks(store: StoreApi<EditorState>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  store.subscribe((state, before) => {
    const isSame = state.document.redactions === before.document.redactions && state.masked === before.masked;
    if (isSame && state.screens === before.screens) return;
    clearTimeout(timer);
    timer = state.screens && !areMade(state) ? setTimeout(() => makeMasks(store), REST_MILLIS) : undefined;
  });
}

/** The recording as it is to be seen: while masks are made as it was before them. Null while nothing is open. */
export const selectShownRecording = ({ opened, masked }: EditorState): Recording | null => masked?.recording ?? opened?.recording ?? null;

/** The recording with the redactions of the document as it stands, for an export; null while they are being carried out, or where they could not be. */
export const selectMaskedRecording = (state: EditorState): Recording | null =>
  areMade(state) && state.masked?.problem === undefined ? selectShownRecording(state) : null;

/** What is known to be masked, for texts that are not in the recording. */
export const selectSeen = ({ masked }: EditorState): readonly SeenGroup[] => masked?.seen ?? NOTHING_SEEN;

const NOTHING_SEEN: readonly SeenGroup[] = [];

/** Why the redactions of the document will not be carried out; undefined where they are, or will be. */
export function selectMasksProblem(state: EditorState): string | undefined {
  const { document, masked, screens } = state;
  if (masked?.redactions === document.redactions && masked.problem !== undefined) return masked.problem;
  if (areMade(state) || screens) return undefined;
  return 'The screens of this recording could not be worked out, and masks need them.';
}

function areMade({ document: { redactions }, masked }: EditorState): boolean {
  if (!masked) return redactions.length === 0;
  return masked.redactions === redactions || (masked.redactions.length === 0 && redactions.length === 0);
}

async function makeMasks(store: StoreApi<EditorState>): Promise<void> {
  const { screens, opened, document } = store.getState();
  const { redactions } = document;
  if (!screens || !opened) return;
  store.setState({ maskingShare: 0 });
  const onShare = (maskingShare: number): void => store.setState({ maskingShare });
  const made = await screens.ask({ kind: 'masks', redactions }, 'masks', onShare).then(
    (proven) => proven && { proven },
    (error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) }),
  );
  const state = store.getState();
  if (!made || !state.screens || state.opened !== opened) return;
  const before = selectShownRecording(state);
  if ('problem' in made) {
    // Whatever changed the redactions meanwhile asks for its own.
    if (state.document.redactions !== redactions) return;
    store.setState({
      masked: { redactions, recording: before ?? opened.recording, seen: state.masked?.seen ?? [], problem: made.problem },
    });
    return;
  }
  // From here on the worker's answers are about these masks, whatever the redactions have become meanwhile: what is known
  // here must not differ from that, and masks that are missing are asked for anew.
  const { masks, seen } = made.proven;
  const recording = masks.length > 0 ? maskRecording(opened.recording, masks) : opened.recording;
  const masked = { redactions, recording, seen };
  if (recording === before) store.setState({ masked });
  // The same worker, about another recording from here on: who has kept any of its answers has to ask again.
  else store.setState({ masked, screens: { ...state.screens }, screenIndex: { position: 0, changes: null }, seams: null });
}
