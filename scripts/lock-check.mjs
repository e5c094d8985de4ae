/**
 * Checks what `npm ci` on another machine depends on: the lock file holds every optional package (they are the native
 * programs per platform, and npm leaves one out without a word where a registry does not have it yet), and it names
 * no host, so that everybody's own registry is used.
 */
import { readFileSync } from 'node:fs';

/** @typedef {{ optionalDependencies?: Record<string, string>, resolved?: string, link?: boolean }} LockedPackage */

const { packages } = /** @type {{ packages: Record<string, LockedPackage> }} */ (
  JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'))
);

const faults = Object.entries(packages).flatMap(([path, { optionalDependencies = {}, resolved, link }]) => [
  ...Object.keys(optionalDependencies)
    .filter((name) => !isLocked(path, name))
    .map((name) => `${path}: its optional package ${name} is not in the lock file`),
  ...(resolved !== undefined && !link ? [`${path}: names a host: ${resolved}`] : []),
]);

for (const fault of faults) console.error(fault);
console.log(`${Object.keys(packages).length - 1} packages in the lock file, ${faults.length} faults`);
if (faults.length > 0) process.exit(1);

/**
 * As Node looks it up: in the package's own folder, then in each one above.
 *
 * @param {string} path
 * @param {string} name
 */
function isLocked(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (`${folder}${folder && '/'}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}
