const MINUTE_MILLIS = 60_000;
const HOUR_MILLIS = 60 * MINUTE_MILLIS;
const DAY_MILLIS = 24 * HOUR_MILLIS;

/** How long ago something was: `just now`, `3 minutes ago`, `yesterday`, `12 days ago`. */
export function agoInWords(millis: number): string {
  if (millis < MINUTE_MILLIS) return 'just now';
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (millis < HOUR_MILLIS) return words.format(-Math.floor(millis / MINUTE_MILLIS), 'minute');
  if (millis < DAY_MILLIS) return words.format(-Math.floor(millis / HOUR_MILLIS), 'hour');
  return words.format(-Math.floor(millis / DAY_MILLIS), 'day');
}
