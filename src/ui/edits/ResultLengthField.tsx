import { formatExactTime, formatLength } from '#core/cast/format-time.ts';
import { parseTimeEntry } from '#core/cast/time-entry.ts';
import type { DocumentSpeedRegion } from '#core/plan/document.ts';
import { factorForLength } from '#core/plan/factor.ts';
import { useEditor } from '../editor-context.tsx';
import { CommitField } from '../shared/CommitField.tsx';

interface ResultLengthFieldProps {
  readonly region: DocumentSpeedRegion;
  /** How long the region lasts in the result. */
  readonly resultMicros: number;
  /** What of that is holds, which no factor changes. */
  readonly heldMicros: number;
}

/** The factor of a speed region, seen as the length that it gives. */
export function ResultLengthField({ region, resultMicros, heldMicros }: ResultLengthFieldProps) {
  const { actions } = useEditor();

  function commit(typed: string): string | undefined {
    const entry = parseTimeEntry(typed, { currentMicros: resultMicros });
    if ('problem' in entry) return entry.problem;
    if (entry.micros <= 0) return 'A length above 0 is needed; to remove all of it, cut it.';
    const input = factorForLength(entry.micros, (resultMicros - heldMicros) * region.factor, heldMicros);
    if ('problem' in input) return input.problem;
    actions.setFactor(region.id, input.factor);
    return undefined;
  }

  return (
    <CommitField
      label="In result"
      text={formatLength(resultMicros)}
      editText={formatExactTime(Math.round(resultMicros))}
      commit={commit}
      hint="How long it lasts in the result, such as 3 or 1:30, +2 or -2"
    />
  );
}
