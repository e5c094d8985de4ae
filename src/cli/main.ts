import { parseArgs } from 'node:util';
import { applyCommand } from './apply-command.ts';
import { checkCommand } from './check-command.ts';
import { Failure, isSystemError } from './failure.ts';
import { complain, print, STANDARD_STREAM } from './standard-streams.ts';
import { HELP, UsageError } from './usage.ts';

/** Put in by the build. */
declare const __VERSION__: string;

const OPTIONS = {
  output: { type: 'string', short: 'o' },
  format: { type: 'string' },
  strict: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parseArguments>['values'];

// The status is set, and the process left to end by itself: leaving at once would lose output that a pipe has not taken yet.
process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  try {
    await runCommand(args);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      complain(error.message);
      process.stderr.write('Try "castfold --help".\n');
      return 2;
    }
    if (!(error instanceof Failure)) throw error;
    complain(error.message);
    return 1;
  }
}

async function runCommand(args: string[]): Promise<void> {
  const { values, positionals } = parseArguments(args);
  if (values.help) return print(HELP.trimEnd().split('\n'));
  if (values.version) return print([`castfold ${__VERSION__}`]);
  // What a shell makes of "$OUT" where the variable is not set.
  if ([...positionals, values.output].includes('')) throw new UsageError('the name of a file is empty');
  const [command, ...paths] = positionals;
  switch (command) {
    case undefined:
      throw new UsageError('a command is missing');
    case 'apply':
      return runApply(paths, values);
    case 'check':
      return runCheck(paths, values);
    default:
      throw new UsageError(`there is no command "${command}"`);
  }
}

async function runApply([planPath, inputPath, ...others]: string[], values: Values): Promise<void> {
  if (planPath === undefined || inputPath === undefined) throw new UsageError('apply needs a plan and a recording');
  refuseMore(others);
  await applyCommand({
    planPath,
    inputPath,
    outputPath: values.output ?? STANDARD_STREAM,
    strict: values.strict ?? false,
    ...formatOption(values.format),
  });
}

async function runCheck([planPath, inputPath, ...others]: string[], values: Values): Promise<void> {
  if (planPath === undefined) throw new UsageError('check needs a plan');
  refuseMore(others);
  for (const name of ['output', 'format'] as const) {
    if (values[name] !== undefined) throw new UsageError(`check writes nothing and has no option --${name}`);
  }
  await print(await checkCommand({ planPath, strict: values.strict ?? false, ...(inputPath !== undefined && { inputPath }) }));
}

function parseArguments(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // Node's message names the argument, then goes on with advice that does not fit here.
    if (isSystemError(error) && error.code?.startsWith('ERR_PARSE_ARGS')) {
      throw new UsageError((error.message.split('. ')[0] as string).replace(/^\w/, (first) => first.toLowerCase()));
    }
    throw error;
  }
}

function refuseMore(others: readonly string[]): void {
  if (others.length > 0) throw new UsageError(`one argument too many: ${others[0]}`);
}

function formatOption(format: string | undefined): { version?: 2 | 3 } {
  switch (format) {
    case undefined:
      return {};
    case 'v2':
      return { version: 2 };
    case 'v3':
      return { version: 3 };
    default:
      throw new UsageError(`--format must be v2 or v3, is ${format}`);
  }
}
