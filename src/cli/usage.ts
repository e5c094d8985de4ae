export const HELP = `castfold re-applies the edits of a plan to a terminal recording (asciicast v1, v2, v3), tells
what is in one, and makes a plan that brings it to a length.

Usage:
  castfold apply PLAN.json IN.cast [-o OUT.cast] [--format v2|v3] [--strict]
  castfold check PLAN.json [IN.cast] [--strict]
  castfold analyze IN.cast [--json] [--strict]
  castfold fit IN.cast --target TIME [--plan PINS.json] [-o PLAN.json] [--strict]

apply writes the edited recording.
  -o, --output OUT.cast   where to; the standard output if absent. OUT may be IN: it is replaced
                          only once the whole result has been written.
  --format v2|v3          version of the result; that of the recording if absent (v2 for v1)

check says what is wrong with a plan, or what it would make of the recording.

analyze says where the recording waits, what is typed in it and which moments are worth seeing.
  --json                  all of it, as a JSON document
  --idle-threshold S      seconds without events that count as a pause; 0.7 if absent
  --type-max-gap S        seconds between two keys that end a run of typing; 1.2 if absent
  --min-keystrokes N      keys that make a run of typing; 3 if absent

fit writes a plan with which the result lasts as long as the target: it keeps moments readable, and
cuts or speeds up the rest.
  --target TIME           length of the result, in seconds or as 1:30; from 3 s on
  --plan PINS.json        a plan whose edits stay as they are
  -o, --output PLAN.json  where to; the standard output if absent. With it, what the plan does is
                          said on the standard error.

  --strict                refuse a recording with unreadable lines instead of skipping them
  -h, --help              this text
  --version               the version of castfold

"-" stands for the standard input or output. A recording may be compressed with gzip.
Exit status: 0 done, 1 failed, 2 wrong usage. After a failure the file OUT or PLAN is as it was before;
the standard output, a pipe or a device may have got a part of the result.
`;

/** The command was called in a way that it does not understand: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
