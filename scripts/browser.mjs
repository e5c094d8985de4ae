/**
 * Finds a Chromium that Playwright can drive. Nothing is downloaded here: ensure-browser.mjs does that.
 *
 * Order: the one named by CHROMIUM_PATH, Playwright's own, an installed Chromium, Chrome or Edge, the one that
 * ensure-browser.mjs took from npm. The first that is found need not start on this machine: ensure-browser.mjs tries
 * them and notes the one that does.
 */
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

/** Where ensure-browser.mjs unpacks the browser from npm. */
export const NPM_BROWSER_FOLDER = fileURLToPath(new URL('../node_modules/.cache/chromium', import.meta.url));

/** Holds the name of the browser that ensure-browser.mjs has seen start. */
export const STARTED_BROWSER_FILE = fileURLToPath(new URL('../node_modules/.cache/browser.txt', import.meta.url));

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
];

/**
 * @typedef {object} Browser
 * @property {string} name for people to read
 * @property {{ executablePath?: string, env?: Record<string, string> }} launch options for Playwright
 */

/** @returns {Browser | undefined} */
export function findBrowser() {
  const browsers = findBrowsers();
  const started = existsSync(STARTED_BROWSER_FILE) ? readFileSync(STARTED_BROWSER_FILE, 'utf8') : undefined;
  return browsers.find(({ name }) => name === started) ?? browsers[0];
}

/**
 * As root Chromium starts only without its sandbox; Playwright leaves it off by itself, for everybody.
 *
 * @returns {Browser[]} the preferred one first
 */
export function findBrowsers() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!isProgram(named)) throw new Error(`CHROMIUM_PATH is no program that can be run: ${named}`);
    return [{ name: named, launch: { executablePath: named } }];
  }
  const installed = [...commandsOnPath(), ...usualPlaces()].filter(isProgram);
  return [
    ...(hasOwnBrowser() ? [{ name: "Playwright's own", launch: {} }] : []),
    ...installed.map((path) => ({ name: path, launch: { executablePath: path } })),
    ...npmBrowser(),
  ];
}

/** Its full browser, or the headless shell, which `executablePath()` does not name although `launch` finds it. */
function hasOwnBrowser() {
  const full = chromium.executablePath();
  if (existsSync(full)) return true;
  const match = /^(.*)[\\/]chromium-(\d+)[\\/]/.exec(full);
  return match !== null && existsSync(join(`${match[1]}`, `chromium_headless_shell-${match[2]}`, 'INSTALLATION_COMPLETE'));
}

function commandsOnPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** Browsers that put no command on the path. */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform !== 'win32') return [];
  const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) => process.env[name] ?? []);
  return roots.flatMap((root) => [
    join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ]);
}

/** It brings the libraries that a bare machine lacks in a folder of its own.  */
function npmBrowser() {
  const executablePath = join(NPM_BROWSER_FOLDER, 'chromium');
  if (!isProgram(executablePath)) return [];
  const libraries = [join(dirname(executablePath), 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const env = /** @type {Record<string, string>} */ ({ ...process.env, LD_LIBRARY_PATH: libraries });
  return [{ name: 'Chromium from npm', launch: { executablePath, env } }];
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Absent or not executable: the caller looks elsewhere and says so when nothing is left.
    return false;
  }
}
