import { describe, expect, it, vi } from 'vitest';
import { sourceTime } from '#core/cast/time.ts';
import { pass, settle, until } from '#testing/kept-projects.ts';
import {
  browser,
  browserForEach,
  CAST,
  gate,
  keeping,
  keptCuts,
  notice,
  only,
  openEdited,
  openTab,
  project,
  projects,
  range,
  reopen,
} from '#testing/kept-tabs.ts';
import { castText } from '#testing/recordings.ts';
import type { ProjectStorage } from './ports.ts';

browserForEach();

describe('kept work', () => {
  it('is listed, and goes on with all that it was', async () => {
    const first = await openTab();
    await first.open('a.cast', CAST);
    first.actions.cut(range(1, 2));
    first.actions.speedUp(range(4, 8));
    first.actions.hold(sourceTime(9e6));
    first.actions.mark(sourceTime(10e6));
    first.actions.mask([{ ...range(0, 30), what: { kind: 'pattern', pattern: 'se.ret', ignoreCase: true }, with: '*' }]);
    first.actions.setTitle('Title');
    first.actions.setIdleCap(2e6);
    first.actions.show({ start: 2e6, end: 12e6 });
    first.actions.seek(sourceTime(5e6));
    const document = {
      ...first.document(),
      cuts: first.document().cuts.map((cut) => ({ ...cut, by: 'fit' as const, reason: 'waiting' })),
      targetMicros: 12e6,
      putAside: { cuts: first.document().cuts, speedRegions: [] },
      editSettings: { marginBeforeMicros: 1, marginAfterMicros: 2, shortestKeptMicros: 3, shortestCutMicros: 4, maxFactor: 5.5 },
      source: { name: 'a.cast', sha256: 'x', durationMicros: 3, events: 4 },
    };
    first.store.setState({ document });
    await pass(600);
    first.kill();

    const second = await reopen();
    const { opened, playhead, viewport, history } = second.store.getState();
    expect(second.document()).toEqual(document);
    expect([opened?.fileName, playhead, viewport, history.done]).toEqual(['a.cast', 5e6, { start: 2e6, end: 12e6 }, []]);
    expect(keeping(second)).toBe('kept');
    second.actions.cut(range(20, 21));
    await pass(600);
    expect(projects(second)).toHaveLength(1);
    expect(only(second).editCount).toBe(8);
  });

  it('without its recording waits for the file, and goes on with it', async () => {
    const first = await openEdited({ hasRoomFor: async () => false });
    expect(keeping(first)).toBe('kept');
    expect(project(first).hasRecording).toBe(false);
    first.kill();
    const second = await reopen();
    expect(project(second).awaited).toMatchObject({ source: { fileName: 'a.cast' }, editCount: 1 });
    await second.open('renamed.cast', CAST);
    expect(project(second).awaited).toBeNull();
    expect(second.document().cuts).toEqual([{ ...range(1, 2), id: 1, mode: 'jump' }]);
    await pass(600);
    expect(project(second).hasRecording).toBe(true);
    expect(projects(second)).toHaveLength(1);
  });

  it('says how another file differs, and puts the edits on it all the same where that is wanted', async () => {
    (await openEdited({ hasRoomFor: async () => false })).kill();
    const tab = await reopen();
    await tab.open('b.cast', castText('a@0 b@15'));
    expect(tab.document().cuts).toEqual([]);
    expect(notice(tab)?.title).toBe('b.cast is not the recording that a.cast was');
    expect(notice(tab)?.details[0]).toContain('0:15.0 long, not 0:30.0');
    notice(tab)?.actions?.[0]?.run();
    await pass(600);
    expect(tab.document().cuts).toMatchObject([range(1, 2)]);
    expect(projects(tab)).toHaveLength(2);
    tab.actions.undo();
    expect(tab.document().cuts).toEqual([]);
  });

  it('is offered when its recording is opened again', async () => {
    (await openEdited()).kill();
    vi.setSystemTime(Date.now() + 2 * 3600_000);
    const tab = await openTab();
    await tab.open('copy.cast', CAST);
    expect(notice(tab)?.title).toBe('You edited this recording 2 hours ago: 1 edit');
    notice(tab)?.actions?.[0]?.run();
    await settle();
    expect(tab.document().cuts).toHaveLength(1);
    expect(notice(tab)).toBeNull();
    await tab.open('other.cast', castText('a@0 b@10 c@20 z@30'));
    expect(notice(tab)?.actions).toBeUndefined();
  });

  it('is forgotten, and had back until the page is left', async () => {
    (await openEdited()).kill();
    const tab = await openTab();
    const { id } = only(tab);
    await tab.actions.discardProject(id);
    expect(projects(tab)).toEqual([]);
    const other = await openTab();
    expect(projects(other)).toEqual([]);
    await tab.actions.restoreProject(id);
    await settle();
    expect(projects(tab)).toMatchObject([{ id }]);
    expect(projects(other)).toMatchObject([{ id }]);
    await tab.actions.discardProject(id);
    tab.leave();
    await settle();
    expect(await browser.records()).toEqual([]);
  });

  it('that is forgotten while it is open is not kept again by itself', async () => {
    const tab = await openEdited();
    await tab.actions.discardProject(only(tab).id);
    await pass(2000);
    expect(projects(tab)).toEqual([]);
    tab.actions.cut(range(3, 4));
    await pass(600);
    expect(only(tab).editCount).toBe(2);
  });

  it('that is forgotten while it is being written stays forgotten', async () => {
    const written = gate();
    let isSlow = false;
    const answerLate = (storage: ProjectStorage): Partial<ProjectStorage> => ({
      async put(record) {
        const isOwn = await storage.put(record);
        if (isSlow) await written.passed;
        return isOwn;
      },
    });
    const tab = await openEdited({ storage: answerLate });
    isSlow = true;
    tab.actions.cut(range(3, 4));
    await pass(600);
    await tab.actions.discardProject(only(tab).id);
    written.open();
    await settle();
    expect(projects(tab)).toEqual([]);
  });

  it('that is forgotten while its file is waited for is not waited for any more', async () => {
    (await openEdited({ hasRoomFor: async () => false })).kill();
    const tab = await reopen();
    await tab.actions.discardProject(only(tab).id);
    expect(project(tab).awaited).toBeNull();
    await tab.open('a.cast', CAST);
    await settle();
    expect([tab.document().cuts, notice(tab)]).toEqual([[], null]);
  });

  it('that another tab has forgotten meanwhile is not gone on with', async () => {
    (await openEdited({ hasRoomFor: async () => false })).kill();
    const tab = await reopen();
    const other = await openTab();
    await other.actions.discardProject(only(other).id);
    await tab.open('a.cast', CAST);
    await settle();
    expect(notice(tab)?.title).toBe('This work is not there any more');
    expect(tab.document().cuts).toEqual([]);
  });

  it('that was forgotten and is gone on with elsewhere is not taken away when the tab that forgot it is left', async () => {
    const tab = await openEdited({ hasLocks: false });
    const other = await openTab({ hasLocks: false });
    await other.actions.discardProject(only(other).id);
    tab.actions.cut(range(3, 4));
    await pass(600);
    other.leave();
    await settle();
    expect(await keptCuts()).toBe('1-2 3-4');
    expect(await browser.recordings()).toEqual([CAST]);
  });

  it('is put on no other recording than the one it was offered for', async () => {
    (await openEdited({ hasRoomFor: async () => false })).kill();
    const read = gate();
    const readLate = (storage: ProjectStorage): Partial<ProjectStorage> => ({
      async get(id) {
        await read.passed;
        return storage.get(id);
      },
    });
    const tab = await openTab({ storage: readLate });
    void tab.actions.openProject(only(tab).id);
    await until(() => project(tab).awaited !== null);
    await tab.open('b.cast', castText('a@0 b@15'));
    notice(tab)?.actions?.[0]?.run();
    await tab.open('c.cast', castText('a@0 b@16'));
    read.open();
    await settle();
    expect(tab.document().cuts).toEqual([]);
  });

  it('is opened once, however often that is pressed', async () => {
    (await openEdited()).kill();
    const tab = await openTab();
    for (let press = 0; press < 3; press++) void tab.actions.openProject(only(tab).id);
    await until(() => tab.store.getState().opened !== null);
    expect(keeping(tab)).toBe('kept');
    expect(only(tab).isOpenElsewhere).toBe(false);
  });

  it('that another tab has open is not forgotten under its hands', async () => {
    const first = await openEdited();
    const second = await openTab();
    await second.actions.discardProject(only(second).id);
    expect(notice(second)?.title).toBe('This work is open in another tab');
    await first.open('b.cast', castText('x@0 y@40'));
    await settle();
    expect(only(second).isOpenElsewhere).toBe(false);
    await second.actions.discardProject(only(second).id);
    expect(projects(second)).toEqual([]);
  });

  it('is gone on with beside what else is said of its recording', async () => {
    (await openEdited()).kill();
    const tab = await openTab();
    await tab.open('b.cast', castText('x@0 y@40'));
    tab.actions.cut(range(3, 4));
    await tab.open('a.cast', CAST);
    expect(notice(tab)?.replaced?.opened.fileName).toBe('b.cast');
    notice(tab)?.actions?.[0]?.run();
    await until(() => tab.document().cuts.length > 0);
    expect(tab.document().cuts).toMatchObject([range(1, 2)]);
    tab.actions.goBack();
    expect(tab.document().cuts).toMatchObject([range(3, 4)]);
    await pass(600);
    expect(keeping(tab)).toBe('kept');
  });

  it('that is damaged is passed over and said, and does no harm', async () => {
    await openEdited();
    const [good] = await browser.records();
    const broken = [
      { ...good, id: 'b1', document: { cuts: 'none' } },
      { ...good, id: 'b2', viewport: null },
      { ...good, id: 'b3', document: { cuts: [{ id: 1, start: 5, end: 5, mode: 'jump' }], speedRegions: [], holds: [], redactions: [] } },
      {
        ...good,
        id: 'b4',
        document: {
          cuts: [],
          speedRegions: [],
          holds: [],
          redactions: [{ id: 1, start: 0, end: 1, with: '*', what: { kind: 'pattern', pattern: '(', ignoreCase: false } }],
        },
      },
      { id: 'b5' },
    ];
    for (const record of [...broken, { id: 'later', version: 2 }]) await browser.plant(record);
    const tab = await openTab();
    expect(projects(tab).map(({ id }) => id)).toEqual([good?.id]);
    expect(notice(tab)?.title).toBe('Kept edits of 5 recordings cannot be read');
    notice(tab)?.actions?.[0]?.run();
    await settle();
    expect((await browser.records()).map(({ id }) => id).sort()).toEqual([good?.id, 'later'].sort());
  });
});
