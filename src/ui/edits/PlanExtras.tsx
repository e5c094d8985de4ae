import { formatTime } from '#core/cast/format-time.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import styles from './PlanExtras.module.css';

/** What an applied plan brought that the timeline does not draw: holds, markers and a title. They count in the result. */
export function PlanExtras() {
  const { actions } = useEditor();
  const holds = useEditorState((state) => state.document.holds);
  const markers = useEditorState((state) => state.document.markers);
  const title = useEditorState((state) => state.document.title);
  if (holds.length === 0 && !markers && title === undefined) return null;
  return (
    <section className={styles.extras} aria-label="Also in this plan">
      <h3>Also in this plan</h3>
      <ul>
        {holds.map((hold, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two holds may be equal, and nothing of an entry is its own
          <li key={index}>
            <span>
              Hold at {formatTime(hold.at)}, + {formatTime(hold.durationMicros)}
            </span>
            <Button look="plain" aria-label={`Remove hold ${index + 1}`} onClick={() => actions.removeHold(index)}>
              Remove
            </Button>
          </li>
        ))}
        {markers && (
          <li>
            <span>{markers.length === 1 ? '1 marker' : `${markers.length} markers`} in place of the recording’s own</span>
            <Button look="plain" onClick={actions.keepOwnMarkers}>
              Keep its own
            </Button>
          </li>
        )}
        {title !== undefined && (
          <li>
            <span>Title “{title}”</span>
            <Button look="plain" onClick={actions.keepOwnTitle}>
              Keep its own
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}
