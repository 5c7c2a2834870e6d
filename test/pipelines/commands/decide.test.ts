import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { pagePaths } from '#dashboards/pages/layout.ts'
import { accept, withdraw } from '#pipelines/commands/decide.ts'
import { publish } from '#pipelines/commands/jobs.ts'
import { receiptOf } from '#pipelines/commands/receipt.ts'
import { read } from '#pipelines/run.ts'
import { openStation } from '#pipelines/station.ts'
import { measure } from '#pipelines/steps/measure.ts'
import { receive } from '#pipelines/steps/receive.ts'
import { openCurrent } from '#pipelines/warehouse/generation.ts'
import { byHandCommunes, byHandDeliveries, byHandWorkbook } from '#test/support/by-hand.ts'
import { type TestSite, testSite } from '#test/support/site.ts'

// Readers and builder of this process: what guards them is tested elsewhere.
vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))
vi.mock('#pipelines/warehouse/builder.ts', () => import('#test/support/builder-in-process.ts'))

/** A register of seven rows, and a replacement that keeps three of them. */
describe('a held replacement', () => {
  let place: TestSite
  let receipt: string

  beforeAll(async () => {
    place = await testSite({
      plan: 'bac-ninh-2026',
      communes: byHandCommunes,
      businessDate: '2026-03-20',
    })
    const files = await inStation(byHandDeliveries)
    const whole = files.find(({ name }) => name.startsWith('07 ')) as (typeof files)[number]
    const short = await inStation((station) =>
      byHandWorkbook(station, '7', { revision: '2', most: 3 }),
    )
    for (const [name, content] of [
      ['whole.xlsx', whole.bytes],
      ['short.xlsx', short],
    ] as const) {
      await place.deliver(name, content)
    }
    place.setDay('2026-03-17')
    receipt = await inStation(async (station) => {
      await receive(station)
      const { decided } = await read(station)
      const held = decided.find(({ submission }) => submission.outcome === 'held')
      return held?.submission.submission_id ?? 'none is held'
    })
  })

  afterAll(() => place.remove())

  const context = () => ({ site: place.site, effects: place.effects })

  async function inStation<T>(
    work: (station: Awaited<ReturnType<typeof openStation>>) => Promise<T>,
  ) {
    const station = await openStation(place.site, place.effects)
    try {
      return await work(station)
    } finally {
      await station.close()
    }
  }

  async function rowsInForce(): Promise<number> {
    await inStation((station) => measure(station))
    const engine = await openCurrent(place.site.warehouse)
    const [row] = await engine.rows(
      "select count(*) as n from now_returnee_register where reporter_id = 'police:07210'",
    )
    engine.close()
    return Number(row?.['n'])
  }

  it('shows what it changes, and changes nothing, while nobody gives a reason', async () => {
    const { text, json } = await accept(context(), receipt)
    expect(json).toMatchObject({
      kind: 'difference',
      submission: receipt,
      difference: {
        rowsBefore: 7,
        rowsAfter: 3,
        gone: Array.from({ length: 4 }, () => ({ row: expect.any(Number) })),
        come: [],
        changedRows: 0,
        changedCells: {},
      },
    })
    expect(text).toContain('rows 7 -> 3: 4 gone, 0 new, 0 changed')
    expect(text).toMatch(/gone row \d+: case …[A-Z2-7]{6}, nid …[A-Z2-7]{6}/)
    expect(text).toContain(`hoanhap accept ${receiptOf(receipt)} --reason …`)
    expect(text).not.toMatch(/\d{9}/)
    expect(await rowsInForce()).toBe(7)
  })

  it('counts once somebody accepts it, and no longer when it is withdrawn', async () => {
    expect(await rowsInForce()).toBe(7)
    const [sha256 = ''] = receipt.split('/')
    const said = await accept(context(), sha256.slice(0, 12), {
      reason: 'đã xác minh',
      actor: 'Phòng',
    })
    expect(said.json).toMatchObject({ kind: 'accept', submission: receipt, revision: 2 })
    expect(said.json).toMatchObject({ difference: { rowsBefore: 7, rowsAfter: 3 } })
    place.setDay('2026-03-18')
    expect(await rowsInForce()).toBe(3)
    await withdraw(context(), receipt, { reason: 'gửi nhầm', actor: 'Phòng' })
    expect(await rowsInForce()).toBe(7)
  })

  it('leaves a commune whose page says that its report was taken back', async () => {
    const whole = await inStation(({ ledger }) =>
      ledger.db
        .selectFrom('submission')
        .select('submission_id')
        .where('reporter_id', '=', 'police:07210')
        .where('submission_id', '!=', receipt)
        .executeTakeFirstOrThrow(),
    )
    await withdraw(context(), whole.submission_id, { reason: 'gửi nhầm', actor: 'Phòng' })
    expect(await rowsInForce()).toBe(0)
    await publish(context())
    const page = await readFile(join(place.site.out, pagePaths.commune('07210')), 'utf8')
    expect(page).toContain('Đã rút lại, đề nghị gửi lại')
    expect(page).not.toContain('Đã tiếp nhận</')
    expect(page).toMatch(/Đã tiếp nhận 0\/\d+ biểu/)
  })

  it('is found by its number only, and only a held one is accepted', async () => {
    await expect(accept(context(), 'ffff', { reason: 'x' })).rejects.toThrow(/no submission 'ffff'/)
    await expect(accept(context(), 'zzzz', { reason: 'x' })).rejects.toThrow(/no submission 'zzzz'/)
    await expect(accept(context(), '', { reason: 'x' })).rejects.toThrow(/names 2 submissions/)
  })
})
