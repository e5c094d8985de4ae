import type { StoreApi } from 'zustand/vanilla';
import type { FileActions } from '../file-actions.ts';
import { sourceDigest } from '../source-digest.ts';
import type { EditorState } from '../state.ts';
import { browserLocks } from './browser-locks.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { planFiles } from './plan-files.ts';
import type { PageLife, ProjectPorts, TabMessage } from './ports.ts';
import { openStorage } from './storage.ts';

/** So much of what the browser gives stays free, for whatever else it keeps. */
const FREE_SHARE = 0.2;

/** Keeps work with what this browser has. `download` hands a file to its downloads. */
export function keepInBrowser(
  store: StoreApi<EditorState>,
  files: Pick<FileActions, 'openAs'>,
  download: (file: Blob, name: string) => void,
): Keeper {
  const ports: ProjectPorts = {
    openStorage,
    locks: browserLocks(),
    connect,
    files: planFiles(download),
    page,
    async hasRoomFor(bytes) {
      const { quota, usage = 0 } = (await navigator.storage?.estimate()) ?? {};
      // Where nothing is known of it, trying tells.
      return quota === undefined || usage + bytes <= quota * (1 - FREE_SHARE);
    },
    async askToPersist() {
      await navigator.storage?.persist();
    },
    digest: sourceDigest,
    // Not `randomUUID`, which pages over plain http do not have.
    newId: () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
  return createKeeper(store, files, ports);
}

function connect(onMessage: (message: TabMessage) => void): (message: TabMessage) => void {
  if (!('BroadcastChannel' in globalThis)) return () => {};
  const channel = new BroadcastChannel('castfold');
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => onMessage(data);
  return (message) => channel.postMessage(message);
}

const page: PageLife = {
  onHidden(listener) {
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && listener());
    window.addEventListener('pagehide', listener);
  },
  onShown: (listener) => document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && listener()),
  // One that the browser puts by may be come back to.
  onLeft: (listener) => window.addEventListener('pagehide', ({ persisted }) => !persisted && listener()),
};
