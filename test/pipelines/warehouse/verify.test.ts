import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openForWriting, openReadOnly } from '#pipelines/warehouse/engine.ts'
import { VerifyError, verify } from '#pipelines/warehouse/verify.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'
import { A, B, type Generation, generationOf } from '#test/support/rows.ts'
import { offence, offences, register, resident } from '#test/support/sent.ts'

let given: Generation
beforeAll(async () => {
  given = await generationOf({
    reports: [
      register(A, '2026-03', [resident('P', '2024-01-01'), resident('Q', '2024-01-01')], {
        withheld: 1,
      }),
      register(B, '2026-03', [resident('R', '2024-01-01')], { outcome: 'held', revision: 2 }),
      offences('2026-03', [offence('V1', 'P', A, '2026-03-01')]),
    ],
  })
})
afterAll(() => given?.close())

it('counts each submission’s rows against the ledger’s', async () => {
  const { rows, values } = await verify(given.engine)
  expect(rows).toBe(4)
  expect(await given.engine.rows('select count(*) as n from value')).toEqual([{ n: values }])
})

for (const [what, damage] of [
  ['one row is gone', `delete from form_returnee_register where "row" = 10`],
  ['all rows of a form are gone', 'delete from form_reoffence'],
  ['one row stands twice', 'insert into form_reoffence select * from form_reoffence'],
  ['a held one lost its row', `delete from form_returnee_register where unit_id like '${B}@%'`],
] as const) {
  it(`notices when ${what}`, async () => {
    const copy = join(await folderOfTest(), 'gen.duckdb')
    await copyFile(given.path, copy)
    const writing = await openForWriting(copy)
    await writing.rows(damage)
    await writing.rows('checkpoint')
    writing.close()
    const engine = await openReadOnly(copy)
    await expect(verify(engine)).rejects.toThrow(VerifyError)
    await expect(verify(engine)).rejects.toThrow(
      /^submission [0-9a-f]{64}\/(returnee-register|reoffence) has \d rows in the generation, the ledger says \d$/,
    )
    engine.close()
  })
}
