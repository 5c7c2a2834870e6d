import { copyFile, open, readdir, readFile, watch } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLedger } from '#pipelines/ledger/open.ts'
import { resultHash } from '#pipelines/warehouse/dump.ts'
import { type Engine, openForWriting } from '#pipelines/warehouse/engine.ts'
import {
  BuildError,
  buildInChild,
  currentFile,
  draftFile,
  generationName,
  makeCurrent,
  NoGenerationError,
  openCurrent,
  pruneGenerations,
} from '#pipelines/warehouse/generation.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'

/** Makes generation `n`, whose one table says so, as a build does: checkpoint, close, rename, pointer, old ones removed. */
async function make(warehouse: string, n: number): Promise<string> {
  const draft = await draftFile(warehouse, generationName(n))
  const engine = await openForWriting(draft)
  await engine.rows('create table says (n bigint)')
  await engine.append('says', [[n]])
  await engine.rows('checkpoint')
  engine.close()
  const file = await makeCurrent(warehouse, draft, n)
  await pruneGenerations(warehouse)
  return file
}

async function said(warehouse: string): Promise<unknown> {
  const engine: Engine = await openCurrent(warehouse)
  const rows = await engine.rows('select * from says')
  engine.close()
  return rows
}

describe('generations', () => {
  it('have names in the order of their numbers', () => {
    expect([1, 12, 999_999].map(generationName)).toEqual([
      'gen-000001.duckdb',
      'gen-000012.duckdb',
      'gen-999999.duckdb',
    ])
  })

  it('are none at first, and the error says what makes one', async () => {
    const warehouse = await folderOfTest()
    await expect(openCurrent(warehouse)).rejects.toThrow(NoGenerationError)
    await expect(currentFile(join(warehouse, 'nowhere'))).rejects.toThrow('make one: hoanhap run')
  })

  it('take the place of the last at once; who has it open reads on', async () => {
    const warehouse = await folderOfTest()
    await make(warehouse, 1)
    const pointer = await open(join(warehouse, 'CURRENT'))
    const reader = await openCurrent(warehouse)
    await make(warehouse, 2)
    expect(await said(warehouse)).toEqual([{ n: 2 }])
    expect(await reader.rows('select * from says')).toEqual([{ n: 1 }])
    expect(await pointer.readFile('utf8')).toBe('gen-000001.duckdb\n')
    expect(await readFile(join(warehouse, 'CURRENT'), 'utf8')).toBe('gen-000002.duckdb\n')
    reader.close()
    await pointer.close()
  })

  it('stay three, and nothing else is left: no draft, no log', async () => {
    const warehouse = await folderOfTest()
    for (const n of [1, 2, 3, 4, 5]) await make(warehouse, n)
    expect((await readdir(warehouse)).sort()).toEqual([
      'CURRENT',
      'gen-000003.duckdb',
      'gen-000004.duckdb',
      'gen-000005.duckdb',
    ])
  })

  it('are not changed by a log that lies beside the next name', async () => {
    const warehouse = await folderOfTest()
    await make(warehouse, 1)
    // rows that were written and never checkpointed, of a file with the same tables
    const other = join(await folderOfTest(), 'other.duckdb')
    const engine = await openForWriting(other)
    await engine.rows('create table says (n bigint)')
    await engine.append('says', [[2]])
    await engine.rows('checkpoint')
    await engine.rows('insert into says values (666)')
    await copyFile(`${other}.wal`, join(warehouse, 'gen-000002.duckdb.wal'))
    await copyFile(`${other}.wal`, join(warehouse, 'gen-000002.duckdb.draft.wal'))
    engine.close()
    await make(warehouse, 2)
    expect(await said(warehouse)).toEqual([{ n: 2 }])
    expect(await readdir(warehouse)).not.toContain('gen-000002.duckdb.wal')
  })
})

describe('the builder child', () => {
  const request = {
    parsed: 'nowhere',
    plan: 'bac-ninh-2026',
    province: null,
    communes: ['07210'],
    businessDate: '2026-03-20',
    knownUntil: '2026-03-20T00:00:00.000Z',
    codeVersion: 'test',
    keyId: 'test',
  } as const

  it('ends with the reason, and the current generation is served on', async () => {
    const warehouse = await folderOfTest()
    await make(warehouse, 1)
    const file = await draftFile(warehouse, generationName(2))
    const failing = buildInChild({ ...request, file, ledger: join(warehouse, 'no-ledger.sqlite') })
    await expect(failing).rejects.toThrow(BuildError)
    await expect(failing).rejects.toThrow(
      /no-ledger\.sqlite does not exist; make the data folder: hoanhap init\n[\s\S]*hoanhap doctor/,
    )
    expect(await said(warehouse)).toEqual([{ n: 1 }])
  })

  it('may be killed while it writes: the current one stays, the next takes the next name', async () => {
    const warehouse = await folderOfTest()
    await make(warehouse, 1)
    const ledger = join(await folderOfTest(), 'ledger.sqlite')
    await (await openLedger(ledger, () => new Date('2026-03-20T00:00:00Z'))).close()

    const file = await draftFile(warehouse, generationName(2))
    const watching = watch(warehouse)
    const killed = buildInChild({ ...request, ledger, file }).catch((cause: unknown) => cause)
    for await (const { filename } of watching) if (filename === basename(file)) break
    process.kill(await builderOf(process.pid), 'SIGKILL')
    expect(await killed).toMatchObject({
      name: 'BuildError',
      message: expect.stringContaining('SIGKILL'),
    })
    expect(await readdir(warehouse)).toContain(basename(file))
    expect(await said(warehouse)).toEqual([{ n: 1 }])

    const next = await draftFile(warehouse, generationName(3))
    const report = await buildInChild({ ...request, ledger, file: next })
    await makeCurrent(warehouse, next, 3)
    expect((await readdir(warehouse)).sort()).toEqual([
      'CURRENT',
      'gen-000001.duckdb',
      'gen-000003.duckdb',
    ])
    const engine = await openCurrent(warehouse)
    expect(report).toMatchObject({ submissions: 0, rows: 0, resultHash: await resultHash(engine) })
    engine.close()
  })
})

/** The process id of the builder that a process has started. */
async function builderOf(parent: number): Promise<number> {
  for (const task of await readdir(`/proc/${parent}/task`)) {
    const children = await readFile(`/proc/${parent}/task/${task}/children`, 'utf8')
    for (const pid of children.split(' ').filter(Boolean)) {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8')
      if (command.includes('builder-child')) return Number(pid)
    }
  }
  throw new Error(`process ${parent} has no builder`)
}
