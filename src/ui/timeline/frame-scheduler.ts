/** Runs `draw` once in the next frame, however often it was asked for. */
export interface FrameScheduler {
  request(): void;
  dispose(): void;
}

/** `prepare` may ask for what this same frame then draws; answer true to be called again in the next one. */
export function createFrameScheduler(prepare: () => boolean, draw: () => void): FrameScheduler {
  let handle = 0;
  let isPreparing = false;
  let isDisposed = false;
  function request(): void {
    if (handle === 0 && !isPreparing && !isDisposed) handle = requestAnimationFrame(run);
  }
  function run(): void {
    isPreparing = true;
    const goesOn = prepare();
    isPreparing = false;
    handle = 0;
    draw();
    if (goesOn) request();
  }
  function dispose(): void {
    isDisposed = true;
    cancelAnimationFrame(handle);
  }
  return { request, dispose };
}
