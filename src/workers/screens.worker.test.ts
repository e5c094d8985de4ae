import { afterEach, expect, it, vi } from 'vitest';
import { readCast } from '#core/cast/reader.ts';
import type { OpenScreens, ScreenMessage } from '#core/desk/screen-messages.ts';
import { bytesOf, castV2 } from '#testing/recordings.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('says nothing of the indexing any more once all is indexed, even where a slice ends with that', async () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const said: ScreenMessage[] = [];
  const worker: { onmessage?: (event: { data: OpenScreens }) => void; postMessage(message: ScreenMessage): void } = {
    postMessage(message) {
      said.push(message);
      // On a busy machine every message may take that long.
      now += 1000;
    },
  };
  vi.stubGlobal('self', worker);
  await import(new URL('./screens.worker.ts', import.meta.url).href);
  const recording = readCast(bytesOf(castV2('a@1 b@2')));
  worker.onmessage?.({ data: { kind: 'open', recording, profile: 'asciinema' } });
  await vi.waitFor(() => expect(said).not.toEqual([]));
  expect(said).toEqual([{ kind: 'indexed', changes: Uint32Array.of(1, 2) }]);
});
