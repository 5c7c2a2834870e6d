import { describe, expect, test } from 'vitest'
import { corrected } from '#sources/correct.ts'
import { returneeRegister } from '#sources/forms/returnee-register.ts'
import { read } from '#sources/read.ts'
import { context } from '#test/sources/made-book.ts'
import { registerBook, residentRows } from '#test/support/officers-book.ts'
import { coverless, spoiled } from '#test/support/spoiled.ts'

const said = { form: 'returnee-register', revision: 2, reason: 'đính chính' }
const envelope = [
  '# form: returnee-register',
  '# version: 1',
  '# reporter: police:07210',
  '# window: adm:2026-01',
  '# revision: 1',
  '# nil: khong',
  '# data_to: 2026-01-14',
]

/** Rows as delimited text under the headers of the form, as a program of an office writes them. */
function csv(rows: readonly Readonly<Record<string, unknown>>[]): Uint8Array {
  const columns = Object.entries(returneeRegister.columns)
  const headers = columns.map(([, { header }]) => `"${header}"`)
  const lines = rows.map((row) => columns.map(([field]) => row[field] ?? '').join(','))
  return new TextEncoder().encode([...envelope, headers.join(','), ...lines].join('\n'))
}

describe('delimited text that is corrected', () => {
  const rows = residentRows({ 1: { entry_kind: 'chuyen_den', moved_from: '7246' } }, 3)

  test('becomes a document that is read as the text was, but for what was said', async () => {
    const bytes = csv(rows)
    const before = await read(bytes, context)
    const letter = before.sheets[0]?.columns['group'] ?? expect.fail('no column of groups')
    const made = await corrected(bytes, { ...said, cells: { [`${letter}10`]: 'B' } })
    const after = await read(made, context)
    const values = ({ sheets }: typeof before) =>
      sheets[0]?.rows.map(({ values: own, identifiers }) => ({ ...own, identifiers }))
    expect(values(before)).toHaveLength(3)
    expect(values(after)).toEqual(
      values(before)?.map((row, n) => (n === 1 ? { ...row, group: 'B' } : row)),
    )
    expect(after.sheets[0]).toMatchObject({
      revision: 2,
      window: 'adm:2026-01',
      outcome: 'accepted',
    })
  })
})

describe('a workbook that is corrected', () => {
  test('keeps zeros in front of an identifier and reads a year as a number', async () => {
    const cells = { D9: '024070000009', G9: '1970' }
    const made = await corrected(await registerBook(), { ...said, cells })
    const [first] = (await read(made, context)).sheets[0]?.rows ?? []
    expect(first?.values).toMatchObject({ national_id: '024070000009', birth_year: 1970 })
  })

  test('states its revision and why it replaces the other', async () => {
    const made = await corrected(await registerBook(), { ...said, cells: { AS9: 'A' } })
    expect(await read(made, context)).toMatchObject({
      outcome: 'accepted',
      problems: [],
      sheets: [{ revision: 2 }],
    })
  })

  test('is none without a cover, and no other kind of file is', async () => {
    const cells = { AS9: 'A' }
    const bare = await spoiled(await registerBook(), coverless)
    await expect(corrected(bare, { ...said, cells })).rejects.toThrow('it has no cover')
    const text = new TextEncoder().encode('xin chào')
    await expect(corrected(text, { ...said, cells })).rejects.toThrow(/can be read in it/)
  })
})
