import { type RefObject, useEffect, useRef } from 'react';
import { bringIntoSight } from '../shared/bring-into-sight.ts';

/** For the element of an entry: it comes into sight when it is the one that is looked at. */
export function useScrolledTo(isLookedAt: boolean): RefObject<HTMLLIElement | null> {
  const entry = useRef<HTMLLIElement>(null);

  useEffect(() => {
    if (!isLookedAt) return undefined;
    const show = () => entry.current && bringIntoSight(entry.current);
    show();
    // Entries that come into sight take their height only then, and move this one.
    const frame = requestAnimationFrame(() => requestAnimationFrame(show));
    return () => cancelAnimationFrame(frame);
  }, [isLookedAt]);

  return entry;
}
