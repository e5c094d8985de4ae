import { useRef } from 'react';
import { formatTime } from '#core/cast/format-time.ts';
import { DEFAULT_MASK, type RedactedPattern, WHOLE_RECORDING } from '#core/plan/plan.ts';
import { builtInPattern } from '#core/screen/redact/built-in-patterns.ts';
import { type Finding, SECRETS } from '#core/screen/redact/find-matches.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import styles from './SecretsPass.module.css';
import type { Secrets } from './use-secrets.ts';

const PLACES: Readonly<Record<Finding['place'], string>> = {
  screen: 'on screen',
  output: 'printed, never seen',
  sequence: 'in a title or link',
  input: 'in what was typed',
  event: 'in a marker or another event',
  header: 'in the header',
};

const labelOf = ({ pattern }: Finding): string => builtInPattern(SECRETS[pattern] as RedactedPattern)?.label ?? '';

interface SecretsPassProps {
  readonly found: Secrets;
  readonly close: () => void;
}

/** What in the result looks like a secret, and what can be done about it before the file leaves the house. */
export function SecretsPass({ found, close }: SecretsPassProps) {
  const { actions } = useEditor();
  const looksForSecrets = useEditorState((state) => state.looksForSecrets);
  return (
    <section className={styles.pass} aria-label="Secrets">
      <label className={styles.switch}>
        <input type="checkbox" checked={looksForSecrets} onChange={({ target }) => actions.setLooksForSecrets(target.checked)} />
        Look for secrets in the result
      </label>
      {looksForSecrets && <FoundSecrets found={found} close={close} />}
    </section>
  );
}

function FoundSecrets({ found, close }: SecretsPassProps) {
  const { actions } = useEditor();
  const summary = useRef<HTMLParagraphElement>(null);
  const secrets = found.state === 'found' ? found.secrets : [];

  /** The button goes with its entry. */
  function leaveBy(act: () => void): void {
    summary.current?.focus();
    act();
  }

  return (
    <>
      <p className={secrets.length > 0 ? styles.warning : styles.note} role="status" tabIndex={-1} ref={summary}>
        {found.state === 'looking' && 'Looking for secrets…'}
        {found.state === 'failed' && `The result could not be looked through. ${found.reason}`}
        {found.state === 'found' && summaryText(secrets.length, found.ignoredCount)}
      </p>
      {secrets.length > 0 && (
        <ul className={styles.list} aria-label="Possible secrets">
          {secrets.map((finding) => (
            <li key={`${finding.pattern} ${finding.text}`}>
              <div className={styles.what}>
                <code title={finding.text}>{finding.text}</code>
                <span>
                  {labelOf(finding)} · {PLACES[finding.place]}
                  {finding.place !== 'header' && ` at ${formatTime(finding.time)}`}
                </span>
              </div>
              <Button
                look="plain"
                onClick={() => {
                  actions.seek(finding.time, true);
                  close();
                }}
              >
                Show
              </Button>
              <Button
                title={`Masks everything of the kind: ${labelOf(finding)}`}
                onClick={() =>
                  leaveBy(() =>
                    actions.mask([{ ...WHOLE_RECORDING, what: SECRETS[finding.pattern] as RedactedPattern, with: DEFAULT_MASK }]),
                  )
                }
              >
                Mask
              </Button>
              <Button look="plain" onClick={() => leaveBy(() => actions.ignoreSecret(finding.text))}>
                Ignore
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function summaryText(count: number, ignoredCount: number): string {
  const text = count === 0 ? 'No secrets found' : count === 1 ? '1 possible secret' : `${count} possible secrets`;
  return ignoredCount > 0 ? `${text}, ${ignoredCount} ignored` : text;
}
