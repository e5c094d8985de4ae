import { useId } from 'react';
import type { DocumentCut, DocumentSpeedRegion, EditRef } from '#core/plan/document.ts';
import { formatFactor, parseFactor } from '#core/plan/factor.ts';
import type { CutMode } from '#core/plan/plan.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import { CommitField } from '../shared/CommitField.tsx';
import { focusTimeline } from '../shared/focus-timeline.ts';
import styles from './BulkBar.module.css';
import { CUT_MODE_WORDS, OFFERED_CUT_MODES } from './cut-modes.ts';

/** What can be done with several edits at once, a step each. */
export function BulkBar() {
  const { actions } = useEditor();
  const selected = useEditorState((state) => state.selected);
  const { cuts, speedRegions } = useEditorState((state) => state.document);
  const selectedCuts = namedBy(selected, 'cut', cuts);
  const selectedSpeeds = namedBy(selected, 'speed', speedRegions);

  /** The bar goes with the selection. */
  function leaveBy(act: () => void): void {
    act();
    focusTimeline();
  }

  return (
    <fieldset className={styles.bar} aria-label="Selected edits">
      <p className={styles.count}>{selected.length.toLocaleString('en')} edits selected</p>
      <Button look="plain" title="Select none" onClick={() => leaveBy(() => actions.selectEdits([]))}>
        Clear
      </Button>
      <Button onClick={() => leaveBy(() => actions.removeAll(selected))}>Remove</Button>
      {selectedSpeeds.length + selectedCuts.length > 0 && (
        <div className={styles.fields}>
          {selectedSpeeds.length > 0 && <FactorOfAll regions={selectedSpeeds} />}
          {selectedCuts.length > 0 && <ModeOfAll cuts={selectedCuts} />}
        </div>
      )}
    </fieldset>
  );
}

function FactorOfAll({ regions }: { readonly regions: readonly DocumentSpeedRegion[] }) {
  const { actions } = useEditor();
  const [first] = regions;
  const isOne = regions.every(({ factor }) => factor === first?.factor);

  function commit(typed: string): string | undefined {
    if (typed.trim().startsWith('=')) return 'A length is for one region at a time; a factor such as 4 is for all of them.';
    const input = parseFactor(typed, 0);
    if ('problem' in input) return input.problem;
    actions.setFactors(
      regions.map(({ id }) => id),
      input.factor,
    );
    return undefined;
  }

  return <CommitField label="Factor" text={isOne && first ? formatFactor(first.factor) : ''} placeholder="several" commit={commit} />;
}

function ModeOfAll({ cuts }: { readonly cuts: readonly DocumentCut[] }) {
  const { actions } = useEditor();
  const id = useId();
  const [first] = cuts;
  const mode = cuts.every((cut) => cut.mode === first?.mode) ? (first?.mode ?? '') : '';
  return (
    <div className={styles.mode}>
      <label htmlFor={id}>Mode</label>
      <select
        id={id}
        value={mode}
        onChange={(event) =>
          actions.setCutModes(
            cuts.map((cut) => cut.id),
            event.target.value as CutMode,
          )
        }
      >
        {mode === '' && <option value="">several</option>}
        {OFFERED_CUT_MODES.map((offered) => (
          <option key={offered} value={offered}>
            {CUT_MODE_WORDS[offered].name}
          </option>
        ))}
      </select>
    </div>
  );
}

function namedBy<Edit extends { readonly id: number }>(
  selected: readonly EditRef[],
  kind: EditRef['kind'],
  edits: readonly Edit[],
): Edit[] {
  const ids = new Set(selected.filter((ref) => ref.kind === kind).map(({ id }) => id));
  return edits.filter(({ id }) => ids.has(id));
}
