import { afterEach, beforeEach, vi } from 'vitest';
import { sourceTime } from '#core/cast/time.ts';
import type { ProjectSummary } from '#store/projects/project.ts';
import { FAKED, openBrowser, pass, settle, type TabOptions, type TestBrowser, type TestTab, until } from './kept-projects.ts';
import { castText } from './recordings.ts';

/** What the tabs of a test have open: 30 seconds. */
export const CAST = castText('a@0 b@10 c@20 d@30');

export const range = (start: number, end: number) => ({ start: sourceTime(start * 1e6), end: sourceTime(end * 1e6) });

/** Another one for each test. */
export let browser: TestBrowser;

/** Once for each file of tests. */
export function browserForEach(): void {
  beforeEach(() => {
    vi.useFakeTimers(FAKED);
    browser = openBrowser();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
}

export const project = (tab: TestTab) => tab.store.getState().project;
export const keeping = (tab: TestTab) => project(tab).keeping.kind;
export const projects = (tab: TestTab) => tab.store.getState().projects ?? [];
export const only = (tab: TestTab) => projects(tab)[0] as ProjectSummary;
export const notice = (tab: TestTab) => tab.store.getState().notice;
const cutsOf = (value: unknown) => (value as { document: { cuts: { start: number; end: number }[] } }).document.cuts;
/** The cuts of the only kept work, as `1-2 3-4`. */
export const keptCuts = async () => {
  const [record] = await browser.records();
  return record
    ? cutsOf(record)
        .map(({ start, end }) => `${start / 1e6}-${end / 1e6}`)
        .join(' ')
    : 'none';
};

export async function openTab(options?: TabOptions): Promise<TestTab> {
  const tab = browser.openTab(options);
  await settle();
  return tab;
}

/** A tab with a recording and an edit, which is kept. */
export async function openEdited(options?: TabOptions): Promise<TestTab> {
  const tab = await openTab(options);
  await tab.open('a.cast', CAST);
  tab.actions.cut(range(1, 2));
  await pass(600);
  return tab;
}

/** A later page of the same browser, with the only kept work opened. */
export async function reopen(): Promise<TestTab> {
  const tab = await openTab();
  void tab.actions.openProject(only(tab).id);
  await until(() => project(tab).id !== null || project(tab).awaited !== null);
  return tab;
}

/** Holds something up until it is let go. */
export function gate() {
  let open = (): void => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

export async function save(tab: TestTab): Promise<void> {
  void tab.actions.save();
  await settle();
}

export async function saveAs(tab: TestTab): Promise<void> {
  void tab.actions.saveAs();
  await settle();
}
