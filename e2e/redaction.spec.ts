import { castText } from '../src/testing/recordings.ts';
import { applyByCommand } from './castfold-command.ts';
import type { Editor, NamedFile } from './editor.ts';
import { expect, test } from './fixture.ts';
import { named } from './recordings.ts';

const SECRET = 'sk-Q7hT2mPz9Rk4Wv8Xn3Lb';

/** A session in which a token is typed key by key, shown again, put into the title and scrolled away. */
function session(): NamedFile {
  const events = ['$␣@0', ...Array.from('export KEY=', (key, index) => typed(key, 1 + index / 10))];
  events.push(...Array.from(SECRET, (key, index) => typed(key, 3 + index / 10)));
  events.push('i:\\r@5.5', '\\r\\n$␣@5.6');
  events.push(`o:\\u001b]0;using␣${SECRET}\\u0007@6`, `o:key:␣\\u001b[1m${SECRET}\\u001b[0m\\r\\n@7`, `m:found␣${SECRET}@7.5`);
  events.push(...Array.from({ length: 30 }, (_, index) => `line␣${index}\\r\\n@${8 + index / 10}`), 'done@12');
  return named('typed.cast', castText(events.join(' '), { header: { width: 30, height: 8, title: `my ${SECRET}` } }));
}

function typed(key: string, time: number): string {
  const drawn = key === ' ' ? '␣' : key;
  return `i:${drawn}@${time.toFixed(2)} o:${drawn}@${(time + 0.01).toFixed(2)}`;
}

/** What the events of a recording say, one after the other, and its header. */
function saidBy(recording: NamedFile): string {
  const lines = Buffer.from(recording.bytes).toString().trimEnd().split('\n');
  const data = lines.slice(1).map((line) => JSON.parse(line) as [number, string, string]);
  const joined = (code: string) => data.map(([, own, text]) => (own === code ? text : '')).join('');
  return [lines[0], joined('o'), joined('i'), joined('m')].join('\n');
}

const masks = (editor: Editor) => editor.page.getByRole('list', { name: 'Masks' }).getByRole('listitem');

test('a secret typed key by key is found before the export, masked, and not in the file', async ({ editor, page }) => {
  const source = session();
  expect(saidBy(source)).toContain(SECRET);
  await editor.open(source);
  await editor.button('Export').click();
  const secrets = page.getByRole('region', { name: 'Secrets' });
  await expect(secrets.getByRole('status')).toHaveText('1 possible secret');
  await expect(secrets.getByRole('listitem')).toContainText(SECRET);
  await secrets.getByRole('button', { name: 'Mask' }).click();
  await expect(secrets.getByRole('status')).toHaveText('No secrets found');
  await expect(page.getByText('The file was searched for what is masked: 0 left')).toBeVisible();

  const recording = await editor.download('Download recording');
  const plan = await editor.download('Download plan');
  for (const part of [SECRET, SECRET.slice(0, 6), SECRET.slice(-6)]) {
    expect(saidBy(recording)).not.toContain(part);
    expect(Buffer.from(plan.bytes).toString()).not.toContain(part);
  }
  expect(Buffer.from(recording.bytes).toString()).toBe(Buffer.from(applyByCommand(plan, source)).toString());
  await page.keyboard.press('Escape');
  await expect(masks(editor)).toHaveCount(1);
  await expect(masks(editor)).toContainText('API tokens');
  await editor.seek(5.5);
  await expect(editor.preview).toContainText('export KEY=');
  await expect(editor.preview).not.toContainText('sk-');
  await editor.button('Undo').click();
  await expect(masks(editor)).toHaveCount(0);
  await expect(editor.preview).toContainText('export KEY=sk-Q7');
});

test('a secret is shown, and ignored for good', async ({ editor, page }) => {
  await editor.open(named('mail.cast', castText('a@1 mail␣jo@example.org@2 b@3')));
  await editor.button('Export').click();
  const secrets = page.getByRole('region', { name: 'Secrets' });
  await secrets.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(editor.playhead).toHaveAttribute('aria-valuenow', '2');
  await editor.button('Export').click();
  await secrets.getByRole('button', { name: 'Ignore' }).click();
  await expect(secrets.getByRole('status')).toHaveText('No secrets found, 1 ignored');
  await page.getByRole('checkbox', { name: 'Look for secrets in the result' }).uncheck();
  await expect(secrets.getByRole('status')).toHaveCount(0);
});

test('text that is selected in the preview is masked without a word of it in the plan', async ({ editor }) => {
  await editor.open(named('pin.cast', castText('o:pin␣1234␣ok@1 \\r\\nid␣ab12-cd34@2 \\u001b[2Jbye@5')));
  await editor.seek(3);
  await expect(editor.preview).toContainText('ab12-cd34');
  await selectInPreview(editor, 'ab12-cd34');
  await editor.button('Mask this').click();
  await expect(editor.preview).not.toContainText('ab12');
  await expect(editor.preview).toContainText('pin 1234 ok');
  await selectInPreview(editor, '1234');
  await editor.button('Mask this').click();
  await expect(editor.preview).not.toContainText('1234');
  await expect(masks(editor)).toHaveCount(2);
  await editor.button('Export').click();
  const plan = JSON.parse(Buffer.from((await editor.download('Download plan')).bytes).toString());
  expect(plan.redactions).toEqual([
    { pattern: '(?<![A-Za-z0-9])[a-z]{2}[0-9]{2}-[a-z]{2}[0-9]{2}(?![A-Za-z0-9])' },
    { rect: { row: 1, col: 5, rows: 1, cols: 4 }, start: 1 },
  ]);
  const recording = await editor.download('Download recording');
  expect(Buffer.from(recording.bytes).toString()).toContain('pin ████ ok');
});

test('masks are made by kind, pattern and place, and changed in their list', async ({ editor, page }) => {
  await editor.open(named('kinds.cast', castText('Jo␣jo@box.org@1 \\r\\nred␣green@2 \\r\\nblue@3')));
  await editor.button('Mask…').click();
  const dialog = page.getByRole('dialog', { name: 'Mask' });
  await expect(dialog.getByText('E-mail addresses')).toContainText('1 found');
  await dialog.getByRole('button', { name: 'Mask' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Choose what to mask.');
  await dialog.getByRole('checkbox', { name: 'E-mail addresses' }).check();
  const pattern = dialog.getByRole('textbox', { name: 'Regular expression' });
  await pattern.fill('gre(');
  await expect(dialog.getByRole('status')).toContainText('must be a regular expression');
  await pattern.fill('GRE+N');
  await dialog.getByRole('checkbox', { name: 'Ignore case' }).check();
  await expect(dialog.getByRole('status')).toHaveText('1 found');
  await dialog.getByRole('textbox', { name: 'First row' }).fill('3');
  await dialog.getByRole('textbox', { name: 'First column' }).fill('x');
  await dialog.getByRole('button', { name: 'Mask' }).click();
  await expect(dialog.getByRole('alert')).toContainText('col');
  await dialog.getByRole('textbox', { name: 'First column' }).fill('2');
  await dialog.getByRole('textbox', { name: 'Columns' }).fill('2');
  await dialog.getByRole('textbox', { name: 'Mask with' }).fill('*');
  await dialog.getByRole('button', { name: 'Mask' }).click();
  await expect(dialog).toBeHidden();

  await editor.goTo('end');
  await expect(masks(editor)).toHaveCount(3);
  await expect.poll(() => editor.previewText()).toBe('Jo **********\nred *****\nb**e');
  const last = masks(editor).filter({ hasText: 'Row 3, columns 2–3' });
  await last.getByRole('textbox', { name: 'Start' }).fill('9');
  await page.keyboard.press('Enter');
  await expect.poll(() => editor.previewText()).toBe('Jo **********\nred *****\nblue');
  await last.getByRole('textbox', { name: 'End' }).fill('4');
  await page.keyboard.press('Enter');
  await expect(last).toContainText('Must be after its start');
  await page
    .getByRole('button', { name: /^Remove mask/ })
    .first()
    .click();
  await expect(masks(editor)).toHaveCount(2);
});

test('a file in which a cut brings together what is masked is not handed out', async ({ editor, page }) => {
  const plan = { cuts: [{ start: 1.5, end: 2.5, mode: 'drop' }], redactions: [{ pattern: 'secret99' }] };
  await editor.drop(
    named('parts.cast', castText('sec@1 o:\\u001b[2J\\u001b[H@2 ret99@3 end@4')),
    named('parts.plan.json', JSON.stringify(plan)),
  );
  await editor.button('Export').click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toContainText(/searched for what is masked: [1-9]\d* left.*cannot be downloaded/);
  await expect(editor.button('Download recording')).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await editor.edits.getByRole('button', { name: 'Remove' }).click();
  await editor.button('Export').click();
  await expect(dialog).toContainText('searched for what is masked: 0 left');
  await expect(editor.button('Download recording')).toHaveAttribute('aria-disabled', 'false');
});

test('titles and labels of a plan do not say what is masked, neither in the result nor in the plan', async ({ editor }) => {
  const source = named('named.cast', castText('o:PASSWORD=hunter22@1 o:\\r\\nok@2'));
  const edits = { title: 'with hunter22', markers: [{ time: 1, label: 'hunter22!' }], redactions: [{ pattern: '(?<=PASSWORD=)\\S+' }] };
  await editor.drop(source, named('named.plan.json', JSON.stringify(edits)));
  await editor.button('Export').click();
  const recording = await editor.download('Download recording');
  const plan = await editor.download('Download plan');
  for (const file of [recording, plan]) expect(Buffer.from(file.bytes).toString()).not.toContain('hunter22');
  expect(Buffer.from(recording.bytes).toString()).toContain('with ████████');
  expect(Buffer.from(recording.bytes).toString()).toBe(Buffer.from(applyByCommand(plan, source)).toString());
});

test('what is marked is masked where it stands, and not what comes to its place', async ({ editor }) => {
  await editor.open(named('place.cast', castText('o:pin␣open@1 x@2 o:\\u001b[1;1Hhis␣name\\r\\n\\r\\npin␣open@4 end@9')));
  await editor.seek(3);
  await expect(editor.preview).toContainText('pin open');
  await selectInPreview(editor, 'open');
  await editor.button('Mask this').click();
  await expect(editor.preview).not.toContainText('open');
  await editor.seek(6);
  await expect(editor.preview).toContainText('his name');
  await editor.button('Export').click();
  const plan = JSON.parse(Buffer.from((await editor.download('Download plan')).bytes).toString());
  expect(plan.redactions).toEqual([{ rect: { row: 1, col: 5, rows: 1, cols: 4 }, start: 1, end: 4 }]);
});

/** Selects a text on the terminal as a drag of the mouse does. */
async function selectInPreview(editor: Editor, text: string): Promise<void> {
  await editor.preview.evaluate((preview, text) => {
    for (const row of preview.querySelectorAll('.ap-line')) {
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue?.indexOf(text) ?? -1;
        if (at < 0) continue;
        document.getSelection()?.setBaseAndExtent(node, at, node, at + text.length);
        return;
      }
    }
    throw new Error(`${text} is not on the screen`);
  }, text);
}
