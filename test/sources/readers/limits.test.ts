import { describe, expect, test } from 'vitest'
import { isRefusal, readBook } from '#sources/readers/index.ts'
import { workbookOf } from './zip-maker.ts'

const FILLED = '<row r="1"><c r="A1"><v>1</v></c></row>'
const merged = (refs: readonly string[]) =>
  workbookOf(
    `<sheetData>${FILLED}</sheetData><mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
  )
const rows = (xml: (n: number) => string, many: number, from = 1) =>
  Array.from({ length: many }, (_, n) => xml(n + from)).join('')

async function refusalOf(bytes: Uint8Array) {
  const started = performance.now()
  const read = await readBook(bytes)
  // A guard that works only after seconds is none; the slowest of these takes a tenth of that.
  expect(performance.now() - started).toBeLessThan(10_000)
  return isRefusal(read)
    ? { refused: read.refused, ...read.facts }
    : { rows: read.sheets[0]?.rows.length }
}

describe('a sheet is refused that asks for too much', () => {
  test('one merge over everything', async () => {
    expect(await refusalOf(merged(['A5:XFD1048576']))).toEqual({
      refused: 'too-large',
      limit: 'mergeArea',
      most: 10_000,
      sheet: 'S',
      ref: 'A5:XFD1048576',
      // Rows 5 to 1,048,576 times 16,384 columns.
      found: 17_179_803_648,
    })
  })

  test('100,000 merges', async () => {
    const refs = Array.from({ length: 100_000 }, (_, n) => `A${n * 2 + 1}:B${n * 2 + 2}`)
    expect(await refusalOf(merged(refs))).toEqual({
      refused: 'too-large',
      limit: 'merges',
      most: 5000,
      sheet: 'S',
    })
  })

  test.each(['A1', 'B1:A1', 'A0:B2', '$A$1:$B$2', ''])('the merge "%s" is none', async (ref) => {
    expect(await refusalOf(merged([ref]))).toMatchObject({
      refused: 'damaged-file',
      reason: 'merge',
    })
  })

  test('20,001 rows that hold something', async () => {
    const xml = rows((n) => `<row r="${n}"><c r="A${n}"><v>${n}</v></c></row>`, 20_001)
    expect(await refusalOf(workbookOf(`<sheetData>${xml}</sheetData>`))).toEqual({
      refused: 'too-large',
      limit: 'rows',
      most: 20_000,
      sheet: 'S',
    })
  })

  test('a value in column 201 (GS)', async () => {
    const xml = '<row r="1"><c r="GR1"><v>1</v></c><c r="GS1"><v>1</v></c></row>'
    expect(await refusalOf(workbookOf(`<sheetData>${xml}</sheetData>`))).toEqual({
      refused: 'too-large',
      limit: 'columns',
      most: 200,
      sheet: 'S',
      cell: 'GS1',
    })
  })

  test('600,001 cells in all', async () => {
    const cells = (row: number) => rows((n) => `<c><v>${(row * n * 7919) % 9973}</v></c>`, 100)
    const xml = `${rows((n) => `<row r="${n}">${cells(n)}</row>`, 6000)}<row><c><v>1</v></c></row>`
    const bytes = workbookOf(`<sheetData>${xml}</sheetData>`)
    expect(await refusalOf(bytes)).toMatchObject({ limit: 'cells', most: 600_000 })
  })

  test('65 sheets', async () => {
    const sheets = Array.from({ length: 65 }, (_, n) => `<sheet name="s${n}" r:id="r1"/>`).join('')
    const bytes = workbookOf('', {
      'xl/workbook.xml': `<workbook><sheets>${sheets}</sheets></workbook>`,
    })
    expect(await refusalOf(bytes)).toEqual({
      refused: 'too-large',
      limit: 'sheets',
      most: 64,
      found: 65,
    })
  })

  test('two sheets that are one part', async () => {
    const bytes = workbookOf(`<sheetData>${FILLED}</sheetData>`, {
      'xl/workbook.xml':
        '<workbook><sheets><sheet name="a" r:id="r1"/><sheet name="b" r:id="r1"/></sheets></workbook>',
    })
    expect(await refusalOf(bytes)).toMatchObject({ refused: 'hostile-file', reason: 'part-twice' })
  })

  test('a sheet that lies outside the file', async () => {
    const bytes = workbookOf('', {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="http://10.0.0.1/a.xml" TargetMode="External"/></Relationships>',
    })
    expect(await refusalOf(bytes)).toMatchObject({ refused: 'hostile-file', reason: 'outside' })
  })

  test('a target that climbs out of the file', async () => {
    const bytes = workbookOf('', {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="../../../etc/passwd"/></Relationships>',
    })
    expect(await refusalOf(bytes)).toMatchObject({ refused: 'hostile-file', reason: 'name' })
  })

  test.each([
    'xl/workbook.xml',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
    '_rels/.rels',
  ])('a DOCTYPE in %s', async (part) => {
    const bytes = workbookOf('', {
      [part]: '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>',
    })
    const refusal = await refusalOf(bytes)
    expect(refusal).toEqual({ refused: 'hostile-file', reason: 'doctype', part })
  })
})

describe('a sheet is read that only looks large', () => {
  test('a million empty rows, formatted by hand', async () => {
    const empty = rows((n) => `<row r="${n}" s="1"/>`, 1_000_000, 2)
    expect(await refusalOf(workbookOf(`<sheetData>${FILLED}${empty}</sheetData>`))).toEqual({
      rows: 1,
    })
  })

  test('formatted cells out to the last column', async () => {
    const xml = `<row r="1"><c r="A1"><v>1</v></c><c r="GS1" s="1"/><c r="XFD1" s="1"/></row>`
    expect(await refusalOf(workbookOf(`<sheetData>${xml}</sheetData>`))).toEqual({ rows: 1 })
  })

  test('20,000 rows, the last column allowed, 5,000 merges', async () => {
    const xml = rows((n) => `<row r="${n}"><c r="GR${n}"><v>${n}</v></c></row>`, 20_000)
    const merges = Array.from(
      { length: 5000 },
      (_, n) => `<mergeCell ref="A${n + 1}:B${n + 1}"/>`,
    ).join('')
    const bytes = workbookOf(`<sheetData>${xml}</sheetData><mergeCells>${merges}</mergeCells>`)
    expect(await refusalOf(bytes)).toEqual({ rows: 20_000 })
  })
})
