import { readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { feedback } from '#pipelines/commands/feedback.ts'
import { pull, run } from '#pipelines/commands/jobs.ts'
import { hoanhap } from '#test/support/command-line.ts'
import { filesBelow } from '#test/support/folder-of-test.ts'
import { LIST, opened, registerBook, residentRows } from '#test/support/officers-book.ts'
import { type TestSite, testSite } from '#test/support/site.ts'

vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))
vi.mock('#pipelines/warehouse/builder.ts', () => import('#test/support/builder-in-process.ts'))

const SLIP = 'Phiếu kiểm tra số liệu'
const communes = ['07210', '07246', '07264']

describe('the answer to a file', () => {
  let place: TestSite
  let bad: Uint8Array
  const out = (name: string) => join(dirname(place.site.data), name)

  beforeAll(async () => {
    place = await testSite({
      answers: 'phan-hoi',
      plan: 'bac-ninh-2026',
      communes,
      businessDate: '2026-01-20',
    })
    place.setDay('2026-01-15')
    bad = await registerBook({ 2: { national_id: '12345' } })
    await place.deliver('same.xlsx', await registerBook())
    await place.deliver('rows.json', JSON.stringify({ form: 'returnee-register', rows: [] }))
    await pull(place)
    place.setDay('2026-01-16')
    await place.deliver('bad.xlsx', bad)
    await run(place)
  })
  afterAll(() => place.remove())

  /** Texts of the slip, row by row. */
  async function slipOf(path: string) {
    const book = await opened(await readFile(path))
    const rows: string[] = []
    book.getWorksheet(SLIP)?.eachRow((row) => {
      const texts: string[] = []
      row.eachCell((cell) => texts.push(cell.master === cell ? cell.text : ''))
      rows.push(texts.filter((text) => text !== '').join(' | '))
    })
    return { book, rows }
  }

  it('lies in the folder of answers, which is no part of what is taken in', async () => {
    const answers = await filesBelow(join(place.site.inbox, 'phan-hoi'))
    expect([...answers.keys()].map((path) => path.split('/').at(-1)).sort()).toEqual([
      'bad.phieu-kiem-tra.txt',
      'bad.phieu-kiem-tra.xlsx',
      'rows.json.phieu-kiem-tra.txt',
      'rows.json.phieu-kiem-tra.xlsx',
      'same.phieu-kiem-tra.txt',
      'same.phieu-kiem-tra.xlsx',
    ])
    const { json } = await pull(place)
    expect(json).toMatchObject({ received: { listed: 3 }, answered: { answered: 0 } })
  })

  it('is written for a receipt, with what other files say of its cells, for its owner alone', async () => {
    const path = out('answer.xlsx')
    const files = await filesBelow(join(place.site.out, 'feedback'))
    const texts = [...files].map(([, bytes]) => bytes.toString())
    const text = texts.find((each) => each.includes('Tệp: bad.xlsx'))
    const receipt = text?.match(/Số tiếp nhận: (\w+)/)?.[1]
    const { json } = await feedback(place, receipt ?? '', { out: path })
    expect(json).toMatchObject({ receipt, outcome: 'partial', problems: 2 })
    expect(((await stat(path)).mode & 0o777).toString(8)).toBe('600')
    const { book, rows } = await slipOf(path)
    expect(rows).toContain(`Số tiếp nhận: | ${receipt}`)
    expect(rows).toContain('KẾT QUẢ: Tiếp nhận một phần, đề nghị chỉnh lý')
    expect(rows).toContainEqual(expect.stringMatching(/^1 \| 01.Danh sach \| 7\/8 \| Biểu 01/))
    expect(rows).toContainEqual(expect.stringMatching(/D11 \| Cột “Số định danh cá nhân”: “12345”/))
    expect(rows).toContainEqual(expect.stringContaining('ghi cùng kỳ, cùng “Lần gửi”'))
    expect(book.getWorksheet(LIST)?.getCell('D11').note).toBeDefined()
  })

  it('is written for a file on disk, of which nothing is stored', async () => {
    await writeFile(out('mine.xlsx'), bad)
    const stored = async () => [...(await filesBelow(place.site.vault)).keys()]
    const before = await stored()
    const path = out('mine-answer.xlsx')
    const { json } = await feedback(place, out('mine.xlsx'), { out: path, on: '2026-01-15' })
    expect(json).toMatchObject({ outcome: 'partial', problems: 1 })
    expect((await slipOf(path)).rows).toContain('Tệp: | mine.xlsx')
    expect(await stored()).toEqual(before)
  })

  it('to what is no workbook is the slip alone, with rows where there are no cells', async () => {
    const rows = residentRows({ 0: { sex: 'gì' } }, 1)
    const envelope = { form: 'returnee-register', version: 1, reporter: 'police:07210' }
    const sent = {
      ...envelope,
      window: 'adm:2026-01',
      revision: 1,
      nil: false,
      rows,
    }
    await writeFile(out('rows.json'), JSON.stringify(sent))
    const path = out('rows-answer.xlsx')
    await feedback(place, out('rows.json'), { out: path, on: '2026-01-15' })
    const { book, rows: said } = await slipOf(path)
    expect(book.worksheets.map(({ name }) => name)).toEqual([SLIP])
    expect(said).toContainEqual(expect.stringMatching(/\| dòng 1 \| Cột “Giới tính”: “gì”/))
    expect(said.join('\n')).not.toContain('trong tệp này, tăng “Lần gửi” ở trang')
  })

  it('is refused for what is neither a file nor a receipt', async () => {
    const asked = ['feedback', 'abcdefabcdef', '-o', out('x.xlsx')]
    expect(await hoanhap(['--data', place.site.data, ...asked])).toMatchObject({ code: 2 })
  })
})
