import { expect, test } from 'vitest'
import { readableSql } from '#dashboards/catalogue/sql.ts'
import { catalogueOf } from '#models/catalogue/catalogue.ts'
import { plans } from '#models/plans/index.ts'
import { sqlText } from '#pipelines/warehouse/dialect.ts'

test('each clause and each condition has a line, a subquery is indented', () => {
  const compiled =
    'select "w"."a", "p"."row" from "win" as "w" inner join (select "x" from "y" where "x" > 1 and ("z" = \'a from b\' or "z" is null)) as "p" on "p"."x" = "w"."a" where "w"."a" = 1 and "w"."b" = 2'
  expect(readableSql(compiled)).toBe(
    [
      'select w.a, p."row"',
      'from win as w',
      'inner join (',
      '  select x',
      '  from y',
      '  where x > 1',
      "  and (z = 'a from b' or z is null)",
      ') as p on p.x = w.a',
      'where w.a = 1',
      'and w.b = 2',
    ].join('\n'),
  )
})

test('of every population nothing but blanks and quotes is changed', () => {
  const bare = (text: string) => text.replaceAll(/[\s"]/g, '')
  for (const { sql } of catalogueOf(plans, sqlText()).populations)
    expect(bare(readableSql(sql))).toBe(bare(sql))
})
