/** The built page in Chromium: first load, opening, and the main thread's work per frame while the timeline is used. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { findBrowser } from '../browser.mjs';
import { serve } from '../static.mjs';

const WEB = fileURLToPath(new URL('../../dist/web', import.meta.url));
const AGENT_SESSION = fileURLToPath(new URL('../../public/samples/agent-session.cast.gz', import.meta.url));
const PREFIX = '/some/sub/';
const FRAMES = 120;
const HOVERS = 100;
const SLIDER_STEPS = 20;
/** What else the machine does only ever adds: the least of several runs is the page's own. */
const RUNS = 3;

/** @typedef {import('./figures.mjs').Figure} Figure */
/** @typedef {import('playwright').Page} Page */

/**
 * @param {{ v3: string, million: string }} data
 * @returns {Promise<Figure[]>}
 */
export async function measurePage(data) {
  const server = await serve(WEB, 0, PREFIX);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const browser = await chromium.launch({ ...findBrowser()?.launch, args: ['--disable-gpu'] });
  try {
    const context = await browser.newContext({
      baseURL: `http://127.0.0.1:${address.port}${PREFIX}`,
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
    });
    const inNewPage = async (/** @type {(page: Page) => Promise<Figure[]>} */ measure) => {
      /** @type {Figure[][]} */
      const runs = [];
      while (runs.length < RUNS) {
        const page = await context.newPage();
        runs.push(await measure(page));
        await page.close();
      }
      return leastOf(runs);
    };
    return [
      ...(await inNewPage(measureFirstLoad)),
      ...(await inNewPage((page) => measureOpening(page, 'the 85-minute sample', AGENT_SESSION))),
      ...(await inNewPage((page) => measureOpening(page, '100 MB', data.v3))),
      ...(await inNewPage((page) => measureHover(page, 'the 85-minute sample', AGENT_SESSION))),
      ...(await inNewPage((page) => measureHover(page, '100 MB', data.v3))),
      ...(await inNewPage(measureHighlight)),
      ...(await inNewPage((page) => measureTimeline(page, data.million))),
    ];
  } finally {
    await browser.close();
    server.close();
    await once(server, 'close');
  }
}

/** The same figures from several runs become one list. @param {Figure[][]} runs @returns {Figure[]} */
function leastOf([first = [], ...others]) {
  return first.map((figure, index) => ({
    ...figure,
    value: Math.min(figure.value, ...others.map((run) => run[index]?.value ?? figure.value)),
  }));
}

/** What is fetched before a recording is opened, each file compressed as a host would at best. @param {Page} page */
async function measureFirstLoad(page) {
  /** @type {Set<string>} */
  const files = new Set();
  page.on('requestfinished', (request) => files.add(new URL(request.url()).pathname.slice(PREFIX.length) || 'index.html'));
  await page.goto('./');
  await page.waitForLoadState('networkidle');
  const sizes = [...files].map((file) => compressedSize(file));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return [{ what: `First load, ${files.size} files, gzip -9`, value: total / 1000, unit: 'kB', budget: 150 }];
}

/** Fonts are compressed already. @param {string} file */
function compressedSize(file) {
  const bytes = readFileSync(join(WEB, file));
  return file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }).length;
}

/**
 * From the moment the page is handed a file until the timeline is there and a frame of it was painted.
 *
 * @param {Page} page
 * @param {string} name
 * @param {string} path
 * @returns {Promise<Figure[]>}
 */
async function measureOpening(page, name, path) {
  await page.goto('./');
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    const marks = { handed: 0, usable: 0, longestTask: 0 };
    Object.assign(window, { marks });
    const watch = () => {
      const lane = document.querySelector('[data-testid="lane"]');
      // The frame after next begins once the one with the lane in it was painted.
      if (lane) requestAnimationFrame(() => requestAnimationFrame(() => Object.assign(marks, { usable: performance.now() })));
      else requestAnimationFrame(watch);
    };
    const handed = () => {
      if (marks.handed > 0) return;
      marks.handed = performance.now();
      watch();
    };
    document.addEventListener('change', handed, { capture: true });
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) if (marks.handed > 0) marks.longestTask = Math.max(marks.longestTask, task.duration);
    }).observe({ type: 'longtask' });
  });
  await page.getByLabel('Open recording').setInputFiles(path);
  await page.waitForFunction(() => /** @type {any} */ (window).marks.usable > 0, undefined, { timeout: 60_000 });
  // The player and its first screen come after the timeline; their tasks count too.
  await page.waitForTimeout(1500);
  const marks = await page.evaluate(() => /** @type {any} */ (window).marks);
  return [
    { what: `Opening ${name}: until the timeline can be used`, value: marks.usable - marks.handed, unit: 'ms' },
    { what: `Opening ${name}: longest task (0: none above 50 ms)`, value: marks.longestTask, unit: 'ms', budget: 50 },
  ];
}

/**
 * From a move of the pointer on the lane until the screen at that place is drawn on the card, once all is indexed.
 *
 * @param {Page} page
 * @param {string} name
 * @param {string} path
 * @returns {Promise<Figure[]>}
 */
async function measureHover(page, name, path) {
  await page.goto('./');
  await page.getByLabel('Open recording').setInputFiles(path);
  await page.getByTestId('lane').waitFor();
  // The note comes a little later, where it comes at all.
  await page.waitForTimeout(1500);
  await page.getByText(/^(Indexing screens|Looking through the session…) \d/).waitFor({ state: 'hidden', timeout: 120_000 });
  await page.waitForTimeout(1500);
  const millis = await page.evaluate(async (places) => {
    const lane = /** @type {HTMLElement} */ (document.querySelector('[data-testid="lane"]'));
    const card = document.querySelector('[data-testid="thumbnail"] canvas');
    const { drawImage } = CanvasRenderingContext2D.prototype;
    let drawn = (/** @type {number} */ _time) => {};
    CanvasRenderingContext2D.prototype.drawImage = function (/** @type {any[]} */ ...args) {
      drawImage.apply(this, /** @type {any} */ (args));
      if (this.canvas === card) drawn(performance.now());
    };
    const { left, top, width, height } = lane.getBoundingClientRect();
    /** @type {number[]} */
    const millis = [];
    for (let place = 0; place < places; place++) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      const clientX = left + (width * ((place * 7919) % places)) / places;
      const moved = performance.now();
      const time = await new Promise((resolve) => {
        drawn = resolve;
        // Where the screen is the same as before, nothing is drawn.
        setTimeout(() => resolve(undefined), 500);
        lane.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY: top + height / 2, bubbles: true, pointerType: 'mouse' }));
      });
      if (time !== undefined) millis.push(time - moved);
    }
    return millis.sort((one, other) => one - other);
  }, HOVERS);
  const at = (/** @type {number} */ share) => millis[Math.min(millis.length - 1, Math.floor(millis.length * share))] ?? Number.NaN;
  return [
    { what: `Thumbnail under the pointer, ${name}: median of ${HOVERS}`, value: at(0.5), unit: 'ms' },
    { what: `Thumbnail under the pointer, ${name}: 9 of 10`, value: at(0.9), unit: 'ms', budget: 50 },
  ];
}

/** From the moment the page is handed a file until what was asked for is there, and plays. @param {Page} page @returns {Promise<Figure[]>} */
async function measureHighlight(page) {
  await page.goto('./');
  const start = performance.now();
  await page.getByLabel('Open recording').setInputFiles(AGENT_SESSION);
  await page.getByRole('button', { name: '40 s', exact: true }).click();
  await page.waitForFunction(() => {
    const result = /** @type {HTMLElement | null} */ (document.querySelector('[data-testid="result-duration"]'));
    return Math.abs(Number(result?.dataset.seconds) - 40) < 0.1;
  });
  const fitted = performance.now();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.waitForFunction(() => Number(document.querySelector('[aria-label="Playhead"]')?.getAttribute('aria-valuenow')) > 0);
  const playing = performance.now();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const step = await sliderStepMillis(page);
  return [
    { what: 'Highlight of the 85-minute sample: file to 40 s fitted', value: fitted - start, unit: 'ms', budget: 5000 },
    { what: 'Highlight of the 85-minute sample: file to 40 s playing', value: playing - start, unit: 'ms', budget: 5000 },
    { what: 'Target slider, one step with its frame: CPU of the main thread', value: step, unit: 'ms', budget: 50 },
  ];
}

/** A key on the slider solves anew, and draws what came of it. @param {Page} page */
async function sliderStepMillis(page) {
  await page.getByRole('slider', { name: 'Target length' }).focus();
  return cpuPerFrame(page, async () => {
    for (let step = 0; step < SLIDER_STEPS; step++) {
      await page.keyboard.press(step % 2 === 0 ? 'ArrowLeft' : 'ArrowRight');
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    }
    return SLIDER_STEPS;
  });
}

/**
 * A million events and 200 regions, at the pace of frames: zoom, pan, the drag of a handle.
 *
 * @param {Page} page
 * @param {string} path
 * @returns {Promise<Figure[]>}
 */
async function measureTimeline(page, path) {
  await page.goto('./');
  await page.getByLabel('Open recording').setInputFiles([path]);
  const lane = page.getByTestId('lane');
  await lane.waitFor();
  const duration = Number(await page.getByTestId('source-duration').getAttribute('data-seconds'));
  await page.getByLabel('Open recording').setInputFiles({
    name: 'regions.plan.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(planOf(duration))),
  });
  await page.getByRole('slider', { name: 'Start of speed 100', exact: true }).waitFor({ state: 'attached' });
  await page.waitForTimeout(1500);
  const box = await lane.boundingBox();
  if (!box) throw new Error('the lane is not visible');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height * 0.6 };
  await page.mouse.move(middle.x, middle.y);

  const idle = await cpuPerFrame(page, () => frames(page, undefined));
  // Each is done once before it is measured: the first second of a page is spent on compiling.
  await frames(page, { ctrlKey: true, deltaY: 12 });
  const zoom = await cpuPerFrame(page, () => frames(page, { ctrlKey: true, deltaY: 12 }));
  await page.getByRole('button', { name: 'Fit', exact: true }).click();
  for (let turn = 0; turn < 3; turn++) await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
  await frames(page, { deltaX: 6 });
  const pan = await cpuPerFrame(page, () => frames(page, { deltaX: 6 }));
  await page.getByRole('button', { name: 'Fit', exact: true }).click();
  await dragHandle(page);
  const drag = await dragHandle(page);
  return [
    { what: 'Frame of an idle page, 1M events, 200 regions: CPU', value: idle, unit: 'ms' },
    { what: 'Frame of a zoom: CPU of the main thread', value: zoom, unit: 'ms', budget: 4 },
    { what: 'Frame of a pan: CPU of the main thread', value: pan, unit: 'ms', budget: 4 },
    { what: 'Frame of the drag of a handle: CPU of the main thread', value: drag, unit: 'ms', budget: 4 },
  ];
}

/** A hundred speed regions and a hundred cuts, in turn. @param {number} duration seconds */
function planOf(duration) {
  const step = duration / 200;
  const place = (/** @type {number} */ index) => ({ start: index * step + step * 0.2, end: index * step + step * 0.8 });
  const all = Array.from({ length: 200 }, (_, index) => place(index));
  return {
    idle_cap: 2,
    speed_regions: all.filter((_, index) => index % 2 === 0).map((region) => ({ ...region, factor: 4 })),
    cuts: all.filter((_, index) => index % 2 === 1).map((region) => ({ ...region, mode: 'drop' })),
  };
}

/** From zoomed out to a second and a half of the handle's travel, with real input. @param {Page} page */
async function dragHandle(page) {
  const handle = await page.getByRole('slider', { name: 'End of speed 50', exact: true }).boundingBox();
  if (!handle) throw new Error('the handle is not visible');
  const from = { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const result = await cpuPerFrame(page, async () => {
    const started = await frameCount(page);
    for (let turn = 0; turn < FRAMES; turn++) await page.mouse.move(from.x + 3 * Math.sin(turn / 5), from.y);
    return (await frameCount(page)) - started;
  });
  await page.mouse.up();
  return result;
}

/**
 * One wheel event on every frame, sent from within the page so that nothing else shares its main thread.
 *
 * @param {Page} page
 * @param {{ ctrlKey?: boolean, deltaX?: number, deltaY?: number } | undefined} wheel
 */
function frames(page, wheel) {
  return page.evaluate(
    ({ wheel, count }) =>
      new Promise((resolve) => {
        const lane = /** @type {HTMLElement} */ (document.querySelector('[data-testid="lane"]'));
        const { left, top, width, height } = lane.getBoundingClientRect();
        let frame = 0;
        const step = () => {
          if (frame === count) return resolve(count);
          frame += 1;
          // Half of them one way, half back, so that the end of the scale is not run into.
          const sign = frame <= count / 2 ? -1 : 1;
          const { deltaX = 0, deltaY = 0, ...keys } = wheel ?? {};
          const at = { clientX: left + width / 2, clientY: top + height * 0.6, bubbles: true, cancelable: true };
          if (wheel) lane.dispatchEvent(new WheelEvent('wheel', { ...at, ...keys, deltaX: deltaX * sign, deltaY: deltaY * sign }));
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    { wheel, count: FRAMES },
  );
}

/** Frames since the page was first asked. @param {Page} page @returns {Promise<number>} */
function frameCount(page) {
  return page.evaluate(() => {
    const counter = /** @type {{ framesSeen?: number }} */ (/** @type {unknown} */ (window));
    if (counter.framesSeen === undefined) {
      const count = () => {
        counter.framesSeen = (counter.framesSeen ?? -1) + 1;
        requestAnimationFrame(count);
      };
      count();
    }
    return counter.framesSeen ?? 0;
  });
}

/**
 * Milliseconds of the main thread's own CPU time (not of the clock: the machine has other things to do) per frame.
 *
 * @param {Page} page
 * @param {() => Promise<unknown>} act answers how many frames it took
 */
async function cpuPerFrame(page, act) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await taskSeconds(session);
  const count = Number(await act());
  const after = await taskSeconds(session);
  await session.detach();
  return ((after - before) * 1000) / count;
}

/** @param {import('playwright').CDPSession} session */
async function taskSeconds(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}
