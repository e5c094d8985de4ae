import { describe, expect, it } from 'vitest';
import { pass, settle } from '#testing/kept-projects.ts';
import { browserForEach, keeping, keptCuts, only, openEdited, openTab, range, reopen } from '#testing/kept-tabs.ts';

browserForEach();

describe('of two tabs', () => {
  it('the second looks, until it takes over; then the first does', async () => {
    const first = await openEdited();
    const second = await reopen();
    expect(only(second).isOpenElsewhere).toBe(true);
    expect(only(first).isOpenElsewhere).toBe(false);
    expect(keeping(second)).toBe('elsewhere');
    second.actions.cut(range(20, 21));
    expect(second.document().cuts).toHaveLength(1);

    first.actions.cut(range(3, 4));
    await second.actions.takeOver();
    await settle();
    expect([keeping(first), keeping(second)]).toEqual(['elsewhere', 'kept']);
    expect(second.document()).toEqual(first.document());
    first.actions.cut(range(5, 6));
    second.actions.cut(range(7, 8));
    await pass(1200);
    expect(await keptCuts()).toBe('1-2 3-4 7-8');

    await first.actions.takeOver();
    await settle();
    expect([keeping(first), keeping(second)]).toEqual(['kept', 'elsewhere']);
    expect(first.document()).toEqual(second.document());
  });

  it('the second takes no plan, and does not say that it has', async () => {
    await openEdited();
    const second = await reopen();
    const { document } = second.store.getState();
    const plan = JSON.stringify({ cuts: [{ start: 5, end: 6000 }] });
    await second.actions.open([new File([plan], 'far.plan.json')]);
    expect(second.store.getState()).toMatchObject({ document, notice: null, toast: { text: expect.stringContaining('Take over') } });
  });

  it('the second takes over once, however often that is pressed', async () => {
    const first = await openEdited();
    const second = await reopen();
    await Promise.all([second.actions.takeOver(), second.actions.takeOver()]);
    await settle();
    expect(keeping(second)).toBe('kept');
    const third = await openTab();
    expect(only(third).isOpenElsewhere).toBe(true);
    expect(keeping(first)).toBe('elsewhere');
  });

  it('one that does not answer is robbed of what it has not written, and writes nothing after', async () => {
    const first = await openEdited({ isAsleep: true });
    const second = await reopen();
    first.actions.beginGesture('Move cut 1');
    first.actions.place({ kind: 'cut', id: 1 }, range(1, 3));
    const taken = second.actions.takeOver();
    await pass(600);
    await taken;
    await settle();
    expect([keeping(first), keeping(second)]).toEqual(['elsewhere', 'kept']);
    expect(first.store.getState().gesture).toBeNull();
    second.actions.cut(range(7, 8));
    await pass(1200);
    expect(await keptCuts()).toBe(
      second
        .document()
        .cuts.map(({ start, end }) => `${start / 1e6}-${end / 1e6}`)
        .join(' '),
    );
    expect(second.document().cuts).toHaveLength(2);
  });

  it('without locks the later one writes, and the other finds out before it harms', async () => {
    const first = await openEdited({ hasLocks: false });
    const second = await openTab({ hasLocks: false });
    await second.actions.openProject(only(second).id);
    await settle();
    second.actions.cut(range(7, 8));
    await pass(600);
    first.actions.cut(range(3, 4));
    await pass(600);
    expect([keeping(first), keeping(second)]).toEqual(['elsewhere', 'kept']);
    expect(await keptCuts()).toBe('1-2 7-8');
  });
});
