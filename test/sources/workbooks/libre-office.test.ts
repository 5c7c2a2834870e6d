import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { read } from '#sources/read.ts'
import type { Reading, Value } from '#sources/submission.ts'
import {
  added,
  committeeBook,
  modelCounts,
  models,
  outreach,
  people,
  registerBook,
  sentOn,
  service,
} from '#test/support/libre-office-books.ts'

type Row = Readonly<Record<string, Value>>

const kept = (name: string) =>
  readFile(new URL(`libre-office/${name}.xlsx`, import.meta.url)).then((bytes) =>
    read(new Uint8Array(bytes), sentOn),
  )

/** The fields that a row was given, as they were read. */
const fieldsOf = (read: Row | undefined, given: Row) =>
  Object.fromEntries(Object.keys(given).map((field) => [field, read?.[field]]))

describe('a workbook that LibreOffice opened and saved', () => {
  test.each([
    ['register', registerBook],
    ['committee', committeeBook],
  ])('reads as the %s that we handed out: rows, cells, answers', async (name, book) => {
    const ours = await read(await book(), sentOn)
    const saved = await kept(name)
    expect(saved.sheets.map(({ sheet }) => sheet).length).toBeGreaterThan(0)
    expect(saved).toEqual(ours)
  })

  test('holds the people who were typed, and what was added', async () => {
    const { outcome, sheets, problems } = await kept('register')
    expect(outcome).toBe('partial')
    expect(sheets[0]).toMatchObject({ rowsRead: 5, rowsAccepted: 4, window: 'adm:2026-10' })
    const [one, two, three] = people
    const typed = [{ ...one, ...service }, { ...two }, { ...three }, added]
    const rows = sheets[0]?.rows.map(({ values }) => values) ?? []
    expect(rows.map((row, at) => fieldsOf(row, typed[at] ?? {}))).toEqual(
      typed.map((row) => ({
        ...row,
        ...('remark' in row && { remark: String(row['remark']).replace('\n', ' ') }),
      })),
    )
    expect(problems.map(({ code, cell, value }) => ({ code, cell, value }))).toEqual([
      { code: 'not-a-date', cell: 'Z12', value: '31/2/2026' },
    ])
  })

  test('holds the same people as text, once the text says whose it is', async () => {
    const saved = await readFile(new URL('libre-office/register.csv', import.meta.url), 'utf8')
    const envelope = Object.entries({
      ...{ form: 'returnee-register', version: 1, reporter: 'police:07210' },
      ...{ window: 'adm:2026-10', revision: 1, nil: 'khong' },
    }).map(([key, value]) => `# ${key}: ${value}\n`)
    const text = await read(new TextEncoder().encode(envelope.join('') + saved), sentOn)
    const workbook = await kept('register')
    const values = ({ sheets }: Reading) => sheets[0]?.rows.map((row) => row.values)
    expect(values(text)).toEqual(values(workbook))
    expect(text.problems.map(({ code, field }) => `${code} ${field}`)).toContain(
      'not-a-date counselled_on',
    )
  })

  test('holds the committee’s counts, its tick and its shared model', async () => {
    const { outcome, sheets } = await kept('committee')
    expect(outcome).toBe('accepted')
    const [model, nothing, reach] = sheets
    const [counted = {}] = models.map((row) => ({ ...row, ...modelCounts }))
    expect(fieldsOf(model?.rows[0]?.values, counted)).toEqual(counted)
    expect(nothing).toMatchObject({ form: 'exemplar', nil: true, rowsRead: 0 })
    expect(fieldsOf(reach?.rows[0]?.values, outreach)).toEqual(outreach)
  })
})
