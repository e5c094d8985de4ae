import type { RedactedPattern } from './plan.ts';

/** The regular expression that a pattern stands for, to find all that it matches. */
export const patternExpression = ({ pattern, ignoreCase }: Pick<RedactedPattern, 'pattern' | 'ignoreCase'>): RegExp =>
  new RegExp(pattern, ignoreCase ? 'giu' : 'gu');

/** Why a pattern cannot be used, as a clause for people; undefined where it can. */
export function patternFault(what: Pick<RedactedPattern, 'pattern' | 'ignoreCase'>): string | undefined {
  let expression: RegExp;
  try {
    expression = patternExpression(what);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // Engines put the expression itself before the fault, some of them; the fault comes last.
    return `must be a regular expression (${error.message.slice(error.message.lastIndexOf(': ') + 1).trim()})`;
  }
  return expression.test('') ? 'must not match the empty text' : undefined;
}
