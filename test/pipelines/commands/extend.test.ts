import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { alertList, alertShow } from '#pipelines/commands/alerts.ts'
import { extend } from '#pipelines/commands/extend.ts'
import { build } from '#pipelines/commands/jobs.ts'
import { rebuild } from '#pipelines/commands/rebuild.ts'
import { openStation } from '#pipelines/station.ts'
import { measureAsOf } from '#pipelines/steps/measure.ts'
import { type Engine, openReadOnly } from '#pipelines/warehouse/engine.ts'
import { openCurrent } from '#pipelines/warehouse/generation.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { byHandCommunes } from '#test/support/by-hand.ts'
import { hoanhap } from '#test/support/command-line.ts'
import { type TestSite, testSite } from '#test/support/site.ts'

// Readers and builder of this process: what guards them is tested elsewhere.
vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))
vi.mock('#pipelines/warehouse/builder.ts', () => import('#test/support/builder-in-process.ts'))

const why = { reason: 'mất điện do bão', actor: 'Phòng' }
const january = { ...why, reporter: 'police:07210', window: 'adm:2026-01' }

/** Nobody has sent anything; the register of January was due before 18/1/2026. */
describe('more time for one report', () => {
  let place: TestSite

  beforeAll(async () => {
    place = await testSite({ plan: 'bac-ninh-2026', communes: byHandCommunes })
    place.setDay('2026-01-22')
  })

  afterAll(() => place.remove())

  const context = () => ({ site: place.site, effects: place.effects })
  const until = (day: CalendarDate) =>
    extend(context(), 'returnee-register', { ...january, until: day })

  /** Day and reference of the obligation, and whether it is overdue. */
  async function stateIn(engine: Engine) {
    const [row] = await engine.rows(`
      select o.due_before::text as due, o.basis, o.reference,
        (select count(*) from condition c where c.rule = 'overdue' and c.target = 'returnee-register/police:07210'
          and c.window_id = o.window_id) as overdue
      from obligation o
      where o.form = 'returnee-register' and o.reporter_id = 'police:07210' and o.window_id = 'adm:2026-01'`)
    return { ...row, overdue: Number(row?.['overdue']) }
  }

  async function asOf(day: CalendarDate) {
    const station = await openStation(place.site, place.effects)
    const file = await measureAsOf(station, day)
    await station.close()
    const engine = await openReadOnly(file)
    try {
      return await stateIn(engine)
    } finally {
      engine.close()
      await rm(file)
    }
  }

  async function current() {
    const engine = await openCurrent(place.site.warehouse)
    try {
      return await stateIn(engine)
    } finally {
      engine.close()
    }
  }

  it('is given only for a report that is expected, and never shortens', async () => {
    await expect(
      extend(context(), 'returnee-register', {
        ...january,
        window: 'adm:2026-Q1',
        until: '2026-02-01',
      }),
    ).rejects.toThrow(/is expected; its windows: adm:2026-01, adm:2026-02/)
    await expect(
      extend(context(), 'exemplar', { ...january, until: '2026-02-01' }),
    ).rejects.toThrow(/is expected; it sends: returnee-register/)
    await expect(
      extend(context(), 'exemplar', { ...january, reporter: 'police:1', until: '2026-02-01' }),
    ).rejects.toThrow(/reporters are written police:07210/)
    const asked = ['--reporter', 'police:07210', '--window', 'adm:2026-01', '--until', '2026-02-01']
    const words = ['--data', place.site.data, 'extend', 'exemplar', ...asked, '--reason', 'x']
    expect(await hoanhap(words, place.effects)).toMatchObject({
      code: 2,
      err: expect.stringContaining('it sends: returnee-register'),
    })
    await expect(until('2026-01-17')).rejects.toThrow(
      /due by 2026-01-17 already, and time is not shortened$/,
    )
  })

  it('moves the day from the next build on, and what was overdue is no more', async () => {
    await until('2026-01-25')
    const built = await build(context())
    expect(await current()).toEqual({
      due: '2026-01-26',
      basis: 'directive',
      reference: expect.stringMatching(/^\S.*, được gia hạn đến hết ngày 25\/1\/2026$/),
      overdue: 0,
    })
    expect(built.ok).toBe(true)
    expect(await asOf('2026-01-21')).toMatchObject({ due: '2026-01-18', overdue: 1 })
    expect((await rebuild(context())).json).toMatchObject({ same: true })
  })

  it('ends on its own last day; the newest decides, and the schedule’s own day takes it back', async () => {
    await expect(until('2026-01-24')).rejects.toThrow(/--until 2026-01-17 takes the extension back/)
    await until('2026-01-27')
    place.setDay('2026-01-28')
    await build(context())
    expect(await current()).toMatchObject({ due: '2026-01-28', overdue: 1 })
    await until('2026-01-17')
    const station = await openStation(place.site, place.effects)
    const { db } = station.ledger
    const acts = await db.selectFrom('action').select(['kind', 'obligation', 'detail']).execute()
    const trail = await db.selectFrom('audit').select(['action', 'object']).execute()
    await station.close()
    const obligation = 'returnee-register police:07210 adm:2026-01'
    const days = ['2026-01-25', '2026-01-27', '2026-01-17']
    expect(acts).toEqual(days.map((detail) => ({ kind: 'extend', obligation, detail })))
    expect(trail).toEqual(days.map(() => ({ action: 'extend', object: obligation })))
  })

  it('closes the case of what was overdue, which says so', async () => {
    await until('2026-02-05')
    await build(context())
    const { json } = await alertList(context(), { state: 'resolved' })
    const { cases } = json as { cases: readonly { case: string; rule: string; target: string }[] }
    const own = cases.filter(({ target }) => target === 'returnee-register/police:07210')
    const told = await Promise.all(
      own.map(async (one) => {
        const shown = (await alertShow(context(), one.case)).json
        const { events } = shown as { events: readonly { cause: string; note: string }[] }
        const { cause, note } = events.at(-1) ?? {}
        return [one.rule, cause, note]
      }),
    )
    expect(told).toEqual([
      ['overdue', 'extended', 'trước ngày 6/2/2026'],
      ['due-soon', 'passed', null],
    ])
  })
})
