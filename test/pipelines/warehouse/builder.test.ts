import { readdir, readFile, watch } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLedger } from '#pipelines/ledger/open.ts'
import { BuildError, buildInChild, startBuilder } from '#pipelines/warehouse/builder.ts'
import { resultHash } from '#pipelines/warehouse/dump.ts'
import {
  draftFile,
  generationName,
  makeCurrent,
  openCurrent,
} from '#pipelines/warehouse/generation.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'
import { make, said } from '#test/support/generations.ts'

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

describe('the builder child', () => {
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

  it('that was told ahead builds the same, and says when it died before it was asked', async () => {
    const warehouse = await folderOfTest()
    const ledger = join(await folderOfTest(), 'ledger.sqlite')
    await (await openLedger(ledger, () => new Date('2026-03-20T00:00:00Z'))).close()
    const file = await draftFile(warehouse, generationName(1))
    const told = startBuilder()
    told.prepare({ ledger: 'no-ledger.sqlite', parsed: 'nowhere' })
    const alone = buildInChild({ ...request, ledger, file: `${file}.2` })
    expect(await told.build({ ...request, ledger, file })).toEqual(await alone)

    const dead = startBuilder()
    dead.stop()
    await expect(dead.build({ ...request, ledger, file })).rejects.toThrow(/ended with SIGKILL/)
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
