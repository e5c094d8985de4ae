import { editHeaderText, type JsonValue } from '../cast/header-text.ts';
import type { Recording } from '../cast/recording.ts';
import { microsToSeconds, type ResultTime } from '../cast/time.ts';
import { decodeUtf8 } from '../lib/text.ts';
import type { Plan } from './plan.ts';
import { roundedUnits } from './write-time.ts';

type Members = Readonly<Record<string, JsonValue | undefined>>;

/**
 * The header of the result (plan-format §6): the recording's own text but for what the plan, or another version,
 * changes. Undefined where that is nothing, and the bytes are to stay, whatever encoding they are in.
 */
export function resultHeaderText(recording: Recording, plan: Plan, version: 2 | 3, resultDuration: ResultTime): string | undefined {
  const { bytes, headerRange, textVersion } = recording;
  const text = decodeUtf8(bytes.subarray(headerRange.start, headerRange.end));
  const header = JSON.parse(text) as Members;
  const converted = version === textVersion ? {} : version === 3 ? toVersion3(recording, header) : toVersion2(recording, header);
  const changes = { ...converted, ...planned(header, plan, resultDuration) };
  return Object.keys(changes).length > 0 ? editHeaderText(text, changes) : undefined;
}

function planned(header: Members, plan: Plan, resultDuration: ResultTime): Members {
  const duration = microsToSeconds(roundedUnits(resultDuration, 1));
  return {
    ...(plan.title !== undefined && plan.title !== header.title && { title: plan.title }),
    ...(header.duration !== undefined && header.duration !== duration && changesTime(plan) && { duration }),
    ...(plan.idleCapMicros !== undefined && header.idle_time_limit !== undefined && { idle_time_limit: undefined }),
  };
}

/** A plan for the title or the markers alone leaves the header's duration, right or wrong, to whoever wrote it. */
function changesTime({ idleCapMicros, speedRegions, cuts, holds }: Plan): boolean {
  return typeof idleCapMicros === 'number' || speedRegions.length + cuts.length + holds.length > 0;
}

/** The size goes from width and height into `term`, as do the theme and the environment's TERM. */
function toVersion3({ header: { size } }: Recording, header: Members): Members {
  const { TERM, ...env } = objectOf(header.env);
  const type = typeof TERM === 'string' ? { type: TERM } : {};
  const theme = header.theme !== undefined && header.theme !== null ? { theme: header.theme } : {};
  return {
    version: 3,
    width: undefined,
    height: undefined,
    theme: undefined,
    ...('type' in type && { env: Object.keys(env).length > 0 ? env : undefined }),
    term: { cols: size.cols, rows: size.rows, ...type, ...theme },
  };
}

/** The way back. What v2 has no place for, such as `term.version`, is lost. */
function toVersion2({ header: { size } }: Recording, header: Members): Members {
  const { type, theme } = objectOf(header.term);
  return {
    version: 2,
    term: undefined,
    width: size.cols,
    height: size.rows,
    ...(typeof type === 'string' && { env: { ...objectOf(header.env), TERM: type } }),
    ...(theme !== undefined && theme !== null && { theme }),
  };
}

function objectOf(value: JsonValue | undefined): Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, JsonValue>) : {};
}
