import { describe, expect, onTestFinished, test } from 'vitest'
import { openReaders, type ReadersOptions } from '#pipelines/readers/pool.ts'
import { ReaderStartError } from '#pipelines/readers/reader.ts'
import type { Reading } from '#sources/submission.ts'
import { marked } from '#sources/workbooks/marked/index.ts'
import { registerBook as libreOfficeRegister } from '#test/support/libre-office-books.ts'
import { LIST, registerBook } from '#test/support/officers-book.ts'
import { readerSetup, scriptedModule } from '#test/support/reader-setup.ts'
import { type Script, scripted } from '#test/support/scripted-reader.ts'

const accepted: Reading = { outcome: 'accepted', sheets: [], problems: [] }

function poolOfTest(options: ReadersOptions = {}) {
  const incidents: object[] = []
  const log = { info() {}, warn: (facts: object) => void incidents.push(facts), error() {} }
  const readers = openReaders(readerSetup, { size: 1, module: scriptedModule, log, ...options })
  onTestFinished(() => readers.close())
  const read = (script: Script) =>
    readers.read({ bytes: scripted(script), fileName: 'a.xlsx', receivedOn: '2026-02-16' })
  const facts = async (script: Script) => (await read(script)).problems[0]?.facts ?? {}
  return { readers, read, facts, incidents }
}

describe('a reader child', () => {
  test('gets the plan as plain data and turns it into a context', async () => {
    const { facts } = poolOfTest()
    const { context, owes, owesNot } = await facts({ do: 'look-around' })
    expect(JSON.parse(String(context))).toMatchObject({
      fileName: 'a.xlsx',
      receivedOn: '2026-02-16',
      places: ['07210', '07246'],
      plan: { id: 'bac-ninh-2026', number: '195/KH-UBND', family: 'adm', provinceCode: '24' },
    })
    expect([owes, owesNot]).toEqual(['true', 'false'])
  })

  test('has nothing of our environment and stands nowhere near our files', async () => {
    process.env['HOANHAP_KEYS'] = '/somewhere/keys'
    onTestFinished(() => void delete process.env['HOANHAP_KEYS'])
    const { environment, folder } = await poolOfTest().facts({ do: 'look-around' })
    const ours = ['TMPDIR', 'TZ']
    expect((environment as string[]).filter((name) => !/^(NODE_CHANNEL|LC_)/.test(name))).toEqual(
      ours,
    )
    expect(folder).toBe('/')
  })

  test('looks for names in a file that it cannot or need not read as a report', async () => {
    const { readers } = poolOfTest()
    const needles = [
      { kind: 'words', text: 'Đặng Khiết Tường' },
      { kind: 'digits', text: '024085987654' },
    ] as const
    const look = (text: string) => readers.search({ bytes: Buffer.from(text), needles })
    expect(await look('a;24085987654')).toEqual([1])
    expect(await look('a;b')).toEqual([])
    expect(await look('%PDF-1.4 Đặng Khiết Tường')).toBeNull()
  })

  test('is used again, and replaced after its number of files', async () => {
    const { facts } = poolOfTest({ filesPerChild: 2 })
    const pids = []
    for (let file = 0; file < 4; file += 1) pids.push((await facts({ do: 'who' }))['pid'])
    expect(pids[0]).toBe(pids[1])
    expect(pids[2]).toBe(pids[3])
    expect(pids[1]).not.toBe(pids[2])
  })

  test('that was killed while idle is replaced without a word about the next file', async () => {
    const { facts, read, incidents } = poolOfTest()
    const { pid } = await facts({ do: 'who' })
    process.kill(Number(pid), 'SIGKILL')
    await expect.poll(() => isAlive(Number(pid))).toBe(false)
    expect(await read({ do: 'answer', reading: accepted })).toEqual(accepted)
    expect(incidents).toEqual([])
  })
})

describe('a file that a reader does not survive', () => {
  const refusal = (facts: object) => ({
    outcome: 'rejected',
    sheets: [],
    problems: [expect.objectContaining({ code: 'reader-killed', severity: 'error', facts })],
  })

  test('by taking too long is rejected after a second try, and the next one is read', async () => {
    const { read, incidents } = poolOfTest({ timeoutMs: 700 })
    expect(await read({ do: 'hang' })).toEqual(refusal({ how: 'time', seconds: 1 }))
    expect(incidents).toMatchObject([
      { how: 'time', attempt: 1 },
      { how: 'time', attempt: 2 },
    ])
    expect(await read({ do: 'answer', reading: accepted })).toEqual(accepted)
  })

  test('by filling its memory is rejected', async () => {
    const { read } = poolOfTest({ heapMb: 60 })
    expect(await read({ do: 'fill-memory' })).toEqual(refusal({ how: 'crash' }))
  })

  test('by dying is rejected, and nothing else in the pool', async () => {
    const { read } = poolOfTest({ size: 2 })
    const [dead, alive] = await Promise.all([
      read({ do: 'die' }),
      read({ do: 'answer', reading: accepted }),
    ])
    expect(dead).toEqual(refusal({ how: 'crash' }))
    expect(alive).toEqual(accepted)
  })

  test('by making it throw is rejected at once, and the message with the name goes nowhere', async () => {
    const { read, incidents } = poolOfTest()
    expect(await read({ do: 'throw' })).toEqual(refusal({ how: 'error' }))
    expect(incidents).toMatchObject([{ kind: 'threw', error: 'RangeError', attempt: 1 }])
    expect(JSON.stringify(incidents)).toContain('scripted-reader.ts')
    expect(JSON.stringify(incidents)).not.toContain('Kín')
  })

  test('by answering with something else than a reading is rejected', async () => {
    const { read, incidents } = poolOfTest()
    const reading = { ...accepted, outcome: 'fine' } as unknown as Reading
    expect(await read({ do: 'answer', reading })).toEqual(refusal({ how: 'error' }))
    expect(incidents).toMatchObject([{ error: 'not a reading', at: 'outcome' }])
  })
})

test('a reader that cannot start says so and blames no file', async () => {
  const { read } = poolOfTest({ module: 'file:///no/such/reader.ts' })
  await expect(read({ do: 'who' })).rejects.toThrow(ReaderStartError)
})

test('a child gives cover and lines to who asks for them, and to nobody else', async () => {
  const readers = openReaders(readerSetup, { size: 1 })
  onTestFinished(() => readers.close())
  const job = {
    bytes: await libreOfficeRegister(),
    fileName: 'a.xlsx',
    receivedOn: '2026-10-16',
  } as const
  const asked = await readers.read({ ...job, lines: true })
  expect(asked.cover).toMatchObject({ prepared_by: 'Người Lập Biểu' })
  expect(asked.sheets[0]?.lines?.map(({ withheld }) => withheld)).toEqual([
    ...[false, false, false, true, false],
  ])
  const plain = await readers.read(job)
  expect(JSON.stringify(plain)).not.toContain('"lines"')
  expect(plain.cover).toBeUndefined()
})

test('a pool that is closed blames no file that was being read, and starts nothing more', async () => {
  const { readers, read, incidents } = poolOfTest()
  await read({ do: 'who' })
  const reading = read({ do: 'hang' })
  await new Promise(setImmediate)
  readers.close()
  await expect(reading).rejects.toThrow(ReaderStartError)
  await expect(read({ do: 'who' })).rejects.toThrow('the readers are closed')
  expect(incidents).toEqual([])
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('a file made from another', () => {
  const slip = {
    ...{ title: 'PHIẾU', facts: [], ask: [], lists: [] },
    verdict: { text: 'KẾT QUẢ', tone: 'error' },
    forms: { title: 'BIỂU', head: ['1', '2', '3', '4'], rows: [] },
  } as const

  test('is made in a child, which reads on afterwards', async () => {
    const { readers, read, incidents } = poolOfTest()
    const bytes = await registerBook()
    const marks = [{ sheet: LIST, cell: 'D9', severity: 'error', text: 'Sửa.' }] as const
    const made = await readers.make({ kind: 'mark', bytes, marks, slip })
    expect(made).toEqual(marked(bytes, marks, slip))
    expect(await read({ do: 'answer', reading: accepted })).toEqual(accepted)
    expect(incidents).toEqual([])
  })

  test('is none where the other cannot be opened, and the log quotes nothing of it', async () => {
    const { readers, incidents } = poolOfTest()
    const bytes = new TextEncoder().encode('PK Nguyễn Văn Kín')
    expect(await readers.make({ kind: 'mark', bytes, marks: [], slip })).toBeNull()
    expect(incidents).toMatchObject([{ kind: 'threw', error: 'RefusedError' }])
    expect(JSON.stringify(incidents)).not.toContain('Kín')
  })

  test('is none where it takes too long', async () => {
    const { readers } = poolOfTest({ timeoutMs: 1 })
    const bytes = await registerBook()
    expect(await readers.make({ kind: 'mark', bytes, marks: [], slip })).toBeNull()
  })
})
