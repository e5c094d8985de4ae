import { parseTime } from '#core/cast/format-time.ts';
import { MICROS_PER_SECOND } from '#core/cast/time.ts';
import { DEFAULT_EDITS, type EditSettings } from '#core/plan/edit-settings.ts';
import { selectEditSettings } from '#store/selectors.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { afterClick } from '../shared/after-click.ts';
import { Button } from '../shared/Button.tsx';
import { CommitField } from '../shared/CommitField.tsx';
import styles from './EditLimits.module.css';

interface Limit {
  readonly name: Exclude<keyof EditSettings, 'maxFactor'>;
  readonly label: string;
  readonly hint: string;
  readonly minSeconds: number;
  readonly maxSeconds: number;
}

const LIMITS: readonly Limit[] = [
  {
    name: 'marginBeforeMicros',
    label: 'Margin before',
    hint: 'Seen before something that is kept',
    minSeconds: 0,
    maxSeconds: 10,
  },
  { name: 'marginAfterMicros', label: 'Margin after', hint: 'Seen after something that is kept', minSeconds: 0, maxSeconds: 10 },
  { name: 'shortestCutMicros', label: 'Shortest cut', hint: 'Nothing shorter is cut', minSeconds: 0.1, maxSeconds: 60 },
  { name: 'shortestKeptMicros', label: 'Shortest kept', hint: 'Nothing shorter is left between two cuts', minSeconds: 0.1, maxSeconds: 60 },
];

/** What suggestions, and a fit to a length, leave around what they keep. */
export function EditLimits() {
  const { actions } = useEditor();
  const settings = useEditorState(selectEditSettings);
  const isDefault = LIMITS.every(({ name }) => settings[name] === DEFAULT_EDITS[name]);
  return (
    <details className={styles.limits}>
      <summary>Margins and limits{!isDefault && <span className={styles.changed}> · changed</span>}</summary>
      <div className={styles.fields}>
        {LIMITS.map((limit) => (
          <LimitField key={limit.name} {...limit} micros={settings[limit.name]} />
        ))}
      </div>
      <Button
        aria-disabled={isDefault}
        onClick={(event) => {
          actions.setEditSettings(DEFAULT_EDITS);
          afterClick(event);
        }}
      >
        Reset
      </Button>
    </details>
  );
}

/** A length in seconds. The arrow keys take it up and down by a tenth. */
function LimitField({ name, label, hint, minSeconds, maxSeconds, micros }: Limit & { readonly micros: number }) {
  const { actions } = useEditor();
  const set = (newMicros: number) => actions.setEditSettings({ [name]: newMicros });
  const clamped = (newMicros: number) => Math.min(Math.max(newMicros, minSeconds * MICROS_PER_SECOND), maxSeconds * MICROS_PER_SECOND);
  return (
    <CommitField
      label={`${label}, s`}
      hint={`${hint}, in seconds`}
      text={String(micros / MICROS_PER_SECOND)}
      step={(direction) => set(clamped(micros + direction * 0.1 * MICROS_PER_SECOND))}
      commit={(typed) => {
        const typedMicros = parseTime(typed);
        if (typedMicros === undefined || typedMicros !== clamped(typedMicros))
          return `From ${minSeconds} to ${maxSeconds} seconds, not “${typed}”.`;
        set(typedMicros);
        return undefined;
      }}
    />
  );
}
