import { type FocusEvent, type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import { focusTimeline } from './focus-timeline.ts';

/** An entry of a list of what happens in a recording, as its element tells it: `data-kind`, `data-start`, `data-end`. */
interface Place {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** Which of the entry's controls it is, from 0. */
  readonly control: number;
}

const CONTROLS = 'button, input, select';

/**
 * Keeps the focus at its place in time while the entries of a list are made anew: what is pinned, removed or solved again
 * comes back as another element, or as none. `entries` is what the list shows; for its element, spread what is answered.
 */
export function useKeptFocus(list: RefObject<HTMLUListElement | null>, entries: unknown) {
  const place = useRef<Place | null>(null);

  // An element that goes with the focus is not left: nobody has taken the focus elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the entries are what the elements are made of
  useLayoutEffect(() => {
    const focused = place.current;
    if (!focused || !list.current) return;
    const control = controlAt([...list.current.children] as HTMLElement[], focused);
    if (!control) focusTimeline();
    else if (control !== document.activeElement) control.focus();
    else place.current = placeOf(control);
  }, [entries, list]);

  return useMemo(
    () => ({
      onFocus: ({ target }: FocusEvent) => {
        place.current = placeOf(target);
      },
      onBlur: () => {
        place.current = null;
      },
    }),
    [],
  );
}

function placeOf(target: Element): Place | null {
  const entry = target.closest('li');
  if (!entry) return null;
  const { kind, start, end } = entry.dataset;
  return { kind: kind ?? '', start: Number(start), end: Number(end), control: [...entry.querySelectorAll(CONTROLS)].indexOf(target) };
}

/** The same control of an entry of the same kind at that place; else the first of the entry that is there now, or the last there is. */
function controlAt(entries: readonly HTMLElement[], { kind, start, end, control }: Place): HTMLElement | undefined {
  const startsAt = (entry: HTMLElement) => Number(entry.dataset.start);
  const endsAt = (entry: HTMLElement) => Number(entry.dataset.end);
  const ofKind = entries.filter((entry) => entry.dataset.kind === kind);
  const same = ofKind.find((entry) => startsAt(entry) === start) ?? ofKind.find((entry) => startsAt(entry) < end && endsAt(entry) > start);
  const controls = (entry: HTMLElement | undefined) => entry?.querySelectorAll<HTMLElement>(CONTROLS);
  return controls(same)?.[control] ?? controls(same ?? entries.find((entry) => endsAt(entry) > start) ?? entries.at(-1))?.[0];
}

/** The focus goes on with an entry that has just come to the list. */
export function focusEntry(list: HTMLUListElement | null, index: number): void {
  list?.children[index]?.querySelector<HTMLElement>(CONTROLS)?.focus();
}
