/** Installs the dependencies where they are absent or older than the lock file. Runs on plain Node, before anything is installed. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

// npm writes the second file at the end of an installation, so one that was broken off counts as absent.
const wanted = changedAt('package-lock.json');
const installed = changedAt('node_modules/.package-lock.json');

if (installed < wanted) {
  console.log(installed === 0 ? 'Installing the dependencies' : 'The lock file is newer than node_modules: installing again');
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  process.exit(status ?? 1);
}

/**
 * Milliseconds since 1970, 0 where there is no such file.
 *
 * @param {string} path
 */
function changedAt(path) {
  return statSync(new URL(`../${path}`, import.meta.url), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
