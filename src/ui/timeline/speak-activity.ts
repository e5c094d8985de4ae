import type { Gaps } from '#core/analyze/gaps.ts';
import { formatTime, speakTime } from '#core/cast/format-time.ts';

/** `1 hour 25 minutes; 64% waiting; 9 busy bursts; longest wait 3 minutes 12 seconds at 41:05`. The gaps are in order and apart. */
export function speakActivity({ starts, ends }: Gaps, durationMicros: number): string {
  let waitingMicros = 0;
  let burstCount = 0;
  let longest = { start: 0, micros: 0 };
  let busyFrom = 0;
  starts.forEach((start, index) => {
    const end = ends[index] as number;
    waitingMicros += end - start;
    if (start > busyFrom) burstCount += 1;
    if (end - start > longest.micros) longest = { start, micros: end - start };
    busyFrom = end;
  });
  if (durationMicros > busyFrom) burstCount += 1;
  const percent = Math.round((waitingMicros / Math.max(1, durationMicros)) * 100);
  const parts = [
    speakTime(durationMicros),
    `${percent}% waiting`,
    burstCount === 1 ? '1 busy burst' : `${burstCount} busy bursts`,
    longest.micros > 0 ? `longest wait ${speakTime(longest.micros)} at ${formatTime(longest.start)}` : 'no wait of a second or more',
  ];
  return parts.join('; ');
}
