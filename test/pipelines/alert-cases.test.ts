import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { alertAck, alertExplain, alertResolve } from '#pipelines/commands/alert-acts.ts'
import { alertList, alertShow } from '#pipelines/commands/alerts.ts'
import { build, publish, pull, run } from '#pipelines/commands/jobs.ts'
import { examine } from '#pipelines/doctor/index.ts'
import { openLedgerReadOnly } from '#pipelines/ledger/open.ts'
import { hoanhap } from '#test/support/command-line.ts'
import { jsonRegister } from '#test/support/json-register.ts'
import { type TestSite, testSite } from '#test/support/site.ts'

vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))
vi.mock('#pipelines/warehouse/builder.ts', () => import('#test/support/builder-in-process.ts'))

/** The province's list of January: so many of the twelve residents of phường Bắc Giang prosecuted on 10/1. */
function offences(cases: number, revision: number): string {
  const rows = Array.from({ length: cases }, (_, n) => ({
    case_ref: `V-${n}`,
    full_name: `Nguyễn Văn ${'ABCDEGHIKLMN'[n]} Ba`,
    national_id: `0240857210${String(n).padStart(2, '0')}`,
    commune: '07210',
    offence_on: '2026-01-09',
    place: 'trong_tinh',
    prosecuted_on: '2026-01-10',
    offence_group: 'so_huu',
    seriousness: 'it',
    source: 'dieu_tra',
  }))
  return JSON.stringify({
    ...{ form: 'reoffence', version: 1, reporter: 'agency:cong-an-tinh', window: 'adm:2026-01' },
    ...{ revision, nil: cases === 0, dataTo: '2026-01-14', rows },
  })
}

let place: TestSite

beforeAll(async () => {
  place = await testSite({ plan: 'bac-ninh-2026', communes: ['07210', '07246'] })
  place.setDay('2026-01-15')
  await place.deliver('a.json', jsonRegister({ code: '07210', residents: 12 }))
  await place.deliver('o1.json', offences(3, 1))
})
afterAll(() => place.remove())

interface Case {
  readonly case: string
  readonly state: string
  readonly rule: string
  readonly unit: string
  readonly figure: string
}

const A = '07210@2025-07-01'

async function ran() {
  const { json } = await run(place)
  return (json as { alerts: Record<string, number> }).alerts
}

/** What is new, taken in and judged; pages are made once, at the end. */
async function built(): Promise<void> {
  await pull(place)
  await build(place)
}

async function casesOf(rule: string, unit = A): Promise<readonly Case[]> {
  const { json } = await alertList(place, { state: 'all', rule: rule as never })
  return (json as { cases: readonly Case[] }).cases.filter((one) => one.unit === unit)
}

async function eventsOf(id: string) {
  const { json } = await alertShow(place, id)
  const { events } = json as {
    events: readonly { kind: string; cause: string | null; note: string | null }[]
  }
  return events.map(({ kind, cause, note }) => [kind, cause, note])
}

it('a case is opened by the run, resolved by corrected data with the reason, and opened again by a later breach', async () => {
  place.setDay('2026-01-16')
  expect(await ran()).toMatchObject({ reopened: 0, resolved: 0, evidence: 0 })
  const [signal] = await casesOf('signal')
  expect(signal).toMatchObject({ state: 'open', figure: '3/12' })
  const id = signal?.case ?? ''

  // The register of xã 07246 was to come before the 18th; on the 16th it is soon.
  expect((await casesOf('due-soon', '07246@2025-07-01')).map(({ figure }) => figure)).toEqual([
    'due before 2026-01-18',
  ])
  const again = await ran()
  expect(Object.values(again).every((n) => n === 0)).toBe(true)

  await alertAck(place, [id.slice(0, 8)], { note: 'PC10 đang rà soát', actor: 'Phòng' })
  await alertExplain(place, id, { note: 'nhầm vụ', cause: 'data-error', actor: 'Phòng' })
  place.setDay('2026-01-17')
  await place.deliver('o2.json', offences(1, 2))
  await place.deliver('b.json', jsonRegister({ code: '07246', residents: 2 }))
  await built()
  expect(await eventsOf(id)).toEqual([
    ['opened', null, null],
    ['acked', null, 'PC10 đang rà soát'],
    ['explained', 'data-error', 'nhầm vụ'],
    ['resolved', 'corrected', 'Công an tỉnh (lần gửi 2)'],
  ])
  const [late] = await casesOf('due-soon', '07246@2025-07-01')
  expect((await eventsOf(late?.case ?? '')).at(-1)?.slice(0, 2)).toEqual(['resolved', 'arrived'])

  await place.deliver('o3.json', offences(4, 3))
  await built()
  await publish(place)
  expect(await casesOf('signal')).toMatchObject([{ case: id, state: 'open', figure: '4/12' }])
  expect((await eventsOf(id)).at(-1)).toEqual(['reopened', null, null])
  expect(
    (await examine(place.site, false)).filter(({ check, ok }) => check === 'alerts' && !ok),
  ).toEqual([])
})

it('people see it: on the page with its history, in the file, on the command line', async () => {
  const page = await readFile(join(place.site.out, 'alerts.html'), 'utf8')
  expect(page).toContain('Theo dõi cảnh báo')
  expect(page).toContain('sai sót khi nhập, tổng hợp số liệu; nhầm vụ')
  expect(page).toContain('số liệu của kỳ đã được điều chỉnh; Công an tỉnh (lần gửi 2)')
  const month = await readFile(join(place.site.out, 'month.html'), 'utf8')
  expect(month).toContain('<a href="alerts.html">Theo dõi cảnh báo</a>')
  const said = await hoanhap(['--data', place.site.data, 'alerts', 'list', '--rule', 'signal'])
  expect(said.out).toContain('4/12')
  expect((await hoanhap(['--data', place.site.data, 'alerts', 'list', '--rule', 'x'])).code).toBe(2)
})

it('what people say is checked, entered once and audited', async () => {
  const [signal] = await casesOf('signal')
  const id = signal?.case ?? ''
  const note = 'Đã kiểm tra'
  await expect(alertAck(place, [''], { note })).rejects.toThrow(/cases: .*give more/)
  await expect(alertAck(place, ['zz'], { note })).rejects.toThrow(/no case 'zz…'/)
  await alertAck(place, [id], { note, actor: 'Phòng' })
  await expect(alertAck(place, [id], { note })).rejects.toThrow(/is acked already/)
  await alertResolve(place, id, { note, actor: 'Phòng' })
  await expect(alertExplain(place, id, { note, cause: 'other' })).rejects.toThrow(
    /is resolved already/,
  )
  const ledger = await openLedgerReadOnly(place.site.ledger)
  const audit = await ledger.db
    .selectFrom('audit')
    .select(['action', 'actor'])
    .where('object', '=', id)
    .orderBy('seq')
    .execute()
  await ledger.close()
  expect(audit.map(({ action, actor }) => `${actor}: ${action}`)).toEqual([
    'Phòng: alert-acked',
    'Phòng: alert-explained',
    'Phòng: alert-acked',
    'Phòng: alert-resolved',
  ])
})
