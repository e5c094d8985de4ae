import type { MouseEvent } from 'react';
import { formatTime } from '#core/cast/format-time.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from '../shared/Button.tsx';
import { focusTimeline } from '../shared/focus-timeline.ts';
import styles from './PlanExtras.module.css';

/** What the timeline does not draw: holds, and the markers and the title that an applied plan brought. They count in the result. */
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
              {hold.reason !== undefined && <small>{hold.by === 'fit' ? `Fitted: ${hold.reason}` : hold.reason}</small>}
            </span>
            {/* Without what was made to fit, the result is not of its length. */}
            {hold.by !== 'fit' && (
              <Button
                look="plain"
                aria-label={`Remove hold ${index + 1}`}
                onClick={(event) => leaveBy(event, () => actions.removeHold(index))}
              >
                Remove
              </Button>
            )}
          </li>
        ))}
        {markers && (
          <li>
            <span>{markers.length === 1 ? '1 marker' : `${markers.length} markers`} in place of the recording’s own</span>
            <Button look="plain" onClick={(event) => leaveBy(event, actions.keepOwnMarkers)}>
              Keep its own
            </Button>
          </li>
        )}
        {title !== undefined && (
          <li>
            <span>Title “{title}”</span>
            <Button look="plain" onClick={(event) => leaveBy(event, actions.keepOwnTitle)}>
              Keep its own
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}

/** The button goes with its entry. */
function leaveBy({ currentTarget, detail }: MouseEvent<HTMLButtonElement>, act: () => void): void {
  act();
  if (detail > 0) currentTarget.blur();
  else focusTimeline();
}
