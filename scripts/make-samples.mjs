/**
 * Writes the recordings that the empty page offers to public/samples. The same bytes on every run, so they are
 * committed and made again only when the stories in scripts/samples change.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { constants, gzipSync } from 'node:zlib';
import { agentSession } from './samples/agent-session.mjs';
import { firstSteps } from './samples/first-steps.mjs';
import { monitor } from './samples/monitor.mjs';

const folder = new URL('../public/samples/', import.meta.url);
mkdirSync(folder, { recursive: true });

write('first-steps.cast', Buffer.from(firstSteps()));
write('agent-session.cast.gz', gzipSync(agentSession(), { level: constants.Z_BEST_COMPRESSION }));
write('monitor.cast', Buffer.from(monitor()));

/**
 * @param {string} name
 * @param {Buffer} bytes
 */
function write(name, bytes) {
  writeFileSync(new URL(name, folder), bytes);
  console.log(`${String(bytes.length).padStart(8)}  ${name}`);
}
