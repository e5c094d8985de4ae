import { formatFactor } from '#core/plan/factor.ts';
import { useEditor } from '../editor-context.tsx';
import { afterClick } from '../shared/after-click.ts';
import styles from './FactorPresets.module.css';
import { FACTOR_PRESETS } from './factor-presets.ts';

/** The factors that are wanted most, a click each. */
export function FactorPresets({ id, factor }: { readonly id: number; readonly factor: number }) {
  const { actions } = useEditor();
  return (
    <fieldset className={styles.presets} aria-label="Presets">
      {FACTOR_PRESETS.map((preset) => (
        <button
          key={preset}
          type="button"
          aria-pressed={preset === factor}
          onClick={(event) => {
            actions.setFactor(id, preset);
            afterClick(event);
          }}
        >
          {formatFactor(preset)}
        </button>
      ))}
    </fieldset>
  );
}
