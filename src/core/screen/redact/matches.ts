import type { RedactedPattern } from '../../plan/plan.ts';

/** Whether a pattern names line feeds: then it is looked for in several lines at once, any other one in each alone. */
export const spansLines = ({ pattern }: RedactedPattern): boolean => pattern.includes('\\n');

/** Visits what a pattern matches, also where a match begins inside another one and goes on beyond it. */
export function forEachMatch(text: string, pattern: RegExp, visit: (start: number, end: number) => void): void {
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; ) {
    const start = found.index;
    const end = pattern.lastIndex;
    const next = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
    if (end > start) visit(start, end);
    pattern.lastIndex = next;
    found = pattern.exec(text);
    if (found !== null && end > start && pattern.lastIndex <= end) {
      pattern.lastIndex = end;
      found = pattern.exec(text);
    }
  }
}
