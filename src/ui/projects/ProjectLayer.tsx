import { lazy, Suspense, useEffect, useState } from 'react';
import type { EditorState } from '#store/state.ts';
import { useEditorState } from '../editor-context.tsx';
import { isUnsaved } from './project-words.ts';

const RecoveryDialog = lazy(async () => ({ default: (await import('./RecoveryDialog.tsx')).RecoveryDialog }));

/** Asks about unsaved work once a visit, when what is kept becomes known; whoever has something in hand by then is left alone. */
export function ProjectLayer() {
  const isKnown = useEditorState((state) => state.projects !== null);
  const isBusy = useEditorState(hasSomethingInHand);
  const isAnyUnsaved = useEditorState((state) => state.projects?.some(isUnsaved) ?? false);
  const [asking, setAsking] = useState<'not yet' | 'now' | 'done'>('not yet');

  useEffect(() => {
    if (isBusy) setAsking('done');
    else if (isKnown) setAsking((before) => (before === 'not yet' ? (isAnyUnsaved ? 'now' : 'done') : before));
  }, [isKnown, isBusy, isAnyUnsaved]);

  if (asking !== 'now') return null;
  return (
    <Suspense fallback={null}>
      <RecoveryDialog close={() => setAsking('done')} />
    </Suspense>
  );
}

const hasSomethingInHand = ({ opened, opening }: EditorState): boolean => opened !== null || opening !== null;
