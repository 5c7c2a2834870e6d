import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Submission } from '#pipelines/ledger/schema.ts'
import { read } from '#pipelines/run.ts'
import { openStation, type Station } from '#pipelines/station.ts'
import { type ReceiveSummary, receive } from '#pipelines/steps/receive.ts'
import { readParsed } from '#pipelines/vault/parsed.ts'
import { hoanhap } from '../command-line.ts'
import { type TestSite, testSite } from '../site.ts'
import { type Answer, answerOf, type HostileFile } from './hostile-file.ts'
import type { HostileObject } from './objects.ts'
import { closeSharedReaders } from './shared-readers.ts'
import { RECEIVED_ON } from './workbook.ts'

/** For the making of all files, and their reading, on a busy machine. */
const PATIENCE = 600_000

interface Checked {
  readonly outcome: string
  readonly sheets: readonly { readonly form: string }[]
  readonly rowsRead: number
  readonly rowsAccepted: number
  readonly problems: readonly {
    readonly code: string
    readonly severity: 'error' | 'warning'
    readonly sheet: string | null
    readonly cell: string | null
    readonly message: string
  }[]
}

let place: TestSite
let station: Station
let received: ReceiveSummary
/** Name of a delivery → its hash. */
let arrived: ReadonlyMap<string, string>
/** Hash → what was kept of the file. */
let kept: ReadonlyMap<string, Submission>
const cleanups: (() => Promise<void>)[] = []

async function check(path: string): Promise<{ readonly code: number; readonly said: Checked }> {
  const argv = ['--data', place.site.data, '--json', 'check', '--', path]
  const { code, out, err } = await hoanhap(argv, place.effects)
  expect(err).toBe('')
  return { code, said: JSON.parse(out) as Checked }
}

/** What pull kept of a file, as `check` would have said it. */
async function pulled(sha256: string, expected: Answer) {
  const submission = kept.get(sha256) ?? expect.fail(`nothing was kept of ${sha256}`)
  const { header } = await readParsed(place.site.parsed, submission.parsed_name)
  const { outcome, rowsRead, rowsAccepted, fileProblems, problems } = header
  const answer = answerOf(outcome, [...fileProblems, ...problems], expected)
  return { answer: [answer[0], ...answer.slice(1).toSorted()], rowsRead, rowsAccepted }
}

/**
 * Declares the tests that each file gets its answer, from `check` and from `pull` of one inbox on the same day. The test file puts
 * `shared-readers.ts` in the place of the pool.
 */
export function testAgreement(
  hostileFiles: readonly HostileFile[],
  hostileObjects: readonly HostileObject[],
): void {
  /** Everything lies in one inbox, and one pull takes in what it may. */
  beforeAll(async () => {
    place = await testSite({ plan: 'bac-ninh-2026', communes: ['07210', '07246', '07264'] })
    place.setDay(RECEIVED_ON)
    for (const { name, make } of hostileFiles) await place.deliver(name, make())
    const objects = join(place.site.inbox, 'objects')
    await mkdir(objects)
    for (const { make } of hostileObjects) cleanups.push((await make(objects)) ?? (async () => {}))
    // Whatever was just made would still be growing.
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000)
    station = await openStation(place.site, place.effects)
    received = await receive(station)
    clock.mockRestore()
    await read(station)
    const { db } = station.ledger
    const deliveries = await db.selectFrom('delivery').selectAll().execute()
    arrived = new Map(deliveries.map(({ source_name, sha256 }) => [source_name, sha256]))
    const submissions = await db.selectFrom('submission').selectAll().execute()
    kept = new Map(submissions.map((submission) => [submission.sha256, submission]))
  }, PATIENCE)

  afterAll(async () => {
    closeSharedReaders()
    for (const cleanup of cleanups) await cleanup()
    await station?.close()
    await place?.remove()
  })

  describe('a hostile or odd file gets its answer, from check and from pull', () => {
    test.each(hostileFiles)('$name', async ({ name, answer }) => {
      const path = join(place.site.inbox, name)
      const { code, said } = await check(path)
      const { outcome, problems, rowsRead, rowsAccepted } = said
      expect(code).toBe(0)
      expect(answerOf(outcome, problems, answer)).toEqual(answer)
      for (const { message } of problems.slice(0, 20)) expect(message).toMatch(/^\p{Lu}.*\.$/su)
      expect(outcome === 'rejected').toBe(
        rowsAccepted === 0 && !name.endsWith('nil') && name !== 'ticked',
      )

      const sha256 = arrived.get(name) ?? expect.fail('it was not taken in')
      expect(await pulled(sha256, answer)).toEqual({
        answer: [answer[0], ...answer.slice(1).toSorted()],
        rowsRead,
        rowsAccepted,
      })
    })
  })

  describe.runIf(hostileObjects.length > 0)(
    'what lies under the name of a report and may be no file',
    () => {
      test.each(hostileObjects)('$name', async ({ name, check: expected, pull }) => {
        const path = join(place.site.inbox, 'objects', name)
        if (expected === null) {
          const { code, out } = await hoanhap(
            ['--data', place.site.data, 'check', path],
            place.effects,
          )
          expect({ code, out }).toEqual({ code: 2, out: '' })
        } else {
          const { code, said } = await check(path)
          expect(answerOf(said.outcome, said.problems, expected)).toEqual(expected)
          expect(code).toBe(expected[1] === 'unreadable' ? 1 : 0)
        }
        const sha256 = arrived.get(`objects/${name}`)
        if (pull === null) expect(sha256).toBeUndefined()
        else expect((await pulled(sha256 ?? '', pull)).answer).toEqual(pull)
      })
    },
  )

  test('what could not be taken in is told with the reason', () => {
    for (const { message } of received.failures) {
      expect(message).toMatch(/old alphabet, rename it|cannot be opened/)
    }
    expect(received.failures.length > 0).toBe(hostileObjects.length > 0)
  })
}
