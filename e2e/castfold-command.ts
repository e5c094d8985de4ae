import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NamedFile } from './editor.ts';

const COMMAND = fileURLToPath(new URL('../dist/node/castfold.js', import.meta.url));

/** What the built command tells of a recording. Throws with what it says where it fails. */
export function analyzeByCommand(recording: NamedFile) {
  return JSON.parse(Buffer.from(run(['analyze', '--json', 'in.cast'], { 'in.cast': recording.bytes }, 'stdout')).toString());
}

/** What the built command makes of a recording and a plan. Throws with what it says where it fails. */
export function applyByCommand(plan: NamedFile, recording: NamedFile, options: readonly string[] = []): Uint8Array {
  const files = { 'plan.json': plan.bytes, 'in.cast': recording.bytes };
  return run(['apply', 'plan.json', 'in.cast', '-o', 'out.cast', ...options], files, 'out.cast');
}

/** Runs the command in a folder with files, and answers with what it wrote: a file there, or its standard output. */
function run(args: readonly string[], files: Readonly<Record<string, Uint8Array>>, written: 'stdout' | 'out.cast'): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'castfold-e2e-'));
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
    if (status !== 0) throw new Error(`castfold ended with ${status}: ${stderr}`);
    return written === 'stdout' ? stdout : readFileSync(join(folder, written));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
