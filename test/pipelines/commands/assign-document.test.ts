import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { assign } from '#pipelines/commands/assign.ts'
import { build, publish, pull } from '#pipelines/commands/jobs.ts'
import { rebuild } from '#pipelines/commands/rebuild.ts'
import { openStation, type Station } from '#pipelines/station.ts'
import { openCurrent } from '#pipelines/warehouse/generation.ts'
import { byHandCommunes } from '#test/support/by-hand.ts'
import { type TestSite, testSite } from '#test/support/site.ts'

vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))
vi.mock('#pipelines/warehouse/builder.ts', () => import('#test/support/builder-in-process.ts'))

const why = { reason: 'bản có chữ ký, gửi kèm bộ biểu', actor: 'Phòng' }
const signed = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Sig >>\nendobj\n%%EOF\n')

const narrative = (revision: number, text: string) =>
  JSON.stringify({
    form: 'narrative',
    version: 1,
    reporter: 'committee:07246',
    window: 'adm:2026-Q1',
    revision,
    nil: false,
    dataTo: '2026-03-14',
    rows: [{ section: 'I', title: 'Công tác chỉ đạo, triển khai', text }],
  })

describe('a signed report without a workbook', () => {
  let place: TestSite
  let receipt: string

  beforeAll(async () => {
    place = await testSite({
      plan: 'bac-ninh-2026',
      communes: byHandCommunes,
      businessDate: '2026-03-20',
    })
    place.setDay('2026-03-17')
    await place.deliver('bao-cao.pdf', signed)
    await place.deliver('noi-dung.json', Buffer.from(narrative(1, 'Đã ban hành kế hoạch.')))
    await pull(context())
    receipt = await inStation(async ({ ledger }) => {
      const { sha256 } = await ledger.db
        .selectFrom('delivery')
        .select('sha256')
        .where('source_name', '=', 'bao-cao.pdf')
        .executeTakeFirstOrThrow()
      return sha256
    })
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

  async function inForce(): Promise<readonly string[]> {
    const engine = await openCurrent(place.site.warehouse)
    const rows = await engine.rows(
      'select reporter_id, section, attachment from now_narrative order by all',
    )
    engine.close()
    return rows.map((row) => Object.values(row).join(' '))
  }

  it('is kept whole, and its sender hears what to do', async () => {
    await build(context())
    await publish(context())
    const page = join(place.site.out, 'feedback', `${receipt.slice(0, 12)}.txt`)
    expect(await readFile(page, 'utf8')).toContain(
      'Văn bản PDF (.pdf) đã được lưu nguyên vẹn nhưng chưa rõ là báo cáo của đơn vị nào, kỳ nào',
    )
    expect(await inStation(({ vault }) => vault.get(receipt))).toEqual(new Uint8Array(signed))
    expect(await inForce()).toEqual(['committee:07246 I '])
  })

  it('is no form of figures', async () => {
    const q1 = { ...why, reporter: 'committee:07210', window: 'adm:2026-Q1', form: 'support-model' }
    await assign(context(), receipt, q1)
    await pull(context())
    await build(context())
    expect(await inForce()).toEqual(['committee:07246 I '])
  })

  it('is the report of whom a person says, until he sends Biểu 13 itself', async () => {
    await assign(context(), receipt, {
      ...why,
      reporter: 'committee:07210',
      window: 'adm:2026-Q1',
      form: 'narrative',
    })
    await pull(context())
    const before = await build(context())
    expect(await inForce()).toEqual(['committee:07210 VB .pdf', 'committee:07246 I '])
    const hash = (before.json as { built: { resultHash: string } }).built.resultHash
    expect((await rebuild(context())).json).toMatchObject({ before: hash, after: hash, same: true })

    await assign(context(), receipt, {
      ...why,
      reporter: 'committee:07246',
      window: 'adm:2026-Q1',
      form: 'narrative',
    })
    await pull(context())
    await build(context())
    expect(await inForce()).toEqual(['committee:07246 I '])
  })
})
