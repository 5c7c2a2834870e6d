import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { assign } from '#pipelines/commands/assign.ts'
import { correct } from '#pipelines/commands/correct.ts'
import { accept, withdraw } from '#pipelines/commands/decide.ts'
import { dumpLines } from '#pipelines/commands/dump.ts'
import { explainFigure } from '#pipelines/commands/explain.ts'
import { extend } from '#pipelines/commands/extend.ts'
import { build, pull } from '#pipelines/commands/jobs.ts'
import { status } from '#pipelines/commands/status.ts'
import type { Effects } from '#pipelines/effects.ts'
import { openLedgerReadOnly } from '#pipelines/ledger/open.ts'
import type { Submission } from '#pipelines/ledger/schema.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { jsonRegister } from '#test/support/json-register.ts'
import { type TestSite, testSite } from '#test/support/site.ts'

vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))
vi.mock('#pipelines/warehouse/builder.ts', () => import('#test/support/builder-in-process.ts'))

/** The registers of January were due before the 18th. */
const days: readonly CalendarDate[] = [
  ...(['2026-01-15', '2026-01-16', '2026-01-17'] as const),
  ...(['2026-01-18', '2026-01-19', '2026-01-20'] as const),
]

const why = { reason: 'điện thoại', actor: 'Phòng' }

interface Place {
  readonly site: TestSite['site']
  readonly effects: Effects
  deliver(name: string, text: string): Promise<void>
  /** The newest submission as it was sent that fits, or undefined. */
  newest(fits: (one: Submission) => boolean): Promise<Submission | undefined>
}

/** False when there was nothing that it could be done to. */
type Act = (place: Place) => Promise<boolean>

/** What senders and officers do, in whatever order; what cannot be done yet is left. */
const acts: Readonly<Record<string, Act>> = {
  'the register of 07210': sends('a1', { code: '07210', residents: 5 }),
  'one in its place': sends('a2', { code: '07210', residents: 6, revision: 2 }),
  'one that loses most rows, held': sends('a3', { code: '07210', residents: 1, revision: 3 }),
  'the register of 07246': sends('b1', { code: '07246', residents: 4 }),
  'its replacement, perhaps before it': sends('b2', {
    ...{ code: '07246', residents: 4, revision: 2 },
    changes: { 0: { counselled_on: '2026-01-08' } },
  }),
  'a file of nobody': sends('c1', { code: '07264', residents: 3 }, 'police:99999'),
  'the same again under another name': sends('a1 again', { code: '07210', residents: 5 }),
  'the bytes of the second once more': sends('b1 again', { code: '07246', residents: 4 }),
  'an acceptance': async (place) => {
    const held = await place.newest(({ outcome }) => outcome === 'held')
    return didTo(held, ({ submission_id }) => accept(place, submission_id, why))
  },
  'a withdrawal': async (place) => {
    const own = await place.newest(({ reporter_id }) => reporter_id === 'police:07246')
    return didTo(own, ({ submission_id }) => withdraw(place, submission_id, why))
  },
  'an assignment': (place) => assigned(place, 'police:07264'),
  'another assignment': (place) => assigned(place, 'police:07246'),
  'an assignment taken back': async (place) => {
    const own = await place.newest(({ reporter_id }) => reporter_id === null)
    return didTo(own, ({ submission_id }) => withdraw(place, submission_id, why))
  },
  'a correction by telephone': async (place) => {
    const own = await place.newest((one) => one.revision === 1 && one.reporter_id !== null)
    return didTo(own, ({ submission_id }) =>
      correct(place, submission_id, { ...why, set: ['2/group=B'] }),
    )
  },
  'more time': (place) => extended(place, 'police:07264', '2026-01-19'),
  'more time for another': (place) => extended(place, 'police:07210', '2026-01-18'),
}

function sends(name: string, of: Parameters<typeof jsonRegister>[0], as?: string): Act {
  const text = jsonRegister(of)
  const sent = as === undefined ? text : text.replace(`police:${of.code}`, as)
  return (place) => place.deliver(`${name}.json`, sent).then(() => true)
}

async function assigned(place: Place, reporter: string): Promise<boolean> {
  const own = await place.newest(({ reporter_id }) => reporter_id === null)
  return didTo(own, ({ submission_id }) => assign(place, submission_id, { ...why, reporter }))
}

async function extended(place: Place, reporter: string, until: CalendarDate): Promise<boolean> {
  await extend(place, 'returnee-register', { ...why, reporter, window: 'adm:2026-01', until })
  return true
}

/** What is refused, as to withdraw twice, has not been done. */
async function didTo(
  own: Submission | undefined,
  act: (own: Submission) => Promise<unknown>,
): Promise<boolean> {
  if (own === undefined) return false
  return act(own).then(
    () => true,
    (cause: Error) => {
      if (cause.name === 'UsageError') return false
      throw cause
    },
  )
}

/** Acts at moments of six days of Vietnam, some of them of another day in UTC. */
function schedule(seed: number) {
  const [order] = fc.sample(fc.shuffledSubarray(Object.keys(acts), { minLength: 16 }), {
    seed,
    numRuns: 1,
  })
  const hours = ['00:10', '06:59', '07:00', '15:30', '23:50']
  return (order ?? []).map((name, n) => {
    const day = days[Math.floor((n * days.length) / (order ?? []).length)] as CalendarDate
    return { name, at: new Date(`${day}T${hours[n % hours.length]}:00+07:00`), day }
  })
}

describe.each([8, 11])('six days, seed %i', (seed) => {
  let site: TestSite
  afterAll(() => site.remove())

  it('are dumped later as they were dumped at their end', async () => {
    site = await testSite({ plan: 'bac-ninh-2026', communes: ['07210', '07246', '07264'] })
    let now = new Date(`${days[0]}T00:00:00+07:00`)
    const effects: Effects = { ...site.effects, clock: () => now }
    const place: Place = {
      ...{ site: site.site, effects, deliver: site.deliver },
      async newest(fits) {
        const ledger = await openLedgerReadOnly(site.site.ledger)
        const rows = await ledger.db.selectFrom('submission').selectAll().execute()
        await ledger.close()
        return rows
          .filter(({ assignment }) => assignment === null)
          .toSorted((a, b) => (a.received_at < b.received_at ? -1 : 1))
          .findLast(fits)
      },
    }
    const done: string[] = []
    const dumped = new Map<CalendarDate, string>()
    const planned = schedule(seed)
    for (const day of days) {
      for (const { name, at } of planned
        .filter((one) => one.day === day)
        .toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
        now = at
        if (await acts[name]?.(place)) done.push(name)
        await pull(place)
      }
      now = new Date(`${day}T23:59:30+07:00`)
      await build(place)
      dumped.set(day, (await dumpLines(place, {})).text)
    }
    expect(done.length, done.join(', ')).toBeGreaterThan(11)
    expect(new Set(dumped.values()).size).toBeGreaterThan(4)
    now = new Date('2026-03-20T09:00:00+07:00')
    await pull(place)
    await build(place)
    for (const day of days) {
      const then = await dumpLines(place, { asOf: day })
      expect(then.text === dumped.get(day), `${day}, after ${done.join(', ')}`).toBe(true)
    }
    const second = days[1] as CalendarDate
    const sha = createHash('sha256')
      .update(`${dumped.get(second)}\n`)
      .digest('hex')
    const { json } = await status(place, { asOf: second })
    expect(json).toMatchObject({ businessDate: second, resultHash: sha, generation: null })
    const asked = { unit: '24', window: 'adm:2026-01' }
    const { json: before } = await explainFigure(place, 'employment-rate', {
      ...{ ...asked, asOf: '2026-01-10' },
    })
    expect(before).toMatchObject({ value: null, contributions: [] })
    const { json: after } = await explainFigure(place, 'employment-rate', asked)
    expect(after).toMatchObject({ value: { numerator: 0 } })
  })
})
