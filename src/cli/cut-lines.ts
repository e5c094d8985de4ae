import { formatTime } from '#core/cast/format-time.ts';
import type { CutSpan } from '#core/plan/cut-spans.ts';
import { jumpSeams, type Seam } from '#core/plan/seam.ts';
import type { ScreenAfterCut } from '#core/screen/seams/check-cuts.ts';

/** A line for each cut that does something to the recording: what becomes of the screen. */
export function cutLines(cuts: readonly CutSpan[], seams: readonly Seam[], screens: readonly ScreenAfterCut[]): string[] {
  const differences = new Map(screens.map(({ cut, difference }) => [cut, difference]));
  const known = jumpSeams(cuts, seams);
  return cuts.map((cut, index) => {
    const seam = known.get(cut);
    const screen = differences.has(index) ? screenClause(differences.get(index)) : 'no screen comes after it';
    return `${cutName(cut, index)}: ${screen}${seam ? seamClause(seam) : ''}`;
  });
}

/** Where a cut that should jump prints its output at once, and why. */
export function fallBackWarnings(cuts: readonly CutSpan[], seams: readonly Seam[]): string[] {
  const known = jumpSeams(cuts, seams);
  return cuts.flatMap((cut, index) => {
    const seam = known.get(cut);
    if (!seam || seam.repaint !== undefined) return [];
    return [`${cutName(cut, index)}: no repaint was right${reason(seam)}; what was cut is in the file, printed at once`];
  });
}

const cutName = ({ start, end, mode }: CutSpan, index: number): string =>
  `cut ${index + 1}, ${formatTime(start, 3)}–${formatTime(end, 3)}, ${mode}`;

const screenClause = (difference: string | undefined): string =>
  difference === undefined ? 'the screen after it is right' : `the screen after it is not as recorded: ${difference}`;

const seamClause = (seam: Seam): string =>
  seam.repaint === undefined
    ? `, but no repaint was${reason(seam)}: its output is printed at once`
    : ` (seam of ${sizeText(seam.repaint)})`;

const reason = ({ problem }: Seam): string => (problem === undefined ? '' : ` (${problem})`);

function sizeText(text: string): string {
  const bytes = Buffer.byteLength(text);
  return bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} kB`;
}
