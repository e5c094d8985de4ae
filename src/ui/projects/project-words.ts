import { formatTime } from '#core/cast/format-time.ts';
import { agoInWords } from '#store/projects/ago.ts';
import type { ProjectSummary, SourceIdentity } from '#store/projects/project.ts';

export const editsInWords = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'edit' : 'edits'}`;

/** What tells kept work from other work of the same name: how long the recording is, how much was done, and when. */
export function projectFacts({ source, editCount, keptAt }: ProjectSummary, now: number): string {
  return [formatTime(source.durationMicros, 0), editsInWords(editCount), agoInWords(now - keptAt)].join(' · ');
}

/** Where else the work is, and what is needed to go on with it. */
export function projectFlags({ source, isInFile, planFileName, hasRecording, isOpenElsewhere }: ProjectSummary): readonly string[] {
  return [
    isInFile ? `in ${planFileName ?? 'a plan file'}` : 'not in a file',
    ...(hasRecording ? [] : [needsFile(source)]),
    ...(isOpenElsewhere ? ['open in another tab'] : []),
  ];
}

export const needsFile = ({ fileName }: SourceIdentity): string => `needs ${fileName}`;

/** Work that would be lost with this browser's data: what a visitor is asked about. */
export const isUnsaved = ({ isInFile, isOpenElsewhere, editCount }: ProjectSummary): boolean =>
  !isInFile && !isOpenElsewhere && editCount > 0;
