import type { SpanKind } from '#core/analyze/analysis.ts';
import styles from './KindSwatch.module.css';

/** A piece of the pattern that a kind has on the lane. */
export function KindSwatch({ kind }: { readonly kind: SpanKind }) {
  return <span className={styles.swatch} data-kind={kind} aria-hidden="true" />;
}
