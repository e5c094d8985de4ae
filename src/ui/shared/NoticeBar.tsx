import { useEditor, useEditorState } from '../editor-context.tsx';
import { Button } from './Button.tsx';
import styles from './NoticeBar.module.css';

/** What went wrong or was worked around, until it is dismissed. */
export function NoticeBar() {
  const { actions } = useEditor();
  const notice = useEditorState((state) => state.notice);
  const canGoBack = useEditorState((state) => state.previous !== null);
  if (!notice) return null;
  const [first, ...others] = notice.details;
  return (
    <div className={styles.bar} data-tone={notice.tone} role={notice.tone === 'error' ? 'alert' : 'status'}>
      <div className={styles.text}>
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
      {canGoBack && <Button onClick={actions.goBack}>Back to the earlier recording</Button>}
      <Button look="plain" onClick={actions.dismissNotice}>
        Dismiss
      </Button>
    </div>
  );
}
