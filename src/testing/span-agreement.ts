import type { Span, SpanKind } from '#core/analyze/analysis.ts';
import type { SpanLabel } from './labelled-spans.ts';

/** How long, in seconds, something was rightly said, was said at all, and should have been. */
export interface Agreement {
  readonly right: number;
  readonly told: number;
  readonly labelled: number;
}

export type Agreements = Readonly<Record<SpanKind | 'news', Agreement>>;

/** A longer label counts for so much, that an hour of nothing does not outweigh all else. */
const MAX_LABEL_SECONDS = 60;

/** Compares spans with labels, within the time that is labelled. `news` are reading and scrolling, whatever their labels are. */
export function agreementOf(spans: readonly Span[], labels: readonly SpanLabel[]): Agreements {
  const kinds = (kind: SpanKind | 'news') => (kind === 'news' ? ['reading', 'scrolling', 'news'] : [kind]);
  const measure = (kind: SpanKind | 'news'): Agreement => {
    const sum = { right: 0, told: 0, labelled: 0 };
    for (const [from, to, label] of labels) {
      // Undecided between two kinds: says nothing of either.
      if (label === 'news' && (kind === 'reading' || kind === 'scrolling')) continue;
      const weight = Math.min(1, MAX_LABEL_SECONDS / (to - from));
      const isLabelled = kinds(kind).includes(label);
      const told = spans.filter((span) => kinds(kind).includes(span.kind)).reduce((seconds, span) => seconds + shared(span, from, to), 0);
      sum.told += told * weight;
      if (!isLabelled) continue;
      sum.right += told * weight;
      sum.labelled += (to - from) * weight;
    }
    return sum;
  };
  return {
    waiting: measure('waiting'),
    typing: measure('typing'),
    scrolling: measure('scrolling'),
    reading: measure('reading'),
    news: measure('news'),
  };
}

const shared = ({ start, end }: Span, from: number, to: number): number =>
  Math.max(0, Math.min(end / 1e6, to) - Math.max(start / 1e6, from));

/** Of several recordings. */
export function together(agreements: readonly Agreements[]): Agreements {
  const total = (kind: SpanKind | 'news'): Agreement => ({
    right: agreements.reduce((sum, each) => sum + each[kind].right, 0),
    told: agreements.reduce((sum, each) => sum + each[kind].told, 0),
    labelled: agreements.reduce((sum, each) => sum + each[kind].labelled, 0),
  });
  return {
    waiting: total('waiting'),
    typing: total('typing'),
    scrolling: total('scrolling'),
    reading: total('reading'),
    news: total('news'),
  };
}

/** How much of what was said is right; 1 where nothing was. */
export const precision = ({ right, told }: Agreement): number => (told > 0 ? right / told : 1);

/** How much of what should have been said was; 1 where there is nothing to say. */
export const recall = ({ right, labelled }: Agreement): number => (labelled > 0 ? right / labelled : 1);
