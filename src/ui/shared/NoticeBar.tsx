import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from './Button.tsx';
import { focusTimeline } from './focus-timeline.ts';
import styles from './NoticeBar.module.css';

/** The bar goes, and with it the button that had the focus. */
function leaveBy(action: () => void): void {
  action();
  focusTimeline();
}

/** What went wrong or was worked around, until it is dismissed. */
export function NoticeBar() {
  const { actions } = useEditor();
  const notice = useEditorState((state) => state.notice);
  if (!notice) return null;
  const [first, ...others] = notice.details;
  return (
    <section className={styles.bar} data-tone={notice.tone} aria-label="Notice">
      <div className={styles.text} role={notice.tone === 'error' ? 'alert' : 'status'}>
        <strong>{notice.title}</strong>
        {first && <span>{first}</span>}
        {others.length > 0 && (
          <details>
            <summary>{others.length} more</summary>
            <ul>
              {others.map((detail) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {notice.actions?.map(({ label, run }) => (
        <Button key={label} onClick={() => leaveBy(run)}>
          {label}
        </Button>
      ))}
      {notice.replaced && <Button onClick={() => leaveBy(actions.goBack)}>Back to {notice.replaced.opened.fileName}</Button>}
      <Button look="plain" onClick={() => leaveBy(actions.dismissNotice)}>
        Dismiss
      </Button>
    </section>
  );
}
