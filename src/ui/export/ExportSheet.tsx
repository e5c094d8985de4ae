import { useState } from 'react';
import { formatTime } from '#core/cast/format-time.ts';
import { selectDuration, selectTimeMap } from '#store/selectors.ts';
import { useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import { formatBytes } from '../shared/format-bytes.ts';
import { CopyCommand } from './CopyCommand.tsx';
import styles from './ExportDialog.module.css';
import { exportNames } from './file-names.ts';
import { saveFile } from './save-file.ts';
import { useResult } from './use-result.ts';

export function ExportSheet({ close }: { readonly close: () => void }) {
  const fileName = useEditorState((state) => state.opened?.fileName ?? '');
  const sourceVersion = useEditorState((state) => state.opened?.recording.version ?? 3);
  const sourceBytes = useEditorState((state) => state.opened?.recording.sourceText.length ?? 0);
  const keepsCollapsed = useEditorState((state) => state.document.cuts.some((cut) => cut.mode === 'collapse'));
  const sourceMicros = useEditorState(selectDuration);
  const resultMicros = useEditorState((state) => selectTimeMap(state)?.resultDuration ?? 0);
  const [version, setVersion] = useState<2 | 3>(sourceVersion === 3 ? 3 : 2);
  const result = useResult(version);
  const names = exportNames(fileName, version, sourceVersion);
  const isWritten = result.state === 'written';

  return (
    <form method="dialog" className={styles.sheet}>
      <h2 className={styles.heading}>Export</h2>
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

      {result.state === 'writing' && <progress className={styles.progress} value={result.share} aria-label="Writing the result" />}
      {result.state === 'failed' && (
        <p className={styles.problem} role="alert">
          {result.reason}
        </p>
      )}

      <div className={styles.files}>
        <Button
          look="primary"
          data-initial-focus
          // Not disabled, which would keep the focus away: Enter is all it takes once the file is written.
          aria-disabled={!isWritten}
          onClick={() => isWritten && saveFile(result.recording, names.recording)}
        >
          Download recording
        </Button>
        <span className={styles.name}>{names.recording}</span>
        <Button disabled={!isWritten} onClick={() => isWritten && saveFile(result.plan, names.plan)}>
          Download plan
        </Button>
        <span className={styles.name}>{names.plan}</span>
      </div>

      <CopyCommand command={names.command} />

      {keepsCollapsed && (
        <p className={styles.note}>
          What fast-forwarded cuts skip stays in the file as text. Choose the mode “Drop” for what nobody may read.
        </p>
      )}
      <div className={styles.end}>
        <Button onClick={close}>Close</Button>
      </div>
    </form>
  );
}
