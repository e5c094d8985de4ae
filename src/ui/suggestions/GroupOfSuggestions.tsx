import { useId, useState } from 'react';
import { formatTime } from '#core/cast/format-time.ts';
import { useEditor } from '../editor-context.tsx';
import { afterClick } from '../shared/after-click.ts';
import { Button } from '../shared/Button.tsx';
import { KindSwatch } from '../story/KindSwatch.tsx';
import { KIND_WORDS } from '../story/kind-words.ts';
import { SuggestionEntry } from './SuggestionEntry.tsx';
import styles from './SuggestionsPanel.module.css';
import type { SuggestionGroup } from './suggestion-groups.ts';

/** Nobody reads more at once, and thousands would hold up the page. */
const PAGE = 50;

interface GroupOfSuggestionsProps extends SuggestionGroup {
  /** Does what takes away the button that has the focus. */
  readonly leaveBy: (accept: () => void) => void;
}

/** The suggestions that shorten one kind of stretch. */
export function GroupOfSuggestions({ kind, suggestions, savedMicros, leaveBy }: GroupOfSuggestionsProps) {
  const { actions } = useEditor();
  const headingId = useId();
  const [shownCount, setShownCount] = useState(PAGE);
  const shown = suggestions.slice(0, shownCount);
  const restCount = suggestions.length - shown.length;
  const { name, word } = KIND_WORDS[kind];
  const count = suggestions.length.toLocaleString('en');
  return (
    <section className={styles.group} aria-labelledby={headingId}>
      <header className={styles.groupHeader}>
        <KindSwatch kind={kind} />
        <h3 id={headingId}>{name}</h3>
        <span className={styles.saved}>
          {count} · − {formatTime(savedMicros)}
        </span>
        {suggestions.length > 1 && (
          <Button
            look="plain"
            className={styles.acceptKind ?? ''}
            aria-label={`Accept all ${word} (${count})`}
            onClick={() => leaveBy(() => actions.acceptKind(kind))}
          >
            Accept all
          </Button>
        )}
      </header>
      <ul className={styles.list} aria-label={`Suggestions: ${word}`}>
        {shown.map((suggestion) => (
          <SuggestionEntry key={`${suggestion.start} ${suggestion.edit}`} suggestion={suggestion} leaveBy={leaveBy} />
        ))}
      </ul>
      {restCount > 0 && (
        <p className={styles.rest}>
          and {restCount.toLocaleString('en')} more
          <Button
            look="plain"
            aria-describedby={headingId}
            onClick={(event) => {
              setShownCount(shownCount + PAGE);
              afterClick(event);
            }}
          >
            {`Show ${Math.min(PAGE, restCount)} more`}
          </Button>
        </p>
      )}
    </section>
  );
}
