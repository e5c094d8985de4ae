import { formatTime } from '#core/cast/format-time.ts';
import type { SourceTime } from '#core/cast/time.ts';
import { isCut } from '#core/plan/cut-spans.ts';
import { selectTimeMap } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';

/** What a card says of an instant: when it is in the recording, and what becomes of it. */
export interface CardText {
  readonly time: string;
  /** Empty where the result shows it at the same time. */
  readonly result: string;
  readonly isCut: boolean;
}

/** A pixel shows so much less than a tenth of a second, that more decimals tell two pixels apart. */
const decimalsFor = (pxMicros: number): number | undefined => (pxMicros >= 50_000 ? undefined : pxMicros >= 500 ? 3 : 6);

export function cardText(state: EditorState, time: SourceTime, pxMicros: number): CardText {
  const decimals = decimalsFor(pxMicros);
  const source = formatTime(time, decimals);
  const map = selectTimeMap(state);
  if (map && isCut(map.cuts, time)) return { time: source, result: 'cut', isCut: true };
  const result = map ? formatTime(map.toResult(time), decimals) : source;
  return { time: source, result: result === source ? '' : `${result} in the result`, isCut: false };
}
