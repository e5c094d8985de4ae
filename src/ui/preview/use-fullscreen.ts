import { type RefObject, useEffect } from 'react';
import { useEditor, useEditorState } from '../editor-context.tsx';

/**
 * Keeps an element on the full screen for as long as the state says so, and the state at what the browser does: Escape
 * is the browser's. Meanwhile `focused` has the focus, as everything else is out of sight.
 */
export function useFullscreen(element: RefObject<HTMLElement | null>, focused: RefObject<HTMLElement | null>): void {
  const { actions } = useEditor();
  const isWanted = useEditorState((state) => state.isPreviewFullscreen);

  useEffect(() => {
    const shown = element.current;
    if (!shown || isWanted === (document.fullscreenElement === shown)) return;
    if (!isWanted) {
      // Refused where the browser has just left it by itself.
      document.exitFullscreen().catch((error: unknown) => console.warn('The full screen could not be left.', error));
      return;
    }
    enter(shown).catch((error: unknown) => {
      actions.setPreviewFullscreen(false);
      actions.notify({
        tone: 'error',
        title: 'The browser does not show the preview on the full screen.',
        details: [`${error instanceof Error ? error.message : String(error)} A larger window, or a smaller timeline, gives it more room.`],
      });
    });
  }, [isWanted, element, actions]);

  useEffect(() => {
    let before: Element | null = null;
    function follow(): void {
      const isOn = document.fullscreenElement === element.current;
      actions.setPreviewFullscreen(isOn);
      if (isOn) {
        before = document.activeElement;
        if (!element.current?.contains(before)) focused.current?.focus();
      } else if (before instanceof HTMLElement && before.isConnected) before.focus();
    }
    document.addEventListener('fullscreenchange', follow);
    return () => {
      document.removeEventListener('fullscreenchange', follow);
      actions.setPreviewFullscreen(false);
    };
  }, [element, focused, actions]);
}

async function enter(element: HTMLElement): Promise<void> {
  if (!document.fullscreenEnabled) throw new Error('It has switched that off for this page.');
  await element.requestFullscreen();
}
