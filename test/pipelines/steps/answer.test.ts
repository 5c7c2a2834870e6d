import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openReaders } from '#pipelines/readers/pool.ts'
import { openStation } from '#pipelines/station.ts'
import { answer } from '#pipelines/steps/answer.ts'
import { keep } from '#pipelines/steps/keep.ts'
import { receive } from '#pipelines/steps/receive.ts'
import { type Answer, type Connector, DeliveryError, folder } from '#sources/connectors/index.ts'
import { read } from '#sources/read.ts'
import { context } from '#test/sources/made-book.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'
import { LIST, opened, registerBook } from '#test/support/officers-book.ts'
import { testSite } from '#test/support/site.ts'
import { unreliable } from '#test/support/unreliable-connector.ts'

vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))

type Given = Map<string, readonly Answer[]>

/** A connector of these files that keeps what it is given for each, or fails for some. */
function answering(files: Record<string, Uint8Array>, failing: ReadonlySet<string> = new Set()) {
  const given: Given = new Map()
  const calls: string[] = []
  const connector: Connector = {
    ...unreliable('sftp', files),
    async answer({ name }, answers) {
      calls.push(name)
      if (failing.has(name)) throw new DeliveryError('sftp', name, 'is not reachable')
      given.set(name, answers)
    },
  }
  return { connector, given, calls }
}

async function stationOfTest() {
  const place = await testSite({ plan: 'bac-ninh-2026', businessDate: '2026-01-20' })
  place.setDay('2026-01-15')
  const station = await openStation(place.site, place.effects)
  onTestFinished(async () => {
    await station.close()
    await place.remove()
  })
  const readers = openReaders(station.setup, { size: 1 })
  const parts = { ...station, parsed: station.site.parsed, personKey: station.keys.person, readers }
  return async (connector: Connector, { clock = station.clock, patienceMs = 60_000 } = {}) => {
    await receive({ ...parts, connectors: [connector] })
    await keep(parts)
    return answer({ ...parts, connectors: [connector], clock, patienceMs })
  }
}

const textOf = (answers: readonly Answer[] | undefined, ending: string) =>
  new TextDecoder().decode(answers?.find(({ name }) => name.endsWith(ending))?.bytes)

describe('senders', () => {
  test('are told once, with their own workbook only where something is to be mended', async () => {
    const round = await stationOfTest()
    const files = {
      'good.xlsx': await registerBook(),
      'bad.xlsx': await registerBook({ 2: { national_id: '12345' } }),
      'ghi chú.txt': new TextEncoder().encode('xin chào'),
    }
    const { connector, given, calls } = answering(files)
    expect(await round(connector)).toEqual({ answered: 3, failures: [] })
    const sheetsOf = async (name: string) => {
      const [workbook, text] = given.get(name) ?? []
      expect([workbook?.name, text?.name]).toEqual(['phieu-kiem-tra.xlsx', 'phieu-kiem-tra.txt'])
      return (await opened(workbook?.bytes ?? new Uint8Array())).worksheets.length
    }
    expect(await sheetsOf('good.xlsx')).toBe(1)
    expect(await sheetsOf('bad.xlsx')).toBe(5)
    expect(await sheetsOf('ghi chú.txt')).toBe(1)
    expect(textOf(given.get('good.xlsx'), '.txt')).toContain('KẾT QUẢ: Đã tiếp nhận')
    expect(await round(connector)).toEqual({ answered: 0, failures: [] })
    expect(calls).toHaveLength(3)
  })

  test('read their own values in the workbook alone; the text that may be sent on masks them', async () => {
    const round = await stationOfTest()
    const { connector, given } = answering({
      'bad.xlsx': await registerBook({ 2: { national_id: '12345' } }),
    })
    await round(connector)
    const [workbook, text] = given.get('bad.xlsx') ?? []
    expect(new TextDecoder().decode(text?.bytes)).toContain('‹5 chữ số›')
    expect(new TextDecoder().decode(text?.bytes)).not.toContain('12345')
    const book = await opened(workbook?.bytes ?? new Uint8Array())
    const cell = book.getWorksheet(LIST)?.getCell('D11')
    const note = cell?.note
    expect(typeof note === 'object' ? note.texts?.[0]?.text : note).toContain('“12345”')
    const again = await read(workbook?.bytes ?? new Uint8Array(), context)
    expect(again).toMatchObject({ outcome: 'partial', problems: [{ cell: 'D11' }] })
  })

  test('are told the same again after a crash between the answer and its record', async () => {
    const round = await stationOfTest()
    const { connector, given, calls } = answering({
      'bad.xlsx': await registerBook({ 2: { national_id: '12345' } }),
    })
    let looks = 0
    const crash = () => {
      looks += 1
      throw new Error('power cut')
    }
    expect((await round(connector, { clock: crash })).answered).toBe(0)
    expect(looks).toBe(1)
    const first = given.get('bad.xlsx')
    expect(await round(connector)).toEqual({ answered: 1, failures: [] })
    expect(calls).toEqual(['bad.xlsx', 'bad.xlsx'])
    expect(given.get('bad.xlsx')).toEqual(first)
  })

  test('whose connector fails are told at the next look; the others at once', async () => {
    const round = await stationOfTest()
    const failing = new Set(['a.xlsx'])
    const files = { 'a.xlsx': await registerBook(), 'b.csv': new TextEncoder().encode('a,b') }
    const { connector, given } = answering(files, failing)
    expect(await round(connector)).toEqual({
      answered: 1,
      failures: [{ connector: 'sftp', name: 'a.xlsx', message: 'sftp: "a.xlsx" is not reachable' }],
    })
    expect([...given.keys()]).toEqual(['b.csv'])
    failing.clear()
    expect(await round(connector)).toEqual({ answered: 1, failures: [] })
    expect([...given.keys()]).toEqual(['b.csv', 'a.xlsx'])
  })

  test('are told anew of another file under the same name, and never afterwards of the old one', async () => {
    const round = await stationOfTest()
    const failing = new Set(['a.xlsx'])
    const files: Record<string, Uint8Array> = {
      'a.xlsx': await registerBook({ 2: { national_id: '12345' } }),
    }
    const { connector, given, calls } = answering(files, failing)
    await round(connector)
    files['a.xlsx'] = await registerBook()
    failing.clear()
    expect(await round(connector)).toEqual({ answered: 1, failures: [] })
    expect(textOf(given.get('a.xlsx'), '.txt')).toContain('8/8 dòng')
    expect(given.get('a.xlsx')?.map(({ name }) => name)).toContain('phieu-kiem-tra.xlsx')
    await round(connector)
    expect(calls).toHaveLength(2)
  })

  test('find no older answer beside the new one, which was a workbook with macros', async () => {
    const round = await stationOfTest()
    const inbox = await folderOfTest()
    const answers = join(inbox, 'phan-hoi')
    await mkdir(answers)
    await writeFile(join(inbox, 'a.xlsx'), await registerBook())
    await writeFile(join(answers, 'a.phieu-kiem-tra.xlsm'), 'số liệu cũ')
    const connector = folder({ id: 'inbox', folder: inbox, answers, quietMs: 0 })
    expect(await round(connector)).toEqual({ answered: 1, failures: [] })
    const now = ['a.phieu-kiem-tra.txt', 'a.phieu-kiem-tra.xlsx']
    expect((await readdir(answers)).toSorted()).toEqual(now)
    await writeFile(join(answers, 'a.phieu-kiem-tra.xlsm'), 'của a.xlsm')
    await writeFile(join(inbox, 'a.xlsm'), await registerBook({ 2: { national_id: '12345' } }))
    await round(connector)
    expect((await readdir(answers)).toSorted()).toEqual(
      [...now, 'a.phieu-kiem-tra.xlsm'].toSorted(),
    )
  })

  test('of a connector that hangs are left for the next look', async () => {
    const round = await stationOfTest()
    const connector: Connector = {
      ...unreliable('http', { 'a.xlsx': await registerBook() }),
      answer: () => new Promise(() => {}),
    }
    const { failures } = await round(connector, { patienceMs: 5 })
    expect(failures).toMatchObject([{ connector: 'http', name: 'a.xlsx' }])
  })
})
