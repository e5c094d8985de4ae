import type { Page, TestInfo } from '@playwright/test';
import { seriousFaults } from './axe.ts';
import { expect, test } from './fixture.ts';
import { overflow } from './overflow.ts';
import { EDITING } from './states/editing.ts';
import { EXPORTING } from './states/exporting.ts';
import { FAILING } from './states/failing.ts';
import { KEEPING } from './states/keeping.ts';
import { STARTING } from './states/starting.ts';

/*
 * Each test stands under the row of the list of states (the design's, §6) that it is for. Rows that have none:
 *
 *     Very large                  nothing is estimated; what is over 2 GiB is refused by name, which takes as much memory to see
 *     Selection too small         there is no length that is too short to be cut; at every zoom handles keep 24 px
 *     Format unavailable          the only formats are asciicast v2 and v3, which need nothing of the browser
 *
 * And parts of rows: there is no Append for files (Drag-over), nothing is converted (Wrong file), only the size is looked
 * at of what a terminal cannot show (Unknown terminal features), and the page is not installed (Offline ready): of that
 * only the samples need the network. Field errors stand under Cannot place region.
 */

const THEMES = ['dark', 'light'] as const;

// The smallest window that everything fits into.
test.use({ viewport: { width: 1024, height: 640 } });

for (const { row, name, show, expectedFaults = [] } of [...STARTING, ...EDITING, ...KEEPING, ...EXPORTING, ...FAILING]) {
  test.describe(row, () => {
    test.use({ expectedFaults: [expectedFaults, { scope: 'test' }] });

    test(name, async ({ page }, info) => {
      await show(page);
      // In one page: a theme that changes is one more thing that has to be right, and getting there takes the time.
      for (const colorScheme of THEMES) {
        await test.step(colorScheme, async () => {
          await page.emulateMedia({ colorScheme });
          expect(await seriousFaults(page)).toEqual([]);
          expect(await overflow(page)).toEqual({ px: 0, what: [] });
          await attach(page, info, colorScheme);
        });
      }
    });
  });
}

async function attach(page: Page, info: TestInfo, name: string): Promise<void> {
  const path = info.outputPath(`${name}.png`);
  await page.screenshot({ path });
  await info.attach(name, { path, contentType: 'image/png' });
}
