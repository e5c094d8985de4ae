import type { FileHandle, PlanFiles } from './ports.ts';

/** Not every browser has them, and TypeScript does not know them. */
interface FilePickers {
  showSaveFilePicker?(options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly description: string; readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<FileSystemFileHandle>;
}

interface AskingHandle {
  queryPermission?(options: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(options: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

const TYPES = [{ description: 'Edit plan', accept: { 'application/json': ['.json'] } }];

/** Files that are written to where the browser has them, and downloads. */
export function planFiles(download: PlanFiles['download']): PlanFiles {
  const { showSaveFilePicker } = window as FilePickers;
  if (!showSaveFilePicker) return { download };
  return {
    download,
    bound: {
      async choose(suggestedName) {
        try {
          return await showSaveFilePicker.call(window, { suggestedName, types: TYPES });
        } catch (error) {
          if (error instanceof DOMException && error.name === 'AbortError') return null;
          throw error;
        }
      },
      write: (handle, text) => writeTo(handle as FileHandle & FileSystemFileHandle & AskingHandle, text),
    },
  };
}

/** After the page was loaded anew the browser asks whether it may. */
async function writeTo(handle: FileSystemFileHandle & AskingHandle, text: string): Promise<void> {
  const mode = { mode: 'readwrite' } as const;
  const isAllowed = (await handle.queryPermission?.(mode)) !== 'prompt' || (await handle.requestPermission?.(mode)) === 'granted';
  if (!isAllowed) throw new Error('The browser was not allowed to write to it.');
  const stream = await handle.createWritable();
  await stream.write(text);
  await stream.close();
}
