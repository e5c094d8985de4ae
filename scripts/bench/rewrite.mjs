/**
 * The obvious way to do the apply job, as a yardstick: each line through JSON.parse and JSON.stringify. It caps pauses
 * at two seconds, doubles the speed of the second quarter of the recording and leaves out its last tenth.
 *
 *     node scripts/bench/rewrite.mjs IN.cast OUT.cast
 */
import { readFileSync, writeFileSync } from 'node:fs';

const [input = '', output = ''] = process.argv.slice(2);
const [header = '', ...lines] = readFileSync(input, 'utf8').trimEnd().split('\n');
const duration = JSON.parse(lines.at(-1) ?? '[0]')[0];
const fast = { start: duration * 0.25, end: duration * 0.5 };
const end = duration * 0.9;

const result = [header];
let before = 0;
let now = 0;
for (const line of lines) {
  const [time, code, data] = JSON.parse(line);
  if (time >= end) break;
  const interval = Math.min(time - before, 2);
  now += time >= fast.start && time < fast.end ? interval / 2 : interval;
  before = time;
  result.push(JSON.stringify([Number(now.toFixed(6)), code, data]));
}
writeFileSync(output, `${result.join('\n')}\n`);
