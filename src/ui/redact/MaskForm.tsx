import { type FormEvent, useMemo, useState } from 'react';
import { formatTime } from '#core/cast/format-time.ts';
import { planFromJson } from '#core/plan/parse-plan.ts';
import { patternFault } from '#core/plan/pattern.ts';
import { DEFAULT_MASK, type RedactedPattern, type Redaction, WHOLE_RECORDING } from '#core/plan/plan.ts';
import { PlanError } from '#core/plan/plan-error.ts';
import { BUILT_IN_PATTERNS } from '#core/screen/redact/built-in-patterns.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import dialogStyles from '../shared/Dialog.module.css';
import styles from './MaskDialog.module.css';
import { countText, useFindings } from './use-findings.ts';

const BUILT_IN: readonly RedactedPattern[] = BUILT_IN_PATTERNS.map(({ what }) => what);
const WHOLE_RESULT = { cuts: [], seams: [] };

const RECT_FIELDS = [
  { key: 'row', label: 'First row' },
  { key: 'col', label: 'First column' },
  { key: 'rows', label: 'Rows' },
  { key: 'cols', label: 'Columns' },
] as const;

type RectTexts = Readonly<Record<(typeof RECT_FIELDS)[number]['key'], string>>;

const NO_RECT: RectTexts = { row: '', col: '', rows: '', cols: '' };

/** What shall be masked: known kinds of secrets, what a pattern of one's own finds, or a part of the screen. */
export function MaskForm({ close }: { readonly close: () => void }) {
  const { actions } = useEditor();
  const selection = useEditorState((state) => state.selection);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [pattern, setPattern] = useState('');
  const [ignoreCase, setIgnoreCase] = useState(false);
  const [rect, setRect] = useState(NO_RECT);
  const [mask, setMask] = useState(DEFAULT_MASK);
  const [isInSelection, setIsInSelection] = useState(selection !== null);
  const [problem, setProblem] = useState<string>();
  const kinds = useFindings('mask-kinds', BUILT_IN, WHOLE_RESULT);

  function toggle(id: string): void {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    try {
      const redactions = wanted({ chosen, pattern, ignoreCase, rect, mask });
      const range = isInSelection && selection ? selection : WHOLE_RECORDING;
      actions.mask(redactions.map((redaction) => ({ ...redaction, start: range.start, end: range.end })));
      close();
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      // The place in a plan that there is not, before the fact.
      setProblem(error.message.replace(/^redactions\[\d+\]\.?(rect\.)?/, ''));
    }
  }

  return (
    <form className={styles.sheet} onSubmit={submit}>
      <h2 className={dialogStyles.heading}>Mask</h2>
      <fieldset className={styles.kinds}>
        <legend>Known by their looks</legend>
        {BUILT_IN_PATTERNS.map(({ id, label }, index) => (
          <label key={id}>
            <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
            {label}
            <span className={styles.found}>{countText(kinds, index)}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.row}>
        <legend>A pattern of your own</legend>
        <label className={styles.wide}>
          Regular expression
          <input type="text" spellCheck={false} autoComplete="off" value={pattern} onChange={(event) => setPattern(event.target.value)} />
        </label>
        <label className={styles.check}>
          <input type="checkbox" checked={ignoreCase} onChange={(event) => setIgnoreCase(event.target.checked)} />
          Ignore case
        </label>
        <OwnCount pattern={pattern} ignoreCase={ignoreCase} />
      </fieldset>
      <fieldset className={styles.row}>
        <legend>A part of the screen</legend>
        {RECT_FIELDS.map(({ key, label }) => (
          <label key={key} className={styles.number}>
            {label}
            <input
              type="text"
              inputMode="numeric"
              autoComplete="off"
              value={rect[key]}
              onChange={(event) => setRect({ ...rect, [key]: event.target.value })}
            />
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.row}>
        <legend>How and when</legend>
        <label className={styles.number}>
          Mask with
          <input type="text" autoComplete="off" value={mask} onChange={(event) => setMask(event.target.value)} />
        </label>
        {selection && (
          <label className={styles.check}>
            <input type="checkbox" checked={isInSelection} onChange={(event) => setIsInSelection(event.target.checked)} />
            Only what is on screen in the selected range, {formatTime(selection.start)} to {formatTime(selection.end)}
          </label>
        )}
      </fieldset>
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <p className={styles.note}>
        What is found is replaced wherever it came from: output, input, titles and markers. The plan keeps what to look for, so never type a
        secret itself as the pattern.
      </p>
      <div className={styles.end}>
        <Button onClick={close}>Cancel</Button>
        <Button look="primary" type="submit">
          Mask
        </Button>
      </div>
    </form>
  );
}

/** How much a pattern finds while it is typed. */
function OwnCount({ pattern, ignoreCase }: Pick<RedactedPattern, 'pattern' | 'ignoreCase'>) {
  const fault = pattern === '' ? undefined : patternFault({ pattern, ignoreCase });
  const patterns = useMemo<readonly RedactedPattern[]>(
    () => (pattern === '' || fault !== undefined ? [] : [{ kind: 'pattern', pattern, ignoreCase }]),
    [pattern, ignoreCase, fault],
  );
  const findings = useFindings('mask-pattern', patterns, WHOLE_RESULT);
  if (pattern === '') return null;
  const problem = fault ?? (findings.state === 'failed' ? findings.reason : undefined);
  return (
    <p className={problem === undefined ? styles.found : styles.fault} role="status">
      {problem ?? countText(findings, 0)}
    </p>
  );
}

interface Wanted {
  readonly chosen: ReadonlySet<string>;
  readonly pattern: string;
  readonly ignoreCase: boolean;
  readonly rect: RectTexts;
  readonly mask: string;
}

/** Read as a plan is read, which says what is wrong. Throws `PlanError`. */
function wanted({ chosen, pattern, ignoreCase, rect, mask }: Wanted): readonly Redaction[] {
  const hasRect = Object.values(rect).some((text) => text.trim() !== '');
  const documents: object[] = BUILT_IN_PATTERNS.filter(({ id }) => chosen.has(id)).map(({ what }) => ({
    pattern: what.pattern,
    ignore_case: what.ignoreCase,
  }));
  if (pattern !== '') documents.push({ pattern, ignore_case: ignoreCase });
  if (hasRect) documents.push({ rect: Object.fromEntries(Object.entries(rect).map(([key, text]) => [key, cellNumber(key, text)])) });
  if (documents.length === 0) throw new PlanError('', 'Choose what to mask.');
  return planFromJson({ redactions: documents.map((document) => ({ ...document, with: mask })) }).redactions;
}

/** One row or column where nothing is said. */
function cellNumber(key: string, text: string): number {
  return text.trim() === '' && (key === 'rows' || key === 'cols') ? 1 : Number(text.trim() === '' ? Number.NaN : text);
}
