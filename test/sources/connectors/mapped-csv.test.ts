import { describe, expect, test } from 'vitest'
import {
  type Connector,
  DeliveryError,
  type MappedCsvOptions,
  type Mapping,
  mappedCsv,
} from '#sources/connectors/index.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'
import { fileSender } from '#test/support/ways.ts'

/** As the register of the police exports: its own headers, words and days. */
const mapping: Mapping = {
  form: 'returnee-register',
  version: 1,
  reporter: { column: 'Mã xã', prefix: 'police:' },
  window: { column: 'Kỳ' },
  revision: { fixed: '1' },
  columns: {
    'Họ và tên': { field: 'full_name' },
    'Giới tính': { field: 'sex', values: { Nam: 'nam', Nữ: 'nu' } },
    'Ngày về': { field: 'arrived_on', date: 'd/m/y' },
  },
}

const HEADER = 'Mã xã;Kỳ;Họ và tên;Giới tính;Ngày về'

async function exportsOfTest(options: Partial<MappedCsvOptions> = {}) {
  const folder = await folderOfTest()
  const connector = mappedCsv({ id: 'csv-export:qlhs', folder, mapping, ...options })
  const { put, remove } = fileSender(folder)
  const given = async () => {
    const found: Record<string, string> = {}
    for await (const delivery of connector.list())
      found[delivery.name] = new TextDecoder().decode(await connector.read(delivery))
    return found
  }
  const refusal = async () => {
    const names: string[] = []
    const cause = await (async () => {
      for await (const { name } of connector.list()) names.push(name)
    })().catch((cause: unknown) => cause)
    expect(cause).toBeInstanceOf(DeliveryError)
    return { names, message: (cause as DeliveryError).message }
  }
  return { connector, put, remove, given, refusal }
}

describe('an export', () => {
  test('of more cells than this process should hold is refused as a whole', async () => {
    const { put, refusal } = await exportsOfTest()
    const short = '1;;;;'
    await put('lớn.csv', [HEADER, ...Array<string>(480_001).fill(short)].join('\n'))
    expect(await refusal()).toEqual({
      names: [],
      message: expect.stringContaining('more than 2400000 cells; export less at a time'),
    })
  })

  test('becomes a document for each reporter and window in it, in our words', async () => {
    const { put, given } = await exportsOfTest()
    const rows = [
      '07210;adm:2026-08;Nguyễn Văn A;Nam;3/8/2026',
      '07246;adm:2026-08;"Lê; Thị B";Nữ;04/08/2026',
      '07210;adm:2026-09;Trần C;khác;',
      ';;;;',
    ]
    await put('tháng.csv', [HEADER, ...rows].join('\r\n'))
    const head = (reporter: string, window: string) =>
      `{"form":"returnee-register","version":1,"reporter":"${reporter}","window":"${window}","revision":1,"nil":"khong"}\n`
    expect(await given()).toEqual({
      'adm:2026-08/police:07210/tháng.csv': `${head('police:07210', 'adm:2026-08')}{"full_name":"Nguyễn Văn A","sex":"nam","arrived_on":"2026-08-03"}\n`,
      'adm:2026-08/police:07246/tháng.csv': `${head('police:07246', 'adm:2026-08')}{"full_name":"Lê; Thị B","sex":"nu","arrived_on":"2026-08-04"}\n`,
      'adm:2026-09/police:07210/tháng.csv': `${head('police:07210', 'adm:2026-09')}{"full_name":"Trần C","sex":"khác","arrived_on":null}\n`,
    })
  })

  test('may come in UTF-16 with tabs, as Excel saves Unicode text', async () => {
    const { put, given } = await exportsOfTest()
    const text = `\ufeff${HEADER}\n07210;adm:2026-08;Ân;Nữ;3/8/2026\n`.replaceAll(';', '\t')
    await put('a.tsv', Buffer.from(text, 'utf16le'))
    expect(await given()).toEqual({
      'adm:2026-08/police:07210/a.tsv': expect.stringContaining('"full_name":"Ân","sex":"nu"'),
    })
  })

  test.each([
    [
      'a column that nobody mapped',
      `${HEADER};Tiền án\n`,
      'unknown columns "Tiền án", map or ignore them',
    ],
    ['a mapped column missing', 'Mã xã;Kỳ;Họ và tên;Giới tính\n', 'missing columns "Ngày về"'],
    ['a column twice', `${HEADER};Kỳ\n`, 'columns that stand twice "Kỳ"'],
    ['another spelling of a header', HEADER.replace('Kỳ', 'KỲ'), 'unknown columns "KỲ"'],
    [
      'a row without a commune',
      `${HEADER}\n;adm:2026-08;A;Nam;\n`,
      'row 1 names no reporter and window',
    ],
    [
      'a row that is longer than the header',
      `${HEADER}\n07210;adm:2026-08;A;Nam;;x\n`,
      'line 2 has more cells',
    ],
    ['an open quotation mark', `${HEADER}\n07210;adm:2026-08;"A;Nam;\n`, 'damaged-file'],
    ['nothing', '', 'its first line is no header: none of "Họ và tên", "Giới tính", "Ngày về"'],
  ])('with %s is refused as a whole, and the others are given', async (_, text, says) => {
    const { put, refusal } = await exportsOfTest()
    await put('hỏng.csv', text)
    await put('tốt.csv', `${HEADER}\n07210;adm:2026-08;A;Nam;\n`)
    const { names, message } = await refusal()
    expect(names).toEqual(['adm:2026-08/police:07210/tốt.csv'])
    expect(message).toContain('"hỏng.csv" is not as configured: ')
    expect(message).toContain(says)
  })

  test('without a header is refused without naming whom it lists', async () => {
    const { put, refusal } = await exportsOfTest()
    await put('a.csv', '07210;adm:2026-08;Nguyễn Văn A;Nam;\n')
    await put('b.csv', `${HEADER}\nNguyễn;Văn;A;Nam;\n`)
    expect((await refusal()).message).not.toContain('Nguyễn')
  })

  test('that is no text says as what to export it', async () => {
    const { put, refusal } = await exportsOfTest()
    await put('tháng.xlsx', 'PK')
    expect((await refusal()).message).toContain('"tháng.xlsx" is no .csv or .tsv')
  })

  test('is read without the columns that are ignored', async () => {
    const { put, given } = await exportsOfTest({ ignored: ['Tiền án'] })
    await put('a.csv', `${HEADER};Tiền án\n07210;adm:2026-08;A;Nam;;BÍ MẬT\n`)
    expect(Object.values(await given()).join()).not.toContain('BÍ MẬT')
  })

  test('is another one under another mapping: its stamp says so', async () => {
    const stampOf = async ({ list }: Connector) => {
      for await (const { stamp } of list()) return stamp
      return undefined
    }
    const folder = await folderOfTest()
    await fileSender(folder).put('a.csv', `${HEADER}\n07210;adm:2026-08;A;Nam;\n`)
    const [one, same, other] = await Promise.all(
      [mapping, mapping, { ...mapping, version: 2 }].map((mapping) =>
        stampOf(mappedCsv({ id: 'csv-export:qlhs', folder, mapping })),
      ),
    )
    expect(one).toBe(same)
    expect(one).not.toBe(other)
  })
})
