/** The events of a v2 or v3 text in the notation of recordings.ts, with absolute times: the way back from `castText`. Comments and blank lines are passed over. */
export function drawCast(text: string): string {
  const [header, ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const { version } = JSON.parse(header as string) as { version: number };
  let micros = 0;
  const events = lines.map((line) => {
    const [seconds, code, data] = JSON.parse(line) as [number, string, string];
    const own = Math.round(seconds * 1e6);
    micros = version === 3 ? micros + own : own;
    const escaped = JSON.stringify(data).slice(1, -1).replaceAll(' ', '␣');
    return `${code === 'o' ? '' : `${code}:`}${escaped}@${micros / 1e6}`;
  });
  return events.join(' ');
}
