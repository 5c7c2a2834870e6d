import { copyFile, open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openForWriting } from '#pipelines/warehouse/engine.ts'
import {
  currentFile,
  generationName,
  NoGenerationError,
  openCurrent,
} from '#pipelines/warehouse/generation.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'
import { make, said } from '#test/support/generations.ts'

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
