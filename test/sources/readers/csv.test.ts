import { describe, expect, test } from 'vitest'
import { isRefusal, type ReadBook, readBook } from '#sources/readers/index.ts'

const HEAD = [
  '# form: returnee-register',
  '# version: 1',
  '# reporter: police:07210',
  '# window: adm:2026-01',
  '# revision: 2',
  '# nil: khong',
  '# data_to: 2026-01-14',
  '# plan: 195/KH-UBND',
]
const ENVELOPE = {
  form: 'returnee-register',
  version: 1,
  reporter: 'police:07210',
  window: 'adm:2026-01',
  revision: 2,
  nil: false,
  dataTo: '2026-01-14',
  plan: '195/KH-UBND',
}

async function bookOf(bytes: Uint8Array | string): Promise<ReadBook> {
  const read = await readBook(Buffer.from(bytes))
  if (isRefusal(read)) throw new Error(JSON.stringify(read))
  return read
}

async function rowsOf(bytes: Uint8Array | string) {
  const { sheets } = await bookOf(bytes)
  return (sheets[0]?.rows ?? []).map(({ row, cells }) => [
    row,
    Object.fromEntries(
      [...cells].map(([column, cell]) => [column, 'text' in cell ? cell.text : cell]),
    ),
  ])
}

async function refusalOf(bytes: Uint8Array | string) {
  const read = await readBook(Buffer.from(bytes))
  return isRefusal(read) ? { refused: read.refused, ...read.facts } : 'read'
}

const file = (...lines: readonly string[]) => [...HEAD, ...lines].join('\n')

describe('delimited text', () => {
  test.each([
    [',', '\n'],
    [';', '\r\n'],
    ['\t', '\n'],
  ])('with %j between fields and %j after lines', async (delimiter, end) => {
    const lines = [...HEAD, ['Họ tên', 'Năm sinh'], ['Nguyễn Văn A', '1985'], ['', '1990']]
    const text = lines
      .map((line) => (typeof line === 'string' ? line : line.join(delimiter)))
      .join(end)
    const book = await bookOf(text)
    expect(book).toMatchObject({ kind: 'csv', envelope: ENVELOPE, notes: [] })
    expect(book.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['returnee-register', false],
    ])
    expect(await rowsOf(text)).toEqual([
      [9, { 1: 'Họ tên', 2: 'Năm sinh' }],
      [10, { 1: 'Nguyễn Văn A', 2: '1985' }],
      [11, { 2: '1990' }],
    ])
  })

  test('quotes hold delimiters, line ends and quotes; empty lines count; blanks are absent', async () => {
    expect(await rowsOf(file('a,b', '"x, ""y""\nz",2', '', ' ,"3"tail', '4,'))).toEqual([
      [9, { 1: 'a', 2: 'b' }],
      [10, { 1: 'x, "y"\nz', 2: '2' }],
      [12, { 2: '3tail' }],
      [13, { 1: '4' }],
    ])
  })

  test('as Excel saves it again: envelope in quotes, delimiters behind it, sep= before it', async () => {
    const text = ['sep=;', ...HEAD.map((line) => `"${line}";;`), 'a;b;c', '1;2;3'].join('\r\n')
    expect(await bookOf(text)).toMatchObject({ envelope: ENVELOPE })
    expect(await rowsOf(text)).toEqual([
      [10, { 1: 'a', 2: 'b', 3: 'c' }],
      [11, { 1: '1', 2: '2', 3: '3' }],
    ])
  })

  test('a line that begins with # below the header is a row', async () => {
    expect(await rowsOf(file('a', '# form: x'))).toEqual([
      [9, { 1: 'a' }],
      [10, { 1: '# form: x' }],
    ])
  })

  test('nothing to report has no rows', async () => {
    const text = file().replace('nil: khong', 'nil: có')
    expect(await bookOf(text)).toMatchObject({
      envelope: { ...ENVELOPE, nil: true },
      sheets: [{ rows: [] }],
    })
  })
})

describe('encodings', () => {
  const text = file('Họ và tên', 'Đặng Thị Ngọc Huyền')
  const row = [10, { 1: 'Đặng Thị Ngọc Huyền' }]
  const utf16be = () => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()

  test.each<[string, () => Uint8Array]>([
    ['UTF-8', () => Buffer.from(text)],
    ['UTF-8 with BOM', () => Buffer.from(`\ufeff${text}`)],
    ['UTF-16 of Windows', () => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without BOM', () => Buffer.from(text, 'utf16le')],
    ['UTF-16 of others', utf16be],
  ])('%s', async (_, bytes) => {
    expect((await rowsOf(bytes()))[1]).toEqual(row)
    expect((await bookOf(bytes())).notes).toEqual([])
  })

  test('Windows-1258 is converted and said', async () => {
    // D0 Đ, E3 ă + F2 nặng; T h i + F2; N g o + F2 c; H u y ê(EA) + CC huyền n: Windows-1258 writes tones as signs of their own.
    const name = [
      0xd0, 0xe3, 0xf2, 0x6e, 0x67, 0x20, 0x54, 0x68, 0x69, 0xf2, 0x20, 0x4e, 0x67, 0x6f, 0xf2,
      0x63, 0x20, 0x48, 0x75, 0x79, 0xea, 0xcc, 0x6e,
    ]
    const bytes = Buffer.concat([Buffer.from(file('Ten', '')), Buffer.from(name)])
    expect((await rowsOf(bytes))[1]).toEqual(row)
    expect((await bookOf(bytes)).notes).toEqual(['windows-1258'])
  })

  test.each<[string, readonly number[], string]>([
    // "Đặng Thị Ngọc" in TCVN3: § Æ̣ … its bytes A7 D4 / CB / E4.
    [
      'TCVN3',
      [0x56, 0xb8, 0x6e, 0x20, 0x6c, 0xb5, 0x6d, 0x20, 0x63, 0xb9, 0x6e, 0x68, 0x20, 0xae, 0xb6],
      'TCVN3',
    ],
    // "Vaên baûn ñaõ gôûi": letters followed by signs of Latin-1.
    [
      'VNI',
      [
        0x56, 0x61, 0xea, 0x6e, 0x20, 0x62, 0x61, 0xfb, 0x6e, 0x20, 0xf1, 0x61, 0xf5, 0x20, 0x67,
        0xf4, 0xfb, 0x69,
      ],
      'VNI',
    ],
  ])('%s is refused by name', async (_, bytes, looksLike) => {
    const whole = Buffer.concat([Buffer.from(file('Ten', '')), Buffer.from(bytes)])
    expect(await refusalOf(whole)).toMatchObject({ refused: 'bad-encoding', looksLike })
  })

  test('UTF-16 cut in the middle of a pair is refused', async () => {
    const bytes = Buffer.from(`\ufeff${text}\ud83d`, 'utf16le')
    expect(await refusalOf(bytes)).toMatchObject({ refused: 'bad-encoding' })
  })
})

describe('refused', () => {
  const without = (key: string) => file('a', '1').replace(new RegExp(`# ${key}:.*\n`), '')
  const changed = (from: string, to: string) => file('a', '1').replace(from, to)

  test('no envelope', async () => {
    expect(await refusalOf('Họ tên,Năm sinh\nA,1985\n')).toMatchObject({
      refused: 'bad-envelope',
      missing: ['form', 'version', 'reporter', 'window', 'revision', 'nil'],
    })
  })
  test.each(['form', 'version', 'reporter', 'window', 'revision', 'nil'])('no %s', async (key) => {
    expect(await refusalOf(without(key))).toMatchObject({ refused: 'bad-envelope', missing: [key] })
  })
  test.each(['data_to', 'plan'])('%s may be left out', async (key) => {
    expect(await refusalOf(without(key))).toBe('read')
  })
  test.each([
    ['version: 1', 'version: một', { field: 'version', value: 'một' }],
    ['revision: 2', 'revision: 0', { field: 'revision', value: '0' }],
    ['nil: khong', 'nil: chưa', { field: 'nil', value: 'chưa' }],
    ['data_to: 2026-01-14', 'data_to: 14/1/2026', { field: 'data_to', value: '14/1/2026' }],
    ['data_to', 'dta_to', { field: 'dta_to' }],
    ['# plan: 195/KH-UBND', '# nil: co', { field: 'nil', line: 8 }],
    ['# plan: 195/KH-UBND', '# ghi chú', { line: 8 }],
  ])('%s → %s', async (from, to, facts) => {
    expect(await refusalOf(changed(from, to))).toMatchObject({ refused: 'bad-envelope', ...facts })
  })
  test('a quote that never closes', async () => {
    expect(await refusalOf(file('a', '"x'))).toEqual({
      refused: 'damaged-file',
      reason: 'quote',
      line: 10,
    })
  })
  test('20,001 rows, 201 columns', async () => {
    expect(await refusalOf(file('a', ...new Array(20_000).fill('1')))).toMatchObject({
      refused: 'too-large',
      limit: 'rows',
    })
    expect(await refusalOf(file('a,'.repeat(200).concat('b')))).toMatchObject({
      refused: 'too-large',
      limit: 'columns',
    })
  })
})
