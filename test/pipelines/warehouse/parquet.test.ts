import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openForWriting } from '#pipelines/warehouse/engine.ts'
import { writeParquet } from '#pipelines/warehouse/parquet.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'

it('writes rows that another reader finds again, column by column', async () => {
  const path = join(await folderOfTest(), "số liệu 'thử'.parquet")
  const rows = [
    ['07210', 'phường Bắc Giang', 3, '2026-03-14'],
    ['07246', 'xã "Xuân" Lương\'s', 0, null],
    ['07264', '', null, '1997-01-01'],
  ]
  await writeParquet(
    path,
    [
      { name: 'code', type: 'VARCHAR' },
      { name: 'name', type: 'VARCHAR' },
      { name: 'numerator', type: 'BIGINT' },
      { name: 'last day', type: 'DATE' },
    ],
    rows,
  )
  const engine = await openForWriting(':memory:', { writes: path })
  const file = `'${path.replaceAll("'", "''")}'`
  const found = await engine.rows(`select * from read_parquet(${file})`)
  const types = await engine.rows(
    `select name, type from parquet_schema(${file}) where name <> 'duckdb_schema'`,
  )
  engine.close()
  expect(Object.keys(found[0] ?? {})).toEqual(['code', 'name', 'numerator', 'last day'])
  expect(found.map((row) => Object.values(row))).toEqual(rows)
  expect(types.map(({ type }) => type)).toEqual(['BYTE_ARRAY', 'BYTE_ARRAY', 'INT64', 'INT32'])
})

it('writes a file without rows, too', async () => {
  const path = join(await folderOfTest(), 'empty.parquet')
  await writeParquet(path, [{ name: 'n', type: 'BIGINT' }], [])
  const engine = await openForWriting(':memory:', { writes: path })
  expect(await engine.rows(`select count(*) as n from read_parquet('${path}')`)).toEqual([{ n: 0 }])
  engine.close()
})
