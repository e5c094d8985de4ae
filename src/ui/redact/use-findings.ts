import { useEffect, useMemo, useState } from 'react';
import type { RedactedPattern } from '#core/plan/plan.ts';
import type { Finding, KeptParts } from '#core/screen/redact/find-matches.ts';
import { useEditorState } from '../editor-context.tsx';

export type Findings =
  | { readonly state: 'looking' }
  | { readonly state: 'found'; readonly findings: readonly Finding[] }
  | { readonly state: 'failed'; readonly reason: string };

const LOOKING: Findings = { state: 'looking' };

/**
 * What patterns match in the result, as it is masked now; looked for beside the page, and again whenever the screens or
 * what is asked for are others. Both lists must be the same ones for as long as they say the same. Null for `kept`: not
 * yet known.
 */
export function useFindings(channel: string, patterns: readonly RedactedPattern[], kept: KeptParts | null): Findings {
  const screens = useEditorState((state) => state.screens);
  const question = useMemo(() => ({ channel, patterns, kept, screens }), [channel, patterns, kept, screens]);
  const [found, setFound] = useState<{ readonly question: object; readonly findings: Findings }>();
  useEffect(() => {
    const { channel, patterns, kept, screens } = question;
    if (!kept) return undefined;
    let isOver = false;
    const tell = (findings: Findings) => {
      if (!isOver) setFound({ question, findings });
    };
    const fail = (reason: string) => tell({ state: 'failed', reason });
    if (!screens) fail('The screens of this recording could not be worked out.');
    screens?.ask({ kind: 'findings', patterns, kept }, channel).then(
      (findings) => findings && tell({ state: 'found', findings }),
      (error: unknown) => fail(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      isOver = true;
    };
  }, [question]);
  // What was found in another result says nothing of this one.
  return found?.question === question ? found.findings : LOOKING;
}

/** As in words: `3 found`. */
export function countText(findings: Findings, pattern: number): string {
  if (findings.state !== 'found') return findings.state === 'looking' ? '…' : '';
  const count = findings.findings.filter((finding) => finding.pattern === pattern).length;
  return count === 0 ? 'none found' : `${count} found`;
}
