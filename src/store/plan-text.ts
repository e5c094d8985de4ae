import { KNOWN_KEYS } from '#core/plan/plan-schema.ts';

/** Whether a text is meant as a plan: one JSON object that is empty, or has a key of plans and none of a recording's header. */
export function isPlanText(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  let value: object;
  try {
    value = JSON.parse(text) as object;
  } catch {
    // More than one JSON value, or a broken one. The reader knows to say what it is.
    return false;
  }
  if ('stdout' in value || 'width' in value || 'height' in value || 'term' in value) return false;
  const keys = Object.keys(value);
  return keys.length === 0 || keys.some((key) => key !== 'version' && planKeys.has(key));
}

const planKeys = new Set(KNOWN_KEYS.get(''));
