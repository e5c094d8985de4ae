import { useEffect, useRef, useState } from 'react';
import { Button } from '../shared/Button.tsx';
import styles from './ExportDialog.module.css';

/** Copies a text, and says so. Where the browser does not allow it, the text stands there selected, to be copied by hand. */
export function CopyButton({ text, children }: { readonly text: string; readonly children: string }) {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (outcome === 'refused') field.current?.select();
  }, [outcome]);

  // There is no clipboard at all on a page that is not served securely.
  function copy(): void {
    const copying = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('There is no clipboard here'));
    copying.then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    );
  }

  return (
    <>
      <Button onClick={copy}>{children}</Button>
      <span role="status" className={styles.secondary}>
        {outcome === 'copied' && 'Copied'}
        {outcome === 'refused' && 'The browser does not allow it. The text is selected below: copy it from there.'}
      </span>
      {outcome === 'refused' && <textarea ref={field} className={styles.byHand} readOnly rows={3} aria-label="Text to copy" value={text} />}
    </>
  );
}
