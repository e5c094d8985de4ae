import type { MouseEvent } from 'react';

/** After a click the keys are commands again: the space bar is to play, not to press the button once more. By keyboard, which clicks with no detail, the focus stays. */
export function afterClick({ currentTarget, detail }: MouseEvent<HTMLElement>): void {
  if (detail > 0) currentTarget.blur();
}
