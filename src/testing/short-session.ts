import { castV2, type DrawnOptions } from './recordings.ts';

const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧'];

/** Keys echoed one by one, then the line feed that ends them. */
function typed(text: string, start: number): string {
  const keys = [...text].map((key, index) => `${key === ' ' ? '␣' : key}@${(start + index * 0.15).toFixed(2)}`);
  return [...keys, String.raw`\r\n@${(start + text.length * 0.15).toFixed(2)}`].join(' ');
}

/**
 * A minute at a shell: a command is typed, a spinner turns for 28 s, tests fail, another command shows a difference, and
 * nothing happens any more until the shell is left.
 */
export const shortSession = (options: Omit<DrawnOptions, 'version'> = {}): string =>
  castV2(
    [
      '$␣@0.5',
      typed('npm test', 1),
      ...Array.from({ length: 280 }, (_, tick) => String.raw`\r${SPINNER[tick % 8]}␣running␣tests@${(3 + tick / 10).toFixed(1)}`),
      String.raw`\r\u001b[KFAIL␣parser.test.ts\r\n␣␣expected␣3␣rows,␣got␣4\r\n2␣failed,␣40␣passed\r\n$␣@31`,
      typed('git diff', 38),
      String.raw`-␣␣return␣rows␣+␣1;\r\n+␣␣return␣rows;\r\n$␣@40`,
      typed('exit', 59),
    ].join(' '),
    options,
  );
