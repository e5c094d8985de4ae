import { formatTime } from '#core/cast/format-time.ts';
import { recordingDuration } from '#core/cast/recording.ts';
import { useEditor } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import { formatBytes } from '../shared/format-bytes.ts';
import { CopyButton } from './CopyButton.tsx';
import styles from './ExportDialog.module.css';
import type { Failure } from './use-result.ts';

/** What failed, what is safe, and what can be done. */
export function FailureNote({ failure: { stage, reason, tryAgain } }: { readonly failure: Failure }) {
  const { store } = useEditor();
  const { opened, document } = store.getState();
  const { recording } = opened ?? {};
  const diagnostics = [
    `Castfold: the export failed while ${STAGES[stage]}.`,
    reason,
    ...(recording
      ? [
          `Recording: asciicast v${recording.version}, ${recording.events.length} events, ${formatBytes(recording.bytes.length)}, ${formatTime(recordingDuration(recording))}`,
        ]
      : []),
    `Edits: ${document.cuts.length} cuts, ${document.speedRegions.length} speed regions, ${document.holds.length} holds, ${document.redactions.length} masks`,
    `Browser: ${navigator.userAgent}`,
  ].join('\n');
  return (
    <div className={styles.failure}>
      <p role="alert">
        <strong>The export failed while {STAGES[stage]}.</strong> {reason} Your edits are not touched.
      </p>
      <div className={styles.remedies}>
        {tryAgain && <Button onClick={tryAgain}>Try again</Button>}
        <CopyButton text={diagnostics}>Copy diagnostics</CopyButton>
      </div>
    </div>
  );
}

const STAGES: Readonly<Record<Failure['stage'], string>> = {
  masking: 'masking',
  seaming: 'making the seams',
  writing: 'writing the file',
};
