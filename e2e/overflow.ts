import type { Page } from '@playwright/test';

/** By how much the page is wider than its window, and what of it reaches past the edge. */
export async function overflow(page: Page): Promise<{ readonly px: number; readonly what: readonly string[] }> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const isPast = (element: Element): boolean => element.getBoundingClientRect().right > clientWidth + 1;
    const past = [...document.querySelectorAll('button, input, select, p, h1')].filter(
      (element) => isPast(element) && !element.closest('[class*="visually-hidden"]') && element.checkVisibility(),
    );
    return { px: scrollWidth - clientWidth, what: past.map((element) => element.getAttribute('aria-label') || element.textContent || '') };
  });
}
