import type { Range } from '#core/lib/ranges.ts';
import { type EditDocument, freeId } from './document.ts';
import type { Redaction } from './plan.ts';

export function addRedaction(document: EditDocument, redaction: Redaction): { document: EditDocument; id: number } {
  const id = freeId(document.redactions);
  return { document: { ...document, redactions: [...document.redactions, { ...redaction, id }].sort(byRange) }, id };
}

/** One that is gone leaves the document as it is. */
export function changeRedaction(document: EditDocument, id: number, change: Partial<Redaction>): EditDocument {
  if (!document.redactions.some((redaction) => redaction.id === id)) return document;
  const redactions = document.redactions.map((redaction) => (redaction.id === id ? { ...redaction, ...change } : redaction));
  return { ...document, redactions: redactions.sort(byRange) };
}

export function removeRedaction(document: EditDocument, id: number): EditDocument {
  return { ...document, redactions: document.redactions.filter((redaction) => redaction.id !== id) };
}

/** As a plan has them, so that a document and the plan that it is written as have them in one order. */
const byRange = (one: Range, other: Range): number => one.start - other.start || one.end - other.end;
