import { expect, test } from './fixture.ts';
import { LINES_DAMAGED, LINES_GZIP, LINES_SECONDS, LINES_V1, LINES_V2, LINES_V3, named } from './recordings.ts';

const CUT_TEN_SECONDS = named('trim.plan.json', JSON.stringify({ cuts: [{ start: 20, end: 30, mode: 'drop' }] }));

test.describe('a recording is opened', () => {
  for (const file of [LINES_V1, LINES_V2, LINES_V3, LINES_GZIP]) {
    test(`by the dialog: ${file.name}`, async ({ editor }) => {
      await editor.open(file);
      await editor.expectSource(LINES_SECONDS);
      await editor.expectResult(LINES_SECONDS);
      await expect(editor.alert).toHaveCount(0);
    });
  }

  test('by dropping it anywhere', async ({ editor }) => {
    await editor.drop(LINES_V3);
    await editor.expectOpened(LINES_V3.name);
    await editor.expectSource(LINES_SECONDS);
  });

  test('by pasting its text', async ({ editor }) => {
    await editor.paste(Buffer.from(LINES_V2.bytes).toString());
    await editor.expectOpened('pasted');
    await editor.expectSource(LINES_SECONDS);
  });

  test('in place of another', async ({ editor }) => {
    await editor.open(LINES_V2);
    await editor.open(named('short.cast', '{"version":2,"width":80,"height":24}\n[4,"o","short"]\n'));
    await editor.expectSource(4);
  });
});

test('every sample opens', async ({ editor, page }) => {
  const samples = page
    .getByRole('list')
    .filter({ has: page.getByRole('button') })
    .getByRole('button');
  const count = await samples.count();
  expect(count).toBeGreaterThanOrEqual(2);
  for (let index = 0; index < count; index++) {
    await page.goto('./');
    await samples.nth(index).click();
    await editor.expectOpened('.cast');
    expect(await editor.sourceSeconds()).toBeGreaterThan(10);
  }
});

test('a damaged recording opens with what can be read, and says what cannot', async ({ editor, page }) => {
  await editor.open(LINES_DAMAGED);
  await editor.expectSource(LINES_SECONDS);
  await expect(page.getByText(/2 (unreadable )?lines/)).toBeVisible();
});

test.describe('a plan', () => {
  test('is applied to the recording dropped with it', async ({ editor }) => {
    await editor.drop(LINES_V2, CUT_TEN_SECONDS);
    await editor.expectOpened(LINES_V2.name);
    await editor.expectResult(20);
    await expect(editor.edits).toHaveCount(1);
  });

  test('is applied to the open recording', async ({ editor }) => {
    await editor.open(LINES_V2);
    await editor.drop(CUT_TEN_SECONDS);
    await editor.expectResult(20);
  });

  test('is applied when its text is pasted, and is called what it is', async ({ editor, page }) => {
    await editor.open(LINES_V2);
    await editor.paste(Buffer.from(CUT_TEN_SECONDS.bytes).toString());
    await editor.expectResult(20);
    await page.getByRole('tab', { name: 'History' }).click();
    await expect(page.getByRole('list', { name: 'History' })).toContainText('Plan pasted.plan.json');
  });

  test('asks for a recording when there is none', async ({ editor }) => {
    await editor.choose(CUT_TEN_SECONDS);
    await expect(editor.alert).toContainText('recording');
  });

  test('that is wrong changes nothing and names the place', async ({ editor }) => {
    await editor.open(LINES_V2);
    await editor.choose(named('bad.plan.json', '{"speed_regions":[[1,2,0]]}'));
    await expect(editor.alert).toContainText('speed_regions[0][2]');
    await editor.expectResult(LINES_SECONDS);
  });
});

test('a plan dropped with a recording that is refused is not applied to the one that is open', async ({ editor }) => {
  await editor.open(LINES_V2);
  await editor.drop(named('bad.cast', 'nonsense'), CUT_TEN_SECONDS);
  await expect(editor.alert).toContainText('bad.cast could not be opened');
  await editor.expectResult(LINES_SECONDS);
});

test('edits that another recording took the place of can be had back, and so can the other', async ({ editor, page }) => {
  const short = named('short.cast', '{"version":2,"width":80,"height":24}\n[40,"o","short"]\n');
  await editor.drop(LINES_V2, CUT_TEN_SECONDS);
  await editor.expectResult(20);
  await editor.drop(short, CUT_TEN_SECONDS);
  await editor.expectOpened('short.cast');
  await editor.expectResult(30);
  await page.getByRole('button', { name: `Back to ${LINES_V2.name}` }).click();
  await editor.expectResult(20);
  await page.getByRole('button', { name: 'Back to short.cast' }).click();
  await editor.expectResult(30);
  await editor.button('Undo').click();
  await editor.expectResult(40);
});

test('a plan that is none is refused, and the edits stay', async ({ editor }) => {
  await editor.open(LINES_V2);
  await editor.choose(CUT_TEN_SECONDS);
  await editor.choose(named('squash.plan.json', '{"cuts":[{"start":1,"end":2,"mode":"squash"}]}'));
  await expect(editor.alert).toContainText('cuts[0].mode: must be one of "drop", "collapse", "jump"');
  await editor.expectResult(20);
});

test('a recording of an impossible terminal opens, is shown in part, and leaves the preview fit for the next', async ({ editor, page }) => {
  await editor.open(
    named('huge.cast', '{"version":2,"width":10000,"height":10000}\n[1,"o","here"]\n[2,"r","10000x10000"]\n[3,"o","there"]\n'),
  );
  await expect(page.getByText('too large to be shown')).toBeVisible();
  await editor.goTo('end');
  await expect.poll(() => editor.previewText()).toContain('there');
  await editor.open(LINES_V2);
  await editor.goTo('end');
  await expect.poll(() => editor.previewText()).toContain('line');
});

test.describe('what is no recording is refused by name', () => {
  const files = [
    { file: named('notes.txt', 'buy milk\n'), says: /text/i },
    { file: { name: 'picture.cast', bytes: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') }, says: /PNG/ },
    { file: named('empty.cast', ''), says: /empty/i },
    { file: named('later.cast', '{"version":9,"term":{"cols":80,"rows":24}}\n'), says: /version (is )?9/i },
  ];
  for (const { file, says } of files) {
    test(file.name, async ({ editor }) => {
      await editor.choose(file);
      await expect(editor.alert).toContainText(file.name);
      await expect(editor.alert).toContainText(says);
      await expect(editor.lane).toHaveCount(0);
    });
  }

  test('and dismissed by key it leaves the focus on what opens another', async ({ editor, page }) => {
    await editor.choose(named('notes.txt', 'buy milk\n'));
    await editor.button('Dismiss').focus();
    await page.keyboard.press('Enter');
    await expect(editor.alert).toHaveCount(0);
    await expect(editor.button('Choose a file')).toBeFocused();
  });

  test('and what was open stays', async ({ editor }) => {
    await editor.open(LINES_V2);
    await editor.choose(named('notes.txt', 'buy milk\n'));
    await expect(editor.alert).toContainText('notes.txt');
    await editor.expectSource(LINES_SECONDS);
  });
});

test('reading can be cancelled', async ({ editor, page }) => {
  // Pressed from within the page: on a fast machine reading is over before a test's hand gets there.
  await page.evaluate(async () => {
    const megabyte = new Blob([`[1, "o", "${'x'.repeat(1000)}"]\n`.repeat(1000)]);
    const file = new File(['{"version":2,"width":80,"height":24}\n', ...Array<Blob>(400).fill(megabyte)], 'large.cast');
    const transfer = new DataTransfer();
    transfer.items.add(file);
    const isCancelled = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Cancel');
        if (!button) return;
        observer.disconnect();
        button.click();
        resolve();
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    await isCancelled;
  });
  await expect(page.getByText('Reading large.cast')).toHaveCount(0);
  await expect(editor.lane).toHaveCount(0);
  await editor.open(LINES_V2);
  await editor.expectSource(LINES_SECONDS);
});
