import { copyFile, mkdir, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  AlreadyOpenError,
  type Engine,
  OpenError,
  openForWriting,
  openReadOnly,
  QueryError,
  StrayLogError,
} from '#pipelines/warehouse/engine.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'

/** A closed file with a table of three numbers, and a CSV that nobody may read through it. */
async function finished(): Promise<{ readonly path: string; readonly folder: string }> {
  const folder = await folderOfTest()
  const path = join(folder, 'gen.duckdb')
  const engine = await openForWriting(path)
  await engine.rows('create table t (n bigint)')
  await engine.append('t', [[1], [2], [3]])
  await engine.rows('checkpoint')
  engine.close()
  await writeFile(join(folder, 'secret.csv'), 'name\nNgười Một\n')
  return { path, folder }
}

describe('an engine that writes', () => {
  it('is the only one for its file in this process; the rows of the first survive', async () => {
    const { path, folder } = await finished()
    const first = await openForWriting(path)
    await expect(openForWriting(path)).rejects.toThrow(AlreadyOpenError)
    await expect(openForWriting(join(folder, 'x', '..', 'gen.duckdb'))).rejects.toThrow(
      'already open for writing in this process; close that engine first',
    )
    await first.append('t', [[4]])
    first.close()
    const again = await openForWriting(path)
    expect(await again.rows('select count(*) as n from t')).toEqual([{ n: 4 }])
    again.close()
  })

  it('is found out behind a link, too', async () => {
    const { path, folder } = await finished()
    const link = join(await folderOfTest(), 'link')
    await symlink(folder, link)
    const first = await openForWriting(path)
    await expect(openForWriting(join(link, 'gen.duckdb'))).rejects.toThrow(AlreadyOpenError)
    first.close()
  })

  it('is granted once when two ask at the same moment', async () => {
    const { path } = await finished()
    const asked = await Promise.allSettled([openForWriting(path), openForWriting(path)])
    const granted = asked.filter(
      (a): a is PromiseFulfilledResult<Engine> => a.status === 'fulfilled',
    )
    expect(granted).toHaveLength(1)
    for (const { value } of granted) value.close()
  })

  it('leaves the file free when it cannot be opened', async () => {
    const folder = await folderOfTest()
    const path = join(folder, 'later', 'gen.duckdb')
    await expect(openForWriting(path)).rejects.toThrow()
    await mkdir(join(folder, 'later'))
    const engine = await openForWriting(path)
    engine.close()
  })

  it('keeps days, whole numbers, truth and nothing as they were given', async () => {
    const engine = await openForWriting(':memory:')
    await engine.rows('create table t (d date, n bigint, b boolean, s text)')
    const rows = [
      ['2026-02-28', 9_007_199_254_740_991, true, "phường Bắc Giang's"],
      ['1900-01-01', -9_007_199_254_740_991, false, ''],
      [null, null, null, null],
    ]
    expect(await engine.append('t', rows)).toBe(3)
    expect((await engine.rows('select * from t')).map((row) => Object.values(row))).toEqual(rows)
    expect(await engine.rows('select $1 as a, $2 as b', ['x', 7])).toEqual([{ a: 'x', b: 7 }])
    engine.close()
  })

  it('gives no whole number that JavaScript cannot hold', async () => {
    const engine = await openForWriting(':memory:')
    await expect(engine.rows('select 9007199254740992::bigint as n')).rejects.toThrow(
      '9007199254740992 is beyond whole numbers of JavaScript',
    )
    await expect(
      engine.rows('select sum(x) as n from (select 9007199254740991::bigint as x from range(3))'),
    ).rejects.toThrow('beyond whole numbers of JavaScript')
    expect(await engine.rows('select 9007199254740991::bigint as n')).toEqual([
      { n: 9_007_199_254_740_991 },
    ])
    engine.close()
  })

  it('refuses a row with too few columns, by name of the table', async () => {
    const engine = await openForWriting(':memory:')
    await engine.rows('create table win (a text, b text)')
    await expect(engine.append('win', [['x']])).rejects.toThrow('win has 2 columns, the row has 1')
    engine.close()
  })

  it('says which statement was refused', async () => {
    const engine = await openForWriting(':memory:')
    const refused = await engine.rows('select * from nowhere').catch((cause: unknown) => cause)
    expect(refused).toBeInstanceOf(QueryError)
    expect(refused).toMatchObject({
      sql: 'select * from nowhere',
      message: expect.stringContaining('nowhere'),
    })
    engine.close()
  })
})

describe('an engine that only reads', () => {
  it('answers queries, several at a time for several readers', async () => {
    const { path } = await finished()
    const [one, two] = [await openReadOnly(path), await openReadOnly(path)]
    expect(await one.rows('select sum(n) as n from t')).toEqual([{ n: 6 }])
    expect(await two.rows('select sum(n) as n from t')).toEqual([{ n: 6 }])
    one.close()
    two.close()
  })

  it('does not open a file beside which a log lies: it would be merged without a word', async () => {
    const { path } = await finished()
    const writing = await openForWriting(path)
    await writing.rows('insert into t values (666)')
    await copyFile(`${path}.wal`, `${path}.kept`)
    await writing.rows('checkpoint')
    writing.close()
    await rename(`${path}.kept`, `${path}.wal`)
    await expect(openReadOnly(path)).rejects.toThrow(StrayLogError)
    await expect(openReadOnly(path)).rejects.toThrow(
      'gen.duckdb.wal lies beside a finished generation',
    )
  })

  it('has no way out: no other file, no extension, no setting, no change', async () => {
    const { path, folder } = await finished()
    const engine = await openReadOnly(path)
    const csv = join(folder, 'secret.csv')
    const attempts = [
      `attach '${path}.other' as other`,
      `attach ':memory:' as other`,
      `copy t to '${folder}/out.csv'`,
      `copy (select 1) to '${folder}/out.parquet' (format parquet)`,
      `export database '${folder}/out'`,
      `select * from read_csv('${csv}')`,
      `select * from read_text('${csv}')`,
      `select * from read_blob('${csv}')`,
      `select * from glob('${folder}/*')`,
      `select * from '${csv}'`,
      'install httpfs',
      'load httpfs',
      'set threads = 1',
      'set enable_external_access = true',
      'reset enable_external_access',
      `pragma profiling_output = '${folder}/out.json'`,
      `set profiling_output = '${folder}/out.json'`,
      'create table u (n bigint)',
      "create temp table u as select 1; copy u to '/tmp/x.csv'",
      'insert into t values (4)',
      'delete from t',
      'checkpoint t',
    ]
    const passed: string[] = []
    for (const attempt of attempts) {
      await engine.rows(attempt).then(
        () => passed.push(attempt),
        (cause: unknown) => expect(cause, attempt).toBeInstanceOf(QueryError),
      )
    }
    expect(passed).toEqual([])
    expect(await engine.rows('select count(*) as n from t')).toEqual([{ n: 3 }])
    engine.close()
  })
})

describe('a file that is no database', () => {
  it('is named, with what helps', async () => {
    const path = join(await folderOfTest(), 'gen.duckdb')
    await writeFile(path, 'x'.repeat(20_000))
    for (const open of [openReadOnly, openForWriting]) {
      await expect(open(path)).rejects.toThrow(OpenError)
      await expect(open(path)).rejects.toThrow(/gen\.duckdb cannot be opened .*hoanhap doctor$/)
    }
  })
})
