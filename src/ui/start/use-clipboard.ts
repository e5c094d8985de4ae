import { useEffect } from 'react';
import type { EditorActions } from '#store/editor-store.ts';
import { isPlanText } from '#store/plan-text.ts';
import { useEditor } from '../editor-context.tsx';

/** What the clipboard's own keys and menus do on the page: files and texts are opened, edits hand on what they say. */
export function useClipboard(): void {
  const { actions } = useEditor();
  useEffect(() => {
    const listeners = new AbortController();
    const { signal } = listeners;
    window.addEventListener('copy', (event) => copy(event, actions), { signal });
    window.addEventListener('paste', (event) => paste(event, actions), { signal });
    return () => listeners.abort();
  }, [actions]);
}

/** Text that is marked goes before. */
function copy(event: ClipboardEvent, actions: EditorActions): void {
  if (isBusy(event) || document.getSelection()?.isCollapsed === false) return;
  const text = actions.copyToText();
  if (text === undefined) return;
  event.clipboardData?.setData('text/plain', text);
  event.preventDefault();
}

function paste(event: ClipboardEvent, actions: EditorActions): void {
  if (isBusy(event)) return;
  const files = [...(event.clipboardData?.files ?? [])];
  const text = event.clipboardData?.getData('text/plain').trim() ?? '';
  if (files.length > 0) void actions.open(files);
  else if (/^https?:\/\/\S+$/i.test(text)) actions.notify(NOT_FETCHED);
  else if (text !== '' && !actions.pasteFromText(text))
    void actions.open([new File([text], isPlanText(text) ? 'pasted.plan.json' : 'pasted.cast')]);
}

const NOT_FETCHED = {
  tone: 'info',
  title: 'A link is not opened',
  details: ['This page fetches nothing from elsewhere. Download the file and drop it here.'],
} as const;

/** Fields have a clipboard of their own, and while a dialog asks, nothing goes on behind it. */
function isBusy({ target }: ClipboardEvent): boolean {
  const isField = target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
  return isField || document.querySelector('dialog[open], [role="dialog"]') !== null;
}
