import type { Page } from '@playwright/test';

/** asciinema-player alone, in a page of nothing else, driven by a source of our own. */

export interface Size {
  readonly cols: number;
  readonly rows: number;
}

interface Contract {
  readonly driverOptions: Readonly<Record<string, unknown>>;
  readonly dispatch: (name: string, payload?: unknown) => void;
  readonly player: {
    readonly el: HTMLElement;
    dispose(): void;
    play(): Promise<unknown>;
    pause(): Promise<unknown>;
    getDuration(): number;
  };
  /** Names of what was called on the driver and heard from the player, in order. */
  readonly log: string[];
}

declare global {
  interface Window {
    readonly AsciinemaPlayer: {
      create(source: unknown, mount: HTMLElement, options: object): Contract['player'] & { addEventListener: AddListener };
    };
    contract: Contract;
  }
}

type AddListener = (name: string, listener: () => void) => void;

const BUNDLE = 'node_modules/asciinema-player/dist/bundle/asciinema-player';

export async function startPlayer(page: Page, size: Size = { cols: 20, rows: 5 }): Promise<void> {
  await page.setContent('<!doctype html><body style="margin: 0"><div id="mount" style="width: 600px; height: 300px"></div>');
  await page.addStyleTag({ path: `${BUNDLE}.css` });
  await page.addScriptTag({ path: `${BUNDLE}.min.js` });
  await page.evaluate(
    (options) =>
      new Promise<void>((resolve) => {
        const log: string[] = [];
        const note = (name: string) => () => {
          log.push(name);
          return true;
        };
        const source = ({ dispatch }: Pick<Contract, 'dispatch'>, driverOptions: Contract['driverOptions']) => {
          window.contract = { dispatch, driverOptions, player, log };
          return {
            init: note('init'),
            play: note('play'),
            pause: note('pause'),
            stop: note('stop'),
            getDuration: () => 12.5,
            getCurrentTime: () => 3.25,
          };
        };
        const mount = document.getElementById('mount') as HTMLElement;
        const player = window.AsciinemaPlayer.create(source, mount, { fit: 'both', controls: false, theme: 'auto/asciinema', ...options });
        for (const name of ['metadata', 'seeked', 'resize', 'reset']) player.addEventListener(name, note(`heard ${name}`));
        player.addEventListener('ready', resolve);
      }),
    size,
  );
}

export const dispatch = (page: Page, name: string, payload?: unknown) =>
  page.evaluate(([event, data]) => window.contract.dispatch(event as string, data), [name, payload]);

export const output = (page: Page, text: string | readonly string[]) => dispatch(page, 'output', text);

export const log = (page: Page) => page.evaluate(() => window.contract.log);

/** The lines of the terminal once the frame that paints them is over. */
export async function screen(page: Page): Promise<string[]> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return (await page.locator('.ap-line').allTextContents()).map((line) => line.trimEnd());
}

/** Everything that is seen: text with its classes and colours, and what is drawn under it. */
export async function picture(page: Page): Promise<string> {
  await screen(page);
  return page.evaluate(() => {
    const canvas = document.querySelector('.ap-term canvas') as HTMLCanvasElement;
    return `${document.querySelector('.ap-term-text')?.innerHTML} ${canvas.width}x${canvas.height} ${canvas.toDataURL()}`;
  });
}
