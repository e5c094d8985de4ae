import { useMemo } from 'react';
import { type Finding, SECRETS } from '#core/screen/redact/find-matches.ts';
import { selectMaskedRecording } from '#store/masks.ts';
import { selectSeams } from '#store/seams.ts';
import { useEditorState } from '../editor-context.tsx';
import { useFindings } from './use-findings.ts';

/** What in the result looks like a secret. */
export type Secrets =
  /** Nobody asked. */
  | { readonly state: 'off' }
  | { readonly state: 'looking' }
  /** Without those that may stay. */
  | { readonly state: 'found'; readonly secrets: readonly Finding[]; readonly ignoredCount: number }
  | { readonly state: 'failed'; readonly reason: string };

/** Looks through the result as it stands, while that is wanted. */
export function useSecrets(): Secrets {
  const isWanted = useEditorState((state) => state.looksForSecrets);
  const cuts = useEditorState((state) => state.document.cuts);
  const seams = useEditorState(selectSeams);
  const isMasked = useEditorState((state) => selectMaskedRecording(state) !== null);
  const ignored = useEditorState((state) => state.ignoredSecrets);
  const kept = useMemo(() => (isWanted && seams && isMasked ? { cuts, seams } : null), [isWanted, cuts, seams, isMasked]);
  const found = useFindings('secrets', SECRETS, kept);
  return useMemo(() => {
    if (!isWanted) return { state: 'off' };
    if (found.state !== 'found') return found;
    const secrets = found.findings.filter(({ text }) => !ignored.includes(text));
    return { state: 'found', secrets, ignoredCount: found.findings.length - secrets.length };
  }, [isWanted, found, ignored]);
}
