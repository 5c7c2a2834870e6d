import fc from 'fast-check'
import { expect } from 'vitest'
import { readingSchema } from '#pipelines/readers/reading.ts'
import { read } from '#sources/read.ts'
import { context } from '#test/sources/made-book.ts'
import { packed, partsOf, RECEIVED_ON, report } from './workbook.ts'

/** What must hold of the reading of any bytes at all. */
export async function isAnswered(bytes: Uint8Array): Promise<void> {
  const reading = await read(bytes, { ...context, receivedOn: RECEIVED_ON })
  expect(readingSchema.safeParse(structuredClone(reading)).error).toBeUndefined()
  const { outcome, sheets, problems } = reading
  const accepted = sheets.reduce((sum, { rowsAccepted }) => sum + rowsAccepted, 0)
  if (outcome === 'rejected') expect([accepted, problems.length > 0]).toEqual([0, true])
  else expect(accepted > 0 || sheets.some(({ nil }) => nil)).toBe(true)
}

const good = report()
const parts = partsOf()

/** A good workbook with some bytes changed, cut out or put in. */
export const spoiledBytes: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.record({
      at: fc.nat(good.length - 1),
      cut: fc.nat(3),
      put: fc.uint8Array({ maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((changes) =>
    changes.reduce<Uint8Array>(
      (bytes, { at, cut, put }) =>
        Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]),
      good,
    ),
  )

/** Words that mean something to a reader of XML or of sheets. */
const XML_WORDS = [
  ...['<', '>', '&', '"', '/>', '</row>', '</c>', '<row r="1">', '<c r="XFD1048576">', '<v>1</v>'],
  ...['<!DOCTYPE x>', '<![CDATA[', ']]>', '<!--', '&#0;', '&#xD800;', '&lt;', 't="s"', 't="e"'],
  ...['-1', '1e309', '999999999', '0', ' ', '\u0000', 'ệ', '\u0301', 'xml:space', 'hidden="1"'],
]

/** A good workbook of which one part was spoiled before it was packed, so that sums and sizes are right. */
export const spoiledParts: fc.Arbitrary<Uint8Array> = fc
  .record({
    name: fc.constantFrom(...Object.keys(parts)),
    changes: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.nat(20),
        put: fc.constantFrom(...XML_WORDS),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ name, changes }) => {
    const xml = changes.reduce((text, { at, cut, put }) => {
      const from = Math.floor(at * text.length)
      return text.slice(0, from) + put + text.slice(from + cut)
    }, parts[name] ?? '')
    return packed({ ...parts, [name]: xml })
  })

const TEXT_WORDS = [
  ...['# form: release-notice\n', '# version: 1\n', '# reporter: agency:cong-an-tinh\n', '#', ':'],
  ...[
    '# window: adm:2026-03\n',
    '# revision: 1\n',
    '# nil: co\n',
    '# nil: khong\n',
    '"',
    '\r',
    '\n',
  ],
  ...['full_name,birth_year,commune\n', 'Người Một,1985,07210\n', ';', ',', '\t', '|', 'sep=;\n'],
  ...['{', '}', '[', ']', '"form":', '"rows":', '"release-notice"', 'null', 'true', '1e999', '-0'],
  ...['\u0000', '\ufeff', '\ud800', 'Hä vµ tªn', '<', 'PK', '%PDF', '__proto__', '\\u0000', '\\'],
]

/** Pieces of delimited text and JSON in any order, in one of the encodings. */
export const anyText: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    fc.array(fc.constantFrom(...TEXT_WORDS), { maxLength: 60 }),
    fc.constantFrom<BufferEncoding>('utf8', 'utf16le', 'latin1'),
  )
  .map(([words, encoding]) => Buffer.from(words.join(''), encoding))

export const anyBytes: fc.Arbitrary<Uint8Array> = fc.uint8Array({ maxLength: 400 })
