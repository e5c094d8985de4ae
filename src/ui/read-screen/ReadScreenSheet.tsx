import { useEffect, useRef, useState } from 'react';
import { formatTime } from '#core/cast/format-time.ts';
import { selectShownTime } from '#store/selectors.ts';
import type { EditorState } from '#store/state.ts';
import { resultLineOf } from '#store/time-line.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import dialogStyles from '../shared/Dialog.module.css';
import { focusTimeline } from '../shared/focus-timeline.ts';
import { changedLines } from './changed-lines.ts';
import styles from './ReadScreen.module.css';
import { otherScreenTime } from './screen-steps.ts';
import { type ReadScreen, useScreenText } from './use-screen-text.ts';

export function ReadScreenSheet() {
  const { store, actions } = useEditor();
  const dialog = useRef<HTMLDialogElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const shownTime = useEditorState(selectShownTime);
  const { screen, problem } = useScreenText(shownTime);
  const isWaiting = screen?.time !== shownTime && problem === '';
  const [said, setSaid] = useState('');
  const spoken = useNews(screen);

  useEffect(() => {
    // A text that changes while it is read is of no use.
    actions.pause();
    dialog.current?.showModal();
    text.current?.focus();
  }, [actions]);

  function onClose(): void {
    actions.closeDialog();
    // Closing gives the focus back; what had it may be gone, as a line of a menu is.
    if (!document.activeElement || document.activeElement === document.body) focusTimeline();
  }

  function step(direction: 1 | -1): void {
    const time = otherScreenTime(store.getState(), direction);
    if (time === undefined) return;
    setSaid('');
    actions.seek(time, true);
  }

  function copy(): void {
    const element = text.current;
    if (!element) return;
    copyText(element.value).then(
      () => setSaid('Copied'),
      () => {
        element.focus();
        element.select();
        setSaid('The browser does not let the page copy. The text is selected: press Ctrl C, or ⌘C on a Mac.');
      },
    );
  }

  return (
    <dialog ref={dialog} className={`${dialogStyles.dialog} ${styles.dialog}`} aria-label="Read screen" onClose={onClose}>
      <div className={styles.sheet}>
        <header className={styles.header}>
          <h2 className={`${dialogStyles.heading} ${styles.heading}`}>Screen at {formatTime(shownTime)}</h2>
          <p className={styles.place}>
            <Place />
          </p>
        </header>
        <textarea
          ref={text}
          className={styles.text}
          aria-label="Text on the screen"
          aria-busy={isWaiting}
          readOnly
          spellCheck={false}
          wrap="off"
          value={screen?.text.lines.join('\n') ?? ''}
        />
        <div className={styles.row}>
          <StepButton direction={-1} label="Previous change" step={step} />
          <StepButton direction={1} label="Next change" step={step} />
          <p className={styles.facts}>{isWaiting ? <Waiting /> : problem || (screen && facts(screen))}</p>
        </div>
        <div className={styles.end}>
          <p className={styles.said} role="status">
            {said}
            <span className="visually-hidden">{said === '' && spoken}</span>
          </p>
          <Button aria-disabled={!screen} onClick={copy}>
            Copy
          </Button>
          <Button onClick={() => dialog.current?.close()}>Close</Button>
        </div>
      </div>
    </dialog>
  );
}

/** What to know of the place in the recording. */
function Place() {
  const resultMicros = useEditorState((state) => resultLineOf(state).positionOf(state.playhead));
  const isInCut = useEditorState((state) => selectShownTime(state) !== state.playhead);
  const isAfterDrop = useEditorState(selectIsAfterDrop);
  if (isInCut) return <>In a cut: this is the screen after it, {formatTime(resultMicros)} in the result.</>;
  if (isAfterDrop) return <>{formatTime(resultMicros)} in the result. It is as it was recorded: a cut before drops output.</>;
  return <>{formatTime(resultMicros)} in the result</>;
}

/** The screens that are known are those of the recording: where output was dropped, the result may show others. */
const selectIsAfterDrop = ({ document, playing, playhead }: EditorState): boolean =>
  playing === 'result' && document.cuts.some(({ mode, end }) => mode === 'drop' && end <= playhead);

interface StepButtonProps {
  readonly direction: 1 | -1;
  readonly label: string;
  readonly step: (direction: 1 | -1) => void;
}

function StepButton({ direction, label, step }: StepButtonProps) {
  const isPossible = useEditorState((state) => otherScreenTime(state, direction) !== undefined);
  return (
    <Button aria-disabled={!isPossible} onClick={() => step(direction)}>
      {label}
    </Button>
  );
}

function Waiting() {
  const percent = useEditorState(({ opened, screenIndex }) =>
    Math.floor((100 * screenIndex.position) / Math.max(1, opened?.recording.events.length ?? 1)),
  );
  const isIndexed = useEditorState(({ screenIndex }) => screenIndex.changes !== null);
  return isIndexed ? null : <>The screens are still being worked out, {percent} % so far. This one will stand here.</>;
}

function facts({ text: { lines, cursorLine } }: ReadScreen): string {
  const count = lines.length === 1 ? '1 line' : `${lines.length} lines`;
  return cursorLine < 0 ? `${count}, the cursor is hidden` : `${count}, the cursor is in line ${cursorLine + 1}`;
}

/** What is told of a screen after another: the first is read by whoever comes to it. */
function useNews(screen: ReadScreen | null): string {
  const [{ seen, news }, setNews] = useState({ seen: screen, news: '' });
  if (screen === seen) return news;
  const next = screen && seen ? `${formatTime(screen.time)}. ${changedLines(seen.text.lines, screen.text.lines)}` : '';
  setNews({ seen: screen, news: next });
  return next;
}

/** Pages that are not served securely have no clipboard at all. */
async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
