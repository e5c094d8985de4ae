import type { SpanKind, WaitingKind } from '#core/analyze/analysis.ts';

interface KindWords {
  readonly name: string;
  /** In the middle of a sentence. */
  readonly word: string;
  readonly meaning: string;
}

export const KIND_WORDS: Readonly<Record<SpanKind, KindWords>> = {
  waiting: {
    name: 'Waiting',
    word: 'waiting',
    meaning: 'nothing to read changes: silence, spinners, counters, progress bars, the same text drawn again',
  },
  typing: { name: 'Typing', word: 'typing', meaning: 'somebody is at the keys' },
  scrolling: { name: 'Scrolling', word: 'scrolling', meaning: 'new text, faster than anyone reads it' },
  reading: { name: 'Reading', word: 'reading', meaning: 'new text that stands long enough to be read' },
};

export const WAITING_WORDS: Readonly<Record<WaitingKind, string>> = {
  silence: 'silence',
  spinner: 'a spinner',
  counter: 'a counter',
  progress: 'a progress bar',
  repaint: 'the same text drawn again',
};
