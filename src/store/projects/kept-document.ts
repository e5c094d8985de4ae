import * as v from 'valibot';
import { MAX_MICROS, sourceTime } from '#core/cast/time.ts';
import type { EditDocument } from '#core/plan/document.ts';
import type { EditSettings } from '#core/plan/edit-settings.ts';
import { parsePlan } from '#core/plan/parse-plan.ts';
import { CUT_MODES } from '#core/plan/plan.ts';
import { PlanError } from '#core/plan/plan-error.ts';
import { serializePlan } from '#core/plan/serialize-plan.ts';

/** The shape of a document as the program holds it; what its values have to be beside that, `parsePlan` knows. */
const number = v.pipe(v.number(), v.finite());
const micros = v.pipe(number, v.minValue(0), v.maxValue(MAX_MICROS));
const instant = v.pipe(micros, v.transform(sourceTime));
const id = v.pipe(v.number(), v.integer(), v.minValue(1));
const text = v.string();

const range = { id, start: instant, end: instant };
const provenance = { by: v.exactOptional(v.picklist(['suggestion', 'fit'])), reason: v.exactOptional(text) };

/** Edits that have names of their own, each another one. */
const named = <Entries extends v.ObjectEntries & { readonly id: typeof id }>(entries: Entries) =>
  v.pipe(
    v.array(v.object(entries)),
    v.check((edits) => new Set(edits.map((edit) => (edit as { readonly id: number }).id)).size === edits.length),
  );

const cuts = named({ ...range, ...provenance, mode: v.picklist(CUT_MODES) });
const speedRegions = named({ ...range, ...provenance, factor: number });

const redactedPlace = v.variant('kind', [
  v.object({ kind: v.literal('pattern'), pattern: text, ignoreCase: v.boolean() }),
  v.object({ kind: v.literal('rect'), row: number, col: number, rows: number, cols: number }),
]);

const source = v.object({
  name: v.exactOptional(text),
  sha256: v.exactOptional(text),
  durationMicros: v.exactOptional(micros),
  events: v.exactOptional(number),
});

const editSettings = v.object({
  marginBeforeMicros: micros,
  marginAfterMicros: micros,
  shortestKeptMicros: micros,
  shortestCutMicros: micros,
  maxFactor: number,
} satisfies Record<keyof EditSettings, v.GenericSchema>);

const entries = {
  source: v.exactOptional(source),
  idleCapMicros: v.exactOptional(v.nullable(micros)),
  cuts,
  speedRegions,
  holds: named({ id, at: instant, durationMicros: micros, ...provenance }),
  markers: v.exactOptional(named({ id, time: instant, label: text })),
  title: v.exactOptional(text),
  redactions: named({ id, start: instant, end: instant, what: redactedPlace, with: text }),
  targetMicros: v.exactOptional(micros),
  putAside: v.exactOptional(v.object({ cuts, speedRegions })),
  editSettings: v.exactOptional(editSettings),
};

/** Whatever a document has is kept: a key that is missing here does not compile. */
const documentSchema: v.GenericSchema<unknown, EditDocument> = v.object(entries satisfies Record<keyof EditDocument, v.GenericSchema>);

/** A document as it was kept, exactly; undefined where that is none, or one that no plan could be. */
export function documentFromKept(value: unknown): EditDocument | undefined {
  const { success, output } = v.safeParse(documentSchema, value);
  return success && isPlan(output) && (!output.putAside || isPlan({ ...output, ...output.putAside })) ? output : undefined;
}

function isPlan({ title: _, ...document }: EditDocument): boolean {
  try {
    // Texts may be anything; a plan file only has no room for the longest, and a recording may have brought them.
    parsePlan(
      serializePlan({ ...document, ...(document.markers && { markers: document.markers.map((marker) => ({ ...marker, label: '' })) }) }),
    );
    return true;
  } catch (error) {
    if (error instanceof PlanError) return false;
    throw error;
  }
}
