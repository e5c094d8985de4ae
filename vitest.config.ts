import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    // By default one core is left alone, and of two that is half.
    maxWorkers: '100%',
    // Nothing is measured by it: a shared machine is at times ten times slower.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'], exclude: ['src/cli/**'] },
      },
      {
        extends: true,
        // These run the command as a process: it is built first.
        test: { name: 'command', include: ['src/cli/**/*.test.ts'], globalSetup: 'src/testing/build-command.ts' },
      },
    ],
  },
});
