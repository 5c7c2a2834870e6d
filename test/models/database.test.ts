import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tableOf } from '#sources/forms/form.ts'
import { anyForms } from '#sources/forms/index.ts'
import { type Generation, generationOf } from '#test/support/rows.ts'

/** Table → its columns, sorted. */
type Tables = Readonly<Record<string, readonly string[]>>

let given: Generation
beforeAll(async () => {
  given = await generationOf({ reports: [] })
})
afterAll(() => given?.close())

/** As the text of the interface has them; the tables of the forms follow from the forms and are not written there. */
async function declared(): Promise<Tables> {
  const source = await readFile(new URL('../../models/database.ts', import.meta.url), 'utf8')
  const [, body = ''] = /^export interface Database [^{]*\{\n(.*?)^\}/ms.exec(source) ?? []
  const tables = body.replace(/\/\*\*.*?\*\//gs, '').matchAll(/(\w+): \{(.*?)\}/gs)
  return Object.fromEntries(
    [...tables].map(([, table = '', columns = '']) => [
      table,
      [...columns.matchAll(/(\w+): /g)].map(([, column = '']) => column).sort(),
    ]),
  )
}

/** As DuckDB has them: the tables but those of the forms, and the one view that is written in the interface. */
async function made(): Promise<Tables> {
  const columns = await given.engine.rows(
    `select table_name, string_agg(column_name, ' ') as columns
     from information_schema.columns join information_schema.tables using (table_name)
     where table_type = 'BASE TABLE' or table_name = 'covered_register'
     group by table_name`,
  )
  const ofForms = new Set(anyForms.map(tableOf))
  return Object.fromEntries(
    columns
      .filter(({ table_name }) => !ofForms.has(String(table_name)))
      .map(({ table_name, columns }) => [table_name, String(columns).split(' ').sort()]),
  )
}

test('DuckDB has the tables and columns that TypeScript declares, and no others', async () => {
  const tables = await declared()
  expect(tables['person_link']).toEqual(['identifier', 'person'])
  expect(await made()).toEqual(tables)
})
