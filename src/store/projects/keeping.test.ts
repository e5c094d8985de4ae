import { describe, expect, it } from 'vitest';
import { sourceTime } from '#core/cast/time.ts';
import { pass, settle } from '#testing/kept-projects.ts';
import {
  browser,
  browserForEach,
  CAST,
  gate,
  keeping,
  keptCuts,
  openEdited,
  openTab,
  project,
  projects,
  range,
} from '#testing/kept-tabs.ts';
import { castText } from '#testing/recordings.ts';
import type { ProjectStorage } from './ports.ts';

browserForEach();

describe('an edit', () => {
  it('is kept a moment later, with its recording; before it there is nothing to keep', async () => {
    const tab = await openTab();
    await tab.open('a.cast', CAST);
    tab.actions.seek(sourceTime(5e6));
    await pass(2000);
    expect(await keptCuts()).toBe('none');
    expect(keeping(tab)).toBe('idle');
    tab.actions.cut(range(1, 2));
    expect(keeping(tab)).toBe('pending');
    await pass(300);
    expect(await keptCuts()).toBe('1-2');
    await settle();
    expect(keeping(tab)).toBe('kept');
    expect(project(tab).hasRecording).toBe(true);
    expect(await browser.recordings()).toEqual([CAST]);
  });

  it('is kept while others follow it all the time, as far as a drag has come, and without a write for each', async () => {
    let writes = 0;
    const tab = await openEdited({
      storage: (storage) => ({
        put: (record) => {
          writes += 1;
          return storage.put(record);
        },
      }),
    });
    writes = 0;
    tab.actions.beginGesture('Move cut 1');
    for (let step = 1; step <= 100; step++) {
      tab.actions.place({ kind: 'cut', id: 1 }, range(1, 2 + step / 100));
      await pass(20);
    }
    const [, end = ''] = (await keptCuts()).split('-');
    expect(Number(end)).toBeGreaterThan(2.5);
    expect(writes).toBeGreaterThan(1);
    expect(writes).toBeLessThan(6);
  });

  it('in the middle of a drag is as if it had been cancelled when another recording is opened', async () => {
    const tab = await openEdited();
    tab.actions.beginGesture('Move cut 1');
    tab.actions.place({ kind: 'cut', id: 1 }, range(1, 5));
    await pass(600);
    expect(await keptCuts()).toBe('1-5');
    await tab.open('b.cast', castText('x@0 y@40'));
    expect(await keptCuts()).toBe('1-2');
  });

  it('that is written while the recording is being kept does not deny it', async () => {
    const kept = gate();
    const answerLate = (storage: ProjectStorage): Partial<ProjectStorage> => ({
      async putRecording(record, recording) {
        const isOwn = await storage.putRecording(record, recording);
        await kept.passed;
        return isOwn;
      },
    });
    const tab = await openEdited({ storage: answerLate });
    tab.actions.cut(range(3, 4));
    await pass(600);
    kept.open();
    await pass(600);
    expect((await browser.records())[0]).toMatchObject({ hasRecording: true });
  });

  it('that is taken back is kept as that', async () => {
    const tab = await openEdited();
    tab.actions.undo();
    await pass(600);
    expect(await keptCuts()).toBe('');
  });

  it('is written at once when the page is hidden, with the place that is looked at', async () => {
    const tab = await openEdited();
    tab.actions.cut(range(3, 4));
    tab.actions.seek(sourceTime(7e6));
    tab.hide();
    await settle();
    expect(await keptCuts()).toBe('1-2 3-4');
    tab.actions.seek(sourceTime(8e6));
    tab.hide();
    await settle();
    expect((await browser.records())[0]).toMatchObject({ playhead: 8e6 });
  });

  it('is kept with its recording, also where another is opened right after', async () => {
    const tab = await openTab();
    await tab.open('a.cast', CAST);
    tab.actions.cut(range(1, 2));
    await tab.open('b.cast', castText('x@0 y@40'));
    await pass(1200);
    expect(await keptCuts()).toBe('1-2');
    expect(await browser.recordings()).toEqual([CAST]);
  });

  it('of another recording is kept beside the first one', async () => {
    const tab = await openEdited();
    tab.actions.cut(range(5, 6));
    await tab.open('b.cast', castText('x@0 y@40'));
    expect(await keptCuts()).toBe('1-2 5-6');
    tab.actions.cut(range(7, 8));
    await pass(600);
    expect(projects(tab).map(({ source }) => source.fileName)).toEqual(['b.cast', 'a.cast']);
    tab.actions.goBack();
    await settle();
    tab.actions.cut(range(9, 10));
    await pass(600);
    expect(projects(tab).map(({ source, editCount }) => [source.fileName, editCount])).toEqual([
      ['a.cast', 3],
      ['b.cast', 1],
    ]);
  });
});
