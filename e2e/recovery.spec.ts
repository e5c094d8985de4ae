import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import {
  type BrowserContext,
  expect,
  type Page,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  test,
} from '@playwright/test';
import { Editor } from './editor.ts';
import { holdUpScreens } from './fixture.ts';
import { LINES_V2 } from './recordings.ts';

/** What may be lost when the browser is killed, in milliseconds. */
const MAX_LOSS_MILLIS = 1000;

/** How often it is killed at a random moment; more of them are asked for by the environment. */
const KILLS = Number(process.env.CASTFOLD_KILLS ?? 3);

/** What the page showed, and when by its own clock, in milliseconds since 1970. */
interface Shown {
  readonly at: number;
  readonly resultSeconds: number;
}

/** A browser of its own, which keeps what it has in a folder, and can be killed like a process that crashes. */
class KillableBrowser {
  readonly context: BrowserContext;
  readonly editor: Editor;
  /** Every length of the result, in the order in which they were shown. */
  readonly shown: Shown[] = [];
  /** The last sign of life. */
  aliveAt = 0;
  readonly #folder: string;

  private constructor(context: BrowserContext, page: Page, folder: string) {
    this.context = context;
    this.editor = new Editor(page);
    this.#folder = folder;
  }

  static async launch(folder: string, { playwright, launchOptions, baseURL }: Fixtures): Promise<KillableBrowser> {
    const context = await playwright.chromium.launchPersistentContext(folder, {
      ...launchOptions,
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      ...(baseURL && { baseURL }),
    });
    const page = context.pages()[0] ?? (await context.newPage());
    const browser = new KillableBrowser(context, page, folder);
    await page.exposeFunction('tell', (at: number, seconds: string | null) => browser.#hear(at, seconds));
    await page.addInitScript(() => {
      const tell: (at: number, seconds: string | null) => void = Reflect.get(window, 'tell');
      const read = () => document.querySelector('[data-testid="result-duration"]')?.getAttribute('data-seconds') ?? null;
      new MutationObserver(() => tell(Date.now(), read())).observe(document, {
        subtree: true,
        childList: true,
        attributeFilter: ['data-seconds'],
      });
      setInterval(() => tell(Date.now(), read()), 20);
    });
    await page.goto('./');
    return browser;
  }

  #hear(at: number, seconds: string | null): void {
    this.aliveAt = Math.max(this.aliveAt, at);
    const resultSeconds = Number(seconds);
    if (seconds !== null && this.shown.at(-1)?.resultSeconds !== resultSeconds) this.shown.push({ at, resultSeconds });
  }

  /** Waits until the page has lived for so long since it showed something new. */
  async outlive(millis: number): Promise<void> {
    await expect.poll(() => this.aliveAt - (this.shown.at(-1)?.at ?? this.aliveAt)).toBeGreaterThan(millis);
  }

  /** Closes it, and takes its folder away, which is large. */
  async forget(): Promise<void> {
    await this.context.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Every process of it at once, with no time to put anything in order. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.context.once('close', resolve));
    const processes = execFileSync('ps', ['-axww', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
    const own = processes.filter((line) => line.includes(`--user-data-dir=${this.#folder}`));
    expect(own).not.toHaveLength(0);
    for (const line of own) killProcess(Number.parseInt(line, 10));
    await gone;
  }
}

type Fixtures = Pick<PlaywrightWorkerArgs, 'playwright'> &
  Pick<PlaywrightWorkerOptions, 'launchOptions'> &
  Pick<PlaywrightTestOptions, 'baseURL'>;

/** One that ended with another is no fault. */
function killProcess(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

async function goOn({ editor }: KillableBrowser): Promise<void> {
  const dialog = editor.page.getByRole('dialog', { name: 'Unsaved work' });
  // Seen first: a click while it opens may get lost.
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: `Continue ${LINES_V2.name}` }).click();
  await editor.expectOpened(LINES_V2.name);
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test('a browser that is killed in the middle of a drag has what was dragged', async ({ playwright, launchOptions, baseURL }, info) => {
  const folder = info.outputPath('profile');
  const browser = await KillableBrowser.launch(folder, { playwright, launchOptions, baseURL });
  const { editor } = browser;
  await editor.open(LINES_V2);
  await editor.selectOnLane(9, 12);
  await editor.button('Cut').click();
  await editor.holdHandleAt('End of cut 1', 15.5);
  await expect.poll(() => editor.handleSeconds('End of cut 1')).toBeGreaterThan(15.4);
  await browser.outlive(MAX_LOSS_MILLIS);
  const seconds = await editor.handleSeconds('End of cut 1');
  await browser.kill();

  const again = await KillableBrowser.launch(folder, { playwright, launchOptions, baseURL });
  await goOn(again);
  expect(await again.editor.handleSeconds('End of cut 1')).toBe(seconds);
  await again.forget();
});

test('a browser that is killed in the middle of an export has the edits', async ({ playwright, launchOptions, baseURL }, info) => {
  const folder = info.outputPath('profile');
  const browser = await KillableBrowser.launch(folder, { playwright, launchOptions, baseURL });
  const { editor } = browser;
  // The seams are on their way for ever.
  await holdUpScreens(editor.page);
  await editor.open(LINES_V2);
  await editor.selectOnLane(9, 12);
  await editor.button('Cut').click();
  await editor.button('Export').click();
  await editor.page.keyboard.press('Enter');
  await expect(editor.page.getByRole('dialog', { name: 'Export' })).toContainText('Preparing…');
  const seconds = await editor.resultSeconds();
  await browser.outlive(MAX_LOSS_MILLIS);
  await browser.kill();

  const again = await KillableBrowser.launch(folder, { playwright, launchOptions, baseURL });
  await goOn(again);
  await again.editor.expectResult(seconds, 6);
  await again.forget();
});

test(`a browser that is killed at any moment loses less than a second, ${KILLS} times`, async ({
  playwright,
  launchOptions,
  baseURL,
}, info) => {
  test.setTimeout(60_000 + KILLS * 30_000);
  const losses: number[] = [];
  for (let round = 1; round <= KILLS; round += 1) {
    const random = randomFrom(round);
    const folder = info.outputPath(`profile-${round}`);
    const browser = await KillableBrowser.launch(folder, { playwright, launchOptions, baseURL });
    await browser.editor.open(LINES_V2);
    // Before the first change is old enough there may be nothing at all. Two, so that a step back leaves something to ask about.
    for (const start of [25.5, 27]) {
      await browser.editor.selectOnLane(start, start + 1);
      await browser.editor.button('Cut').click();
    }
    await browser.editor.expectResult(28, 1);
    await browser.outlive(MAX_LOSS_MILLIS);
    // From here on there is kept work, and changes to it come one after the other.
    const begun = browser.aliveAt;
    let isOver = false;
    const editing = editAtRandom(browser, random, () => isOver);
    const millis = 500 + random() * 3000;
    await expect.poll(() => browser.aliveAt - begun, { intervals: [10], timeout: 30_000 }).toBeGreaterThan(millis);
    await browser.kill();
    isOver = true;
    await editing;

    const again = await KillableBrowser.launch(folder, { playwright, launchOptions, baseURL });
    await goOn(again);
    const kept = await again.editor.resultSeconds();
    await again.forget();
    const index = browser.shown.findLastIndex(({ resultSeconds }) => Math.abs(resultSeconds - kept) < 1e-6);
    expect(index, `round ${round}: what was kept, ${kept} s, is one of ${JSON.stringify(browser.shown)}`).toBeGreaterThanOrEqual(0);
    const firstLost = browser.shown[index + 1];
    losses.push(firstLost ? browser.aliveAt - firstLost.at : 0);
    expect(losses.at(-1), `round ${round}: age of the oldest change that was lost, in ms`).toBeLessThan(MAX_LOSS_MILLIS);
  }
  const worst = Math.round(Math.max(...losses));
  const lost = losses.filter((loss) => loss > 0).length;
  info.annotations.push({ type: 'kills', description: `${KILLS} kills, ${lost} of them with a loss, the worst of ${worst} ms` });
});

/** Cuts, changes of speed, holds, and a step back and forth, as fast as they can be made, until the page is gone. */
async function editAtRandom({ editor }: KillableBrowser, random: () => number, isOver: () => boolean): Promise<void> {
  const edits = [['x'], ['s'], ['Shift+KeyH'], ['Control+z', 'Control+Shift+z']];
  try {
    while (!isOver()) {
      const start = random() * 25;
      await editor.selectOnLane(start, start + 0.5 + random() * 3);
      for (const key of edits[Math.floor(random() * edits.length)] ?? []) await editor.page.keyboard.press(key);
    }
  } catch (error) {
    // It was killed in the middle of it.
    if (!(error instanceof Error) || !/closed|crashed|is not visible/.test(error.message)) throw error;
  }
}
