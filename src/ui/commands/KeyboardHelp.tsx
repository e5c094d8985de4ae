import { COMMANDS } from '#store/commands.ts';
import { keysOf, PRESET_NAMES } from '#store/keymap.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import { EDIT_KEYS, HANDLE_KEYS, jumpKeys, POINTER_GESTURES } from './gestures.ts';
import { GROUP_NAMES, GROUPS } from './group-names.ts';
import styles from './KeyboardHelp.module.css';
import { KeyCaps } from './KeyCaps.tsx';
import { Modal } from './Modal.tsx';

/** The keys that are active now, and what the pointer does. */
export function KeyboardHelp() {
  const { actions } = useEditor();
  const keymap = useEditorState((state) => state.keymap);
  const groups = GROUPS.map((group) => ({
    group,
    rows: COMMANDS.filter((command) => command.group === group)
      .map(({ id, label }) => ({ id, label, keys: keysOf(keymap, id) }))
      .filter(({ keys }) => keys.length > 0),
  })).filter(({ rows }) => rows.length > 0);
  return (
    <Modal name="help" label="Keyboard help" look="wide">
      {(leave) => (
        <>
          <header className={styles.head}>
            <h2>Keyboard help</h2>
            <p>
              Keys of the {PRESET_NAMES[keymap.preset]} preset{Object.keys(keymap.own).length > 0 && ', with your own'}.
              {!keymap.hasSingleKeys && ' Letters and signs alone are switched off.'}
            </p>
            <Button onClick={() => leave(() => actions.openDialog('keys'))}>Keyboard settings</Button>
            <Button onClick={() => leave()}>Close</Button>
          </header>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: nothing in it takes the focus, and it has to be scrolled by keyboard */}
          <section className={styles.columns} aria-label="Keys" tabIndex={0}>
            {groups.map(({ group, rows }) => (
              <section key={group}>
                <h3 id={`help-${group}`}>{GROUP_NAMES[group]}</h3>
                <ul aria-labelledby={`help-${group}`} data-group={group}>
                  {rows.map(({ id, label, keys }) => (
                    <li key={id}>
                      <span>{label}</span> <KeyCaps keys={keys} />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            <Gestures title="Steps and jumps" gestures={jumpKeys(keymap)} />
            <Gestures title="On an edit" gestures={EDIT_KEYS} />
            <Gestures title="On a handle" gestures={HANDLE_KEYS} />
            <Gestures title="Pointer" gestures={POINTER_GESTURES} />
          </section>
        </>
      )}
    </Modal>
  );
}

function Gestures({ title, gestures }: { readonly title: string; readonly gestures: typeof POINTER_GESTURES }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {gestures.map(({ gesture, meaning }) => (
          <div key={gesture}>
            <dt>{gesture}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
