import * as v from 'valibot';
import { MAX_MICROS, type SourceTime, sourceTime } from '#core/cast/time.ts';
import type { EditDocument } from '#core/plan/document.ts';
import type { Viewport } from '../viewport.ts';
import { documentFromKept } from './kept-document.ts';
import type { FileHandle } from './ports.ts';
import type { ProjectSummary, SourceIdentity } from './project.ts';

/** Kept work, as the database has it: plain data. Its recording lies beside it. */
export interface ProjectRecord extends Omit<ProjectSummary, 'isOpenElsewhere' | 'planFileName'> {
  readonly version: typeof RECORD_VERSION;
  /** The tab that writes it. Another that takes it over says so here first, and who finds another's name writes no more. */
  readonly writer: string;
  readonly document: EditDocument;
  readonly playhead: SourceTime;
  readonly viewport: Viewport;
  /** A length that was asked for and is not solved for yet. */
  readonly awaitedTargetMicros?: number;
  readonly planFile?: { readonly name: string; readonly handle?: FileHandle };
  /** Forgotten then, in milliseconds since 1970, and not taken away yet. */
  readonly discardedAt?: number;
}

export const RECORD_VERSION = 1;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const instant = v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_MICROS));

const sourceSchema: v.GenericSchema<unknown, SourceIdentity> = v.object({
  fileName: v.string(),
  sha256: v.exactOptional(v.string()),
  bytes: count,
  durationMicros: instant,
  events: count,
});

/** The browser's own object, which nothing but the browser can make; what it can do shows when it is written to. */
const isHandle = (value: unknown): value is FileHandle =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';

const recordSchema = v.object({
  version: v.literal(RECORD_VERSION),
  id: v.pipe(v.string(), v.minLength(1)),
  writer: v.string(),
  source: sourceSchema,
  document: v.unknown(),
  editCount: count,
  keptAt: v.pipe(v.number(), v.finite()),
  hasRecording: v.boolean(),
  isInFile: v.boolean(),
  playhead: v.pipe(instant, v.transform(sourceTime)),
  viewport: v.pipe(
    v.object({ start: v.pipe(v.number(), v.finite()), end: v.pipe(v.number(), v.finite()) }),
    v.check(({ start, end }) => start < end),
  ),
  awaitedTargetMicros: v.exactOptional(instant),
  planFile: v.exactOptional(v.object({ name: v.string(), handle: v.exactOptional(v.custom<FileHandle>(isHandle)) })),
  discardedAt: v.exactOptional(v.number()),
});

/** All of a record but its document, which is not looked at; undefined where it is damaged, or a later version wrote it. */
export function envelopeFromKept(value: unknown): v.InferOutput<typeof recordSchema> | undefined {
  const { success, output } = v.safeParse(recordSchema, value);
  return success ? output : undefined;
}

/** A record as it was kept; undefined where it is damaged, or a later version wrote it. */
export function recordFromKept(value: unknown): ProjectRecord | undefined {
  const envelope = envelopeFromKept(value);
  const document = envelope && documentFromKept(envelope.document);
  return document && { ...envelope, document };
}

export function summaryOf(record: Omit<ProjectRecord, 'document'>, isOpenElsewhere: boolean): ProjectSummary {
  const { id, source, editCount, keptAt, hasRecording, isInFile, planFile } = record;
  return { id, source, editCount, keptAt, hasRecording, isInFile, ...(planFile && { planFileName: planFile.name }), isOpenElsewhere };
}

/** Whether a later Castfold wrote it, which knows what to make of it. */
export const isOfLaterVersion = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number' && value.version > RECORD_VERSION;
