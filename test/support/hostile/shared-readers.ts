import { vi } from 'vitest'
import type { Readers } from '#pipelines/readers/pool.ts'

const pool = await vi.importActual<typeof import('#pipelines/readers/pool.ts')>(
  '#pipelines/readers/pool.ts',
)
/** These tests are about answers; how long one may take is measured by `test:hostile`. */
const PATIENCE = 60_000
let shared: Readers | undefined

/**
 * In the place of the pool, one for all who ask, with children as they are in the program:
 * `vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/hostile/shared-readers.ts'))`.
 */
export const openReaders: typeof pool.openReaders = (setup) => {
  shared ??= pool.openReaders(setup, { size: 2, timeoutMs: PATIENCE })
  return { ...shared, close() {} }
}

export function closeSharedReaders(): void {
  shared?.close()
}
