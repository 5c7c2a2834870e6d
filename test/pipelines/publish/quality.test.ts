import { afterAll, beforeAll, expect, it } from 'vitest'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { qualityRules } from '#models/quality/index.ts'
import { qualityView } from '#pipelines/publish/quality.ts'
import { snapshotOf } from '#pipelines/publish/snapshot.ts'
import { warehouse } from '#pipelines/warehouse/dialect.ts'
import { places, restrictTo } from '#sources/reference/places.ts'
import { A, B, type Generation, generationOf, unitOf } from '#test/support/rows.ts'
import { notice, notices, register, resident } from '#test/support/sent.ts'

const ten = Array.from({ length: 10 }, (_, n) => resident(`p${n}`, '2024-01-20'))
const six = (values = {}) =>
  Array.from({ length: 6 }, (_, n) => resident(`new${n}`, '2024-01-20', values))

/** Two communes of ten: one gets six people by an amnesty, the other six that nobody explains. */
let given: Generation
beforeAll(async () => {
  given = await generationOf({
    communes: [A, B],
    missing: [`returnee-register police:${A} 2026-01`, `returnee-register police:${B} 2026-01`],
    reports: [
      notices(
        '2026-03',
        six().map((_, n) => notice(`new${n}`, A, '2026-03-01', { release_basis: 'dac_xa' })),
      ),
      register(A, '2026-02', ten),
      register(A, '2026-03', [
        ...ten,
        ...six({ release_basis: 'dac_xa', arrived_on: '2026-03-01' }),
      ]),
      register(
        B,
        '2026-02',
        ten.map(({ values }, n) => ({ values, ids: [`nid:other${n}`] })),
      ),
      register(B, '2026-03', [
        ...ten.map(({ values }, n) => ({ values, ids: [`nid:other${n}`] })),
        ...six().map(({ values }, n) => ({ values, ids: [`nid:more${n}`] })),
      ]),
    ],
  })
})
afterAll(() => given?.close())

it('what the rules return stands in a table, with who mends it, and what is an error fires', async () => {
  expect(await given.engine.rows('select * from finding')).toEqual([
    {
      rule: 'register-jump',
      unit_id: unitOf(B),
      window_id: 'adm:2026-03',
      subject: 'returnee-register',
      owner: 'reporter',
      severity: 'error',
      left_n: 10,
      right_n: 16,
      facts: '{"unexplained":6,"came":0,"gone":0}',
    },
  ])
  expect(
    await given.engine.rows(`select target, unit_id, cycle from condition where rule = 'suspect'`),
  ).toEqual([{ target: 'register-jump/returnee-register', unit_id: unitOf(B), cycle: 'adm:2026' }])
})

it('the page gets every rule, its rows by month with the commune’s name, and whether it was asked', async () => {
  const setting = { plan: bacNinh2026, places: restrictTo(places(), [A, B]), config: {} } as never
  const snapshot = await snapshotOf(warehouse(given.engine), setting)
  const { months, rules } = await qualityView(snapshot, { toDateId: 'adm:2026-Q1' } as never)
  expect(months).toEqual(['adm:2026-01', 'adm:2026-02', 'adm:2026-03'])
  const jump = rules.find(({ rule }) => rule.id === 'register-jump')
  expect(jump).toMatchObject({ asked: true, byMonth: [0, 0, 1], elsewhere: 0 })
  expect(jump?.found).toMatchObject([
    {
      who: 'xã Xuân Lương',
      unitCode: B,
      finding: { left: 10, right: 16, facts: { unexplained: 6 } },
    },
  ])
  const asked = rules.filter((one) => one.asked).map(({ rule }) => rule.id)
  expect(asked).not.toContain('credit-balance')
})

it('a rule about forms of which nothing is in force is not asked', () => {
  const none = qualityRules.filter(({ rows }) => rows(new Set()) === null).map(({ id }) => id)
  expect(none).toEqual([
    'register-jump',
    'residents-jump',
    'no-movement',
    'copied-report',
    'register-against-tally',
    'no-service',
    'credit-balance',
  ])
})

it('no two rules share an id', () => {
  expect(new Set(qualityRules.map(({ id }) => id)).size).toBe(qualityRules.length)
})
