import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type DayOrder,
  documentOf,
  type Mapping,
  nameOf,
  ownerIn,
  type Raw,
} from '#sources/connectors/mapping.ts'
import { readJson } from '#sources/readers/json.ts'

const owner = { reporter: 'police:07210', window: 'adm:2026-09' }

function mapping(columns: Mapping['columns']): Mapping {
  const fact = { fixed: '1' }
  const form = { form: 'returnee-register', version: 1 }
  return { ...form, reporter: fact, window: fact, revision: fact, columns }
}

/** What one value of theirs becomes. */
function become(raw: Raw, map: { values?: Record<string, string>; date?: DayOrder }): unknown {
  const rows = [{ revision: '1', values: [raw] }]
  const bytes = documentOf(mapping({ theirs: { field: 'ours', ...map } }), owner, rows)
  return JSON.parse(new TextDecoder().decode(bytes).split('\n')[1] ?? '').ours
}

describe('a document of mapped rows', () => {
  test('is one that the JSON reader knows, with the cells of the rows', () => {
    const columns = { ten: { field: 'full_name' }, nam: { field: 'birth_year' } }
    const rows = [
      { revision: '2', values: ['Nguyễn Văn A', 1985] },
      { revision: '3', values: ['Lê Thị B', null] },
    ]
    const text = new TextDecoder().decode(documentOf(mapping(columns), owner, rows))
    const { envelope, sheets } = readJson(text)
    expect(envelope).toEqual({
      form: 'returnee-register',
      version: 1,
      ...owner,
      revision: 3,
      nil: false,
    })
    const cells = sheets[0]?.rows.map(({ cells }) => [...cells.values()])
    expect(cells).toEqual([
      [
        { kind: 'text', text: 'full_name' },
        { kind: 'text', text: 'birth_year' },
      ],
      [{ kind: 'text', text: 'Lê Thị B' }],
      [
        { kind: 'text', text: 'Nguyễn Văn A' },
        { kind: 'number', number: 1985, isDate: false },
      ],
    ])
  })

  test('is the same bytes in whatever order the rows come', () => {
    const row = fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)), {
      minLength: 2,
      maxLength: 2,
    })
    const rows = fc.array(row, { minLength: 1, maxLength: 8 })
    const shuffled = rows.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    const columns = mapping({ a: { field: 'a' }, b: { field: 'b' } })
    const bytesOf = (all: readonly Raw[][]) =>
      documentOf(
        columns,
        owner,
        all.map((values) => ({ revision: '1', values })),
      )
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(bytesOf(other)).toEqual(bytesOf(all))
      }),
    )
  })

  test.each(['', '0', '-1', '1.5', 'hai', '1234567'])('refuses revision %j', (revision) => {
    const rows = [{ revision, values: [] }]
    expect(() => documentOf(mapping({}), owner, rows)).toThrow('is none of 1, 2, 3')
  })

  test('tells of a revision without the name that stands there in a row that has slipped', () => {
    const rows = [{ revision: 'Nguyễn Văn A', values: [] }]
    expect(() => documentOf(mapping({}), owner, rows)).toThrow(/^(?!.*Nguyễn)/)
  })
})

describe('a value', () => {
  test.each([
    [' Nam ', { values: { Nam: 'nam' } }, 'nam'],
    ['nam', { values: { Nam: 'nam' } }, 'nam'],
    ['Khác', { values: { Nam: 'nam' } }, 'Khác'],
    ['constructor', { values: { Nam: 'nam' } }, 'constructor'],
    [1, { values: { 1: 'nam' } }, 'nam'],
    [true, { values: { true: 'co' } }, 'co'],
    ['', {}, null],
    ['  ', { values: { '': 'nam' } }, null],
    [null, {}, null],
    [5, {}, 5],
    ['005', {}, '005'],
  ] as const)('%j through %j becomes %j', (raw, map, expected) => {
    expect(become(raw, map)).toBe(expected)
  })

  test.each([
    ['d/m/y', '3/9/2026', '2026-09-03'],
    ['d/m/y', '03.09.2026', '2026-09-03'],
    ['d/m/y', '29/2/2028', '2028-02-29'],
    ['d/m/y', '29/2/2026', '29/2/2026'],
    ['d/m/y', '9/13/2026', '9/13/2026'],
    ['d/m/y', '3/9/26', '3/9/26'],
    ['y-m-d', '2026-9-3', '2026-09-03'],
    ['y-m-d', '3/9/2026', '3/9/2026'],
    ['ymd', '20260903', '2026-09-03'],
    ['ymd', '20261303', '20261303'],
  ] as const)(
    'a day as %s, %j, becomes %j: what is none stays and is refused by the reader',
    (date, raw, expected) => {
      expect(become(raw, { date })).toBe(expected)
    },
  )
})

describe('the name of a delivery', () => {
  test('holds its owner, with what follows', () => {
    expect(nameOf(owner)).toBe('adm:2026-09/police:07210')
    expect(ownerIn('adm:2026-09/police:07210/năm/a.csv')).toEqual({ ...owner, rest: 'năm/a.csv' })
    expect(ownerIn('adm:2026-09/police:07210')).toEqual({ ...owner, rest: '' })
    expect(ownerIn('a.csv')).toBeNull()
  })

  test.each([
    ['', 'adm:2026-09'],
    ['police:07210', ''],
    ['police:07210', 'Tháng 9'],
    ['police:024085001234', 'adm:2026-09'],
    ['Nguyễn', 'adm:2026-09'],
    ['agency:so/tu-phap', 'adm:2026-09'],
  ])('is not made of %j and %j', (reporter, window) => {
    expect(nameOf({ reporter, window })).toBeNull()
  })
})
