import { useCallback, useState } from 'react';
import { formatTime } from '#core/cast/format-time.ts';
import { hasEdits } from '#core/plan/document.ts';
import { selectDuration, selectTimeMap } from '#store/selectors.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { LeftoverNote } from '../redact/LeftoverNote.tsx';
import { SecretsPass } from '../redact/SecretsPass.tsx';
import { isSafe, useLeftovers } from '../redact/use-leftovers.ts';
import { useSecrets } from '../redact/use-secrets.ts';
import { Button } from '../shared/Button.tsx';
import dialogStyles from '../shared/Dialog.module.css';
import { formatBytes } from '../shared/format-bytes.ts';
import { CopyCommand } from './CopyCommand.tsx';
import styles from './ExportDialog.module.css';
import { FailureNote } from './FailureNote.tsx';
import { exportNames } from './file-names.ts';
import { KeptContent } from './KeptContent.tsx';
import { saveFile } from './save-file.ts';
import { useEarlyDownload } from './use-early-download.ts';
import { usePlanFile } from './use-plan-file.ts';
import { useResult } from './use-result.ts';
import { WaitingNote } from './WaitingNote.tsx';

export function ExportSheet({ close }: { readonly close: () => void }) {
  const { actions } = useEditor();
  const fileName = useEditorState((state) => state.opened?.fileName ?? '');
  const sourceVersion = useEditorState((state) => state.opened?.recording.version ?? 3);
  const sourceBytes = useEditorState((state) => state.opened?.recording.sourceText.length ?? 0);
  const sourceMicros = useEditorState(selectDuration);
  const resultMicros = useEditorState((state) => selectTimeMap(state)?.resultDuration ?? 0);
  const [version, setVersion] = useState<2 | 3>(sourceVersion === 3 ? 3 : 2);
  const result = useResult(version);
  const plan = usePlanFile();
  const [savedPlan, setSavedPlan] = useState<Blob>();
  const names = exportNames(fileName, version, sourceVersion);
  const isWritten = result.state === 'written';
  const leftovers = useLeftovers(isWritten ? result.recording : undefined);
  const isReady = isWritten && isSafe(leftovers);
  const isUnderWay = result.state !== 'written' && result.state !== 'failed';
  const isPlanInNoFile = useEditorState(({ document, project }) => document !== project.documentInFile && hasEdits(document));
  const secrets = useSecrets();
  const download = useEarlyDownload({
    file: isReady ? result.recording : undefined,
    save: useCallback((file: Blob) => saveFile(file, names.recording), [names.recording]),
    hasFailed: result.state === 'failed' || (isWritten && !isReady && leftovers.state !== 'searching'),
    secrets,
  });

  function savePlan(file: Blob): void {
    saveFile(file, names.plan);
    setSavedPlan(file);
    actions.exported();
  }

  return (
    <form method="dialog" className={styles.sheet}>
      <h2 className={dialogStyles.heading}>Export</h2>
      <dl className={styles.facts}>
        <dt>Recording</dt>
        <dd>
          {formatTime(sourceMicros)} · {formatBytes(sourceBytes)}
        </dd>
        <dt>Result</dt>
        <dd>
          <strong>{formatTime(resultMicros)}</strong>
          {isWritten && ` · ${formatBytes(result.recording.size)}`}
        </dd>
      </dl>

      <fieldset className={styles.versions}>
        <legend>Format</legend>
        {([2, 3] as const).map((candidate) => (
          <label key={candidate}>
            <input type="radio" name="version" checked={version === candidate} onChange={() => setVersion(candidate)} />
            asciicast v{candidate}
            {candidate === sourceVersion && <span className={styles.secondary}> as recorded</span>}
          </label>
        ))}
      </fieldset>

      <WaitingNote result={result} />
      {result.state === 'failed' && <FailureNote failure={result} />}

      <KeptContent />
      <SecretsPass found={secrets} close={close} />
      {isWritten && <LeftoverNote leftovers={leftovers} />}

      <div className={styles.files}>
        <Button
          look="primary"
          data-initial-focus
          // Not disabled, which would keep the focus away: Enter is all it takes, and it need not wait for the file.
          aria-disabled={!isReady}
          onClick={download.press}
        >
          Download recording
        </Button>
        <span className={styles.name} role="status">
          {download.isAwaited ? (
            'Preparing… it is downloaded when it is ready'
          ) : download.isSaved ? (
            <Saved name={names.recording} />
          ) : (
            names.recording
          )}
        </span>
        <Button disabled={!plan} onClick={() => plan && savePlan(plan)}>
          Download plan
        </Button>
        <span className={styles.name} role="status">
          {plan && plan === savedPlan ? <Saved name={names.plan} /> : names.plan}
        </span>
      </div>

      {download.isSaved && isPlanInNoFile && (
        <p className={styles.note}>The edits themselves are in no file yet: the plan keeps them, to go on from or to apply again.</p>
      )}

      {download.held !== '' && (
        <p className={styles.problem} role="alert">
          {download.held}
        </p>
      )}

      <CopyCommand command={names.command} />

      <div className={styles.end}>
        <Button onClick={close}>{isUnderWay || download.isAwaited ? 'Cancel' : 'Close'}</Button>
      </div>
    </form>
  );
}

/** The browser may say so in a corner, or not at all. */
function Saved({ name }: { readonly name: string }) {
  return <strong className={styles.saved}>Downloaded {name}</strong>;
}
