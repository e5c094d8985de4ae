import '@fontsource-variable/inter/wght.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor } from '#store/editor-store.ts';
import { browserPreferences, keepKeymap, readKeymap } from '#store/preferences.ts';
import { warnBeforeLeaving } from '#store/projects/warn-before-leaving.ts';
import { App } from './ui/App.tsx';
import { EditorProvider } from './ui/editor-context.tsx';
import { saveFile } from './ui/export/save-file.ts';
import { CrashBoundary } from './ui/shared/CrashBoundary.tsx';
import './ui/theme.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');

const preferences = browserPreferences();
const editor = createEditor(
  { keymap: readKeymap(preferences) },
  {
    async load(store, files) {
      await firstPaint();
      const { keepInBrowser } = await import('#store/projects/keeper-in-browser.ts');
      return keepInBrowser(store, files, saveFile);
    },
    warnBeforeLeaving,
  },
);
keepKeymap(editor.store, preferences);

createRoot(root).render(
  <StrictMode>
    <EditorProvider editor={editor}>
      <CrashBoundary editor={editor}>
        <App />
      </CrashBoundary>
    </EditorProvider>
  </StrictMode>,
);

/** What is not seen at once is loaded once the page is. */
function firstPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
