import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { selectSuggestions } from '#store/analysis-selectors.ts';
import type { EditorState, SidePanel as PanelName } from '#store/state.ts';
import { useEditor, useEditorState } from '../editor-context.tsx';
import { EditsPanel } from '../edits/EditsPanel.tsx';
import { MomentsPanel } from '../fit/MomentsPanel.tsx';
import { HistoryPanel } from '../history/HistoryPanel.tsx';
import { SuggestionsPanel } from '../suggestions/SuggestionsPanel.tsx';
import styles from './SidePanel.module.css';

interface Tab {
  readonly name: PanelName;
  readonly label: string;
  /** Undefined while it is not known. */
  readonly selectCount: (state: EditorState) => number | undefined;
}

const TABS: readonly Tab[] = [
  { name: 'edits', label: 'Edits', selectCount: ({ document }) => document.cuts.length + document.speedRegions.length },
  {
    name: 'suggestions',
    label: 'Suggestions',
    selectCount: (state) => (state.analysis.analysis ? selectSuggestions(state).length : undefined),
  },
  { name: 'moments', label: 'Moments', selectCount: ({ analysis }) => analysis.analysis?.moments.length },
  { name: 'history', label: 'History', selectCount: () => undefined },
];

const PANELS = { edits: EditsPanel, suggestions: SuggestionsPanel, moments: MomentsPanel, history: HistoryPanel };

/** Edits, suggestions, moments and history, one at a time. */
export function SidePanel() {
  const { actions } = useEditor();
  const shown = useEditorState((state) => state.sidePanel);
  const isFieldAskedFor = useEditorState(
    (state) => state.factorAskedFor !== null || state.labelAskedFor !== null || state.placeAskedFor !== null,
  );
  const isAskedFor = useEditorState((state) => state.isPanelAskedFor);
  const tablist = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  const Panel = PANELS[shown];

  // The field that is to take the focus is among the edits.
  useEffect(() => {
    if (isFieldAskedFor) actions.showPanel('edits');
  }, [isFieldAskedFor, actions]);

  // The panel itself and none of its buttons: the space bar is still to play, and Tab goes on in the list.
  useEffect(() => {
    if (!isAskedFor) return;
    panel.current?.focus();
    actions.enteredPanel();
  }, [isAskedFor, actions]);

  function onKeyDown(event: KeyboardEvent): void {
    const next = neighbour(shown, event.key);
    if (!next) return;
    event.preventDefault();
    actions.showPanel(next);
    tablist.current?.querySelector<HTMLElement>(`[data-panel="${next}"]`)?.focus();
  }

  return (
    <aside className={styles.side} aria-label="Side panel">
      <div ref={tablist} className={styles.tabs} role="tablist" aria-label="Side panel" onKeyDown={onKeyDown}>
        {TABS.map((tab) => (
          <TabButton key={tab.name} {...tab} panelId={id} isShown={tab.name === shown} />
        ))}
      </div>
      <div ref={panel} id={id} className={styles.panel} role="tabpanel" tabIndex={-1} aria-labelledby={tabId(id, shown)}>
        <Panel />
      </div>
    </aside>
  );
}

function TabButton({ name, label, selectCount, panelId, isShown }: Tab & { readonly panelId: string; readonly isShown: boolean }) {
  const { actions } = useEditor();
  const count = useEditorState(selectCount);
  return (
    <button
      type="button"
      role="tab"
      id={tabId(panelId, name)}
      className={styles.tab}
      data-panel={name}
      aria-selected={isShown}
      aria-controls={isShown ? panelId : undefined}
      tabIndex={isShown ? 0 : -1}
      onClick={() => actions.showPanel(name)}
    >
      {label}
      {count !== undefined && <Count count={count} />}
    </button>
  );
}

/** `2.2k` from a thousand on: four tabs share a narrow panel. */
function Count({ count }: { readonly count: number }) {
  if (count < 1000) return <span className={styles.count}> {count}</span>;
  return (
    <span className={styles.count}>
      {' '}
      <span aria-hidden="true">{(count / 1000).toFixed(count < 9_950 ? 1 : 0)}k</span>
      <span className="visually-hidden">{count.toLocaleString('en')}</span>
    </span>
  );
}

const tabId = (panelId: string, name: PanelName): string => `${panelId}-${name}`;

/** Where a key goes from a tab; undefined for other keys. */
function neighbour(shown: PanelName, key: string): PanelName | undefined {
  const index = TABS.findIndex(({ name }) => name === shown);
  if (key === 'ArrowRight') return TABS[(index + 1) % TABS.length]?.name;
  if (key === 'ArrowLeft') return TABS.at(index - 1)?.name;
  if (key === 'Home') return TABS[0]?.name;
  if (key === 'End') return TABS.at(-1)?.name;
  return undefined;
}
