import { patternExpression } from '../../plan/pattern.ts';
import type { Plan, Redaction } from '../../plan/plan.ts';
import { maskedCharacter } from './masking.ts';
import { forEachMatch } from './matches.ts';
import type { SeenGroup } from './seen-texts.ts';

/**
 * A plan whose own texts, its title and the labels of its markers, say nothing that its patterns name, whatever the time
 * in which those are to be masked, nor what was `seen` to be masked. The plan itself where they do not.
 */
export function maskPlanTexts<P extends Plan>(plan: P, seen: readonly SeenGroup[] = []): P {
  const { title, markers, redactions } = plan;
  const maskedTitle = title && maskText(title, redactions, seen);
  const labels = markers?.map(({ label }) => maskText(label, redactions, seen));
  const isSame = maskedTitle === title && (labels ?? []).every((label, index) => label === markers?.[index]?.label);
  if (isSame) return plan;
  return {
    ...plan,
    ...(maskedTitle !== undefined && { title: maskedTitle }),
    ...(markers && { markers: markers.map((marker, index) => ({ ...marker, label: labels?.[index] ?? '' })) }),
  };
}

/** How many of a plan's own texts `maskPlanTexts` changes. */
export function maskedTextCount(plan: Plan, seen?: readonly SeenGroup[]): number {
  const masked = maskPlanTexts(plan, seen);
  if (masked === plan) return 0;
  const labels = (plan.markers ?? []).filter(({ label }, index) => label !== masked.markers?.[index]?.label);
  return labels.length + (masked.title === plan.title ? 0 : 1);
}

function maskText(text: string, redactions: readonly Redaction[], seen: readonly SeenGroup[]): string {
  const masks: (string | undefined)[] = [];
  const cover = (start: number, end: number, mask: string): void => {
    for (let unit = start; unit < end; unit++) masks[unit] ??= mask;
  };
  for (const { what, with: mask } of redactions) {
    if (what.kind === 'pattern') forEachMatch(text, patternExpression(what), (start, end) => cover(start, end, mask));
  }
  for (const { redaction, texts } of seen) {
    for (const secret of texts) {
      for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) cover(at, at + secret.length, redaction.with);
    }
  }
  let masked = '';
  for (let unit = 0; unit < text.length; ) {
    const character = text.codePointAt(unit) as number;
    const mask = masks[unit];
    masked += mask === undefined ? String.fromCodePoint(character) : maskedCharacter(character, mask);
    unit += character > 0xffff ? 2 : 1;
  }
  return masked;
}
