/**
 * Scrolls the list that an element is in until it is seen there. Never the page: in a narrow window that is what the
 * hands are on, and the list is further down.
 */
export function bringIntoSight(element: Element): void {
  const scroller = scrollerOf(element);
  if (!scroller) return;
  const [inner, outer] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
  if (inner.top < outer.top) scroller.scrollTop -= outer.top - inner.top;
  else if (inner.bottom > outer.bottom) scroller.scrollTop += inner.bottom - outer.bottom;
}

function scrollerOf({ parentElement }: Element): Element | undefined {
  if (!parentElement || parentElement === document.body) return undefined;
  const isScrolling =
    /auto|scroll/.test(getComputedStyle(parentElement).overflowY) && parentElement.scrollHeight > parentElement.clientHeight;
  return isScrolling ? parentElement : scrollerOf(parentElement);
}
