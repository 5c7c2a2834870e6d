import { expect, test, vi } from 'vitest'
import { testAgreement } from '#test/support/hostile/agreement.ts'
import { hostileFiles, quickFiles } from '#test/support/hostile/index.ts'
import { hostileObjects } from '#test/support/hostile/objects.ts'

vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/hostile/shared-readers.ts'))

test('there are more than 80, and each has a name of its own', () => {
  expect(new Set(hostileFiles.map(({ name }) => name)).size).toBe(hostileFiles.length)
  expect(hostileFiles.length).toBeGreaterThan(80)
})

testAgreement(quickFiles, hostileObjects)
