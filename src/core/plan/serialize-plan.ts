import { microsToSeconds } from '../cast/time.ts';
import { DEFAULT_MASK, type Plan, type Redaction, WHOLE_RECORDING } from './plan.ts';
import { PLAN_VERSION } from './plan-schema.ts';

/**
 * The plan as a JSON document (plan-format §2) with a line for each region, so that two versions of it compare well:
 * keys in the contract's order, empty lists left out, `mode` always said, a line feed at the end. Seconds have as few
 * digits as JavaScript needs to tell the number from its neighbours; up to 10^15 µs (31 years) they read back exactly.
 */
export function serializePlan(plan: Plan): string {
  const members = [
    member('version', PLAN_VERSION),
    plan.source && member('source', sourceDocument(plan.source)),
    plan.idleCapMicros !== undefined && member('idle_cap', plan.idleCapMicros === null ? null : microsToSeconds(plan.idleCapMicros)),
    plan.speedRegions.length > 0 &&
      listMember(
        'speed_regions',
        plan.speedRegions.map(({ factor, ...range }) => ({ ...seconds(range), factor })),
      ),
    plan.cuts.length > 0 &&
      listMember(
        'cuts',
        plan.cuts.map(({ mode, ...range }) => ({ ...seconds(range), mode })),
      ),
    plan.holds.length > 0 &&
      listMember(
        'holds',
        plan.holds.map(({ at, durationMicros }) => ({ at: microsToSeconds(at), duration: microsToSeconds(durationMicros) })),
      ),
    plan.markers &&
      listMember(
        'markers',
        plan.markers.map(({ time, label }) => ({ time: microsToSeconds(time), label })),
      ),
    plan.title !== undefined && member('title', plan.title),
    plan.redactions.length > 0 && listMember('redactions', plan.redactions.map(redactionDocument)),
  ];
  return `{\n${members.filter(Boolean).join(',\n')}\n}\n`;
}

function sourceDocument({ name, sha256, durationMicros, events }: NonNullable<Plan['source']>): object {
  return { name, sha256, duration: durationMicros === undefined ? undefined : microsToSeconds(durationMicros), events };
}

/** What is as it would be without a word is not said. */
function redactionDocument({ what, start, end, with: mask }: Redaction): object {
  return {
    ...(what.kind === 'pattern' && { pattern: what.pattern, ignore_case: what.ignoreCase || undefined }),
    ...(what.kind === 'rect' && { rect: { row: what.row, col: what.col, rows: what.rows, cols: what.cols } }),
    start: start === WHOLE_RECORDING.start ? undefined : microsToSeconds(start),
    end: end === WHOLE_RECORDING.end ? undefined : microsToSeconds(end),
    with: mask === DEFAULT_MASK ? undefined : mask,
  };
}

const seconds = ({ start, end }: { start: number; end: number }) => ({ start: microsToSeconds(start), end: microsToSeconds(end) });

const member = (key: string, value: unknown): string => `  ${JSON.stringify(key)}: ${oneLine(value)}`;

function listMember(key: string, items: readonly object[]): string {
  const lines = items.map((item) => `    ${oneLine(item)}`);
  return `  ${JSON.stringify(key)}: ${lines.length > 0 ? `[\n${lines.join(',\n')}\n  ]` : '[]'}`;
}

/** Members that are undefined are left out, as in `JSON.stringify`. */
function oneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return members.length > 0 ? `{ ${members.map(([key, inner]) => `${JSON.stringify(key)}: ${oneLine(inner)}`).join(', ')} }` : '{}';
}
