import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { correct } from '#pipelines/commands/correct.ts'
import { withdraw } from '#pipelines/commands/decide.ts'
import { build, pull, run } from '#pipelines/commands/jobs.ts'
import { rebuild } from '#pipelines/commands/rebuild.ts'
import { examine } from '#pipelines/doctor/index.ts'
import { counting } from '#pipelines/ledger/submissions.ts'
import { openStation, type Station } from '#pipelines/station.ts'
import { readParsed } from '#pipelines/vault/parsed.ts'
import { openCurrent } from '#pipelines/warehouse/generation.ts'
import { LIST, opened, registerBook, residentRows } from '#test/support/officers-book.ts'
import { type TestSite, testSite } from '#test/support/site.ts'
import { onCover, spoiled } from '#test/support/spoiled.ts'

vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))
vi.mock('#pipelines/warehouse/builder.ts', () => import('#test/support/builder-in-process.ts'))

const why = { reason: 'đơn vị điện thoại đính chính', actor: 'Phòng' }
const place = { form: 'returnee-register', reporter_id: 'police:07210', window_id: 'adm:2026-01' }

/** The register of Công an phường Bắc Giang for January: eight residents, the one of row 11 with a bad number. */
describe('a correction by telephone', () => {
  let site: TestSite
  let sent: string
  let becomes: string

  beforeAll(async () => {
    site = await testSite({
      plan: 'bac-ninh-2026',
      communes: ['07210', '07246', '07264'],
      businessDate: '2026-01-20',
    })
    site.setDay('2026-01-15')
    await site.deliver('register.xlsx', await registerBook({ 2: { national_id: '12345' } }))
    await run(site)
    sent = await inStation(async ({ ledger }) => (await inForce(ledger.db))?.submission_id ?? '')
    site.setDay('2026-01-16')
  })
  afterAll(() => site.remove())

  async function inStation<T>(work: (station: Station) => Promise<T>): Promise<T> {
    const station = await openStation(site.site, site.effects)
    try {
      return await work(station)
    } finally {
      await station.close()
    }
  }

  const inForce = async (db: Station['ledger']['db']) => (await counting(db, place)).at(-1)
  const failing = async () => (await examine(site.site, true)).filter(({ ok }) => !ok)

  /** Row and group of the rows that count, as the generation holds them. */
  async function measured() {
    const engine = await openCurrent(site.site.warehouse)
    try {
      const rows = await engine.rows(
        `select f.row || ' ' || f."group" as said from form_returnee_register f
         join in_force i using (submission_id) order by f.row`,
      )
      return rows.map(({ said }) => said)
    } finally {
      engine.close()
    }
  }

  it.each([
    ['an empty wish', {}, /say what is corrected/],
    ['a column that there is not', { cell: 'ZZ11', value: 'x' }, /no cell of a column/],
    ['a row that there is not', { cell: 'H300', value: 'Nam' }, /stands in no row/],
    [
      'a value that would not be accepted',
      { cell: 'H10', value: 'gì' },
      /nothing was stored\n.*ô H10/,
    ],
    [
      'a value by which its row is lost',
      { cell: 'G10', value: '1979' },
      /nothing was stored\n.*ô D10/,
    ],
    ['one cell twice', { set: ['H10=Nam', '10/sex=Nữ'] }, /given two values/],
  ])('refuses %s and stores nothing', async (_, options, message) => {
    const files = () => inStation(({ vault }) => vault.all())
    const before = await files()
    await expect(correct(site, sent, { ...why, ...options })).rejects.toThrow(message)
    expect(await files()).toEqual(before)
  })

  it('counts in place of what was sent, one sending higher, with just those cells changed', async () => {
    const set = ['10/group=B']
    const { json } = await correct(site, sent, { ...why, cell: 'D11', value: '024085000002', set })
    becomes = (json as { becomes: string }).becomes
    await inStation(async ({ ledger, vault, site: { parsed } }) => {
      const now = await inForce(ledger.db)
      expect(now).toMatchObject({
        submission_id: becomes,
        revision: 2,
        outcome: 'accepted',
        rows_accepted: 8,
      })
      const { rows } = await readParsed(parsed, now?.parsed_name ?? '')
      expect(rows.map(({ values }) => values['group']).join(' ')).toBe(
        'chua B chua chua chua chua chua chua',
      )
      const [old, made] = await Promise.all(
        [sent, becomes].map(async (id) => opened(await vault.get(id.split('/')[0] ?? ''))),
      )
      const texts = (book: typeof made) => {
        const cells = new Map<string, string>()
        for (const sheet of book?.worksheets ?? []) {
          sheet.eachRow((row) =>
            row.eachCell((cell) => cells.set(`${sheet.name}!${cell.address}`, cell.text)),
          )
        }
        return cells
      }
      const before = texts(old)
      const changed = [...texts(made)].filter(([cell, text]) => before.get(cell) !== text)
      expect(Object.fromEntries(changed)).toEqual({
        '00.Thong tin!B10': 'Báo cáo thay thế (toàn bộ)',
        '00.Thong tin!B11': '2',
        '00.Thong tin!B12': why.reason,
        [`${LIST}!AS10`]: 'B',
        [`${LIST}!D11`]: '024085000002',
      })
    })
    await build(site)
    expect(await measured()).toContain('10 B')
  })

  it('is traced as what it was: an act and an arrival of their own, values of persons masked', async () => {
    await inStation(async ({ ledger: { db } }) => {
      const actions = await db.selectFrom('action').selectAll().execute()
      expect(actions).toMatchObject([
        { kind: 'correct', actor: 'Phòng', submission_id: sent, reason: why.reason },
      ])
      expect(JSON.parse(actions[0]?.detail ?? '')).toEqual({
        becomes,
        cells: [
          { cell: 'AS10', field: 'group', before: 'chua', after: 'B' },
          { cell: 'D11', field: 'national_id', before: null, after: '‹12 chữ số›' },
        ],
      })
      const deliveries = await db.selectFrom('delivery').selectAll().orderBy('id').execute()
      expect(deliveries.map(({ connector }) => connector)).toEqual(['inbox', 'telephone'])
      const trail = await db.selectFrom('audit').selectAll().execute()
      expect(trail.map(({ action, object }) => [action, object])).toEqual([['correct', sent]])
      expect(JSON.stringify([actions, deliveries, trail])).not.toContain('024085000002')
    })
  })

  it('leaves doctor and rebuild content, and is taken in by no later look', async () => {
    expect(await failing()).toEqual([])
    expect((await rebuild(site)).ok).toBe(true)
    expect((await pull(site)).json).toMatchObject({ received: { arrivals: 0 }, kept: { read: 0 } })
  })

  it('is not made of what has been replaced', async () => {
    const again = { ...why, cell: 'G10', value: '1980' }
    await expect(correct(site, sent, again)).rejects.toThrow(/is not what counts for its report/)
  })

  it('taken back, brings back what was sent', async () => {
    await withdraw(site, becomes, why)
    await build(site)
    await inStation(async ({ ledger }) =>
      expect((await inForce(ledger.db))?.submission_id).toBe(sent),
    )
    expect(await measured()).toContain('10 chua')
    expect(await failing()).toEqual([])
  })

  it('of a JSON document is a JSON document, its rows named by number and field', async () => {
    const rows = residentRows({}, 4)
    const envelope = { form: 'returnee-register', version: 1, reporter: 'police:07246' }
    const whole = {
      ...envelope,
      window: 'adm:2026-01',
      revision: 3,
      nil: false,
      dataTo: '2026-01-14',
    }
    site.setDay('2026-01-17')
    await site.deliver('rows.json', JSON.stringify({ ...whole, rows }))
    await pull(site)
    const other = { ...place, reporter_id: 'police:07246' }
    const id = await inStation(async ({ ledger }) => {
      const counts = await counting(ledger.db, other)
      expect(counts.at(-1)).toMatchObject({ outcome: 'accepted', rows_accepted: 4 })
      return counts.at(-1)?.submission_id ?? ''
    })
    const { json } = await correct(site, id, { ...why, set: ['3/group=B'] })
    const made = (json as { becomes: string }).becomes.split('/')[0] ?? ''
    const document = await inStation(({ vault }) => vault.get(made))
    const said = JSON.parse(new TextDecoder().decode(document))
    expect(said).toMatchObject({ ...whole, revision: 4 })
    const expected = rows.map((row, n) => (n === 2 ? { ...row, group: 'B' } : row))
    const filled = expected.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
    )
    expect(said.rows).toEqual(filled)
  })

  it('ticks what a sender forgot to tick', async () => {
    const unticked = await spoiled(await registerBook(), (book) => {
      const list = book.getWorksheet(LIST)
      for (let row = 9; row < 17; row++) list?.getRow(row).eachCell((cell) => (cell.value = null))
    })
    const elsewhere = await spoiled(unticked, (book) => {
      const front = book.getWorksheet('00.Thong tin')
      if (front !== undefined) front.getCell('B4').value = '07264'
    })
    site.setDay('2026-01-18')
    await site.deliver(
      'nothing.xlsx',
      await spoiled(elsewhere, onCover('Đơn vị báo cáo', 'Công an xã')),
    )
    await pull(site)
    const id = await inStation(async ({ ledger: { db } }) => {
      const rows = await db.selectFrom('submission').selectAll().execute()
      return rows.find(({ reporter_id }) => reporter_id === 'police:07264')?.submission_id ?? ''
    })
    const value = '☑ Không phát sinh trong kỳ'
    const { json } = await correct(site, id, { ...why, cell: 'A4', value })
    expect(json).toMatchObject({
      cells: [{ cell: 'A4', field: 'nil', before: null, after: value }],
    })
    const other = { ...place, reporter_id: 'police:07264' }
    await inStation(async ({ ledger }) =>
      expect((await counting(ledger.db, other)).at(-1)).toMatchObject({ nil: 1, revision: 2 }),
    )
  })
})
