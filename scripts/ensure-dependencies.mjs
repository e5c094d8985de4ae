/**
 * Installs the dependencies where they are absent or not the ones in the lock file. Runs on plain Node, before
 * anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */

const root = fileURLToPath(new URL('..', import.meta.url));

if (!isInstalled()) {
  console.log('Installing the dependencies');
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  process.exit(status ?? 1);
}

/** Compares contents: a checkout gives files any time. */
function isInstalled() {
  // npm writes it at the end of an installation, so one that was broken off counts as absent.
  const path = 'node_modules/.package-lock.json';
  if (!existsSync(new URL(`../${path}`, import.meta.url))) return false;
  const installed = packagesIn(path);
  const { '': _project, ...locked } = packagesIn('package-lock.json');
  // An optional package may be for another platform, and is then not installed.
  return (
    Object.entries(locked).every(([name, { optional }]) => optional || name in installed) &&
    Object.entries(installed).every(
      ([name, { version, integrity }]) => locked[name]?.version === version && locked[name]?.integrity === integrity,
    )
  );
}

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage>}
 */
function packagesIn(path) {
  return JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')).packages;
}
