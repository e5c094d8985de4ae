const UNITS = ['bytes', 'kB', 'MB', 'GB'];

/** A size for people, in steps of a thousand: `532 bytes`, `2.6 MB`, `104 MB`. */
export function formatBytes(bytes: number): string {
  const step = Math.min(Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)), UNITS.length - 1);
  const value = bytes / 1000 ** step;
  return `${step > 0 && value < 99.95 ? value.toFixed(1) : Math.round(value)} ${UNITS[step]}`;
}
