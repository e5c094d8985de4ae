import { useId, useLayoutEffect, useRef, useState } from 'react';
import { COMMANDS, type Command, type CommandId, findCommand } from '#store/commands.ts';
import { type Keymap, keysOf } from '#store/keymap.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { keyName } from '../shared/key-name.ts';
import { GROUP_NAMES, GROUPS } from './group-names.ts';
import { KeyCaps } from './KeyCaps.tsx';
import { Modal } from './Modal.tsx';
import { matchScore } from './match-command.ts';
import styles from './Palette.module.css';
import { runAndCatchFocus } from './run-and-catch-focus.ts';

/** Neither is anything to choose here: one would open this again, the other closes it. */
const NOT_LISTED: readonly CommandId[] = ['palette', 'escape'];

const PAGE = 8;

interface PaletteProps {
  /** The commands that were run last, the latest first. */
  readonly recent: readonly CommandId[];
  readonly remember: (id: CommandId) => void;
}

interface Section {
  readonly title: string;
  readonly commands: readonly Command[];
  /** Its first one's place among all. */
  readonly first: number;
}

/** All commands, to be found by typing. One that does not apply is shown, and says why. */
export function Palette({ recent, remember }: PaletteProps) {
  const { store, actions } = useEditor();
  const keymap = useEditorState((state) => state.keymap);
  const [typed, setTyped] = useState('');
  const [activeIndex, setActiveIndex] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  const sections = typed.trim() === '' ? allSections(recent) : [{ title: '', commands: foundCommands(typed, keymap), first: 0 }];
  const commands = sections.flatMap((section) => section.commands);
  const active = commands[activeIndex];
  const optionId = (index: number): string => `${listId}-${index}`;
  const reason = active && reasonOf(active);

  useLayoutEffect(() => {
    // The first one's heading comes into sight with it.
    if (activeIndex === 0) list.current?.scrollTo({ top: 0 });
    else list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [activeIndex]);

  function reasonOf(command: Command): string {
    const state = store.getState();
    return command.run(state) ? '' : command.whyNot(state) || 'This does not apply now.';
  }

  function onKeyDown(event: React.KeyboardEvent, run: (command: Command) => void): void {
    const last = commands.length - 1;
    const next = {
      ArrowDown: activeIndex === last ? 0 : activeIndex + 1,
      ArrowUp: activeIndex === 0 ? last : activeIndex - 1,
      PageDown: Math.min(activeIndex + PAGE, last),
      PageUp: Math.max(activeIndex - PAGE, 0),
    }[event.key];
    if (event.key === 'Enter' && active && !event.nativeEvent.isComposing) run(active);
    else if (next !== undefined) setActiveIndex(Math.max(next, 0));
    else return;
    event.preventDefault();
  }

  return (
    <Modal name="palette" label="Commands" look="narrow">
      {(leave) => {
        const run = (command: Command): void => {
          if (reasonOf(command) !== '') return;
          remember(command.id);
          leave(() => runAndCatchFocus(() => command.run(store.getState(), actions)));
        };
        return (
          <>
            <input
              className={styles.input}
              // biome-ignore lint/a11y/noAutofocus: it is what the dialog was opened for
              autoFocus
              role="combobox"
              aria-label="Command"
              aria-expanded="true"
              aria-controls={listId}
              aria-activedescendant={active && optionId(activeIndex)}
              aria-autocomplete="list"
              autoComplete="off"
              spellCheck={false}
              placeholder="What do you want to do?"
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setActiveIndex(0);
              }}
              onKeyDown={(event) => onKeyDown(event, run)}
            />
            <div ref={list} className={styles.list} role="listbox" id={listId} aria-label="Commands" tabIndex={-1}>
              {sections.map(({ title, commands: ofSection, first }) => (
                // biome-ignore lint/a11y/useSemanticElements: a listbox holds groups, no field sets
                <div key={title} role="group" aria-label={title || 'Found'}>
                  {title !== '' && (
                    <div className={styles.title} aria-hidden="true">
                      {title}
                    </div>
                  )}
                  {ofSection.map((command, place) => {
                    const index = first + place;
                    const why = reasonOf(command);
                    return (
                      // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
                      // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
                      <div
                        key={command.id}
                        id={optionId(index)}
                        className={styles.option}
                        role="option"
                        aria-selected={index === activeIndex}
                        aria-disabled={why !== ''}
                        aria-label={command.label}
                        aria-description={why || undefined}
                        title={why || undefined}
                        onPointerMove={() => setActiveIndex(index)}
                        onMouseDown={(event) => event.preventDefault()}
                        onClick={() => run(command)}
                      >
                        <span className={styles.label}>{command.label}</span>
                        {(title === '' || title === RECENT_TITLE) && <span className={styles.group}>{GROUP_NAMES[command.group]}</span>}
                        <KeyCaps keys={keysOf(keymap, command.id).slice(0, 1)} />
                      </div>
                    );
                  })}
                </div>
              ))}
              {commands.length === 0 && <p className={styles.none}>No command is called that.</p>}
            </div>
            <p className={styles.foot}>
              {reason || (
                <>
                  <span>
                    <kbd>↑</kbd> <kbd>↓</kbd> choose
                  </span>
                  <span>
                    <kbd>Enter</kbd> run
                  </span>
                  <span>
                    <kbd>Esc</kbd> close
                  </span>
                </>
              )}
            </p>
          </>
        );
      }}
    </Modal>
  );
}

const RECENT_TITLE = 'Recent';

const LISTED = COMMANDS.filter(({ id }) => !NOT_LISTED.includes(id));

/** Recent ones are listed again in their groups: there they are looked for by place. */
function allSections(recent: readonly CommandId[]): readonly Section[] {
  const groups = GROUPS.map((group) => ({ title: GROUP_NAMES[group], commands: LISTED.filter((command) => command.group === group) }));
  let first = 0;
  return [{ title: RECENT_TITLE, commands: recent.map(findCommand) }, ...groups].flatMap(({ title, commands }) => {
    const section = { title, commands, first };
    first += commands.length;
    return commands.length > 0 ? [section] : [];
  });
}

function foundCommands(typed: string, keymap: Keymap): readonly Command[] {
  const scored = LISTED.flatMap((command) => {
    const keys = keysOf(keymap, command.id).map(keyName);
    const score = matchScore(typed, { label: command.label, group: GROUP_NAMES[command.group], keys });
    return score === undefined ? [] : [{ command, score }];
  });
  return scored.sort((one, other) => other.score - one.score).map(({ command }) => command);
}
