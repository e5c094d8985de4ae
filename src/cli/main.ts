import { parseArgs } from 'node:util';
import { applyCommand } from './apply-command.ts';
import { checkCommand } from './check-command.ts';
import { Failure, isSystemError } from './failure.ts';
import { THRESHOLDS, targetOption, thresholdOptions } from './option-values.ts';
import { complain, print, report, STANDARD_STREAM } from './standard-streams.ts';
import { HELP, UsageError } from './usage.ts';

/** Put in by the build. */
declare const __VERSION__: string;

const OPTIONS = {
  output: { type: 'string', short: 'o' },
  format: { type: 'string' },
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
  'idle-threshold': { type: 'string' },
  'type-max-gap': { type: 'string' },
  'min-keystrokes': { type: 'string' },
  target: { type: 'string' },
  plan: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** Taken by every command. */
const COMMON_OPTIONS: readonly string[] = ['strict', 'help', 'version'];

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
  if ([...positionals, values.output, values.plan].includes('')) throw new UsageError('the name of a file is empty');
  const [command, ...paths] = positionals;
  switch (command) {
    case undefined:
      throw new UsageError('a command is missing');
    case 'apply':
      return runApply(paths, values);
    case 'check':
      return runCheck(paths, values);
    case 'analyze':
      return runAnalyze(paths, values);
    case 'fit':
      return runFit(paths, values);
    default:
      throw new UsageError(`there is no command "${command}"`);
  }
}

async function runApply([planPath, inputPath, ...others]: string[], values: Values): Promise<void> {
  if (planPath === undefined || inputPath === undefined) throw new UsageError('apply needs a plan and a recording');
  refuseMore(others);
  refuseOptionsBut('apply', values, ['output', 'format']);
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
  refuseOptionsBut('check', values, []);
  await print(await checkCommand({ planPath, strict: values.strict ?? false, ...(inputPath !== undefined && { inputPath }) }));
}

// The terminal that the two below take is loaded only for them, as in prepare-plan.ts.

async function runAnalyze([inputPath, ...others]: string[], values: Values): Promise<void> {
  if (inputPath === undefined) throw new UsageError('analyze needs a recording');
  refuseMore(others);
  refuseOptionsBut('analyze', values, ['json', ...THRESHOLDS]);
  const settings = thresholdOptions(values);
  const { analyzeCommand } = await import('./analyze-command.ts');
  await print(await analyzeCommand({ inputPath, settings, asJson: values.json ?? false, strict: values.strict ?? false }));
}

async function runFit([inputPath, ...others]: string[], values: Values): Promise<void> {
  if (inputPath === undefined) throw new UsageError('fit needs a recording');
  refuseMore(others);
  refuseOptionsBut('fit', values, ['target', 'plan', 'output']);
  const targetMicros = targetOption(values.target);
  const { fitCommand } = await import('./fit-command.ts');
  const lines = await fitCommand({
    inputPath,
    targetMicros,
    outputPath: values.output ?? STANDARD_STREAM,
    strict: values.strict ?? false,
    ...(values.plan !== undefined && { pinsPath: values.plan }),
  });
  if (values.output !== undefined) report(lines);
}

function parseArguments(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // Node's message names the argument; the sentences and lines that follow are advice that does not fit here.
    if (isSystemError(error) && error.code?.startsWith('ERR_PARSE_ARGS')) {
      throw new UsageError((error.message.split(/\.\s/u)[0] as string).replace(/^\w/, (first) => first.toLowerCase()));
    }
    throw error;
  }
}

function refuseMore(others: readonly string[]): void {
  if (others.length > 0) throw new UsageError(`one argument too many: ${others[0]}`);
}

function refuseOptionsBut(command: string, values: Values, own: readonly (keyof Values)[]): void {
  const foreign = Object.keys(values).find((name) => !COMMON_OPTIONS.includes(name) && !own.some((known) => known === name));
  if (foreign !== undefined) throw new UsageError(`${command} has no option --${foreign}`);
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
