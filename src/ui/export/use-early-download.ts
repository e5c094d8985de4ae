import { useCallback, useEffect, useState } from 'react';
import { useEditor } from '../editor-context.tsx';
import { formatTarget } from '../fit/target-length.ts';
import type { Secrets } from '../redact/use-secrets.ts';

/** A download that may be asked for before there is a file. */
export interface EarlyDownload {
  /** It begins once the file is ready. */
  readonly isAwaited: boolean;
  /** The file that is there was handed to the browser's downloads. */
  readonly isSaved: boolean;
  /** Why it has not begun; empty where nothing held it back. */
  readonly held: string;
  /** Begins it, or has it wait for the file. */
  readonly press: () => void;
}

interface Readiness {
  /** Undefined while there is none that may leave the page. */
  readonly file: Blob | undefined;
  readonly save: (file: Blob) => void;
  /** No file will come as things are. */
  readonly hasFailed: boolean;
  readonly secrets: Secrets;
}

/**
 * Lets Enter be pressed before the file is written. What whoever pressed it could not know holds the download back:
 * possible secrets, and that it is not the length that was asked for. Pressed once more, it is known.
 */
export function useEarlyDownload({ file, save, hasFailed, secrets }: Readiness): EarlyDownload {
  const { store } = useEditor();
  const [awaited, setAwaited] = useState<{ readonly targetMicros: number | null }>();
  const [held, setHeld] = useState('');
  const [saved, setSaved] = useState<Blob>();
  const download = useCallback(
    (made: Blob): void => {
      save(made);
      setSaved(made);
    },
    [save],
  );

  useEffect(() => {
    if (!awaited) return;
    if (hasFailed) setAwaited(undefined);
    if (!file || secrets.state === 'looking') return;
    setAwaited(undefined);
    const { targetMicros } = store.getState().document;
    const isFitted = awaited.targetMicros === null || awaited.targetMicros === targetMicros;
    const reason = isFitted ? whyHeld(secrets) : notFitted(awaited.targetMicros);
    setHeld(reason);
    if (reason === '') download(file);
  }, [awaited, file, download, hasFailed, secrets, store]);

  function press(): void {
    setHeld('');
    if (file) download(file);
    else if (!hasFailed) setAwaited({ targetMicros: store.getState().awaitedTargetMicros });
  }

  return { isAwaited: awaited !== undefined, isSaved: file !== undefined && saved === file, held, press };
}

const notFitted = (targetMicros: number): string =>
  `Not downloaded yet: the recording could not be fitted to ${formatTarget(targetMicros)}. Press again to download it as it is.`;

function whyHeld(secrets: Secrets): string {
  if (secrets.state === 'failed')
    return 'Not downloaded yet: it could not be looked through for secrets. Press again to download it all the same.';
  if (secrets.state !== 'found' || secrets.secrets.length === 0) return '';
  return 'Not downloaded yet: see the possible secrets above. Mask or ignore them, or press again to download it as it is.';
}
