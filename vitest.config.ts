import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** Tests that put another module in the place of one need a process of their own; the others share what they have loaded. */
const replacing = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((path) => `test/${path}`)
  .filter((path) => path.endsWith('.test.ts'))
  .filter((path) => readFileSync(path, 'utf8').includes('vi.mock('))

const own = 'test/{sources,models,dashboards,pipelines,house,mutations}/**/*.test.ts'

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // By itself vitest leaves one core to nobody: of two, half the machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: [own], exclude: replacing, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'replacing',
          include: replacing.filter(
            (path) => !/^test\/(months|faults|hostile|worlds)\//.test(path),
          ),
        },
      },
      { extends: true, test: { name: 'contracts', include: ['test/contracts/**/*.test.ts'] } },
      { extends: true, test: { name: 'faults', include: ['test/faults/**/*.test.ts'] } },
      { extends: true, test: { name: 'hostile', include: ['test/hostile/**/*.test.ts'] } },
      { extends: true, test: { name: 'months', include: ['test/months/**/*.test.ts'] } },
      { extends: true, test: { name: 'worlds', include: ['test/worlds/**/*.test.ts'] } },
    ],
  },
})
