import { beforeAll, describe, expect, test } from 'vitest'
import { anyForms } from '#sources/forms/index.ts'
import { returneeRegister } from '#sources/forms/returnee-register.ts'
import { supportModel } from '#sources/forms/support-model.ts'
import { read } from '#sources/read.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import { window } from '#sources/vocabulary/window.ts'
import { blankWorkbook, type WorkbookSpec, writeWorkbook } from '#sources/workbooks/template.ts'
import {
  everybody,
  helper,
  notice,
  officials,
  prepared,
  prosecuted,
  released,
  working,
} from './forms/rows.ts'
import { context } from './made-book.ts'

const reporterOf = (id: string): Reporter =>
  context.reporters.find((each) => each.id === id) ?? expect.fail(`no reporter ${id}`)

const [police, committee, agency, province, facility] = [
  'police:07210',
  'committee:07210',
  'agency:so-tu-phap',
  'agency:cong-an-tinh',
  'facility:trai-tam-giam',
].map(reporterOf) as [Reporter, Reporter, Reporter, Reporter, Reporter]

function spec(
  reporter: Reporter,
  windowId: string,
  sheets: Readonly<Record<string, readonly object[] | 'nil'>>,
): WorkbookSpec {
  const w = window(windowId)
  const unit = context.places.byId(reporter.unitId) ?? expect.fail(`no unit ${reporter.unitId}`)
  return {
    plan: { number: '195/KH-UBND', title: 'Công tác tái hòa nhập cộng đồng năm 2026' },
    reporter,
    unit,
    window: w,
    cover: {
      data_to: windowId.endsWith('Q1') ? '2026-03-14' : '2026-01-14',
      prepared_by: 'Trần Văn Lập',
      ...(windowId.endsWith('Q1') && {
        document_no: '12/BC-UBND',
        document_date: '2026-03-14',
        signer_name: 'Lê Văn Ký',
        signer_title: 'Chủ tịch UBND',
      }),
    },
    sheets: anyForms
      .filter(({ id }) => id in sheets)
      .map((form) => {
        const rows = sheets[form.id] ?? 'nil'
        return { form, nil: rows === 'nil', rows: (rows === 'nil' ? [] : rows) as never }
      }),
  }
}

describe('what the system writes, it reads without a word', () => {
  test.each<readonly [string, WorkbookSpec, readonly object[]]>([
    [
      'Công an cấp xã',
      spec(police, 'adm:2026-01', { 'returnee-register': [released] }),
      [released],
    ],
    [
      'UBND cấp xã',
      spec(committee, 'adm:2026-Q1', {
        'support-model': [working],
        exemplar: [helper],
        communication: [everybody],
      }),
      [working, helper, everybody],
    ],
    ['sở, ngành', spec(agency, 'adm:2026-Q1', { communication: [officials] }), [officials]],
    [
      'Công an tỉnh',
      spec(province, 'adm:2026-01', { 'release-notice': [notice], reoffence: [prosecuted] }),
      [notice, prosecuted],
    ],
    ['cơ sở giam giữ', spec(facility, 'adm:2026-01', { 'pre-release': [prepared] }), [prepared]],
  ])('%s', async (_, made, rows) => {
    const receivedOn = made.window.id.endsWith('Q1') ? '2026-03-16' : '2026-01-15'
    const reading = await read(await writeWorkbook(made), { ...context, receivedOn })
    expect(reading.problems).toEqual([])
    expect(reading.outcome).toBe('accepted')
    expect(reading.sheets.flatMap((sheet) => sheet.rows.map(({ values }) => values))).toEqual(
      rows.map((each) => expect.objectContaining(each)),
    )
    expect(new Set(reading.sheets.map((sheet) => sheet.reporter))).toEqual(
      new Set([made.reporter.id]),
    )
    expect(new Set(reading.sheets.map((sheet) => sheet.window))).toEqual(new Set([made.window.id]))
  })

  test('communes of a model that covers several', async () => {
    const shared = { ...working, scope: 'lien_xa', covers: '07246@2025-07-01; 07264@2025-07-01' }
    const made = spec(committee, 'adm:2026-Q1', { 'support-model': [shared] })
    const reading = await read(await writeWorkbook(made), { ...context, receivedOn: '2026-03-16' })
    expect(reading.problems).toEqual([])
    expect(reading.sheets[0]?.rows[0]?.values['covers']).toBe(shared.covers)
  })

  test('nothing to report, ticked', async () => {
    const reading = await read(
      await writeWorkbook(spec(police, 'adm:2026-01', { 'returnee-register': 'nil' })),
      context,
    )
    expect(reading.sheets[0]).toMatchObject({ outcome: 'accepted', nil: true, rowsRead: 0 })
    expect(reading.problems).toEqual([])
  })

  test('a blank workbook asks what happened', async () => {
    const blank = await blankWorkbook({ forms: [returneeRegister, supportModel] })
    const reading = await read(blank, context)
    expect(reading.outcome).toBe('rejected')
    expect(reading.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['cover-field-missing']),
    )
  })
})

describe('mistakes in a real workbook', () => {
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await writeWorkbook(
      spec(police, 'adm:2026-01', {
        'returnee-register': [
          released,
          { ...released, case_file_no: 'A-002', national_id: '024085000002', employment: 'abc' },
        ],
      }),
    )
  })

  test('are told of by cell', async () => {
    const { problems, outcome } = await read(bytes, context)
    expect(problems).toMatchObject([
      { code: 'not-a-choice', sheet: '01.Danh sach', cell: 'AK10', value: 'abc' },
    ])
    expect(outcome).toBe('partial')
  })

  test('the same bytes on the same day give the same answer', async () => {
    expect(await read(bytes, context)).toEqual(await read(bytes, context))
  })
})

describe('csv and json say who they are', () => {
  const text = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'))
  const head = (changes: Readonly<Record<string, string>> = {}) =>
    Object.entries({
      form: 'communication',
      version: '1',
      reporter: 'agency:so-tu-phap',
      window: 'adm:2026-Q1',
      revision: '1',
      nil: 'khong',
      data_to: '2026-03-14',
      ...changes,
    }).map(([key, value]) => `# ${key}: ${value}`)
  const fields = Object.keys(officials)
  const line = Object.values(officials).join(',')
  const later = { ...context, receivedOn: '2026-03-16' } as const
  const all = anyForms.find(({ id }) => id === 'communication')
  const header = Object.keys(all?.columns ?? {}).join(',')

  test('csv by field names', async () => {
    const row = Object.keys(all?.columns ?? {})
      .map((field) => officials[field] ?? '')
      .join(',')
    const reading = await read(text([...head(), header, row]), later)
    expect(reading.problems).toEqual([])
    expect(reading.sheets[0]).toMatchObject({
      outcome: 'accepted',
      reporter: 'agency:so-tu-phap',
      revision: 1,
    })
    expect(reading.sheets[0]?.rows).toMatchObject([{ row: 9, values: officials }])
  })

  test('csv may not lack a column from which a figure is made', async () => {
    const reading = await read(text([...head(), fields.join(','), line]), later)
    expect(reading.problems.map(({ field }) => field)).toEqual([
      'adults_total',
      'adults_reached',
      'reach_method',
    ])
  })

  test('json may leave out what is empty', async () => {
    const body = {
      form: 'communication',
      version: 1,
      reporter: 'agency:so-tu-phap',
      window: 'adm:2026-Q1',
      revision: 2,
      nil: false,
      rows: [officials],
    }
    const reading = await read(text([JSON.stringify(body)]), later)
    expect(reading.problems).toEqual([])
    expect(reading.sheets[0]).toMatchObject({ outcome: 'accepted', revision: 2, dataTo: null })
    expect(reading.sheets[0]?.rows[0]?.values).toMatchObject({ ...officials, adults_total: null })
  })

  test('nothing to report needs no header', async () => {
    const reading = await read(text(head({ nil: 'co' })), later)
    expect(reading.sheets[0]).toMatchObject({ outcome: 'accepted', nil: true, rowsRead: 0 })
    const neither = await read(text(head()), later)
    expect(neither.problems).toMatchObject([{ code: 'nothing-and-not-ticked' }])
  })

  test.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
    ['an unknown form', { form: 'tally-2' }, ['no-known-form']],
    ['another version', { version: '7' }, ['wrong-version']],
    ['an unknown reporter', { reporter: 'agency:so-tu-fap' }, ['unknown-reporter']],
    ['an unknown window', { window: 'adm:2026-Q5' }, ['unknown-window']],
    ['another plan', { plan: '50/KH-UBND' }, ['wrong-plan']],
    ['data from outside the window', { data_to: '2026-03-15' }, ['data-to-outside-window']],
    ['a month', { window: 'adm:2026-01', data_to: '2026-01-14' }, ['not-owed']],
  ])('%s is refused', async (_, changes, codes) => {
    const row = Object.keys(all?.columns ?? {})
      .map((field) => officials[field] ?? '')
      .join(',')
    const reading = await read(text([...head(changes), header, row]), later)
    expect(reading.outcome).toBe('rejected')
    expect(reading.problems.map(({ code }) => code)).toEqual(codes)
  })
})

describe('bytes that are no report', () => {
  test.each<readonly [string, string, string]>([
    ['nothing', '', 'empty-workbook'],
    ['text without an envelope', 'xin chào\n1,2\n', 'bad-envelope'],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000', 'unknown-file'],
    ['half a workbook', 'PK\u0003\u0004\u0014\u0000', 'damaged-file'],
  ])('%s', async (_, bytes, code) => {
    const reading = await read(
      Uint8Array.from(bytes, (letter) => letter.charCodeAt(0) & 0xff),
      context,
    )
    expect(reading).toMatchObject({
      outcome: 'rejected',
      sheets: [],
      problems: [{ code, severity: 'error', sheet: null }],
    })
  })
})
