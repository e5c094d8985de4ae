/**
 * @xterm/headless 6.0.0 looks for a function in `window` while it is loaded, where there is no Node: in a worker that
 * throws. Has to be imported before it.
 */
const scope = globalThis as { window?: unknown; process?: unknown };
if (scope.process === undefined) scope.window ??= scope;
