import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sourceTime } from '#core/cast/time.ts';
import type { EditDocument } from '#core/plan/document.ts';
import { FAKED, openBrowser, pass, settle, type TestTab, until } from '#testing/kept-projects.ts';
import { castText } from '#testing/recordings.ts';

beforeEach(() => void vi.useFakeTimers(FAKED));

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const CAST = castText('a@0 b@10 m:x@15 c@20 d@30');
/** What a killed page may lose. */
const LOST_MILLIS = 1000;

const seconds = fc.integer({ min: 0, max: 28 });
const range = (start: number, length: number) => ({ start: sourceTime(start * 1e6), end: sourceTime((start + length) * 1e6) });

interface Edit {
  readonly name: string;
  run(tab: TestTab): void;
}

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(seconds, fc.constantFrom(1, 2)).map(([start, length]) => ({
    name: `cut ${start}+${length}`,
    run: ({ actions }: TestTab) => actions.cut(range(start, length)),
  })),
  seconds.map((start) => ({ name: `speed ${start}`, run: ({ actions }: TestTab) => actions.speedUp(range(start, 2)) })),
  seconds.map((time) => ({ name: `marker ${time}`, run: ({ actions }: TestTab) => actions.mark(sourceTime(time * 1e6)) })),
  seconds.map((time) => ({ name: `hold ${time}`, run: ({ actions }: TestTab) => actions.hold(sourceTime(time * 1e6)) })),
  seconds.map((time) => ({
    name: `drag ${time}`,
    run({ actions, store }: TestTab) {
      actions.beginGesture('Move');
      const [first] = store.getState().document.cuts;
      if (first) actions.place({ kind: 'cut', id: first.id }, range(time, 1));
    },
  })),
  fc.constantFrom<Edit>(
    { name: 'drop', run: ({ actions }) => actions.commitGesture() },
    { name: 'undo', run: ({ actions }) => actions.undo() },
    { name: 'redo', run: ({ actions }) => actions.redo() },
    { name: 'Escape', run: ({ actions }) => actions.cancelGesture() },
  ),
);

const wait = fc.integer({ min: 0, max: 14 }).map((steps) => steps * 50);

it('a page that is killed loses no more than a second', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(wait, edit), { minLength: 1, maxLength: 12 }), wait, async (edits, last) => {
      const browser = openBrowser();
      const tab = browser.openTab();
      await tab.open('a.cast', CAST);
      const unedited = tab.document();
      const seen: { readonly at: number; readonly document: EditDocument }[] = [{ at: 0, document: unedited }];
      for (const [millis, { run }] of edits) {
        await pass(millis);
        run(tab);
        seen.push({ at: performance.now(), document: tab.document() });
      }
      await pass(last);
      tab.kill();
      const killedAt = performance.now();

      const later = browser.openTab();
      await until(() => later.store.getState().projects !== null);
      const [kept] = later.store.getState().projects ?? [];
      if (kept) {
        void later.actions.openProject(kept.id);
        await until(() => later.store.getState().opened !== null || later.store.getState().project.awaited !== null);
        if (!later.store.getState().opened) await later.open('a.cast', CAST);
        await settle();
      }
      const restored = kept ? later.document() : unedited;
      const first = seen.findLastIndex(({ at }) => at <= killedAt - LOST_MILLIS);
      const allowed = seen.slice(Math.max(first, 0)).map(({ document }) => document);
      expect(allowed).toContainEqual(restored);
      later.kill();
    }),
    { numRuns: 40 },
  );
});
