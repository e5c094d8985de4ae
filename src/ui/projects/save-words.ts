import type { Keeping, ProjectState } from '#store/projects/project.ts';

export interface SaveWords {
  readonly text: string;
  /** The same where there is little room. */
  readonly short: string;
  /** What else is to be known, for whoever points at it. */
  readonly detail: string;
  /** Whether work would be lost with the page. */
  readonly isWarning: boolean;
}

interface Saving {
  readonly project: ProjectState;
  /** Whether the file, or the export, has the document as it stands. */
  readonly isInFile: boolean;
  /** Changes have been on their way for so long that one would wonder. */
  readonly isSlow: boolean;
  /** An instant, in milliseconds since 1970, as a time of day. */
  readonly clock: (millis: number) => string;
}

/** What is saved where, in a few words; null while there is nothing to save. */
export function saveWords({ project, isInFile, isSlow, clock }: Saving): SaveWords | null {
  const { keeping, keptAt, file, hasRecording, isSaving } = project;
  if (keeping.kind === 'elsewhere') return calm('Open in another tab', 'Here it can be looked at.');
  if (isSaving) return calm('Saving to a file…');
  if (isInFile) return calm(file ? `Saved to ${file.name}` : 'Saved in a plan file');
  if (keeping.kind === 'failed') {
    const detail = [file && `Edited since ${file.name}.`, keeping.message].filter(Boolean).join(' ');
    return { text: WHY_NOT[keeping.reason], short: 'Not saved', detail, isWarning: true };
  }
  const isKept = keptAt !== null && !(keeping.kind === 'pending' && isSlow);
  const short = isKept ? `Saved · ${clock(keptAt)}` : 'Saving…';
  const kept = isKept ? `Saved in this browser · ${clock(keptAt)}` : 'Saving…';
  if (file) return calm(`Edited since ${file.name}`, kept);
  if (keeping.kind === 'idle') return null;
  const detail = hasRecording ? 'Not yet in a file.' : 'Not yet in a file. The recording itself is not kept: its file is needed to go on.';
  return { text: kept, short, detail, isWarning: false };
}

const WHY_NOT: Readonly<Record<Extract<Keeping, { kind: 'failed' }>['reason'], string>> = {
  full: 'Not saved: storage is full',
  unavailable: 'Not saved: no storage in this window',
  other: 'Not saved',
};

const calm = (text: string, detail = ''): SaveWords => ({ text, short: text, detail, isWarning: false });
