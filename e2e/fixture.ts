import { test as base, type Page } from '@playwright/test';
import { Editor } from './editor.ts';

interface Fixtures {
  /** What the browser itself says on the console where a test takes something away from the page. */
  readonly expectedFaults: readonly RegExp[];
  /** Fails the test on whatever a finished page must never do. Always on. */
  readonly pageGuard: undefined;
  /** The editor in a page of its own, loaded and empty. */
  readonly editor: Editor;
}

export const test = base.extend<Fixtures>({
  expectedFaults: [[], { option: true }],
  pageGuard: [
    async ({ page, baseURL, expectedFaults }, use) => {
      const all = await watch(page, new URL(baseURL ?? '').origin);
      await use(undefined);
      const faults = all.filter((fault) => !expectedFaults.some((expected) => expected.test(fault)));
      if (faults.length > 0) throw new Error(`the page misbehaved:\n${faults.join('\n')}`);
    },
    { auto: true },
  ],
  editor: async ({ page }, use) => {
    await page.goto('./');
    await use(new Editor(page));
  },
});

export { expect } from '@playwright/test';

/**
 * From here on the page gets no worker of screens, as if it were on its way: nothing of them is known. It comes once the
 * function that is answered is called.
 */
export async function holdUpScreens(page: Page): Promise<() => void> {
  let letCome = (): void => {};
  const isLetCome = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route(/screens\.worker/, async (route) => {
    await isLetCome;
    await route.continue();
  });
  return letCome;
}

/**
 * Collects errors of the page, errors on its console (the browser reports what the content security policy refused
 * there, for workers too), and requests that leave its origin: nothing of a recording may.
 */
async function watch(page: Page, origin: string): Promise<readonly string[]> {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== 'blob:' && url.protocol !== 'data:') faults.push(`request to ${url.href}`);
  });
  // A refusal in report-only mode, or one that a page handles, may not reach the console.
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`the policy ${violatedDirective} refused ${blockedURI}`);
    });
  });
  return faults;
}
