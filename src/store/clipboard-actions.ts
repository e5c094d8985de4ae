import type { StoreApi } from 'zustand/vanilla';
import { setCutMode, setFactor } from '#core/plan/document.ts';
import { changeHold } from '#core/plan/document-points.ts';
import { type CopiedEdit, copiedName, copyOfSelected, parseCopied } from './copied-edit.ts';
import { changeEdits } from './editing.ts';
import type { EditorState } from './state.ts';

/** Handing on what an edit says to others of its kind, by way of the clipboard. */
export interface ClipboardActions {
  /** What the edit that is looked at says, for the clipboard; undefined where there is nothing to copy. */
  copyToText(): string | undefined;
  /** Gives it to the selected edits of its kind, as one step; answers whether the text was copied from an edit at all. */
  pasteFromText(text: string): boolean;
  /** The same without the keys of the clipboard, which the browser may have to be asked for. */
  copyEdit(): Promise<void>;
  pasteEdit(): Promise<void>;
}

const NOUNS: Readonly<Record<CopiedEdit['castfoldEdit'], string>> = { speed: 'speed region', cut: 'cut', hold: 'hold' };

export function createClipboardActions(store: StoreApi<EditorState>): ClipboardActions {
  const get = store.getState;
  const say = (announcement: string): void => store.setState({ announcement });

  function copyToText(): string | undefined {
    const copied = copyOfSelected(get());
    if (!copied) return undefined;
    say(`Copied: ${copiedName(copied)}`);
    return JSON.stringify(copied);
  }

  function pasteFromText(text: string): boolean {
    const copied = parseCopied(text);
    if (!copied) return false;
    const { selected, document, opened, gesture } = get();
    if (gesture) return true;
    const refs = selected.filter(({ kind }) => kind === copied.castfoldEdit);
    const noun = NOUNS[copied.castfoldEdit];
    if (!opened || refs.length === 0) {
      say(opened ? `Select a ${noun} to paste this to: ${copiedName(copied)}.` : 'Open a recording first.');
      return true;
    }
    const edited = refs.reduce((changed, { id }) => {
      if (copied.castfoldEdit === 'speed') return setFactor(changed, id, copied.factor);
      if (copied.castfoldEdit === 'hold') return changeHold(changed, id, { durationMicros: copied.durationMicros });
      return changed.cuts.some((cut) => cut.id === id && cut.mode !== copied.mode) ? setCutMode(changed, id, copied.mode) : changed;
    }, document);
    changeEdits(store, `Paste ${copiedName(copied)} to ${refs.length === 1 ? `1 ${noun}` : `${refs.length} ${noun}s`}`, edited);
    return true;
  }

  return {
    copyToText,
    pasteFromText,
    async copyEdit() {
      const text = copyToText();
      if (text === undefined) return;
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        say('The browser does not let this page write to the clipboard. Select the edit and press Ctrl C.');
      }
    },
    async pasteEdit() {
      let text: string;
      try {
        text = await navigator.clipboard.readText();
      } catch {
        say('The browser does not let this page read the clipboard. Select the edits and press Ctrl V.');
        return;
      }
      if (!pasteFromText(text)) say('The clipboard holds nothing that was copied from an edit.');
    },
  };
}
