import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTables } from '#models/core/tables.ts'
import { counsellingCoverage } from '#models/indicators/index.ts'
import { define } from '#models/indicators/indicator.ts'
import { figureOf, sourcesIdOf } from '#models/measuring/figure.ts'
import { valuesOfToday } from '#models/measuring/today.ts'
import { sqlText } from '#pipelines/warehouse/dialect.ts'
import { type Engine, openForWriting } from '#pipelines/warehouse/engine.ts'
import { livesOn } from '#sources/reference/lives-on.ts'
import type { Succession, Unit, UnitId } from '#sources/vocabulary/unit.ts'

const figure = figureOf(define(counsellingCoverage))
const FIRST = 2020
const WINDOW = 'cal:2020'

/** Units of a year, and into which of the next year's each goes: one for a merger, several for a division. */
interface Reform {
  readonly sizes: readonly number[]
  readonly goes: readonly (readonly number[])[]
}

/** Up to three reforms one after the other, each of whole units: every unit goes to one or more of the next ones. */
const reforms: fc.Arbitrary<Reform[]> = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 4 })
  .chain((counts) =>
    fc.tuple(
      ...counts.slice(1).map((next, at) =>
        fc.record({
          sizes: fc.constant([counts[at] as number, next]),
          goes: fc.array(fc.uniqueArray(fc.nat(next - 1), { minLength: 1, maxLength: 3 }), {
            minLength: counts[at] as number,
            maxLength: counts[at] as number,
          }),
        }),
      ),
    ),
  )

const idOf = (stage: number, n: number): UnitId => `u${stage}${n}@${FIRST + stage}-07-01`

function chronicle(all: readonly Reform[]) {
  const last = all.length
  const counts = [...all.map(({ sizes }) => sizes[0] as number), all[last - 1]?.sizes[1] as number]
  const units = counts.flatMap((count, stage) =>
    Array.from({ length: count }, (_, n) => unitOf(stage, n, stage === last)),
  )
  const successions = all.flatMap(({ goes }, stage) =>
    goes.flatMap((to, n) =>
      to.map(
        (next): Succession => ({
          fromUnit: idOf(stage, n),
          toUnit: idOf(stage + 1, next),
          onDate: `${FIRST + stage + 1}-07-01`,
          kind: to.length > 1 ? 'part' : 'whole',
        }),
      ),
    ),
  )
  return { units, successions }
}

function unitOf(stage: number, n: number, lasts: boolean): Unit {
  return {
    id: idOf(stage, n),
    code: `u${stage}${n}`,
    name: '',
    level: 'commune',
    type: 'xa',
    parentId: null,
    validFrom: `${FIRST + stage}-07-01`,
    validTo: lasts ? null : `${FIRST + stage + 1}-07-01`,
    mapColumn: null,
    mapRow: null,
  }
}

describe('people on the units of today', () => {
  let engine: Engine
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hoanhap-today-'))
    engine = await openForWriting(join(folder, 'today.duckdb'))
    for (const statement of createTables()) await engine.rows(statement.compile(sqlText()).sql)
  })
  afterAll(async () => {
    engine?.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** The values of today from those of then: `[numerator, denominator]` by unit of the first year. */
  async function carried(
    { units, successions }: ReturnType<typeof chronicle>,
    counts: readonly (readonly [number, number])[],
  ) {
    for (const table of ['value', 'coverage', 'unit', 'today'])
      await engine.rows(`delete from ${table}`)
    const follow = livesOn({ units, successions }, '2029-01-01')
    const first = units.filter(({ validFrom }) => validFrom === `${FIRST}-07-01`)
    await engine.append(
      'unit',
      first.map((u) => [
        u.id,
        u.code,
        '',
        'commune',
        'xa',
        'p',
        u.validFrom,
        u.validTo,
        null,
        null,
      ]),
    )
    await engine.append(
      'today',
      first.flatMap(({ id }) =>
        follow(id).map((s) => [id, s.unitId, s.kind, s.numerator, s.denominator]),
      ),
    )
    await engine.append(
      'coverage',
      first.map(({ id }) => [sourcesIdOf(figure), WINDOW, id, 1, 1, 0, false]),
    )
    await engine.append(
      'value',
      first.map(({ id }, n) => {
        const [numerator, denominator] = counts[n % counts.length] as readonly [number, number]
        const key = [figure.definition.id, 'then', WINDOW, id, '', '']
        return [...key, numerator, denominator, 'register', 1, 1, 0, 'final', false]
      }),
    )
    for (const statement of valuesOfToday([figure]))
      await engine.rows(statement.compile(sqlText()).sql)
    return engine.rows(
      `select map, unit_id, numerator, denominator, estimate from value where breakdown = '' order by unit_id`,
    )
  }

  const counts = fc.array(
    fc.tuple(fc.nat(40), fc.nat(60)).map(([n, more]) => [n, n + more] as const),
    { minLength: 5, maxLength: 5 },
  )

  it('are as many as before, after any chain of mergers and divisions, and no share is above one', async () => {
    await fc.assert(
      fc.asyncProperty(reforms, counts, async (chain, people) => {
        const rows = await carried(chronicle(chain), people)
        const total = (map: string, column: string) =>
          rows.filter((row) => row['map'] === map).reduce((n, row) => n + Number(row[column]), 0)
        for (const column of ['numerator', 'denominator'])
          expect(total('today', column)).toBe(total('then', column))
        for (const row of rows) {
          expect(Number(row['numerator'])).toBeGreaterThanOrEqual(0)
          expect(Number(row['denominator'])).toBeGreaterThanOrEqual(Number(row['numerator']))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are 7 where two communes with 3 and 4 became one', async () => {
    const rows = await carried(chronicle([{ sizes: [2, 1], goes: [[0], [0]] }]), [
      [3, 3],
      [4, 4],
    ])
    expect(rows.filter(({ map }) => map === 'today')).toEqual([
      { map: 'today', unit_id: 'u10@2021-07-01', numerator: 7, denominator: 7, estimate: false },
    ])
  })

  it('are 4, 3 and 3 of ten where one became three, the first by code bearing what is left, as an estimate', async () => {
    const rows = await carried(chronicle([{ sizes: [1, 3], goes: [[2, 0, 1]] }]), [[7, 10]])
    expect(
      rows
        .filter(({ map }) => map === 'today')
        .map((v) => `${v['unit_id']} ${v['numerator']}/${v['denominator']} ${v['estimate']}`),
    ).toEqual(['u10@2021-07-01 3/4 true', 'u11@2021-07-01 2/3 true', 'u12@2021-07-01 2/3 true'])
  })
})
