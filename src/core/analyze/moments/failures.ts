import { CODE } from './code.ts';
import { Hint, hintsOf } from './line-hints.ts';
import { plainOf, withoutFrame } from './line-text.ts';

/** Said of nothing having gone wrong, or of no more than a topic. */
const NO_FAILURE =
  /\b(?:0|no|zero|without|any) (?:errors?|failures?|failed|failing|fail)\b|\b(?:errors?|failures?|failed|fail)\s?[:=]\s?0\b|\berror[- ](?:handling|handlers?|messages?|boundar(?:y|ies)|free)\b/giu;

/** At the beginning of a line, where at most some names go before: `npm error`, `cc: fatal error:`, `(error) ERR`. */
const FAILURE_FIRST =
  /^[^a-z]{0,30}(?:[\w./@-]{1,60}: ){0,2}(?:[\w./@-]{1,60} )?[([]?(?:error|fatal|failed|failure|panic|panicked|exception|traceback|segmentation fault)\b/iu;

const FAILURE_SAID =
  /command not found|panicked at|no such file|permission denied|access denied|connection refused|cannot find|could ?n[o']t (?:find|connect|resolve|open|read|load|start)|(?:^|[:\])] )failed (?:to|with)|exit(?:ed with)?(?: code| status) [1-9]|\berror(?: ?\[?[A-Z]{1,6}\d+\]?)?: |\b[1-9]\d* (?:errors?|failures?|failed|failing)\b/iu;

/** Programs shout when it is serious; prose does not. */
const FAILURE_SHOUTED = /\b(?:ERROR|FATAL|FAILED|FAILURE|FAIL|PANIC)\b|\bERR!|\b[A-Z][A-Za-z]*(?:Error|Exception)\b:/u;

/** Loggers say themselves how bad it is. */
const HARMLESS_LEVEL = /\b(?:INFO|DEBUG|TRACE)\b/u;

const FAILURE_MARK = /^[✗✘✖❌⨯] /u;
const SUCCESS_MARK = /^[✓✔√✅] /u;

/** Whether a line tells of something that went wrong, in the words of English and the marks that programs use in all languages. */
export function isFailure(text: string): boolean {
  if ((hintsOf(text) & Hint.failure) === 0) return false;
  const bare = withoutFrame(text);
  return saysFailure({ bare, text: plainOf(bare), hints: hintsOf(bare), isCode: CODE.test(bare) });
}

/** A line that was looked at. */
export interface KnownLine {
  /** Without its frame. */
  readonly bare: string;
  /** As one would say it. */
  readonly text: string;
  /** Of the line without its frame. */
  readonly hints: number;
  readonly isCode: boolean;
}

/** The same of a line that was looked at. */
export function saysFailure({ bare, text, hints, isCode }: KnownLine): boolean {
  if ((hints & Hint.failure) === 0) return false;
  if (FAILURE_MARK.test(bare)) return true;
  if (isCode || HARMLESS_LEVEL.test(bare)) return false;
  const hasHarmless = (hints & Hint.noFailure) !== 0;
  const said = hasHarmless ? text.replace(NO_FAILURE, ' ') : text;
  if (FAILURE_FIRST.test(said)) return true;
  const mayBeSaid = hasHarmless || (hints & Hint.failureSaid) !== 0;
  return (mayBeSaid && FAILURE_SAID.test(said)) || FAILURE_SHOUTED.test(said);
}

/** What a line without its frame is ticked off as. */
export function markOf(bare: string): 'passed' | 'failed' | undefined {
  if (FAILURE_MARK.test(bare)) return 'failed';
  return SUCCESS_MARK.test(bare) ? 'passed' : undefined;
}
