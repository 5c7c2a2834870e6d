import { describe, expect, test } from 'vitest'
import type { Form } from '#sources/forms/form.ts'
import { anyForms, formById } from '#sources/forms/index.ts'
import { type ReadContext, read } from '#sources/read.ts'
import { type Reporter, reporterId } from '#sources/vocabulary/reporter.ts'
import { window } from '#sources/vocabulary/window.ts'
import { messageOf } from '#sources/words.ts'
import { type WorkbookSpec, writeWorkbook } from '#sources/workbooks/template.ts'
import { cellValue } from '#sources/workbooks/values.ts'
import { context, reporters } from '../made-book.ts'
import { complete, type TestRow } from './complaints.ts'
import {
  categories,
  everybody,
  fund,
  helper,
  issued,
  lent,
  notice,
  placed,
  prepared,
  prosecuted,
  released,
  remitted,
  section,
  task,
  working,
} from './rows.ts'

const agency = (slug: string): Reporter => ({
  id: reporterId('agency', slug),
  kind: 'agency',
  name: 'Sở mẫu',
  unitId: '24@2025-07-01',
  standing: 'obliged',
})

const known: ReadContext = {
  ...context,
  receivedOn: '2026-06-16',
  reporters: [...reporters, agency('so-noi-vu'), agency('ngan-hang'), agency('thi-hanh-an')],
}

const month = 'adm:2026-01'
const quarter = 'adm:2026-Q1'
const half = 'adm:2026-6M'

/** Of each form: who sends it, for which window, and good rows of it. */
const sent: readonly (readonly [string, string, string, readonly TestRow[]])[] = [
  ['returnee-register', 'police:07210', month, [released]],
  ['release-notice', 'agency:cong-an-tinh', month, [notice]],
  ['reoffence', 'agency:cong-an-tinh', month, [prosecuted]],
  ['support-model', 'committee:07210', quarter, [working]],
  ['exemplar', 'committee:07210', quarter, [helper]],
  ['communication', 'committee:07210', quarter, [everybody]],
  ['pre-release', 'facility:trai-tam-giam', month, [prepared]],
  ['credit', 'agency:ngan-hang', month, [lent, { ...lent, commune: '07246@2025-07-01' }]],
  ['community-sentence', 'police:07210', month, categories],
  ['jobs-and-training', 'agency:so-noi-vu', quarter, [placed]],
  [
    'tally',
    'committee:07210',
    quarter,
    [{ item: 'trainings', count: 1, cumulative: 2, note: 'x' }],
  ],
  ['task-progress', 'committee:07210', quarter, [task]],
  ['narrative', 'committee:07210', quarter, [section]],
  ['funding', 'committee:07210', half, [fund]],
  ['civil-judgment', 'agency:thi-hanh-an', half, [remitted]],
  ['issued-document', 'committee:07210', quarter, [issued]],
]

/** What is missing beside the tally's one mục is told, and nothing else. */
const expected = (form: string) => (form === 'tally' ? ['warning category-missing'] : [])

const kept = (form: Form, rows: readonly TestRow[]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(complete(form.columns, row)).filter(
        ([field]) => form.columns[field]?.store !== 'none',
      ),
    ),
  )

test('every form is sent here', () => {
  expect(sent.map(([form]) => form)).toEqual(anyForms.map(({ id }) => id))
})

describe.each(sent)('%s', (id, reporter, windowId, rows) => {
  const form = formById(id) ?? expect.fail(id)
  const sender = known.reporters.find((each) => each.id === reporter) ?? expect.fail(reporter)

  const told = ({ problems }: Awaited<ReturnType<typeof read>>) =>
    problems
      .filter(({ code }) => code !== 'data-to-early')
      .map(({ severity, code }) => `${severity} ${code}`)

  const spec = (changes: Partial<WorkbookSpec['sheets'][number]> = {}): WorkbookSpec => ({
    plan: { number: '195/KH-UBND', title: 'Công tác tái hòa nhập cộng đồng năm 2026' },
    reporter: sender,
    unit: known.places.byId(sender.unitId) ?? expect.fail(),
    window: window(windowId),
    cover: {
      data_to: '2026-01-14',
      prepared_by: 'Trần Văn Lập',
      document_no: '1/BC',
      document_date: '2026-01-14',
      signer_name: 'Lê Văn Ký',
      signer_title: 'Giám đốc',
      ...(reporter === 'agency:cong-an-tinh' && { reporting_body: 'cong_an_tinh' }),
    },
    sheets: [{ form, nil: false, rows, ...changes }],
  })

  /** The same rows as csv and json carry them: codes, money in triệu đồng. */
  const plain = rows.map((row) =>
    Object.fromEntries(
      Object.entries(complete(form.columns, row)).map(([field, value]) => {
        const column = form.columns[field] ?? expect.fail(field)
        if (column.kind === 'money') return [field, cellValue(column, value)]
        return [field, column.kind === 'commune' ? (value?.toString().slice(0, 5) ?? null) : value]
      }),
    ),
  )
  const envelope = { form: id, version: 1, reporter, window: windowId, revision: 1 }

  test('what the system writes, it reads', async () => {
    const reading = await read(await writeWorkbook(spec()), known)
    expect(told(reading)).toEqual(expected(id))
    expect(reading.sheets[0]).toMatchObject({ form: id, outcome: 'accepted' })
    expect(reading.sheets[0]?.rows.map(({ values }) => values)).toEqual(kept(form, rows))
  })

  test('with the tick and what stands there beforehand it is a report of nothing', async () => {
    const bytes = await writeWorkbook(spec({ nil: true, rows: form.preset?.rows ?? [] }))
    const reading = await read(bytes, known)
    expect(told(reading)).toEqual([])
    expect(reading.sheets[0]).toMatchObject({ outcome: 'accepted', nil: true, rowsRead: 0 })
  })

  test('the same comes as json', async () => {
    const body = JSON.stringify({ ...envelope, nil: false, rows: plain })
    const reading = await read(new TextEncoder().encode(body), known)
    expect(told(reading)).toEqual(expected(id))
    expect(reading.sheets[0]?.rows.map(({ values }) => values)).toEqual(kept(form, rows))
  })

  test('the same comes as csv', async () => {
    const quoted = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`
    const lines = [
      ...Object.entries({ ...envelope, nil: 'khong' }).map(([key, value]) => `# ${key}: ${value}`),
      Object.keys(form.columns).map(quoted).join(','),
      ...plain.map((row) => Object.values(row).map(quoted).join(',')),
    ]
    const reading = await read(new TextEncoder().encode(lines.join('\n')), known)
    expect(told(reading)).toEqual(expected(id))
    expect(reading.sheets[0]?.rows.map(({ values }) => values)).toEqual(kept(form, rows))
  })

  test('is read under every alias of its headers', async () => {
    const most = Math.max(...Object.values(form.columns).map(({ aliases }) => aliases.length))
    for (let nth = 0; nth < most; nth++) {
      const renamed: Form = {
        ...form,
        columns: Object.fromEntries(
          Object.entries(form.columns).map(([field, column]) => [
            field,
            { ...column, header: column.aliases[nth] ?? column.header },
          ]),
        ),
      }
      const reading = await read(await writeWorkbook(spec({ form: renamed })), known)
      expect(told(reading)).toEqual(expected(id))
    }
  })

  test('is of windows of its own length, or of any', async () => {
    const other = form.every === 'month' ? quarter : month
    const reading = await read(await writeWorkbook({ ...spec(), window: window(other) }), known)
    const refused = reading.problems.find(({ code }) => code === 'not-owed')
    expect(refused && messageOf(refused).replace(/.*(báo cáo theo .*),.*/, '$1')).toBe(
      words[form.every],
    )
  })
})

const words = {
  month: 'báo cáo theo từng tháng',
  quarter: 'báo cáo theo quý, 6 tháng, 9 tháng hoặc năm',
  'half-year': 'báo cáo theo 6 tháng hoặc năm',
  'plan-cycle': undefined,
  'when-issued': undefined,
} as const
