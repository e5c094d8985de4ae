import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Vitest calls this once before the tests of the command: they run what users run, not its sources. */
export async function setup(): Promise<void> {
  await build({
    configFile: fileURLToPath(new URL('../../vite.node.config.ts', import.meta.url)),
    logLevel: 'warn',
    build: { outDir: 'node_modules/.cache/command', emptyOutDir: true },
  });
}
