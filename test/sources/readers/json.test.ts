import { describe, expect, test } from 'vitest'
import { isRefusal, readBook } from '#sources/readers/index.ts'

const HEAD = {
  form: 'exemplar',
  version: 1,
  reporter: 'committee:07210',
  window: 'adm:2026-Q1',
  revision: 1,
  nil: false,
  dataTo: '2026-03-14',
  plan: '195/KH-UBND',
}
const ROWS = [
  { exemplar_code: 'ĐH-01', kind: 'tap_the', recognised_on: '2026-01-05' },
  { exemplar_code: 'ĐH-02', members: 12, consent: true, withdrawn_on: null, remark: '  ' },
]

async function read(value: unknown) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  return await readBook(Buffer.from(text))
}

const text = (text: string) => ({ kind: 'text', text })
const BOOK = {
  kind: 'json',
  date1904: false,
  notes: [],
  envelope: HEAD,
  sheets: [
    {
      name: 'exemplar',
      hidden: false,
      rows: [
        {
          row: 1,
          cells: new Map(
            [
              'exemplar_code',
              'kind',
              'recognised_on',
              'members',
              'consent',
              'withdrawn_on',
              'remark',
            ].map((field, index) => [index + 1, text(field)]),
          ),
        },
        {
          row: 2,
          cells: new Map([
            [1, text('ĐH-01')],
            [2, text('tap_the')],
            [3, text('2026-01-05')],
          ]),
        },
        {
          row: 3,
          cells: new Map<number, object>([
            [1, text('ĐH-02')],
            [4, { kind: 'number', number: 12, isDate: false }],
            [5, { kind: 'boolean', boolean: true }],
          ]),
        },
      ],
    },
  ],
}

describe('one object, or one line each', () => {
  test('an object with rows', async () => expect(await read({ ...HEAD, rows: ROWS })).toEqual(BOOK))
  test('lines, blank ones between', async () => {
    const lines = [HEAD, ...ROWS].map((value) => JSON.stringify(value)).join('\r\n\r\n')
    expect(await read(`\ufeff${lines}\n`)).toEqual(BOOK)
  })
  test('nothing to report', async () => {
    expect(await read({ ...HEAD, nil: true })).toMatchObject({
      envelope: { nil: true },
      sheets: [{ rows: [] }],
    })
    expect(await read({ ...HEAD, nil: 'co', rows: [] })).toMatchObject({ envelope: { nil: true } })
  })
  test('keys of the prototype are fields like others', async () => {
    const bytes = `{${JSON.stringify(HEAD).slice(1, -1)},"rows":[{"__proto__":"a","constructor":"b"}]}`
    const book = await read(bytes)
    expect(isRefusal(book) ? book : book.sheets[0]?.rows[1]?.cells).toEqual(
      new Map([
        [1, text('a')],
        [2, text('b')],
      ]),
    )
  })
})

describe('refused', () => {
  const { revision, ...unnumbered } = HEAD
  test.each<[string, unknown, object]>([
    [
      'no revision',
      { ...unnumbered, rows: ROWS },
      { refused: 'bad-envelope', facts: { missing: ['revision'] } },
    ],
    [
      'an unknown key',
      { ...HEAD, rows: [], note: 'x' },
      { refused: 'bad-envelope', facts: { field: 'note' } },
    ],
    [
      'a key of the prototype',
      { ...HEAD, constructor: 'x' },
      { refused: 'bad-envelope', facts: { field: 'constructor' } },
    ],
    [
      'a version that is no number',
      { ...HEAD, version: 1.5 },
      { refused: 'bad-envelope', facts: { field: 'version' } },
    ],
    [
      'an envelope of objects',
      { ...HEAD, form: {} },
      { refused: 'bad-envelope', facts: { field: 'form' } },
    ],
    [
      'rows that are none',
      { ...HEAD, rows: 'x' },
      { refused: 'bad-envelope', facts: { field: 'rows' } },
    ],
    [
      'a row that is a list',
      { ...HEAD, rows: [[1]] },
      { refused: 'bad-envelope', facts: { line: 2 } },
    ],
    [
      'a value that is a list',
      { ...HEAD, rows: [{ a: [1] }] },
      { refused: 'bad-envelope', facts: { field: 'a', line: 2 } },
    ],
    [
      'a number without end',
      `{${JSON.stringify(HEAD).slice(1, -1)},"rows":[{"a":1e999}]}`,
      { refused: 'bad-envelope', facts: { field: 'a' } },
    ],
    ['a list', [HEAD], { refused: 'bad-envelope', facts: { line: 1 } }],
    [
      'a broken line',
      `${JSON.stringify(HEAD)}\n{"a":`,
      { refused: 'damaged-file', facts: { reason: 'json', line: 2 } },
    ],
    [
      'an object cut short',
      JSON.stringify({ ...HEAD, rows: ROWS }).slice(0, -5),
      { refused: 'damaged-file', facts: { reason: 'json', line: 1 } },
    ],
    ['nesting without end', '['.repeat(200_000), { refused: 'hostile-file' }],
    [
      '20,001 rows',
      { ...HEAD, rows: new Array(20_001).fill({ a: 1 }) },
      { refused: 'too-large', facts: { limit: 'rows' } },
    ],
    [
      '201 fields',
      { ...HEAD, rows: [Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`f${n}`, n]))] },
      { refused: 'too-large', facts: { limit: 'columns' } },
    ],
  ])('%s', async (_, value, refusal) => {
    expect(await read(value)).toMatchObject(refusal)
  })
})
