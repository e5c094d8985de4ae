import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

/** A file as a user has it: with a name, and bytes that need not be what the name says. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The editor as its users meet it: by the roles, names and gestures that do not change when its insides do. */
export class Editor {
  readonly page: Page;
  readonly timeline: Locator;
  readonly lane: Locator;
  readonly playhead: Locator;
  readonly edits: Locator;
  readonly preview: Locator;
  readonly alert: Locator;

  constructor(page: Page) {
    this.page = page;
    this.timeline = page.getByRole('region', { name: 'Timeline' });
    this.lane = page.getByTestId('lane');
    this.playhead = page.getByRole('slider', { name: 'Playhead' });
    this.edits = page.getByRole('list', { name: 'Edits', exact: true }).getByRole('listitem');
    this.preview = page.getByTestId('preview');
    this.alert = page.getByRole('alert');
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  /** `Start of cut 1`, `End of speed 2`, … */
  handle(name: string): Locator {
    return this.page.getByRole('slider', { name, exact: true });
  }

  /** Chooses files as the dialog of the browser would hand them over. */
  async choose(...files: readonly NamedFile[]): Promise<void> {
    await this.page
      .getByLabel('Open recording')
      .setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })));
  }

  /** Opens a recording and waits until it can be edited. */
  async open(recording: NamedFile): Promise<void> {
    await this.choose(recording);
    await this.expectOpened(recording.name);
  }

  /** The top bar says what is open; another recording may have been open before. */
  async expectOpened(name: string): Promise<void> {
    await expect(this.page.getByRole('banner')).toContainText(name);
    await expect(this.lane).toBeVisible();
    await expect(this.preview).toBeVisible();
  }

  /** Lets go of files over the middle of the window. */
  async drop(...files: readonly NamedFile[]): Promise<void> {
    const sent = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
    const transfer = await this.page.evaluateHandle((files) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of files) {
        transfer.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name));
      }
      return transfer;
    }, sent);
    for (const type of ['dragenter', 'dragover', 'drop']) await this.page.dispatchEvent('body', type, { dataTransfer: transfer });
  }

  async paste(text: string): Promise<void> {
    await this.page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  async sourceSeconds(): Promise<number> {
    return secondsOf(this.page.getByTestId('source-duration'));
  }

  async resultSeconds(): Promise<number> {
    return secondsOf(this.page.getByTestId('result-duration'));
  }

  /** Waits until the meter names the length of the recording. */
  async expectSource(seconds: number, digits = 3): Promise<void> {
    await expect(async () => expect(await this.sourceSeconds()).toBeCloseTo(seconds, digits)).toPass({ timeout: 10_000 });
  }

  /** Waits until the meter names the length of the result. */
  async expectResult(seconds: number, digits = 3): Promise<void> {
    await expect(async () => expect(await this.resultSeconds()).toBeCloseTo(seconds, digits)).toPass({ timeout: 10_000 });
  }

  /** What an edge of a region is at, in seconds of the recording. */
  async handleSeconds(name: string): Promise<number> {
    return Number(await this.handle(name).getAttribute('aria-valuenow'));
  }

  /** Where an instant of the recording stands on the lane once all of it is visible, in px of the page. */
  async laneX(seconds: number): Promise<number> {
    const box = await boxOf(this.lane);
    return box.x + (box.width * seconds) / (await this.sourceSeconds());
  }

  /** How much source time a pixel of the lane is, once all of it is visible. */
  async secondsPerPx(): Promise<number> {
    return (await this.sourceSeconds()) / (await boxOf(this.lane)).width;
  }

  /** Drags across the free part of the lane, below the strip that moves regions. */
  async selectOnLane(fromSeconds: number, toSeconds: number): Promise<void> {
    const { y, height } = await boxOf(this.lane);
    await this.drag({ x: await this.laneX(fromSeconds), y: y + height * 0.6 }, { x: await this.laneX(toSeconds), y: y + height * 0.6 });
    await this.page.mouse.up();
  }

  /** Puts the playhead on an instant by a click on the lane. */
  async seek(seconds: number): Promise<void> {
    const { y, height } = await boxOf(this.lane);
    await this.page.mouse.click(await this.laneX(seconds), y + height * 0.6);
  }

  /** Takes a handle to an instant and keeps holding it. */
  async holdHandleAt(name: string, seconds: number): Promise<void> {
    const { x, y, width, height } = await boxOf(this.handle(name));
    const from = { x: x + width / 2, y: y + height / 2 };
    await this.drag(from, { x: await this.laneX(seconds), y: from.y });
  }

  async dragHandle(name: string, seconds: number): Promise<void> {
    await this.holdHandleAt(name, seconds);
    await this.page.mouse.up();
  }

  /** Moves the playhead by its keys to the start or the end. */
  async goTo(end: 'start' | 'end'): Promise<void> {
    await this.playhead.focus();
    await this.page.keyboard.press(end === 'start' ? 'Home' : 'End');
  }

  /** The terminal's text: lines without the spaces at their ends, without the empty ones. */
  async previewText(): Promise<string> {
    const text = await this.preview.innerText();
    const lines = text.split('\n').map((line) => line.trimEnd());
    return lines.filter(Boolean).join('\n');
  }

  /** The terminal's text once it has stopped changing: a large recording takes some frames to be told. */
  async settledPreviewText(): Promise<string> {
    let text = '';
    await expect(async () => {
      const before = text;
      text = await this.previewText();
      expect(text).toBe(before);
    }).toPass({ intervals: [300] });
    return text;
  }

  /** Saves what a button of the export dialog offers. */
  async download(button: 'Download recording' | 'Download plan'): Promise<NamedFile> {
    const waiting = this.page.waitForEvent('download');
    await this.button(button).click();
    const download = await waiting;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  private async drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 8 });
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

async function secondsOf(meter: Locator): Promise<number> {
  return Number(await meter.getAttribute('data-seconds'));
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not visible`);
  return box;
}
