import { type MouseEvent, useMemo } from 'react';
import { keptCuts, selectKnownSeams } from '#store/seams.ts';
import { selectTimeMap } from '#store/selectors.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import styles from './ExportDialog.module.css';

/** Which cuts leave in the file what was printed in them, and what can be done about it. */
export function KeptContent() {
  const { actions } = useEditor();
  const map = useEditorState(selectTimeMap);
  const cuts = useEditorState((state) => state.document.cuts);
  const seams = useEditorState(selectKnownSeams);
  const { collapsed, fallenBack } = useMemo(() => keptCuts(map?.cuts ?? [], seams), [map, seams]);
  function change({ currentTarget }: MouseEvent<HTMLButtonElement>) {
    // The button goes with what it says.
    currentTarget.closest('dialog')?.querySelector<HTMLElement>('[data-initial-focus]')?.focus();
    const ids = collapsed.flatMap((number) => cuts[number - 1]?.id ?? []);
    actions.setCutModes(ids, 'jump');
  }
  return (
    <>
      {collapsed.length > 0 && (
        <div className={styles.kept}>
          <p>
            {collapsed.length === 1 ? 'One cut keeps' : `${collapsed.length} cuts keep`} what was printed in {them(collapsed)} inside the
            file: {names(collapsed)}.
          </p>
          <Button onClick={change}>Change to Jump</Button>
        </div>
      )}
      {fallenBack.length > 0 && (
        <div className={styles.kept}>
          <p>
            No repaint was right for {names(fallenBack)}, so what was printed in {them(fallenBack)} stays inside the file. The mode “Drop”
            leaves it out.
          </p>
        </div>
      )}
    </>
  );
}

const them = (numbers: readonly number[]): string => (numbers.length === 1 ? 'it' : 'them');

/** Beyond so many it is no list to read. */
const MAX_NAMES = 8;

function names(numbers: readonly number[]): string {
  const named = numbers.slice(0, MAX_NAMES).map((number) => `cut ${number}`);
  return numbers.length > MAX_NAMES ? `${named.join(', ')} and ${numbers.length - MAX_NAMES} more` : named.join(', ');
}
