import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { assign } from '#pipelines/commands/assign.ts'
import { accept, withdraw } from '#pipelines/commands/decide.ts'
import { build, publish, pull } from '#pipelines/commands/jobs.ts'
import { rebuild } from '#pipelines/commands/rebuild.ts'
import { status } from '#pipelines/commands/status.ts'
import { counting } from '#pipelines/ledger/submissions.ts'
import { openStation, type Station } from '#pipelines/station.ts'
import { measureAsOf } from '#pipelines/steps/measure.ts'
import { openReadOnly } from '#pipelines/warehouse/engine.ts'
import { openCurrent } from '#pipelines/warehouse/generation.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { byHandCommunes, byHandDeliveries, byHandWorkbook } from '#test/support/by-hand.ts'
import { hoanhap } from '#test/support/command-line.ts'
import { filesBelow } from '#test/support/folder-of-test.ts'
import { type TestSite, testSite } from '#test/support/site.ts'
import { coverless, onCover, spoiled } from '#test/support/spoiled.ts'

// Readers and builder of this process: what guards them is tested elsewhere.
vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))
vi.mock('#pipelines/warehouse/builder.ts', () => import('#test/support/builder-in-process.ts'))

const why = { reason: 'đã gọi điện xác minh', actor: 'Phòng' }
const march = { ...why, reporter: 'police:07210', window: 'adm:2026-03' }

/**
 * The register of Công an phường Bắc Giang for March, seven rows, came without its cover on 17/3; a list of an unknown unit came with it,
 * and a third sheet of which no form was known.
 */
describe('a file that does not say whose it is', () => {
  let place: TestSite
  let receipts: Readonly<Record<'coverless' | 'stranger' | 'formless' | 'good', string>>

  beforeAll(async () => {
    place = await testSite({
      plan: 'bac-ninh-2026',
      communes: byHandCommunes,
      businessDate: '2026-03-20',
    })
    const files = await inStation(byHandDeliveries)
    const of = (order: string) => {
      const found = files.find(({ name }) => name.startsWith(order))
      if (found === undefined) throw new RangeError(order)
      return found.bytes
    }
    const short = await inStation((s) => byHandWorkbook(s, '7', { revision: '2', most: 3 }))
    const named = {
      coverless: await spoiled(of('07 '), coverless),
      stranger: await spoiled(short, onCover('Mã đơn vị', '99999')),
      formless: await spoiled(of('20 '), (book) => {
        for (const sheet of book.worksheets) {
          if (sheet.name.startsWith('04')) sheet.spliceRows(1, 8, ['Mô hình của phường'])
          sheet.name = sheet.name.replace('04.', 'Trang ')
        }
      }),
      good: of('04 '),
    }
    place.setDay('2026-03-17')
    for (const [name, bytes] of Object.entries(named)) await place.deliver(`${name}.xlsx`, bytes)
    await pull(context())
    receipts = await inStation(async ({ ledger }) => {
      const rows = await ledger.db.selectFrom('delivery').selectAll().execute()
      const entries = rows.map((row) => [
        row.source_name.replace('.xlsx', ''),
        row.sha256.slice(0, 12),
      ])
      return Object.fromEntries(entries)
    })
    await build(context())
  })

  afterAll(() => place.remove())

  const context = () => ({ site: place.site, effects: place.effects })

  async function inStation<T>(work: (station: Station) => Promise<T>): Promise<T> {
    const station = await openStation(place.site, place.effects)
    try {
      return await work(station)
    } finally {
      await station.close()
    }
  }

  const told = () =>
    inStation(({ ledger }) =>
      ledger.db
        .selectFrom('submission')
        .select(['submission_id', 'outcome', 'reporter_id', 'window_id', 'decided_at'])
        .where('assignment', 'is', null)
        .orderBy('submission_id')
        .execute(),
    )

  const MARCH = `select count(*) as n from now_returnee_register
    where reporter_id = 'police:07210' and window_id = 'adm:2026-03'`

  async function rowsOfMarch(): Promise<number> {
    const engine = await openCurrent(place.site.warehouse)
    const [row] = await engine.rows(MARCH)
    engine.close()
    return Number(row?.['n'])
  }

  async function rowsOfMarchAsOf(day: CalendarDate): Promise<number> {
    const file = await inStation((station) => measureAsOf(station, day))
    const engine = await openReadOnly(file)
    const [row] = await engine.rows(MARCH)
    engine.close()
    await rm(file)
    return Number(row?.['n'])
  }

  /** Rows of what counts for March, what is in force last. */
  const countingRows = (reporter_id = 'police:07210', window_id = 'adm:2026-03') =>
    inStation(async ({ ledger }) => {
      const of = { form: 'returnee-register', reporter_id, window_id }
      return (await counting(ledger.db, of)).map((one) => one.rows_accepted)
    })

  const vaultBytes = () => filesBelow(place.site.vault)

  it('waits for a person, by its receipt and with the words to type', async () => {
    const { text, json } = await status(context())
    expect(text).toContain(
      `waiting: nobody knows reporter, window of ${receipts.coverless}/returnee-register; say it: hoanhap assign ${receipts.coverless}/returnee-register --reporter … --window … --reason …`,
    )
    expect(text).toContain(
      `hoanhap assign ${receipts.stranger}/returnee-register --reporter … --reason …`,
    )
    expect(text).not.toContain('.xlsx')
    expect((json as { nameless: unknown[] }).nameless).toHaveLength(3)
  })

  it('is not given what nobody knows', async () => {
    const refused = (receipt: string, options: Partial<typeof march & { form: string }>) =>
      assign(context(), receipt, { ...why, ...options }).then(
        () => 'done',
        (error: Error) => `${error.name}: ${error.message}`,
      )
    const { coverless: whole, formless, good } = receipts
    expect(await refused('ffff', march)).toMatch(/^UsageError: no submission 'ffff'/)
    const words = ['assign', 'ffff', '--window', 'adm:2026-03', '--reason', 'x']
    expect(await hoanhap(['--data', place.site.data, ...words], place.effects)).toMatchObject({
      code: 2,
      err: expect.stringContaining("no submission 'ffff'"),
    })
    expect(await refused('', march)).toMatch(/names 4 submissions; say which: [0-9a-f]{12}\//)
    expect(await refused(whole, {})).toMatch(/--reporter, --window or --form/)
    expect(await refused(whole, { window: 'adm:2026-03' })).toMatch(
      /names no sender; say --reporter: police:07210, police:07246, police:07264, committee:07210/,
    )
    expect(await refused(whole, { ...march, reporter: 'police:07211' })).toMatch(
      /reporter 'police:07211' is unknown; nearest: police:07210/,
    )
    expect(await refused(whole, { reporter: 'police:07210' })).toMatch(
      /names no window; say --window: adm:2026-01, adm:2026-02, adm:2026-03, adm:2026-04$/,
    )
    expect(await refused(whole, { ...march, window: 'adm:2026-Q1' })).toMatch(
      /window 'adm:2026-Q1' is none of returnee-register.*adm:2026-03/,
    )
    expect(await refused(whole, { ...march, reporter: 'committee:07210' })).toMatch(
      /committee:07210 does not send returnee-register; it sends: support-model, exemplar, communication, tally,/,
    )
    expect(await refused(whole, { ...march, form: 'exemplar' })).toMatch(
      /was recognised: returnee-register/,
    )
    const q1 = { reporter: 'committee:07210', window: 'adm:2026-Q1' }
    expect(await refused(formless, q1)).toMatch(
      /no form was found in it; say --form: returnee-register/,
    )
    expect(await refused(formless, { ...q1, form: 'models' })).toMatch(
      /form 'models' is unknown; known: /,
    )
    expect(await refused(good, march)).toMatch(
      /was accepted and counts; take it back first: hoanhap withdraw/,
    )
    const { action, audit } = await inStation(async ({ ledger: { db } }) => ({
      action: await db.selectFrom('action').selectAll().execute(),
      audit: await db.selectFrom('audit').selectAll().execute(),
    }))
    expect([action, audit]).toEqual([[], []])
  })

  it('counts as the person says, from that moment on and from the next build', async () => {
    const before = { told: await told(), vault: await vaultBytes() }
    expect(await rowsOfMarch()).toBe(0)
    place.setDay('2026-03-18')
    const said = await assign(context(), receipts.coverless, march)
    expect(said.json).toMatchObject({
      kind: 'assign',
      form: 'returnee-register',
      reporter: 'police:07210',
      window: 'adm:2026-03',
    })
    const first = await build(context())
    expect(await rowsOfMarch()).toBe(7)
    expect(await rowsOfMarchAsOf('2026-03-17')).toBe(0)
    expect({ told: await told(), vault: await vaultBytes() }).toEqual(before)

    const hash = (first.json as { built: { resultHash: string } }).built.resultHash
    expect((await pull(context())).json).toMatchObject({ kept: { read: 0, unchanged: 5 } })
    expect((await rebuild(context())).json).toMatchObject({ before: hash, after: hash, same: true })
  })

  it('arrived on the day it was received, and its page says who named the sender', async () => {
    const engine = await openCurrent(place.site.warehouse)
    const [arrival] = await engine.rows(
      "select arrived_on::text as day from first_arrival where reporter_id = 'police:07210' and window_id = 'adm:2026-03'",
    )
    engine.close()
    expect(arrival?.['day']).toBe('2026-03-17')
    await publish(context())
    const page = await readFile(
      join(place.site.out, 'feedback', `${receipts.coverless}.txt`),
      'utf8',
    )
    expect(page).toContain('KẾT QUẢ: Đã tiếp nhận')
    expect(page).toContain('Đơn vị: Công an phường Bắc Giang; kỳ: ')
    expect(page).toContain('Công an tỉnh đã xác định đơn vị gửi và kỳ nêu trên')
    expect(page).not.toContain('thiếu trang')
  })

  it('is held when it would lose many rows, and counts once that is accepted', async () => {
    await assign(context(), receipts.stranger, { ...why, reporter: 'police:07210' })
    await expect(accept(context(), receipts.stranger, why)).rejects.toThrow(/not read yet/)
    await pull(context())
    const held = await inStation(({ ledger }) =>
      ledger.db
        .selectFrom('submission')
        .select(['submission_id', 'outcome', 'revision', 'rows_accepted'])
        .where('outcome', '=', 'held')
        .execute(),
    )
    expect(held).toMatchObject([{ revision: 2, rows_accepted: 3 }])
    await accept(context(), receipts.stranger, why)
    expect(await countingRows()).toEqual([7, 3])
  })

  it('is what it was before when the assignment is taken back, and may be given another', async () => {
    await withdraw(context(), receipts.good, why)
    await assign(context(), receipts.good, { ...why, reporter: 'police:07246' })
    await pull(context())
    expect(await countingRows('police:07246', 'adm:2026-02')).toHaveLength(1)
    expect(await countingRows('police:07210', 'adm:2026-02')).toEqual([])

    await withdraw(context(), receipts.stranger, why)
    expect(await countingRows()).toEqual([7])
    await assign(context(), receipts.coverless, { ...why, window: 'adm:2026-02' })
    await pull(context())
    expect(await countingRows()).toEqual([])
    await expect(
      assign(context(), receipts.coverless, { ...why, window: 'adm:2026-02' }),
    ).rejects.toThrow(/read so already/)
    await assign(context(), receipts.coverless, march)
    await pull(context())
    expect(await countingRows()).toEqual([7])
  })

  it('leaves the list of what waits when nobody wants it', async () => {
    await withdraw(context(), receipts.formless, why)
    place.setDay('2026-03-20')
    await build(context())
    expect(await rowsOfMarch()).toBe(7)
    const { json } = await status(context())
    expect((json as { nameless: { submission_id: string }[] }).nameless).toMatchObject([
      { submission_id: expect.stringContaining(receipts.stranger) },
    ])
  })
})
