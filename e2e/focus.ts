import { expect, type Page } from '@playwright/test';

/** What has the focus: its name, and what is wrong with it for who sees only where it is. */
interface Focused {
  readonly name: string;
  readonly faults: readonly string[];
}

/** The focus is on something of the page that can be seen, has a name, lies in sight, and wears a ring. */
export async function expectFocusSeen(page: Page, step: string): Promise<void> {
  await expect.poll(async () => (await focused(page)).faults, { message: step }).toEqual([]);
}

/** The name of what has the focus, once it is the one that is expected. */
export async function expectFocusOn(page: Page, name: string | RegExp): Promise<void> {
  await expect.poll(async () => (await focused(page)).name).toMatch(typeof name === 'string' ? new RegExp(`^${name}$`) : name);
  await expectFocusSeen(page, String(name));
}

/** Goes on by Tab until something of that name has the focus; each stop on the way is seen too. */
export async function tabTo(page: Page, name: string | RegExp, most = 60): Promise<void> {
  const wanted = typeof name === 'string' ? new RegExp(`^${name}$`) : name;
  const passed: string[] = [];
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.faults.length > 0) await expectFocusSeen(page, `on the way to ${name}`);
    if (wanted.test(now.name)) return;
    passed.push(now.name);
  }
  throw new Error(`Tab does not come to ${name}, but to ${passed.join(' · ')}`);
}

function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return { name: '', faults: ['the focus is on the page itself'] };
    const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? [...(element.labels ?? [])] : [];
    const labelled = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '');
    const candidates = [element.getAttribute('aria-label'), labelled.join(' '), labels.map((label) => label.textContent).join(' ')];
    const name = (candidates.find((candidate) => candidate?.trim()) ?? element.textContent ?? '').trim().replace(/\s+/g, ' ');

    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const isInSight = width > 0 && height > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
    const style = getComputedStyle(element);
    const hasRing = ({ outlineStyle, outlineWidth }: CSSStyleDeclaration): boolean =>
      outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    // A slider's or a field's ring may be drawn around its grip or its box.
    const parts = [element, element.parentElement, element.nextElementSibling].filter((part) => part instanceof Element);
    const styles = [
      ...parts.map((part) => getComputedStyle(part)),
      getComputedStyle(element, '::before'),
      getComputedStyle(element, '::after'),
    ];
    // In a field that chooses from a list, the caret and the chosen one say where one is.
    const chosen = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
    const isChosenSeen = chosen?.ariaSelected === 'true' && chosen.checkVisibility();
    const faults = [
      !isInSight && 'it is out of sight',
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && 'it cannot be seen',
      element.closest('[aria-hidden="true"], [inert]') !== null && 'it is hidden from assistive technology',
      name === '' && 'it has no name',
      !styles.some(hasRing) && !isChosenSeen && `it has no ring (${style.outline})`,
    ];
    return { name, faults: faults.filter((fault) => fault !== false).map((fault) => `${name}: ${fault}`) };
  });
}
