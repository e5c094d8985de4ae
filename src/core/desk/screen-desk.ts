import type { Analysis, AnalysisSettings } from '../analyze/analysis.ts';
import { analyzing } from '../analyze/analyze.ts';
import type { Recording } from '../cast/recording.ts';
import { lowerBound, upperBound } from '../lib/binary-search.ts';
import { maskRecording } from '../plan/mask-recording.ts';
import type { Seam } from '../plan/seam.ts';
import { indexRecording, type ScreenChanges } from '../screen/history/index-recording.ts';
import { Keyframes } from '../screen/history/keyframes.ts';
import { ScreenHistory } from '../screen/history/screen-history.ts';
import { findingMatches } from '../screen/redact/find-matches.ts';
import { type ProvenMasks, provingMasks } from '../screen/redact/redact-recording.ts';
import { countingLeftovers } from '../screen/redact/result-leftovers.ts';
import { EVENTS_AFTER, makingSeams } from '../screen/seams/seams.ts';
import { locate } from '../screen/search/locate.ts';
import { screenText } from '../screen/search/screen-lines.ts';
import { search } from '../screen/search/search.ts';
import { stillRange } from '../screen/search/still-place.ts';
import { TextIndex } from '../screen/search/text-index.ts';
import { MIN_COLS } from '../screen/terminal/emulator.ts';
import { repaintText } from '../screen/terminal/repaint.ts';
import { recordedSize } from '../screen/terminal/replay.ts';
import type { Screen } from '../screen/terminal/screen.ts';
import type { WidthProfile } from '../screen/terminal/widths.ts';
import type { ImageBitmapLike, ScreenMessage, ScreenQuestion, ScreenRequest } from './screen-messages.ts';
import { WaitingQuestions } from './waiting-questions.ts';

/** An answer that takes long: made in steps, between which others are answered. */
interface LongAnswer {
  readonly request: ScreenRequest;
  readonly steps: Generator<unknown, unknown, void>;
  /** What was said last of how much is done. */
  percent: number;
}

type IndexPass = Generator<number, ScreenChanges, void>;

/** What is worked out of a recording. */
interface Index {
  /** With its masks, where there are any. */
  readonly recording: Recording;
  readonly texts: TextIndex;
  readonly history: ScreenHistory;
  /** For seams where terminals do not agree on widths. Nothing is told to it before. */
  readonly unicodeHistory: ScreenHistory;
  /** Those that were made last. */
  readonly seams: Map<string, Seam>;
  /** Until it is through. */
  pass: IndexPass | undefined;
  /** Once it is. */
  changes: ScreenChanges | undefined;
  position: number;
}

type Picture = Pick<Extract<ScreenQuestion, { readonly kind: 'thumbnail' }>, 'maxWidthPx' | 'maxHeightPx'>;

/** What the desk does not do itself. */
export interface DeskLinks {
  /** `handedOver`: what the message has that need not be copied. */
  say(message: ScreenMessage, handedOver?: readonly unknown[]): void;
  paint(screen: Screen, maxWidthPx: number, maxHeightPx: number): Promise<ImageBitmapLike>;
}

/**
 * Indexes a recording and answers questions about its screens meanwhile: what was asked goes before, and what needs
 * more than is indexed waits for that.
 */
export class ScreenDesk {
  /** As it was opened, nothing of it masked. */
  readonly #original: Recording;
  readonly #profile: WidthProfile;
  readonly #links: DeskLinks;
  readonly #questions = new WaitingQuestions();
  #index: Index;
  /** What was masked: it may be in no file that is made of the recording. */
  #seen: ProvenMasks['seen'] = [];
  #long: LongAnswer[] = [];
  /** The long answer that was worked on last. */
  #begun: LongAnswer | undefined;

  constructor(recording: Recording, profile: WidthProfile, links: DeskLinks) {
    this.#original = recording;
    this.#profile = profile;
    this.#links = links;
    this.#index = beginIndex(recording, profile);
  }

  /** So many events are indexed by now; undefined once all are, which has been said then. */
  get indexingPosition(): number | undefined {
    return this.#index.pass && this.#index.position;
  }

  ask(request: ScreenRequest): void {
    const replaced = this.#questions.add(request, this.#neededPosition(request.question));
    if (replaced) this.#answer(replaced, undefined);
    // The one that has been begun is of no use any more either.
    const { channel } = request;
    for (const long of this.#long) if (channel !== undefined && long.request.channel === channel) this.#answer(long.request, undefined);
    this.#long = this.#long.filter((long) => channel === undefined || long.request.channel !== channel);
  }

  /** Does a little: answers a question, or takes a step of a long answer or of indexing. False: there is nothing to do. */
  work(): boolean {
    const request = this.#questions.take(this.#index.pass ? this.#index.position : Number.POSITIVE_INFINITY);
    const [long] = this.#long;
    if (request) this.#begin(request);
    else if (long) this.#stepAnswer(long);
    else if (this.#index.pass) this.#stepIndex(this.#index.pass);
    else return false;
    return true;
  }

  /** How many events have to be indexed before a question can be answered well. */
  #neededPosition(question: ScreenQuestion): number {
    switch (question.kind) {
      case 'thumbnail':
      case 'repaint':
      case 'text':
        return question.position;
      case 'still':
        return upperBound(this.#index.recording.events.times, question.time);
      case 'seams':
        // What follows a seam is looked at too.
        return Math.max(0, ...question.cuts.map(({ end }) => lowerBound(this.#index.recording.events.times, end) + EVENTS_AFTER));
      case 'locate':
      case 'analysis':
        return Number.POSITIVE_INFINITY;
      case 'search':
      case 'masks':
      case 'findings':
      case 'leftovers':
        return 0;
    }
  }

  #begin(request: ScreenRequest): void {
    const { question } = request;
    try {
      const steps = this.#stepsOf(question);
      if (steps) this.#long.push({ request, steps, percent: 0 });
      else if (question.kind === 'thumbnail') this.#answerWithPicture(request, question.position, question);
      else {
        if (question.kind !== 'repaint') this.#links.say({ kind: 'begun', id: request.id });
        this.#answer(request, this.#answerTo(question));
      }
    } catch (error) {
      this.#refuse(request, error);
    }
  }

  /** How a question is answered that takes long; undefined for the others. */
  #stepsOf(question: ScreenQuestion): LongAnswer['steps'] | undefined {
    const { recording, history, unicodeHistory, seams } = this.#index;
    switch (question.kind) {
      case 'seams':
        // The same as without the index, only sooner.
        return makingSeams(recording, question, { asciinema: history, unicode: unicodeHistory }, seams);
      case 'still':
        return stillRange({ recording, history }, question);
      case 'masks':
        return sharing(provingMasks(this.#original, question.redactions), this.#original.events.length);
      case 'analysis':
        return this.#analyzing(question.settings);
      case 'findings':
        return findingMatches(recording, question.patterns, question.kept);
      case 'leftovers':
        return countingLeftovers(question.text, question.redactions, this.#seen);
      default:
        return undefined;
    }
  }

  #analyzing(settings: AnalysisSettings): Generator<number, Analysis, void> {
    const { recording, texts, changes } = this.#index;
    if (!changes) throw new Error('The screens of this recording are not known yet.');
    return analyzing({ recording, texts, changes: changes.changes, changedAreas: changes.areas }, settings);
  }

  #answerTo(question: ScreenQuestion): unknown {
    const { events } = this.#index.recording;
    switch (question.kind) {
      case 'repaint': {
        if (recordedSize(this.#index.recording, question.position).cols < MIN_COLS) throw new Error('The terminal is too narrow.');
        const screen = this.#index.history.seek(question.position).screen();
        return { text: repaintText(screen), size: screen.size };
      }
      case 'text':
        return screenText(this.#index.history.seek(question.position));
      case 'search': {
        const { hits, isComplete } = search(this.#index.texts, events, question.query, question.around);
        return { hits, isComplete: isComplete && !this.#index.pass };
      }
      case 'locate':
        return locate({ recording: this.#index.recording, index: this.#index.texts, history: this.#index.history }, question) ?? null;
      default:
        return undefined;
    }
  }

  /** The first picture waits for its font, which may be long on its way: nothing else waits with it. */
  #answerWithPicture(request: ScreenRequest, position: number, { maxWidthPx, maxHeightPx }: Picture): void {
    this.#links.paint(this.#index.history.seek(position).screen(), maxWidthPx, maxHeightPx).then(
      (picture) => this.#answer(request, { picture }, [picture]),
      (error: unknown) => this.#refuse(request, error),
    );
  }

  #stepAnswer(long: LongAnswer): void {
    if (long !== this.#begun) this.#links.say({ kind: 'begun', id: long.request.id });
    this.#begun = long;
    try {
      const step = long.steps.next();
      const { kind } = long.request.question;
      if (!step.done) {
        if (kind === 'masks' || kind === 'analysis') this.#sayShare(long, step.value as number);
        return;
      }
      if (kind === 'masks') this.#mask(step.value as ProvenMasks);
      this.#answer(long.request, step.value, kind === 'analysis' ? [(step.value as Analysis).flashes.times.buffer] : []);
    } catch (error) {
      this.#refuse(long.request, error);
    }
    this.#long = this.#long.filter((other) => other !== long);
  }

  #sayShare(long: LongAnswer, share: number): void {
    const percent = Math.floor(100 * share);
    if (percent <= long.percent) return;
    long.percent = percent;
    this.#links.say({ kind: 'share', id: long.request.id, share: percent / 100 });
  }

  #stepIndex(pass: IndexPass): void {
    const step = pass.next();
    if (!step.done) {
      this.#index.position = step.value;
      return;
    }
    this.#index.pass = undefined;
    this.#index.position = this.#index.recording.events.length;
    this.#index.changes = step.value;
    const changes = step.value.changes.slice();
    this.#links.say({ kind: 'indexed', changes }, [changes.buffer]);
  }

  #answer({ id }: ScreenRequest, answer: unknown, handedOver: readonly unknown[] = []): void {
    this.#links.say({ kind: 'answer', id, answer }, handedOver);
  }

  #refuse({ id }: ScreenRequest, error: unknown): void {
    this.#links.say({ kind: 'refused', id, message: error instanceof Error ? error.message : String(error) });
  }

  /** From here on all is about the masked recording, and what was begun before is of no use. */
  #mask({ masks, seen }: ProvenMasks): void {
    this.#seen = seen;
    const recording = maskRecording(this.#original, masks);
    if (recording === this.#index.recording) return;
    for (const { request } of this.#long) if (request.question.kind !== 'masks') this.#answer(request, undefined);
    this.#long = this.#long.filter(({ request }) => request.question.kind === 'masks');
    this.#index = beginIndex(recording, this.#profile);
  }
}

function beginIndex(recording: Recording, profile: WidthProfile): Index {
  const keyframes = new Keyframes();
  const texts = new TextIndex();
  return {
    recording,
    texts,
    history: new ScreenHistory(recording, profile, keyframes),
    unicodeHistory: new ScreenHistory(recording, 'unicode'),
    seams: new Map(),
    pass: indexRecording(recording, profile, { keyframes, texts }),
    position: 0,
    changes: undefined,
  };
}

/**
 * Yields the share of what is done in place of the event that masks are at. The recording is searched at least twice. How
 * often nobody knows: each time is taken for half of what is left.
 */
function* sharing<Answer>(steps: Generator<number, Answer, void>, events: number): Generator<number, Answer, void> {
  let passes = 0;
  let last = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (step.value <= last) passes += 1;
    last = step.value;
    yield 1 - (1 - last / events / 2) / 2 ** passes;
  }
}
