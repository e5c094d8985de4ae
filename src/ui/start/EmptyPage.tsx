import { lazy, Suspense } from 'react';
import type { CommandId } from '#store/commands.ts';
import { keysOf } from '#store/keymap.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Recents } from '../projects/Recents.tsx';
import { Button } from '../shared/Button.tsx';
import { keyName } from '../shared/key-name.ts';
import styles from './EmptyPage.module.css';
import { SAMPLES, type Sample } from './samples.ts';

/** What is worth knowing before anything else. */
const KEYS: readonly (readonly [CommandId, string])[] = [
  ['play', 'play and pause'],
  ['cut', 'cut the selection'],
  ['speed', 'change its speed'],
  ['fit', 'see everything'],
];

const AwaitedFile = lazy(async () => ({ default: (await import('../projects/AwaitedFile.tsx')).AwaitedFile }));

export function EmptyPage() {
  const { actions } = useEditor();
  const keymap = useEditorState((state) => state.keymap);
  const awaited = useEditorState((state) => state.project.awaited);

  async function openSample({ file, title }: Sample) {
    const response = await fetch(`${import.meta.env.BASE_URL}samples/${file}`).catch(() => undefined);
    if (!response?.ok) {
      actions.notify({
        tone: 'error',
        title: `The sample “${title}” could not be loaded`,
        details: ['Check the connection and try again.'],
      });
      return;
    }
    await actions.open([new File([await response.blob()], file)]);
  }

  return (
    <div className={styles.page}>
      <div className={styles.content}>
        {awaited ? (
          <Suspense fallback={null}>
            <AwaitedFile project={awaited} />
          </Suspense>
        ) : (
          <>
            <h1 className={styles.title}>Drop a terminal recording</h1>
            <p className={styles.promise}>
              Cut what is boring, speed up what is slow, watch the result as you edit. Nothing leaves this page: there is no server to send
              it to.
            </p>
            <div className={styles.actions}>
              <Button look="primary" data-part="choose-file" onClick={() => document.getElementById('open-recording')?.click()}>
                Choose a file
              </Button>
              <span className={styles.hint}>or paste one. Takes .cast (asciicast v1, v2, v3), also gzipped.</span>
            </div>
          </>
        )}

        <Recents />
        <h2 className={styles.heading}>Or try a sample</h2>
        <ul className={styles.samples}>
          {SAMPLES.map((sample) => (
            <li key={sample.file}>
              <button type="button" className={styles.sample} onClick={() => void openSample(sample)}>
                <svg className={styles.picture} viewBox="0 0 96 24" preserveAspectRatio="none" aria-hidden="true">
                  <path d={sample.activity.map((height, index) => `M${index * 2 + 0.5} 24v${-Math.max(height, 0.5)}`).join('')} />
                </svg>
                <strong>{sample.title}</strong>
                <span>{sample.facts}</span>
              </button>
            </li>
          ))}
        </ul>

        <dl className={styles.keys}>
          {KEYS.map(([id, meaning]) => {
            const [key] = keysOf(keymap, id);
            return (
              key && (
                <div key={id}>
                  <dt>
                    <kbd>{keyName(key)}</kbd>
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              )
            );
          })}
        </dl>
      </div>
    </div>
  );
}
