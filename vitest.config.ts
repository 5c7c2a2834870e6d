import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // By itself vitest leaves one core to nobody: of two, half the machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/{sources,models,dashboards,mutations,house}/**/*.test.ts'],
          // Nothing there replaces a module, so that what one file has loaded serves the next.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'pipelines', include: ['test/pipelines/**/*.test.ts'] },
      },
      { extends: true, test: { name: 'contracts', include: ['test/contracts/**/*.test.ts'] } },
      { extends: true, test: { name: 'faults', include: ['test/faults/**/*.test.ts'] } },
      { extends: true, test: { name: 'hostile', include: ['test/hostile/**/*.test.ts'] } },
      { extends: true, test: { name: 'months', include: ['test/months/**/*.test.ts'] } },
      { extends: true, test: { name: 'worlds', include: ['test/worlds/**/*.test.ts'] } },
    ],
  },
})
