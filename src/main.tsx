import '@fontsource-variable/inter/wght.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor } from '#store/editor-store.ts';
import { App } from './ui/App.tsx';
import { EditorProvider } from './ui/editor-context.tsx';
import './ui/theme.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');

createRoot(root).render(
  <StrictMode>
    <EditorProvider editor={createEditor()}>
      <App />
    </EditorProvider>
  </StrictMode>,
);
