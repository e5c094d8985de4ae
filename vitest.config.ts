import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
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
