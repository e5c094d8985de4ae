import type { StoreApi } from 'zustand/vanilla';
import { formatTime, speakTime } from '#core/cast/format-time.ts';
import { type SourceTime, sourceTime } from '#core/cast/time.ts';
import { upperBound } from '#core/lib/binary-search.ts';
import type { Range } from '#core/lib/ranges.ts';
import { type RedactedRect, type Redaction, WHOLE_RECORDING } from '#core/plan/plan.ts';
import { builtInPattern } from '#core/screen/redact/built-in-patterns.ts';
import { redactionForSelection } from '#core/screen/redact/redaction-for-selection.ts';
import { createEditActions } from './edit-actions.ts';
import { STOPPED } from './playback.ts';
import { selectDuration, selectShownTime, selectStepTimes } from './selectors.ts';
import type { EditorState } from './state.ts';

/** Masking what must not be seen. */
export interface RedactionActions {
  /** Masks the text that is marked in the preview: by a pattern that does not say it, or where and when it is seen. */
  maskMarked(): Promise<void>;
  openMasking(): void;
  closeMasking(): void;
  setLooksForSecrets(looksForSecrets: boolean): void;
  /** Does not name this text as a secret again, until another recording is opened. */
  ignoreSecret(text: string): void;
}

export function createRedactionActions(store: StoreApi<EditorState>): RedactionActions {
  const get = store.getState;
  const edits = createEditActions(store);

  /** When the place shows what it shows now; until the next change of the screen where that cannot be told. */
  async function timeSeen(rect: RedactedRect): Promise<Range<SourceTime>> {
    const state = get();
    const time = selectShownTime(state);
    const still = await state.screens?.ask({ kind: 'still', rect, time }, 'still').catch(() => undefined);
    const times = selectStepTimes(state);
    const next = upperBound(times, time);
    const { start, end } = still ?? { start: sourceTime(times[next - 1] ?? 0), end: sourceTime(times[next] ?? selectDuration(state)) };
    // What is there to the end of the recording is there at its last event too.
    return { start, end: end === selectDuration(state) ? WHOLE_RECORDING.end : end };
  }

  return {
    async maskMarked() {
      const { markedPlace, opened } = get();
      if (!markedPlace || !opened) return;
      const { line, start, end, row, col, rows, cols } = markedPlace;
      const rect: RedactedRect = { kind: 'rect', row, col, rows, cols };
      const nowhere = { start: sourceTime(0), end: sourceTime(1) };
      let redaction = redactionForSelection({ line, start, end, rect, seen: nowhere });
      if (redaction.what.kind === 'rect') redaction = { ...redaction, ...(await timeSeen(rect)) };
      if (get().opened !== opened) return;
      const before = get().document;
      edits.mask([redaction]);
      // It may be refused.
      if (get().document === before) return;
      store.setState({ located: maskedText(redaction, formatTime), announcement: maskedText(redaction, speakTime) });
    },
    openMasking: () => store.setState({ isMaskingOpen: true, ...STOPPED }),
    closeMasking: () => store.setState({ isMaskingOpen: false }),
    setLooksForSecrets: (looksForSecrets) => store.setState({ looksForSecrets }),
    ignoreSecret: (text) => store.setState({ ignoredSecrets: [...get().ignoredSecrets, text] }),
  };
}

/** What was masked, in words that do not say it. */
function maskedText({ what, start, end }: Redaction, say: (micros: number) => string): string {
  if (what.kind === 'rect') return `Masked here from ${say(start)}${end === WHOLE_RECORDING.end ? ' on' : ` to ${say(end)}`}`;
  const builtIn = builtInPattern(what);
  return builtIn ? `Masked everywhere: ${builtIn.label}` : 'Masked everywhere, by its shape';
}
