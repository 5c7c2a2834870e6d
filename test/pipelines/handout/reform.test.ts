import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { pull } from '#pipelines/commands/jobs.ts'
import type { HandedOut } from '#pipelines/handout/hand-out.ts'
import { settingOf } from '#pipelines/station.ts'
import { returneeRegister } from '#sources/forms/returnee-register.ts'
import { read } from '#sources/read.ts'
import type { Value } from '#sources/submission.ts'
import { reporterOn } from '#sources/vocabulary/reporter.ts'
import { window } from '#sources/vocabulary/window.ts'
import { writeWorkbook } from '#sources/workbooks/template.ts'
import { hoanhap } from '#test/support/command-line.ts'
import { residentRows } from '#test/support/officers-book.ts'
import { readContextOf } from '#test/support/read-context.ts'
import { type TestSite, testSite } from '#test/support/site.ts'

vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))

/**
 * An Hòa (31120), Cái Khế (31117) and a part of Bùi Hữu Nghĩa (31178) are phường Cái Khế, with the code 31120, since 1/7/2025; the rest of
 * Bùi Hữu Nghĩa went to Bình Thủy (31168).
 */
const communes = ['31117', '31120', '31168', '31178']

const left = { left_on: '2025-06-02', left_reason: 'xoa_an_tich' }

/** By commune what its register of June says; Bình Thủy sends nothing. */
const june: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  '31117': people('31117', 2, {}),
  '31120': people('31120', 3, { 1: left }),
  '31178': people('31178', 1, { 0: { case_file_no: '31117-0' } }),
}

function people(code: string, rows: number, changes: Readonly<Record<number, object>>) {
  return residentRows(changes, rows).map((row, n) => ({
    ...row,
    case_file_no: `${code}-${n}`,
    full_name: `Người ${code} ${n}`,
    national_id: `0240850${code.slice(1)}${n}`,
    release_date: '2025-02-03',
    arrived_on: '2025-02-05',
    certificate_date: '2025-02-03',
    completion_date: '2025-02-03',
    reported_on: '2025-02-06',
    received_on: '2025-02-06',
    ...changes[n],
  }))
}

describe('after communes were merged', () => {
  let place: TestSite
  let handed: readonly HandedOut[]
  let folder: string
  let lines: string

  beforeAll(async () => {
    place = await testSite({ plan: 'can-tho-2024', communes, businessDate: '2025-07-16' })
    place.setDay('2025-06-16')
    for (const code of Object.keys(june)) await place.deliver(`${code}.xlsx`, await bookOf(code))
    await pull({ site: place.site, effects: place.effects })
    folder = join(dirname(place.site.data), 'bo-bieu')
    const made = (...more: readonly string[]) =>
      hoanhap(['--data', place.site.data, ...more, '--window', 'Tháng 7/2025', '-o', folder])
    handed = JSON.parse((await made('--json', 'template', '--all')).out).workbooks
    lines = (await made('template', '--all')).out
  })
  afterAll(() => place.remove())

  async function bookOf(code: string): Promise<Uint8Array> {
    const { plan, reporters, places } = await settingOf(place.site)
    const reporter = reporterOn(reporters, `police:${code}`, '2025-06-14')
    const unit = reporter && places.byId(reporter.unitId)
    if (reporter === undefined || unit === undefined) throw new Error(code)
    return writeWorkbook({
      plan: { number: plan.document.number ?? '', title: plan.document.title },
      ...{ reporter, unit, window: window('pol:2025-06') },
      cover: { data_to: '2025-06-14', prepared_by: 'Trần Văn Lập' },
      sheets: [
        {
          form: returneeRegister,
          nil: false,
          rows: june[code] as Readonly<Record<string, Value>>[],
        },
      ],
    })
  }

  test('those who report on the last day of the window get a workbook, nobody of a unit that ended', () => {
    expect(handed.map(({ reporter }) => reporter).filter((id) => id.startsWith('police'))).toEqual([
      'police:31120',
      'police:31168',
    ])
  })

  test('the new commune begins with who stood on the last registers, handed over on the day of the reform', async () => {
    const path = handed.find(({ reporter }) => reporter === 'police:31120')?.path ?? ''
    const context = readContextOf((await settingOf(place.site)).plan, communes)
    const reading = read(await readFile(join(folder, path)), {
      ...context,
      fileName: 'x.xlsx',
      receivedOn: '2025-07-16',
      lines: true,
    })
    const { sheets, problems } = await reading
    const sheet = sheets.find(({ form }) => form === 'returnee-register')
    const rows = sheet?.lines?.map(({ values: v }) =>
      [v['full_name'], v['entry_kind'], v['arrived_on'], v['received_on']].join(' '),
    )
    const handedOver = 'sap_xep_dvhc 2025-07-01 2025-02-06'
    expect(rows).toEqual([
      `Người 31117 0 ${handedOver}`,
      `Người 31117 1 ${handedOver}`,
      `Người 31120 0 ${handedOver}`,
      `Người 31120 2 ${handedOver}`,
      `Người 31178 0 ${handedOver}`,
    ])
    // The two who bear one file number, and nothing else.
    expect(problems.filter((one) => one.sheet === sheet?.sheet).map(({ code }) => code)).toEqual([
      'row-twice',
    ])
  })

  test('a blank workbook bears the name of who has the code on the window’s last day', async () => {
    const of = async (said: string) => {
      const out = join(dirname(place.site.data), 'blank.xlsx')
      const asked = ['--reporter', 'police:31120', '--window', said, '-o', out]
      await hoanhap(['--data', place.site.data, 'template', 'returnee-register', ...asked])
      const book = new ExcelJS.Workbook()
      await book.xlsx.load((await readFile(out)) as never)
      return book.getWorksheet('00.Thong tin')?.getSheetValues().flat().join(' ')
    }
    expect(await of('pol:2025-06')).toContain('Công an phường An Hòa')
    expect(await of('Tháng 7/2025')).toContain('Công an phường Cái Khế')
  })

  test('time is given for the year where the second half is asked for', async () => {
    const more = ['--until', '2025-12-01', '--reason', 'chờ số liệu']
    const asked = ['--reporter', 'committee:31120', '--window', 'pol:2025-H2', ...more]
    const { out } = await hoanhap(['--data', place.site.data, 'extend', 'tally', ...asked])
    expect(out).toContain('tally of committee:31120, pol:2025: until 2025-12-01 inclusive')
  })

  test('what was taken over is told, and that of a divided commune as such', () => {
    const register = (id: string) =>
      handed
        .find(({ reporter }) => reporter === id)
        ?.forms.find(({ form }) => form === 'returnee-register')
        ?.handedOver.map(({ reporter, from, rows, divided }) => [
          reporter,
          from?.window ?? null,
          rows,
          divided,
        ])
    expect(register('police:31120')).toEqual([
      ['police:31117', 'pol:2025-06', 2, false],
      ['police:31120', 'pol:2025-06', 2, false],
      ['police:31178', 'pol:2025-06', 1, true],
    ])
    expect(register('police:31168')).toEqual([
      ['police:31168', null, 0, false],
      ['police:31178', 'pol:2025-06', 1, true],
    ])
    expect(lines).toContain(
      '! police:31168: no returnee-register of police:31168, whose place it takes, counts; nobody of there is in it',
    )
    expect(lines).toContain(
      '! police:31120: returnee-register begins with 1 rows of police:31178, pol:2025-06, which was divided: its own people are to be picked out',
    )
  })
})
