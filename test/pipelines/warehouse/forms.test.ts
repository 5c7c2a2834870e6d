import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storedFields, tableOf } from '#sources/forms/form.ts'
import { formById } from '#sources/forms/index.ts'
import {
  categories,
  fund,
  issued,
  lent,
  placed,
  remitted,
  section,
  task,
} from '#test/sources/forms/rows.ts'
import { type Generation, generationOf } from '#test/support/rows.ts'

const unit = '07210'
const tallied = { item: 'trainings', count: 1, cumulative: 2, note: 'lớp của Công an tỉnh' }

/** Forms of which the plan expects nothing: who sent them, for which window, and their rows. */
const sent = [
  ['credit', 'agency:ngan-hang-chinh-sach-xa-hoi', '2026-01', [lent]],
  ['community-sentence', 'police:07210', '2026-01', categories],
  ['jobs-and-training', 'agency:so-noi-vu', '2026-Q1', [placed]],
  ['tally', 'committee:07210', '2026-Q1', [tallied]],
  ['task-progress', 'committee:07210', '2026-Q1', [task]],
  ['narrative', 'committee:07210', '2026-Q1', [section]],
  ['funding', 'committee:07210', '2026-6M', [fund]],
  ['civil-judgment', 'agency:thi-hanh-an-dan-su', '2026-6M', [remitted]],
  ['issued-document', 'committee:07210', '2026-Q1', [issued]],
] as const

let given: Generation
beforeAll(async () => {
  given = await generationOf({
    reports: sent.map(([form, reporter, window, rows]) => ({
      form,
      reporter,
      window,
      rows: rows.map((values) => ({ values, unit })),
    })),
  })
})
afterAll(() => given?.close())

describe.each(sent)('%s', (id, reporter, window, rows) => {
  const form = formById(id) ?? expect.fail(id)

  it('has a table, and its rows in force, without what stays in the vault', async () => {
    const found = await given.engine.rows(
      `select * from ${tableOf(form).replace('form_', 'now_')} order by "row"`,
    )
    expect(found).toEqual(
      rows.map((values: Readonly<Record<string, unknown>>, n) => ({
        ...Object.fromEntries(storedFields(form).map((field) => [field, values[field] ?? null])),
        submission_id: expect.any(String),
        row: 9 + n,
        unit_id: '07210@2025-07-01',
        reporter_id: reporter,
        window_id: `adm:${window}`,
        person: null,
      })),
    )
  })

  it('is expected of nobody', async () => {
    expect(await given.engine.rows('select * from obligation where form = $1', [id])).toEqual([])
  })
})

it('what stays in the vault is no column', async () => {
  const columns = await given.engine.rows(
    `select table_name || '.' || column_name as name from information_schema.columns
     where column_name in ('note', 'text', 'difficulty', 'proposal', 'label')`,
  )
  expect(columns).toEqual([])
})
