import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NamedFile } from './editor.ts';

const COMMAND = fileURLToPath(new URL('../dist/node/castfold.js', import.meta.url));

/** What the built command makes of a recording and a plan. Throws with what it says where it fails. */
export function applyByCommand(plan: NamedFile, recording: NamedFile, options: readonly string[] = []): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'castfold-e2e-'));
  try {
    writeFileSync(join(folder, 'plan.json'), plan.bytes);
    writeFileSync(join(folder, 'in.cast'), recording.bytes);
    const args = [COMMAND, 'apply', 'plan.json', 'in.cast', '-o', 'out.cast', ...options];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`castfold ended with ${status}: ${stderr}`);
    return readFileSync(join(folder, 'out.cast'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
