import type { ScreenRequest } from './screen-messages.ts';

interface Waiting {
  readonly request: ScreenRequest;
  /** How many events have to be indexed before. */
  readonly neededPosition: number;
}

/** Questions in the order in which they came, at most one of each channel. */
export class WaitingQuestions {
  #waiting: Waiting[] = [];

  /** Answers with the question whose place this one takes, if there is one. */
  add(request: ScreenRequest, neededPosition: number): ScreenRequest | undefined {
    const { channel } = request;
    const replaced = channel === undefined ? undefined : this.#waiting.find((waiting) => waiting.request.channel === channel);
    if (replaced) this.#waiting = this.#waiting.filter((waiting) => waiting !== replaced);
    this.#waiting.push({ request, neededPosition });
    return replaced?.request;
  }

  /** The first one that can be answered once so many events are indexed; it waits no longer. */
  take(indexedPosition: number): ScreenRequest | undefined {
    const index = this.#waiting.findIndex(({ neededPosition }) => neededPosition <= indexedPosition);
    return index < 0 ? undefined : this.#waiting.splice(index, 1)[0]?.request;
  }
}
