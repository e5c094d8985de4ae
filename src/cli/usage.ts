export const HELP = `castfold re-applies the edits of a plan to a terminal recording (asciicast v1, v2, v3).

Usage:
  castfold apply PLAN.json IN.cast [-o OUT.cast] [--format v2|v3] [--strict]
  castfold check PLAN.json [IN.cast] [--strict]

apply writes the edited recording.
  -o, --output OUT.cast   where to; the standard output if absent. OUT may be IN: it is replaced
                          only once the whole result has been written.
  --format v2|v3          version of the result; that of the recording if absent (v2 for v1)
  --strict                refuse a recording with unreadable lines instead of skipping them

check says what is wrong with a plan, or what it would make of the recording.

  -h, --help              this text
  --version               the version of castfold

"-" stands for the standard input or output. A recording may be compressed with gzip.
Exit status: 0 done, 1 failed, 2 wrong usage. After a failure the file OUT is as it was before; the
standard output, a pipe or a device may have got a part of the result.
`;

/** The command was called in a way that it does not understand: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
