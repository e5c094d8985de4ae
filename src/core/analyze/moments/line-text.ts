/** A moment's text is shown in lists and on the lane: longer lines would only be cut there. */
const MAX_LENGTH = 80;

/** Nothing is told of what lies further to the right. */
const MAX_READ = 1000;

/** Before the text of a line: bullets of lists and agents, spinners, branches of trees, and the signs of prompts. */
const SIGNS_BEFORE = /^(?:[•●○◦⏺✻✳✶✽✢·∙*⎿↳↱▪▶➤›»❯>+\-–—=#~\u2800-\u28ff]+ )+/u;

/** Frames of tables and boxes, bars, and what draws a cursor. */
const FRAMES_WITHIN = / ?[\u2500-\u259f|]+ ?/gu;

/** More blanks than one, or one of another width. */
const ALIGNING = /\s\s|[^\S ]/u;

/** A line without the frame around it, and without blanks that only align. What its signs mean is still there. */
export function withoutFrame(text: string): string {
  let start = 0;
  let end = Math.min(text.length, MAX_READ);
  while (start < end && isFrame(text.charCodeAt(start))) start++;
  while (end > start && isFrame(text.charCodeAt(end - 1))) end--;
  const bare = text.slice(start, end);
  return ALIGNING.test(bare) ? bare.replace(/\s+/gu, ' ').trim() : bare;
}

const isFrame = (unit: number): boolean => unit === 0x20 || unit === 0x7c || (unit >= 0x2500 && unit <= 0x259f);

/** What loggers put first: a time, and a thread or two. */
const LOG_PREFIX = /^\[?(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d[\d.,]*Z?\]? (?:\[[^\]]{0,40}\] )*/u;

/** A line as one would say it: without its frame, its bullets and when it was logged. */
export const plainLine = (text: string): string => plainOf(withoutFrame(text));

/** The same of a line whose frame is gone. */
export const plainOf = (bare: string): string =>
  bare.replace(SIGNS_BEFORE, '').replace(LOG_PREFIX, '').replace(FRAMES_WITHIN, ' | ').trim();

/** As much of a line as is shown of it: whole words, if there are any. */
export function shortened(line: string): string {
  if (line.length <= MAX_LENGTH) return line;
  const cut = line.slice(0, MAX_LENGTH - 1).replace(/[\ud800-\udbff]$/u, '');
  const blank = cut.lastIndexOf(' ');
  return `${(blank > MAX_LENGTH / 2 ? cut.slice(0, blank) : cut).trimEnd()}…`;
}
