import type { Analysis, AnalysisSettings } from '../analyze/analysis.ts';
import type { Recording } from '../cast/recording.ts';
import type { SourceTime } from '../cast/time.ts';
import type { Cut, RedactedPattern, RedactedRect, Redaction } from '../plan/plan.ts';
import type { Seam } from '../plan/seam.ts';
import type { Finding, KeptParts } from '../screen/redact/find-matches.ts';
import type { ProvenMasks } from '../screen/redact/redact-recording.ts';
import type { ScreenText } from '../screen/search/screen-lines.ts';
import type { SearchHit, SearchQuery } from '../screen/search/search.ts';
import type { WidthProfile } from '../screen/terminal/widths.ts';

/** First message to the worker of screens: the recording, as a copy of its own, which it begins to index at once. */
export interface OpenScreens {
  readonly kind: 'open';
  readonly recording: Recording;
  readonly profile: WidthProfile;
}

/**
 * A question to the worker of screens. Those of one `channel` replace each other: one that has not been answered when the
 * next arrives is answered with `undefined`. Without a channel each is answered.
 */
export interface ScreenRequest<Question extends ScreenQuestion = ScreenQuestion> {
  readonly kind: 'ask';
  readonly id: number;
  readonly channel?: string;
  readonly question: Question;
}

/** Is answered with `alive` as soon as the worker has a moment. */
export interface PingScreens {
  readonly kind: 'ping';
}

export type ScreenQuestion =
  /** The screen at a position, drawn so many device pixels wide and high at most. */
  | { readonly kind: 'thumbnail'; readonly position: number; readonly maxWidthPx: number; readonly maxHeightPx: number }
  /** What takes a terminal in any state, of the size named in the answer, to the screen at a position. */
  | { readonly kind: 'repaint'; readonly position: number }
  /** What can be read on the screen at a position. */
  | { readonly kind: 'text'; readonly position: number }
  | { readonly kind: 'seams'; readonly cuts: readonly Cut[] }
  /** `around`: where more is found than can be told, what is nearest to this. */
  | { readonly kind: 'search'; readonly query: SearchQuery; readonly around: SourceTime }
  /** When text that is seen at `time` appeared, and when it went. */
  | { readonly kind: 'locate'; readonly text: string; readonly time: SourceTime }
  /** From when to when the cells of a place show what they show at `time`. */
  | { readonly kind: 'still'; readonly rect: RedactedRect; readonly time: SourceTime }
  /**
   * What has to be replaced in the recording so that nothing of what the redactions name is left in it. Once it is
   * answered, all other answers are about the recording with these masks, which is indexed anew.
   */
  | { readonly kind: 'masks'; readonly redactions: readonly Redaction[] }
  /** What the recording is about. */
  | { readonly kind: 'analysis'; readonly settings: AnalysisSettings }
  /** What patterns match in the result. */
  | { readonly kind: 'findings'; readonly patterns: readonly RedactedPattern[]; readonly kept: KeptParts }
  /** How much of what the redactions mask everywhere can still be read in the file that was made of the masked recording. */
  | { readonly kind: 'leftovers'; readonly text: Uint8Array<ArrayBuffer>; readonly redactions: readonly Redaction[] };

/** What each kind of question is answered with. */
export interface ScreenAnswers {
  thumbnail: { readonly picture: ImageBitmapLike };
  repaint: { readonly text: string; readonly size: Recording['header']['size'] };
  text: ScreenText;
  seams: readonly Seam[];
  search: { readonly hits: readonly SearchHit[]; readonly isComplete: boolean };
  locate: { readonly start: SourceTime; readonly end: SourceTime } | null;
  still: { readonly start: SourceTime; readonly end: SourceTime };
  masks: ProvenMasks;
  analysis: Analysis;
  findings: readonly Finding[];
  leftovers: number;
}

/** A type of the page that this room does not know. */
export type ImageBitmapLike = unknown;

export type ScreenMessage =
  | { readonly kind: 'progress'; readonly position: number }
  /** The whole recording is indexed. `changes`: positions at which the screen is not what it was before, ascending. */
  | { readonly kind: 'indexed'; readonly changes: Uint32Array<ArrayBuffer> }
  | { readonly kind: 'alive' }
  /** From here on this question is worked on. Not said of screens, which are told too often, and soon. */
  | { readonly kind: 'begun'; readonly id: number }
  /** About so much is done of the masks, or of the analysis, that were asked for. It only grows. */
  | { readonly kind: 'share'; readonly id: number; readonly share: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  /** Why there is no answer, for people. */
  | { readonly kind: 'refused'; readonly id: number; readonly message: string }
  /** The last message: nothing can be said of the recording's screens any more. */
  | { readonly kind: 'failed'; readonly message: string };
