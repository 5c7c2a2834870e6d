/** Each hostile file in a `hoanhap check` of its own, measured from outside. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerOf } from '#test/support/hostile/hostile-file.ts'
import { hostileFiles } from '#test/support/hostile/index.ts'
import { hostileObjects } from '#test/support/hostile/objects.ts'
import { type Measured, measured } from '#test/support/hostile/process-tree.ts'
import { RECEIVED_ON } from '#test/support/hostile/workbook.ts'
import { type TestSite, testSite } from '#test/support/site.ts'

const MOST_SECONDS = 20
const MOST_MEGABYTES = 700
/** On a machine that is busy with other things the clock says little, and the time of the processors is asked alone. */
const isIdle = (loadavg()[0] ?? 0) < availableParallelism()

let place: TestSite
let folder: string
const runs: (Measured & { readonly name: string })[] = []

beforeAll(async () => {
  place = await testSite({ plan: 'bac-ninh-2026', communes: ['07210', '07246', '07264'] })
  folder = await mkdtemp(join(tmpdir(), 'hoanhap-hostile-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await place?.remove()
  const most = (by: 'seconds' | 'cpuSeconds' | 'megabytes') =>
    runs.reduce((worst, run) => (run[by] > worst[by] ? run : worst))
  const worst = (['seconds', 'cpuSeconds', 'megabytes'] as const).map((by) => {
    const run = most(by)
    return `most ${by} ${run[by].toFixed(1)} (${run.name})`
  })
  console.info(`${runs.length} files; ${worst.join('; ')}`)
})

async function check(name: string, path: string): Promise<Measured> {
  const argv = ['--data', place.site.data, '--json', 'check', '--on', RECEIVED_ON, '--', path]
  const run = await measured(argv)
  runs.push({ ...run, name })
  expect(run.signal).toBeNull()
  expect(run.cpuSeconds).toBeLessThan(MOST_SECONDS)
  if (isIdle) expect(run.seconds).toBeLessThan(MOST_SECONDS)
  expect(run.megabytes).toBeLessThan(MOST_MEGABYTES)
  return run
}

describe('check answers for any file in 20 s and 700 MB and never dies', () => {
  test.each(hostileFiles)('$name', async ({ name, make, answer }) => {
    const path = join(folder, name)
    await writeFile(path, make())
    const { code, out } = await check(name, path)
    const { outcome, problems } = JSON.parse(out)
    expect(answerOf(outcome, problems, answer)).toEqual(answer)
    expect(code).toBe(0)
    await rm(path)
  })

  test.each(hostileObjects)('$name', async ({ name, make, check: expected }) => {
    const cleanUp = await make(folder)
    const { code, out } = await check(name, join(folder, name))
    await cleanUp?.()
    if (expected === null) return expect({ code, out }).toEqual({ code: 2, out: '' })
    const { outcome, problems } = JSON.parse(out)
    expect(answerOf(outcome, problems, expected)).toEqual(expected)
    expect(code).toBe(expected[1] === 'unreadable' ? 1 : 0)
  })

  test('a device itself', async () => {
    const { code, out } = await check('/dev/zero', '/dev/zero')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'rejected',
      problems: [{ code: 'unreadable' }],
    })
  })
})
