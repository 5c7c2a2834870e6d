import { vi } from 'vitest'
import type * as Builders from '#pipelines/warehouse/builder.ts'
import { makeGeneration } from '#pipelines/warehouse/make-generation.ts'

const { BuildError } = await vi.importActual<typeof Builders>('#pipelines/warehouse/builder.ts')

export { BuildError }

/**
 * The builder without a child, for tests that are about something else: the same generations and refusals. In its place:
 * `vi.mock('#pipelines/warehouse/builder.ts', () => import('#test/support/builder-in-process.ts'))`.
 */
export const startBuilder: typeof Builders.startBuilder = () => ({
  async build(request) {
    const answer = await makeGeneration(request)
    if (answer.kind === 'built') return answer.report
    throw new BuildError(answer.why, answer.readAgain)
  },
  prepare() {},
  stop() {},
})

export const buildInChild: typeof Builders.buildInChild = (request) => startBuilder().build(request)
