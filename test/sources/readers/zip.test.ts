import { describe, expect, test } from 'vitest'
import { isRefusal, readBook } from '#sources/readers/index.ts'
import { openZip } from '#sources/readers/zip.ts'
import { type Entry, workbookOf, zipOf } from './zip-maker.ts'

const ROW = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
const good = (): readonly Entry[] => [
  { name: 'a.xml', data: '<a/>'.repeat(50) },
  { name: 'b/c.xml', data: 'bốn', store: true },
]

async function refusalOf(bytes: Uint8Array) {
  const read = await readBook(bytes)
  return isRefusal(read) ? { refused: read.refused, ...read.facts } : read
}

test('parts come out as they went in, deflated or stored', () => {
  const archive = openZip(zipOf(good(), 'chú thích'))
  expect(archive.names).toEqual(['a.xml', 'b/c.xml'])
  expect(Buffer.from(archive.take('a.xml')).toString()).toBe('<a/>'.repeat(50))
  expect(Buffer.from(archive.take('b/c.xml')).toString()).toBe('bốn')
})

describe('refused before anything is inflated', () => {
  const zeros = Buffer.alloc(150_000)
  const cases: readonly [string, readonly Entry[], object][] = [
    [
      'a bomb by its ratio',
      [{ name: 'a', data: zeros }],
      { refused: 'hostile-file', reason: 'ratio', part: 'a' },
    ],
    [
      'a name twice',
      [...good(), { name: 'A.xml', data: '' }],
      { refused: 'hostile-file', reason: 'name-twice', part: 'A.xml' },
    ],
    [
      'two names for one body',
      [...good(), { name: 'd', data: '<a/>'.repeat(50), localName: 'd', bodyOf: 'a.xml' }],
      { refused: 'hostile-file', reason: 'local-header', part: 'd' },
    ],
    [
      'a way out of the archive',
      [{ name: '../../etc/passwd', data: 'x' }],
      { refused: 'hostile-file', reason: 'name', part: '../../etc/passwd' },
    ],
    [
      'an absolute name',
      [{ name: '/etc/passwd', data: 'x' }],
      { refused: 'hostile-file', reason: 'name', part: '/etc/passwd' },
    ],
    [
      'a backslash',
      [{ name: 'xl\\a', data: 'x' }],
      { refused: 'hostile-file', reason: 'name', part: 'xl\\a' },
    ],
    [
      'a drive',
      [{ name: 'C:a', data: 'x' }],
      { refused: 'hostile-file', reason: 'name', part: 'C:a' },
    ],
    [
      'an empty name',
      [{ name: '', data: 'x' }],
      { refused: 'hostile-file', reason: 'name', part: '' },
    ],
    ['the flag of encryption', [{ name: 'a', data: 'x', flags: 1 }], { refused: 'password' }],
    [
      'a method that nobody knows',
      [{ name: 'a', data: 'x', method: 99 }],
      { refused: 'hostile-file', reason: 'method', part: 'a' },
    ],
    [
      'another name in the local header',
      [{ name: 'a', data: 'x', localName: 'b' }],
      { refused: 'hostile-file', reason: 'local-header', part: 'a' },
    ],
    [
      'a stored part of another size',
      [{ name: 'a', data: 'x', store: true, size: 2 }],
      { refused: 'damaged-file', reason: 'size', part: 'a' },
    ],
    [
      '201 entries',
      Array.from({ length: 201 }, (_, n) => ({ name: `p${n}`, data: '' })),
      { refused: 'too-large', limit: 'entries', most: 200, found: 201 },
    ],
  ]
  test.each(cases)('%s', async (_, entries, refusal) => {
    expect(await refusalOf(zipOf(entries))).toEqual(refusal)
  })

  test('bodies that overlap', async () => {
    const bytes = zipOf([
      { name: 'a', data: 'x'.repeat(9), store: true },
      { name: 'a2', data: 'yy', store: true },
    ])
    // The first part says that it is 60 bytes long: it reaches into the second.
    const view = new DataView(bytes.buffer)
    const directory = view.getUint32(bytes.length - 6, true)
    view.setUint32(directory + 20, 60, true)
    view.setUint32(directory + 24, 60, true)
    expect(await refusalOf(bytes)).toEqual({
      refused: 'hostile-file',
      reason: 'overlap',
      part: 'a2',
    })
  })

  test('declared sizes beyond 100 MB that compress modestly', async () => {
    const noise = pseudoRandom(60_000)
    const within = Array.from({ length: 11 }, (_, n) => ({
      name: `p${n}`,
      data: noise,
      size: 9_900_000,
    }))
    expect(await refusalOf(zipOf(within))).toMatchObject({
      refused: 'too-large',
      limit: 'inflatedBytes',
      found: 108_900_000,
    })
  })
})

describe('refused while inflating', () => {
  const parts = (sheet: Partial<Entry>) =>
    zipOf([
      { name: '_rels/.rels', data: '<Relationships/>' },
      { name: 'xl/workbook.xml', data: '<workbook/>', ...sheet },
    ])

  test('more bytes than declared', async () => {
    expect(await refusalOf(parts({ size: 5 }))).toEqual({
      refused: 'hostile-file',
      reason: 'size',
      part: 'xl/workbook.xml',
    })
  })
  test('fewer bytes than declared', async () => {
    expect(await refusalOf(parts({ size: 50 }))).toEqual({
      refused: 'damaged-file',
      reason: 'size',
      part: 'xl/workbook.xml',
    })
  })
  test('another checksum', async () => {
    expect(await refusalOf(parts({ crc: 1 }))).toEqual({
      refused: 'damaged-file',
      reason: 'checksum',
      part: 'xl/workbook.xml',
    })
  })
  test('a body that is no deflate stream', async () => {
    expect(
      await refusalOf(parts({ store: true, method: 8, data: '\u0007\u0007\u0007\u0007' })),
    ).toEqual({
      refused: 'damaged-file',
      reason: 'deflate',
      part: 'xl/workbook.xml',
    })
  })
})

describe('a workbook that met with an accident', () => {
  const whole = workbookOf(ROW)

  test('is read while whole', async () => {
    expect(isRefusal(await readBook(whole))).toBe(false)
  })
  test('cut anywhere is damaged, never a book', async () => {
    for (let length = 4; length < whole.length; length += 37) {
      expect(await refusalOf(whole.slice(0, length))).toMatchObject({ refused: 'damaged-file' })
    }
  })
  test('with any one byte flipped gives the same book or a refusal, never another book', async () => {
    const expected = await readBook(whole)
    for (let at = 0; at < whole.length; at++) {
      const flipped = whole.slice()
      flipped[at] = (flipped[at] ?? 0) ^ 0x10
      const read = await readBook(flipped)
      if (!isRefusal(read)) expect(read).toEqual(expected)
    }
  })
})

function pseudoRandom(length: number): Uint8Array {
  let state = 12345
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return state >>> 24
  })
}
