/** A part of what an event says that is replaced. Lists of them are sorted by event and start, and free of overlaps. */
export interface Mask {
  /** Index of the event, whatever its code; below 0 a text in the header, beyond the last event what is no event (`headerEvent`, `otherEvent`). */
  readonly event: number;
  /** In the data with its escapes resolved, counted in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function maskedText(text: string, masks: readonly Pick<Mask, 'start' | 'end' | 'text'>[]): string {
  let result = '';
  let at = 0;
  for (const mask of masks) {
    result += text.slice(at, mask.start) + mask.text;
    at = mask.end;
  }
  return result + text.slice(at);
}
