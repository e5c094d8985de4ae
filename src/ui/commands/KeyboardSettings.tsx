import { useId } from 'react';
import { COMMANDS } from '#store/commands.ts';
import { type KeyPreset, PRESET_NAMES } from '#store/keymap.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import { keyName } from '../shared/key-name.ts';
import { GROUP_NAMES, GROUPS } from './group-names.ts';
import styles from './KeyboardSettings.module.css';
import { KeyRow } from './KeyRow.tsx';
import { Modal } from './Modal.tsx';
import { useKeyCapture } from './use-key-capture.ts';

/** What its users will look for first. */
const PRESET_MEANINGS: Readonly<Record<KeyPreset, string>> = {
  default: 'J K L plays, I O selects, X cuts, S speeds up, B splits.',
  premiere: `${keyName('Mod+k')} splits, the arrows go from one screen change to the next.`,
  resolve: `${keyName('Mod+b')} splits, R sets the speed, the arrows go from one screen change to the next.`,
  trace: 'W A S D zoom and pan, wherever these places are on the keyboard.',
};

/** Which keys give which command: a preset, and what the user has chosen himself. */
export function KeyboardSettings() {
  const { actions } = useEditor();
  const keymap = useEditorState((state) => state.keymap);
  const capture = useKeyCapture();
  const switchNote = useId();
  const hasOwn = Object.keys(keymap.own).length > 0;
  return (
    <Modal
      name="keys"
      label="Keyboard settings"
      look="column"
      isEscapeTaken={capture.captured !== null}
      onKeyDownCapture={capture.onKeyDown}
      onKeyUpCapture={capture.onKeyUp}
    >
      {(leave) => (
        <>
          <header className={styles.head}>
            <h2>Keyboard settings</h2>
            <Button aria-disabled={!hasOwn} onClick={() => hasOwn && actions.resetKeys()}>
              Reset all
            </Button>
            <Button onClick={() => leave()}>Close</Button>
          </header>
          <div className={styles.choices}>
            <fieldset className={styles.presets}>
              <legend>Preset</legend>
              {(Object.keys(PRESET_NAMES) as KeyPreset[]).map((preset) => (
                <label key={preset}>
                  <input type="radio" name="preset" checked={keymap.preset === preset} onChange={() => actions.setKeyPreset(preset)} />
                  {PRESET_NAMES[preset]}
                </label>
              ))}
              <p>{PRESET_MEANINGS[keymap.preset]}</p>
            </fieldset>
            <div className={styles.single}>
              <label>
                <input
                  type="checkbox"
                  checked={keymap.hasSingleKeys}
                  aria-describedby={switchNote}
                  onChange={(event) => actions.setSingleKeys(event.target.checked)}
                />
                Letters and signs alone are commands
              </label>
              <p id={switchNote}>Without it only arrows, named keys and keys with {keyName('Mod')} are.</p>
            </div>
          </div>
          <div className={styles.list}>
            {GROUPS.map((group) => (
              <section key={group}>
                <h3 id={`keys-${group}`}>{GROUP_NAMES[group]}</h3>
                <ul aria-labelledby={`keys-${group}`}>
                  {COMMANDS.filter((command) => command.group === group).map((command) => (
                    <KeyRow key={command.id} command={command} keymap={keymap} capture={capture} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </>
      )}
    </Modal>
  );
}
