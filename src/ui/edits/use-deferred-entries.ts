import { useDeferredValue, useState } from 'react';
import type { EditorState } from '#store/state.ts';
import { useEditorState } from '../editor-context.tsx';

/**
 * What a list shows: later than all else while it changes with every frame, which what is dragged must not wait for. At once
 * where one of its fields is to take the focus: what is typed next is for that field, and would be commands until it is
 * there. It stays so until what was put off has caught up, as the field would be gone again with an older list.
 */
export function useDeferredEntries<Entry>(entries: readonly Entry[]): readonly Entry[] {
  const deferred = useDeferredValue(entries);
  const isFieldAskedFor = useEditorState(selectIsFieldAskedFor);
  const [isAtOnce, setAtOnce] = useState(false);
  if (isFieldAskedFor && !isAtOnce) setAtOnce(true);
  if (isAtOnce && !isFieldAskedFor && deferred === entries) setAtOnce(false);
  return isAtOnce ? entries : deferred;
}

const selectIsFieldAskedFor = ({ factorAskedFor, labelAskedFor, placeAskedFor }: EditorState): boolean =>
  factorAskedFor !== null || labelAskedFor !== null || placeAskedFor !== null;
