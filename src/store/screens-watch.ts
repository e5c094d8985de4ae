import type { ScreenQuestion, ScreenRequest } from '#core/desk/screen-messages.ts';

/** How often it is looked whether the worker lives, and asked to say so. */
const TICK_MILLIS = 500;

/** So long a worker may be silent: on a busy machine one step of its work can take seconds. */
const SILENT_MILLIS = 8000;

/** Whoever types an expression waits for it, and nothing else is answered meanwhile. */
const SILENT_SEARCH_MILLIS = 3000;

/** What is told when a worker shows no sign of life; once, and with what it was at, where it was at a question. */
export type StuckListener = (request: ScreenRequest | undefined) => void;

/**
 * Watches whether a worker of screens lives, as long as something is asked of it. What is counted is ticks, not time: a
 * page that sleeps has none.
 */
export class ScreensWatch {
  readonly #ping: () => void;
  readonly #onStuck: StuckListener;
  /** What is not answered, in the order in which it was asked; and in that in which it was begun. */
  readonly #asked = new Map<number, ScreenRequest>();
  readonly #begun = new Map<number, ScreenRequest>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #silentTicks = 0;
  /** A worker that has said nothing yet may still be on its way. */
  #hasLived = false;

  constructor(ping: () => void, onStuck: StuckListener) {
    this.#ping = ping;
    this.#onStuck = onStuck;
  }

  /** The worker has said something. */
  heard(): void {
    this.#hasLived = true;
    this.#silentTicks = 0;
  }

  asked(request: ScreenRequest): void {
    this.#asked.set(request.id, request);
    if (this.#timer !== undefined) return;
    this.#silentTicks = 0;
    this.#timer = setInterval(() => this.#tick(), TICK_MILLIS);
  }

  begun(id: number): void {
    const request = this.#asked.get(id);
    if (request) this.#begun.set(id, request);
  }

  answered(id: number): void {
    this.#asked.delete(id);
    this.#begun.delete(id);
    if (this.#asked.size === 0) this.end();
  }

  end(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #tick(): void {
    this.#silentTicks += 1;
    // What was begun last goes before: a long answer rests while a short one is made.
    const current = [...this.#begun.values()].at(-1);
    const isTypedFor = current?.question.kind === 'search' && current.question.query.isRegex;
    const allowed = isTypedFor ? SILENT_SEARCH_MILLIS : SILENT_MILLIS;
    if (this.#hasLived && this.#silentTicks * TICK_MILLIS > allowed) {
      this.end();
      this.#onStuck(current);
    } else this.#ping();
  }
}

/** What a question is called that got a worker stuck: not to be asked again of the same recording. */
export function stuckName(question: ScreenQuestion): string {
  switch (question.kind) {
    case 'search':
      return JSON.stringify([question.kind, question.query]);
    case 'masks':
    case 'leftovers':
      return JSON.stringify([question.kind, question.redactions]);
    case 'findings':
      return JSON.stringify([question.kind, question.patterns]);
    default:
      return JSON.stringify(question);
  }
}

/** For people: why there is no answer to it. */
export function stuckReason({ kind }: ScreenQuestion): string {
  if (kind === 'locate' || kind === 'still' || kind === 'seams' || kind === 'text') return 'It takes too long on this recording.';
  return 'This expression takes too long on this recording. Try a simpler one.';
}
