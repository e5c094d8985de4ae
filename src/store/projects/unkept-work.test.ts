import { describe, expect, it, vi } from 'vitest';
import { pass, settle } from '#testing/kept-projects.ts';
import { browser, browserForEach, CAST, keeping, keptCuts, notice, openEdited, openTab, project, range, save } from '#testing/kept-tabs.ts';
import type { ProjectStorage } from './ports.ts';

browserForEach();

describe('where it cannot be kept', () => {
  async function openEditedOnBusyDisk() {
    let isBusy = false;
    const tab = await openEdited({
      storage: (storage) => ({ put: (record) => (isBusy ? Promise.reject(new Error('The disk is busy.')) : storage.put(record)) }),
    });
    const setBusy = (isOn: boolean): void => {
      isBusy = isOn;
    };
    return { tab, setBusy };
  }

  const quota = () => new DOMException('no room', 'QuotaExceededError');

  it('for want of room, that is said; the recording gives way first', async () => {
    let room = 'all';
    const putIfRoom = (storage: ProjectStorage): Partial<ProjectStorage> => ({
      put: (record) => (room === 'none' || (room === 'little' && record.hasRecording) ? Promise.reject(quota()) : storage.put(record)),
      putRecording: (record, blob) => (room === 'all' ? storage.putRecording(record, blob) : Promise.reject(quota())),
    });
    const tab = await openEdited({ storage: putIfRoom });
    expect(await browser.recordings()).toHaveLength(1);
    room = 'little';
    tab.actions.cut(range(3, 4));
    await pass(600);
    expect(await keptCuts()).toBe('1-2 3-4');
    expect(await browser.recordings()).toEqual([]);
    expect([keeping(tab), project(tab).hasRecording]).toEqual(['kept', false]);
    room = 'none';
    tab.actions.cut(range(5, 6));
    await pass(600);
    expect(project(tab).keeping).toMatchObject({ kind: 'failed', reason: 'full' });
    expect(tab.warns()).toBe(true);
    tab.actions.exported();
    expect(tab.warns()).toBe(false);
    room = 'all';
    tab.actions.keepAgain();
    await pass(600);
    expect(keeping(tab)).toBe('kept');
    expect(await keptCuts()).toBe('1-2 3-4 5-6');
  });

  it('for a while, it is tried again by itself, and when the page is hidden', async () => {
    const { tab, setBusy } = await openEditedOnBusyDisk();
    setBusy(true);
    tab.actions.cut(range(3, 4));
    await pass(600);
    expect(keeping(tab)).toBe('failed');
    setBusy(false);
    await pass(5000);
    expect(keeping(tab)).toBe('kept');
    expect(await keptCuts()).toBe('1-2 3-4');
    setBusy(true);
    tab.actions.cut(range(5, 6));
    await pass(600);
    setBusy(false);
    tab.hide();
    await settle();
    expect(await keptCuts()).toBe('1-2 3-4 5-6');
  });

  it('it is kept with the next change where that comes before it is tried again', async () => {
    const { tab, setBusy } = await openEditedOnBusyDisk();
    setBusy(true);
    tab.actions.cut(range(3, 4));
    await pass(600);
    setBusy(false);
    tab.actions.cut(range(5, 6));
    await pass(600);
    expect(await keptCuts()).toBe('1-2 3-4 5-6');
  });

  it('a recording that finds no room is no failure', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const tab = await openEdited({ storage: () => ({ putRecording: () => Promise.reject(quota()) }) });
    expect([keeping(tab), project(tab).hasRecording, tab.warns()]).toEqual(['kept', false, false]);
  });

  it('for want of a database, that is said once there is something to keep', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const tab = await openTab({
      openStorage: () => Promise.reject(new DOMException('A mutation operation was attempted', 'InvalidStateError')),
    });
    await tab.open('a.cast', CAST);
    expect([keeping(tab), notice(tab)]).toEqual(['idle', null]);
    tab.actions.cut(range(1, 2));
    await pass(600);
    expect(project(tab).keeping).toMatchObject({ kind: 'failed', reason: 'unavailable' });
    await save(tab);
    await settle();
    expect(tab.downloads).toHaveLength(1);
    expect(tab.warns()).toBe(false);
  });

  it('because the part that does it could not be loaded, that is said, and it is loaded with the next edit', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    let isOnline = false;
    const tab = await openTab({ load: () => (isOnline ? Promise.resolve() : Promise.reject(new Error('no connection'))) });
    await tab.open('a.cast', CAST);
    tab.actions.cut(range(1, 2));
    await settle();
    expect(project(tab).keeping).toMatchObject({ kind: 'failed', reason: 'unavailable' });
    expect(tab.warns()).toBe(true);
    await save(tab);
    expect(notice(tab)?.title).toBe('The plan could not be saved');
    isOnline = true;
    tab.actions.cut(range(3, 4));
    await pass(600);
    expect(keeping(tab)).toBe('kept');
    expect(await keptCuts()).toBe('1-2 3-4');
    expect(tab.warns()).toBe(false);
  });

  it('because the browser has cleared it away, all of it is written anew', async () => {
    const tab = await openEdited();
    vi.stubGlobal('indexedDB', new (indexedDB.constructor as new () => IDBFactory)());
    tab.lose();
    await pass(1200);
    expect(await keptCuts()).toBe('1-2');
    expect(await browser.recordings()).toEqual([CAST]);
    expect(keeping(tab)).toBe('kept');
  });
});
