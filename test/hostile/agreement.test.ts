import { vi } from 'vitest'
import { testAgreement } from '#test/support/hostile/agreement.ts'
import { slowFiles } from '#test/support/hostile/index.ts'

vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/hostile/shared-readers.ts'))

testAgreement(slowFiles, [])
