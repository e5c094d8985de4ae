import { describe, expect, it } from 'vitest';
import { boundFile, pass, settle } from '#testing/kept-projects.ts';
import { browserForEach, notice, only, openEdited, openTab, project, range, save, saveAs } from '#testing/kept-tabs.ts';

browserForEach();

describe('saving', () => {
  it('is a download where the browser knows no files, and counts as in a file until the next edit', async () => {
    const tab = await openEdited();
    expect(only(tab).isInFile).toBe(false);
    await save(tab);
    await pass(600);
    expect(tab.downloads.map(({ name }) => name)).toEqual(['a.plan.json']);
    expect(JSON.parse(tab.downloads[0]?.text ?? '')).toMatchObject({ cuts: [{ start: 1, end: 2, mode: 'jump' }] });
    expect(project(tab).file).toEqual({ name: 'a.plan.json', isBound: false });
    expect(only(tab)).toMatchObject({ isInFile: true, planFileName: 'a.plan.json' });
    tab.actions.cut(range(3, 4));
    await pass(600);
    expect(only(tab).isInFile).toBe(false);
    tab.actions.undo();
    await pass(600);
    expect(only(tab).isInFile).toBe(true);
  });

  it('goes to the same file after that, also when the page was loaded again', async () => {
    const file = boundFile('mine.json');
    const first = await openEdited({ bound: file.bound });
    await save(first);
    first.actions.cut(range(3, 4));
    await save(first);
    expect([file.asked(), file.written.length]).toEqual([1, 2]);
    await pass(600);
    first.kill();
    const second = await openTab({ bound: file.bound });
    await second.actions.openProject(only(second).id);
    await settle();
    expect(project(second).file).toMatchObject({ name: 'mine.json', isBound: true });
    expect(project(second).documentInFile).toBe(second.document());
    await save(second);
    expect([file.asked(), file.written.length]).toEqual([1, 3]);
    await saveAs(second);
    expect(file.asked()).toBe(2);
  });

  it('that is given up is no error, and one that fails says so', async () => {
    const file = boundFile('mine.json');
    const tab = await openEdited({ bound: { ...file.bound, choose: async () => null } });
    await save(tab);
    expect([notice(tab), project(tab).file, project(tab).isSaving]).toEqual([null, null, false]);
    const other = await openEdited({ bound: file.bound });
    file.refuse(new Error('The disk is full.'));
    await save(other);
    expect(notice(other)).toMatchObject({ tone: 'error', title: 'mine.json could not be saved' });
    expect([project(other).documentInFile, project(other).isSaving]).toEqual([null, false]);
  });
});
