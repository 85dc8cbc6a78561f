import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [preact()],
        test: {
          name: 'unit',
          environment: 'node',
          globalSetup: 'tests/support/share-postgres.ts',
          include: [
            'src/**/*.test.{ts,tsx}',
            'tests/*.test.ts',
            'tests/{bench,contracts,hostile,scenarios,simulation,soak}/**/*.test.ts',
          ],
        },
      },
      {
        // the endpoint's own scenarios once more, on the other database
        test: {
          name: 'postgres',
          environment: 'node',
          globalSetup: 'tests/support/share-postgres.ts',
          env: { GOTOVO_TEST_ENGINE: 'postgres' },
          include: ['src/server/store/{engine,prepare-query}.test.ts', 'tests/scenarios/endpoint*.test.ts'],
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
