import { Fragment, type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { type CommandId, findCommand } from '#store/commands.ts';
import { keysOf } from '#store/keymap.ts';
import type { ContextMenu as ContextMenuState } from '#store/state.ts';
import { useEditor } from '../editor-context.tsx';
import { focusTimeline } from '../shared/focus-timeline.ts';
import { keyName } from '../shared/key-name.ts';
import styles from './ContextMenu.module.css';
import { type MenuChoice, type MenuGroup, menuGroups, menuName } from './menu-items.ts';
import { menuPlace } from './menu-place.ts';
import { nextItem } from './next-item.ts';
import { runAndCatchFocus } from './run-and-catch-focus.ts';

/** What happens beside a menu that takes it away. */
const CLOSING = ['pointerdown', 'wheel', 'resize', 'blur'] as const;

/** Letters typed faster than this one after another are one word to look for. */
const TYPEAHEAD_MILLIS = 700;

/** What can be done with what was pointed to. One item has the focus: the arrows, letters and the pointer move it. */
export function ContextMenu({ menu }: { readonly menu: ContextMenuState }) {
  const { store, actions } = useEditor();
  const box = useRef<HTMLDivElement>(null);
  const focusedBefore = useRef<Element | null>(null);
  const typed = useRef({ text: '', atMillis: 0 });

  const items = (): readonly HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    focusedBefore.current = document.activeElement;
    element.showPopover();
    const { left, top } = menuPlace(menu, element.getBoundingClientRect(), { width: window.innerWidth, height: window.innerHeight });
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
    const first = element.querySelector<HTMLElement>('[role^="menuitem"]');
    first?.focus();
    // Opened by the pointer, nothing is pointed at yet.
    if (!first?.matches(':focus-visible')) element.focus();
    return () => {
      // Whoever closes it another way than by an item has not said where the focus goes.
      if (element.contains(document.activeElement)) giveBackFocus(focusedBefore.current);
      element.hidePopover();
    };
  }, [menu]);

  useEffect(() => {
    const close = (event: Event) => {
      if (!(event.target instanceof Node && box.current?.contains(event.target))) actions.closeContextMenu();
    };
    const ending = new AbortController();
    const { signal } = ending;
    for (const type of CLOSING) window.addEventListener(type, close, { signal, capture: true, passive: true });
    return () => ending.abort();
  }, [actions]);

  function leave(then?: () => void): void {
    giveBackFocus(focusedBefore.current);
    actions.closeContextMenu();
    if (then) runAndCatchFocus(then);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const { key } = event;
    if (key === 'Tab' || key === 'Escape') {
      if (key === 'Escape') event.preventDefault();
      event.stopPropagation();
      leave();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const elements = items();
    const current = elements.indexOf(document.activeElement as HTMLElement);
    const isLetter = key.length === 1 && key !== ' ';
    if (isLetter) {
      const { text, atMillis } = typed.current;
      typed.current = { text: event.timeStamp - atMillis < TYPEAHEAD_MILLIS ? text + key : key, atMillis: event.timeStamp };
    }
    const labels = elements.map((element) => element.getAttribute('aria-label') ?? '');
    const next = isLetter ? nextItem.byText(labels, current, typed.current.text) : nextItem.byKey(elements.length, current, key);
    if (next === undefined) return;
    event.preventDefault();
    elements[next]?.focus();
  }

  const state = store.getState();
  const groups = menuGroups(menu.place, state);
  return (
    <div
      ref={box}
      popover="manual"
      className={styles.menu}
      role="menu"
      aria-label={menuName(menu.place, state)}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => event.preventDefault()}
      onPointerLeave={() => box.current?.focus()}
    >
      {groups.map((group, index) => (
        <Fragment key={group.kind === 'commands' ? group.ids[0] : group.label}>
          {index > 0 && <hr className={styles.line} />}
          {group.kind === 'commands' ? (
            group.ids.map((id) => <CommandItem key={id} id={id} leave={leave} />)
          ) : (
            <Choices group={group} choose={(choice) => leave(() => choice.choose(actions))} />
          )}
        </Fragment>
      ))}
    </div>
  );
}

function CommandItem({ id, leave }: { readonly id: CommandId; readonly leave: (then: () => void) => void }) {
  const { store, actions } = useEditor();
  const state = store.getState();
  const command = findCommand(id);
  const applies = command.run(state);
  const reason = applies ? '' : command.whyNot(state);
  const [key] = keysOf(state.keymap, id);
  return (
    <button
      type="button"
      role="menuitem"
      className={styles.item}
      tabIndex={-1}
      aria-label={command.label}
      aria-disabled={!applies}
      aria-description={reason || undefined}
      title={reason || undefined}
      onPointerMove={({ currentTarget }) => currentTarget.focus()}
      onClick={() => {
        if (applies) leave(() => command.run(store.getState(), actions));
      }}
    >
      <span>{command.label}</span>
      {key !== undefined && <span className={styles.key}>{keyName(key)}</span>}
    </button>
  );
}

interface ChoicesProps {
  readonly group: Extract<MenuGroup, { kind: 'choices' }>;
  readonly choose: (choice: MenuChoice) => void;
}

function Choices({ group, choose }: ChoicesProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a menu holds groups, no field sets
    <div role="group" aria-label={group.label} className={group.isRow ? styles.row : undefined}>
      {group.choices.map((choice) => (
        <button
          key={choice.label}
          type="button"
          role="menuitemradio"
          className={styles.item}
          tabIndex={-1}
          aria-label={choice.label}
          aria-checked={choice.isChosen}
          onPointerMove={({ currentTarget }) => currentTarget.focus()}
          onClick={() => choose(choice)}
        >
          <span>{choice.label}</span>
        </button>
      ))}
    </div>
  );
}

function giveBackFocus(element: Element | null): void {
  if (element instanceof HTMLElement && element.isConnected && element !== document.body) element.focus({ preventScroll: true });
  else focusTimeline();
}
