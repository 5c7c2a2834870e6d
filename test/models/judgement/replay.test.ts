import { beforeAll, describe, expect, it } from 'vitest'
import { worldOf } from '#pipelines/demo/order.ts'
import { type Replay, replayed } from '#test/backtest/replay.ts'
import { resultOf } from '#test/backtest/result.ts'
import { brier, byBaseRate, type Forecast, reliability } from '#test/backtest/score.ts'

const said = (world: string, probability: number, met: boolean): Forecast => ({
  world,
  course: 'exposed',
  monthsGone: 6,
  probability,
  met,
})

describe('scores of forecasts', () => {
  const three = [said('a', 0.9, true), said('b', 0.4, true), said('c', 0.2, false)]

  it('are mean squares', () => {
    // 0.01 + 0.36 + 0.04
    expect(brier(three)).toBeCloseTo(0.41 / 3, 12)
    expect(brier([said('a', 1, true), said('b', 0, false)])).toBe(0)
  })

  it('are compared with a rate that leaves the year itself out', () => {
    expect(byBaseRate(three).map(({ probability }) => probability)).toEqual([0.5, 0.5, 1])
    // 0.25 + 0.25 + 1
    expect(brier(byBaseRate(three))).toBe(0.5)
    const twice = [...three, { ...said('a', 0.1, true), monthsGone: 7 }]
    expect(byBaseRate(twice)[0]?.probability).toBe(0.5)
  })

  it('are counted by tenth, certain ones with the last and the first', () => {
    const rows = reliability([
      ...three,
      said('d', 1, true),
      said('e', 0, false),
      said('f', 0.95, false),
    ])
    expect(rows).toEqual([
      { decile: 0, forecasts: 1, met: 0, said: 0 },
      { decile: 2, forecasts: 1, met: 0, said: 200 },
      { decile: 4, forecasts: 1, met: 1, said: 400 },
      { decile: 9, forecasts: 3, met: 2, said: 950 },
    ])
  })
})

describe('a year replayed', () => {
  const order = (seed: string, prosecuted: number): Replay => ({
    order: {
      seed,
      plan: 'bac-ninh-2026',
      communes: 5,
      months: 12,
      size: 'small',
      rates: { prosecuted },
    },
    target: 'T02',
  })
  const bad = order('tệ', 900)
  const good = order('tốt', 0)
  let forecasts: readonly Forecast[] = []
  beforeAll(() => {
    forecasts = [...replayed(bad), ...replayed(good)]
  })

  it('ends as the planted lives say', () => {
    for (const { order } of [bad, good]) {
      const { persons, year } = worldOf(order).province
      const there = persons.filter(({ stays: [first], stays }) => {
        const to = stays.at(-1)?.to ?? null
        return first !== undefined && first.from < year.to && (to === null || to > year.from)
      })
      const charged = there.filter(({ cases }) =>
        cases.some((each) => each.prosecutedOn && each.prosecutedOn < year.to && !each.droppedOn),
      )
      const ended = forecasts.filter(({ world }) => world === order.seed).map(({ met }) => met)
      expect(ended.length).toBeGreaterThan(7)
      expect(new Set(ended)).toEqual(new Set([charged.length * 100 < there.length]))
    }
  })

  it('is foretold with what was known then: certain only once it is, and the better the later', () => {
    const of = (seed: string) =>
      forecasts.filter(({ world }) => world === seed).map(({ probability }) => probability)
    expect(of('tệ').at(-1)).toBe(0)
    expect(of('tốt').every((chance) => chance > 0 && chance < 1)).toBe(true)
    expect(of('tốt').at(-1)).toBeGreaterThan(of('tốt')[0] as number)
  })

  it('comes out as the sums of a hand', () => {
    const result = resultOf(2, forecasts)
    for (const row of result.horizons) {
      const at = forecasts.filter(({ monthsGone }) => monthsGone === row.monthsGone)
      let sum = 0
      for (const { probability, met } of at) sum += (met ? 1 - probability : probability) ** 2
      expect(row.brier).toBe(Math.round((sum / at.length) * 1000))
      // Each is told by the other, which ended the other way.
      expect(row.base).toBe(at.length === 2 ? 1000 : row.base)
    }
    expect(result.reliability.reduce((n, row) => n + row.forecasts, 0)).toBe(forecasts.length)
  })
})
