import { readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import {
  hasParsed,
  type Parsed,
  ParsedError,
  parsedPath,
  pruneParsed,
  readParsed,
  writeParsed,
} from '#pipelines/vault/parsed.ts'
import { filesBelow, folderOfTest } from '#test/support/folder-of-test.ts'

const sha256 = 'ab'.repeat(32)
const parsed: Parsed = {
  header: {
    kind: 'header',
    layout: 1,
    submissionId: `${sha256}/exemplar`,
    sha256,
    form: 'exemplar',
    formVersion: 1,
    reader: 3,
    reference: '0011aabb',
    keyId: '1a2b3c4d',
    receivedOn: '2026-02-25',
    position: 0,
    sheet: '05.Dien hinh',
    reporter: 'committee:07210',
    window: 'adm:2026-Q1',
    revision: 1,
    nil: false,
    dataTo: '2026-03-14',
    documentNo: '12/BC-UBND',
    documentDate: null,
    outcome: 'partial',
    rowsRead: 3,
    rowsAccepted: 2,
    columns: { exemplar_code: 'B' },
    fileProblems: [],
    problems: [
      {
        code: 'not-a-choice',
        severity: 'error',
        sheet: '05.Dien hinh',
        cell: 'D11',
        field: 'level',
        value: '‹8 ký tự›',
        personal: false,
        facts: { choices: ['Cấp xã', 'Cấp tỉnh'], most: 5 },
      },
    ],
  },
  rows: [
    {
      row: 9,
      unitId: '07210@2025-07-01',
      values: { exemplar_code: 'Đ-1', level: 'xa', n: 3, consent: null },
      ids: ['nid:1a2b3c4d-ABC'],
    },
    { row: 10, unitId: '07210@2025-07-01', values: { exemplar_code: 'dòng\nmới' }, ids: [] },
  ],
}

async function written() {
  const folder = await folderOfTest()
  const name = await writeParsed(folder, parsed)
  return { folder, name, path: parsedPath(folder, name) }
}

describe('parsed file', () => {
  test('is named after everything it depends on', async () => {
    const { folder, name, path } = await written()
    expect(name).toBe(`${sha256}.exemplar-1.3.0011aabb.1a2b3c4d.2026-02-25.ndjson.gz`)
    expect(path).toBe(join(folder, 'ab', name))
    expect(await hasParsed(folder, name)).toBe(true)
  })

  test('gives back header and rows', async () => {
    const { folder, name } = await written()
    expect(await readParsed(folder, name)).toEqual(parsed)
  })

  test('is the same bytes twice, without a time in it', async () => {
    const one = await written()
    const two = await written()
    const bytes = await readFile(one.path)
    expect(bytes.equals(await readFile(two.path))).toBe(true)
    expect(bytes.readUInt32LE(4)).toBe(0)
  })

  test('is one JSON document per line', async () => {
    const { path } = await written()
    const lines = gunzipSync(await readFile(path))
      .toString()
      .trimEnd()
      .split('\n')
    expect(lines.map((line) => JSON.parse(line).row ?? JSON.parse(line).kind)).toEqual([
      'header',
      9,
      10,
      'end',
    ])
  })

  const damages: Record<string, (path: string) => Promise<void>> = {
    missing: (path) => rm(path),
    'cut off': (path) => truncate(path, 60),
    empty: (path) => truncate(path, 0),
    'without its last line': (path) => rewrite(path, (lines) => lines.slice(0, -1)),
    'without a row': (path) => rewrite(path, (lines) => lines.toSpliced(1, 1)),
    'with a row twice': (path) => rewrite(path, (lines) => lines.toSpliced(1, 0, lines[1] ?? '')),
    'with another value': (path) =>
      rewrite(path, (lines) => lines.map((line) => line.replace('"n":3', '"n":4'))),
  }

  test.each(Object.keys(damages))('%s is noticed', async (damage) => {
    const { folder, name, path } = await written()
    await damages[damage]?.(path)
    const refusal = await readParsed(folder, name).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ParsedError)
    expect(String(refusal)).toContain(path)
  })

  test.each([
    { row: 0 },
    { row: '9' },
    { unitId: null },
    { values: [] },
    { values: { n: true } },
    { ids: {} },
    { ids: [1] },
    { name: 'Người Một' },
  ])('with a row of another shape (%j) is refused, however well it is signed', async (slip) => {
    const row = { ...parsed.rows[0], ...slip } as never
    const folder = await folderOfTest()
    const name = await writeParsed(folder, { ...parsed, rows: [row] })
    await expect(readParsed(folder, name)).rejects.toThrow(ParsedError)
  })

  test('under a name that is not its own is noticed', async () => {
    const { folder, name, path } = await written()
    const other = name.replace('2026-02-25', '2026-02-26')
    await writeFile(parsedPath(folder, other), await readFile(path))
    await expect(readParsed(folder, other)).rejects.toThrow(ParsedError)
  })

  test('is pruned when no longer named', async () => {
    const { folder, name } = await written()
    const older = await writeParsed(folder, { ...parsed, header: { ...parsed.header, reader: 2 } })
    expect(await pruneParsed(folder, new Set([name]))).toBe(1)
    expect(await hasParsed(folder, older)).toBe(false)
    expect((await filesBelow(folder)).size).toBe(1)
  })
})

async function rewrite(path: string, change: (lines: string[]) => string[]): Promise<void> {
  const lines = gunzipSync(await readFile(path))
    .toString()
    .trimEnd()
    .split('\n')
  await writeFile(path, gzipSync(`${change(lines).join('\n')}\n`))
}
