import { make } from '#pipelines/readers/make.ts'
import type { openReaders } from '#pipelines/readers/pool.ts'
import { read } from '#sources/read.ts'
import { places, restrictTo } from '#sources/reference/places.ts'
import { search } from '#sources/search.ts'

/** The pool without children, for tests that are about something else: the same readings, none of the guards. */
export const openReadersInProcess: typeof openReaders = (setup, { size = 1 } = {}) => ({
  setup,
  size,
  read: ({ bytes, ...job }) =>
    read(bytes, {
      ...job,
      places: setup.communes === null ? places() : restrictTo(places(), setup.communes),
      reporters: setup.reporters,
      plan: {
        ...setup.plan,
        owed: (reporter, form) => setup.owed[reporter]?.includes(form) ?? false,
      },
    }),
  make: (job) => make(job).catch(() => null),
  search: async ({ bytes, needles }) => search(bytes, needles),
  close() {},
})

/** In the place of the pool: `vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))`. */
export { openReadersInProcess as openReaders }
