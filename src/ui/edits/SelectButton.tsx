import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import type { SourceTime } from '#core/cast/time.ts';
import type { EditRef } from '#core/plan/document.ts';
import { useEditor } from '../editor-context.tsx';
import { afterClick } from '../shared/after-click.ts';
import { listWith, type SelectWay, selectedThrough, selectWay } from './entry-selection.ts';

interface SelectButtonProps {
  readonly edit: EditRef;
  /** Where the playhead goes when the edit is selected. */
  readonly time: SourceTime;
  readonly isSelected: boolean;
  readonly className: string | undefined;
  /** The element that says what the entry is. */
  readonly describedBy: string;
  readonly children: ReactNode;
}

/** How several entries are selected, for who does not see the selection being made with a pointer. */
export const SELECTING_HINT =
  'Arrow up and down go from one Select to the next. Control Enter adds to what is selected, or takes away; Shift Enter selects all up to there.';

/** Selects the edit of an entry; the keyboard goes from one to the next by arrows. */
export function SelectButton({ edit, time, isSelected, className, describedBy, children }: SelectButtonProps) {
  const { store, actions } = useEditor();

  function select(way: SelectWay): void {
    const state = store.getState();
    if (way === 'toggled') actions.toggleSelected(edit);
    else if (way === 'through') actions.selectEdits(selectedThrough(state.selected, listWith(edit.kind, state), edit));
    else {
      actions.selectEdit(edit);
      actions.seek(time, true);
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>): void {
    const isPress = event.key === 'Enter' || event.key === ' ';
    if (isPress && selectWay(event) !== 'alone') {
      // The browser's own press of the button does not say with which keys.
      event.preventDefault();
      if (!event.repeat) select(selectWay(event));
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const entry = event.currentTarget.closest('li');
      const next = event.key === 'ArrowUp' ? entry?.previousElementSibling : entry?.nextElementSibling;
      event.preventDefault();
      next?.querySelector<HTMLElement>('[data-part="select"]')?.focus();
    }
  }

  return (
    <button
      type="button"
      className={className}
      data-part="select"
      data-own-keys="ArrowUp ArrowDown"
      aria-pressed={isSelected}
      aria-label="Select"
      aria-describedby={describedBy}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => {
        // A space that was for the selection presses no button when it is let go.
        if (event.key === ' ' && selectWay(event) !== 'alone') event.preventDefault();
      }}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        select(selectWay(event));
        afterClick(event);
      }}
    >
      {children}
    </button>
  );
}
