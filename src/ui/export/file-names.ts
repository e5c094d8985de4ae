import { stemOf } from '#store/projects/stem.ts';

export interface ExportNames {
  readonly recording: string;
  readonly plan: string;
  /** The command that makes the edited recording from the two. */
  readonly command: string;
}

/** Names beside the original: NAME.edited.cast and NAME.plan.json; never the original's own. */
export function exportNames(fileName: string, version: 2 | 3, sourceVersion: 1 | 2 | 3): ExportNames {
  const stem = stemOf(fileName);
  const recording = `${stem}.edited.cast`;
  const plan = `${stem}.plan.json`;
  const format = version === Math.max(sourceVersion, 2) ? '' : ` --format v${version}`;
  return { recording, plan, command: `castfold apply ${quoted(plan)} ${quoted(fileName)} -o ${quoted(recording)}${format}` };
}

/** As a POSIX shell takes it; a name that begins with a dash would be an option. */
function quoted(name: string): string {
  const safe = name.startsWith('-') ? `./${name}` : name;
  return /^[\w./-]+$/.test(safe) ? safe : `'${safe.replaceAll("'", "'\\''")}'`;
}
