/**
 * Makes sure that there is a browser for the tests: where none starts, each way to get one is tried in turn until
 * one does. Playwright's download is the usual way; the others are for machines that its servers cannot be reached from.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { findBrowsers, NPM_BROWSER_FOLDER, STARTED_BROWSER_FILE } from './browser.mjs';

/** The last one for Node 20. Not a dependency: 66 MB that hardly anybody needs. Linux on x64 only. */
const NPM_BROWSER = '@sparticuz/chromium@147.0.0';

const isLinux = process.platform === 'linux';
const isRoot = process.getuid?.() === 0;

/** @type {{ name: string, applies: boolean, get: () => void | Promise<void> }[]} */
const WAYS = [
  {
    name: "Playwright's download",
    applies: true,
    get: () => run('npx', ['--no-install', 'playwright', 'install', '--only-shell', 'chromium']),
  },
  {
    name: 'apt-get install chromium',
    applies: isLinux && isRoot,
    get() {
      run('apt-get', ['update', '-q']);
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
    },
  },
  { name: `${NPM_BROWSER} from the npm registry`, applies: isLinux && process.arch === 'x64', get: unpackNpmBrowser },
];

let browser = await startingBrowser();
// A browser that the user has named is not replaced by another.
const ways = process.env.CHROMIUM_PATH ? [] : WAYS.filter(({ applies }) => applies);
for (const { name, get } of ways) {
  if (browser) break;
  console.log(`No browser yet. Trying ${name}`);
  try {
    await get();
  } catch (error) {
    console.log(`  ${error instanceof Error ? error.message : error}`);
  }
  browser = await startingBrowser();
}
if (!browser) {
  console.error(
    'There is no browser for the tests that starts. Run "npx playwright install chromium", install Chrome or Chromium, or name one in CHROMIUM_PATH.',
  );
  process.exit(1);
}
mkdirSync(dirname(STARTED_BROWSER_FILE), { recursive: true });
writeFileSync(STARTED_BROWSER_FILE, browser.name);
console.log(`Browser: ${browser.name}`);

/** The first browser that starts: one may be there and lack a library, or be a stub that asks for an installation. */
async function startingBrowser() {
  for (const candidate of findBrowsers()) {
    try {
      const started = await chromium.launch({ ...candidate.launch, timeout: 20_000 });
      await started.close();
      return candidate;
    } catch (error) {
      const [reason] = `${error instanceof Error ? error.message : error}`.split('\n');
      console.log(`${candidate.name} does not start: ${reason}`);
    }
  }
  return undefined;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 10 * 60_000,
    // apt-get would else ask, with nobody there to answer.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ended with status ${status}`);
}

/**
 * The package unpacks to the temporary folder and takes what it finds there without a look at its version, so it
 * gets a folder of its own. The variable makes it unpack the libraries it needs, too.
 */
async function unpackNpmBrowser() {
  mkdirSync(NPM_BROWSER_FOLDER, { recursive: true });
  run('npm', ['install', '--prefix', NPM_BROWSER_FOLDER, '--no-save', '--no-package-lock', NPM_BROWSER]);
  process.env.TMPDIR = NPM_BROWSER_FOLDER;
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const entry = join(NPM_BROWSER_FOLDER, 'node_modules', '@sparticuz', 'chromium', 'build', 'esm', 'index.js');
  const { default: npmChromium } = await import(pathToFileURL(entry).href);
  await npmChromium.executablePath();
}
