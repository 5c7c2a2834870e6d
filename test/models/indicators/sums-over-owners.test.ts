import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twinsOf } from '#models/definitions.ts'
import {
  creditAdviceCoverage,
  digitisationCoverage,
  employmentRate,
  indicators,
  jobInformationCoverage,
  receptionCoverage,
  reoffendingRate,
  reoffendingWithin12Months,
} from '#models/indicators/index.ts'
import { basisOf, type Definition, define } from '#models/indicators/indicator.ts'
import { contributionOf } from '#models/measuring/contribution.ts'
import { type RandomProvince, randomProvince } from '#test/support/random-province.ts'
import { generationOf } from '#test/support/rows.ts'

/** Every figure of persons that rests on the register, and the choices that look at other persons. */
const figures: readonly Definition[] = [
  ...indicators
    .filter(({ parameters }) => 'who' in parameters)
    .map((indicator) => define(indicator)),
  define(creditAdviceCoverage, { of: 'returned' }),
  define(digitisationCoverage),
  define(digitisationCoverage, { population: 'returnee' }),
  define(employmentRate, { of: 'returned' }),
  define(jobInformationCoverage, { population: 'returnee' }),
  define(receptionCoverage, { notices: 'returnee-register' }),
  define(reoffendingRate, { population: 'returned' }),
  define(reoffendingWithin12Months, { stage: 'detected' }),
]
  .flatMap((own) => [own, ...twinsOf(own)])
  .filter((definition) => basisOf(definition) === 'register')

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

describe('a province', () => {
  it.each(SEEDS)('has its distinct persons, the sum over their owners (seed %i)', async (seed) => {
    const generation = await generationOf({ ...crowded(seed).given, also: figures })
    const wrong = []
    let persons = 0
    for (const definition of figures) {
      const rows = await generation.engine.rows(`
        with own as (
          select v.* from value v where definition_id = '${definition.id}' and breakdown = '' and map = 'then'
        ), summed as (
          select window_id, sum(numerator)::bigint as n, sum(denominator)::bigint as d
          from own join unit u on u.unit_id = own.unit_id and u.level = 'commune' group by all
        ), distinct_persons as (
          select window_id, sum(in_num)::bigint as n, sum(in_den)::bigint as d
          from (
            select c.window_id, c.subject, any_value(c.in_num) as in_num, any_value(c.in_den) as in_den
            from ${contributionOf(definition)} c semi join own o on o.window_id = c.window_id and o.unit_id = c.unit_id
            group by all
          )
          group by all
        )
        select p.window_id, p.numerator, p.denominator, s.n, s.d, coalesce(x.n, 0) as persons_n, coalesce(x.d, 0) as persons_d
        from own p
        join unit u on u.unit_id = p.unit_id and u.level = 'province'
        join summed s using (window_id)
        left join distinct_persons x using (window_id)`)
      for (const { window_id, numerator, denominator, n, d, persons_n, persons_d } of rows) {
        persons += Number(denominator)
        const three = [`${numerator}/${denominator}`, `${n}/${d}`, `${persons_n}/${persons_d}`]
        if (new Set(three).size > 1) wrong.push([definition.id, window_id, ...three])
      }
    }
    await generation.close()
    expect(wrong).toEqual([])
    expect(persons).toBeGreaterThan(500)
  })
})

/** The one of some draws with the most rows: enough people for every rule to meet somebody. */
function crowded(seed: number): RandomProvince {
  const size = ({ given }: RandomProvince) =>
    given.reports.reduce((n, { rows }) => n + rows.length, 0)
  const [largest] = fc
    .sample(randomProvince, { numRuns: 20, seed })
    .toSorted((a, b) => size(b) - size(a))
  return largest as RandomProvince
}
