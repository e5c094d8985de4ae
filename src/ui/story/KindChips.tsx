import { useMemo } from 'react';
import type { Span, SpanKind } from '#core/analyze/analysis.ts';
import { speakTime } from '#core/cast/format-time.ts';
import { useEditor } from '../editor-context.tsx';
import { afterClick } from '../shared/after-click.ts';
import styles from './KindChips.module.css';
import { KindSwatch } from './KindSwatch.tsx';
import { formatPart, kindsThere, nextOfKind } from './kind-spans.ts';
import { KIND_WORDS } from './kind-words.ts';

interface KindChipsProps {
  readonly spans: readonly Span[];
  readonly durationMicros: number;
}

/** How long each kind takes: the legend of the lane, and a way to the next stretch of a kind. */
export function KindChips({ spans, durationMicros }: KindChipsProps) {
  const { store, actions } = useEditor();
  const totals = useMemo(() => kindsThere(spans), [spans]);

  function goToNext(kind: SpanKind): void {
    const next = nextOfKind(spans, kind, store.getState().playhead);
    if (next) actions.seek(next.start, true);
  }

  return (
    <ul className={styles.chips} aria-label="What the recording is made of">
      {totals.map(([kind, micros]) => {
        const { name, word, meaning } = KIND_WORDS[kind];
        return (
          <li key={kind}>
            <button
              type="button"
              className={styles.chip}
              aria-label={`${word} ${formatPart(micros, durationMicros)}: go to the next`}
              aria-description={`${speakTime(micros)}, ${percentOf(micros, durationMicros)}`}
              title={`${name}, ${percentOf(micros, durationMicros)}: ${meaning}. Goes to the next stretch of it.`}
              onClick={(event) => {
                goToNext(kind);
                afterClick(event);
              }}
            >
              <KindSwatch kind={kind} />
              <span>
                {word} <b>{formatPart(micros, durationMicros)}</b>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** `84 %`; what is there is never none of it. */
function percentOf(micros: number, wholeMicros: number): string {
  const percent = (micros / Math.max(1, wholeMicros)) * 100;
  return percent < 1 ? 'less than 1 %' : `${Math.round(percent)} %`;
}
