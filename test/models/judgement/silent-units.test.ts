import { describe, expect, it } from 'vitest'
import { exemplarCoverage } from '#models/indicators/index.ts'
import { judge } from '#models/judgement/verdict.ts'
import { fixTarget } from '#models/plans/target.ts'

const exemplars = fixTarget({
  id: 'T06b',
  indicator: exemplarCoverage,
  atLeast: [30, 100],
  duty: true,
  level: 'province',
  clause: 'II.6',
  statement: '',
})

/** At the close of the year; 30 of 99 communes are wanted, and the figure is about those that reported. */
function code(communes: number, reported: number): string {
  const at = {
    definitionId: exemplars.definition.id,
    windowId: 'adm:2026',
    unitId: '24@2025-07-01',
  }
  const { fact, code } = judge({
    target: exemplars,
    windowId: at.windowId,
    unitId: at.unitId,
    level: 'province',
    monthsLeft: 0,
    highestMonthlyInflow: null,
    measured: {
      ...at,
      numerator: communes,
      denominator: reported,
      basis: 'form',
      unitsExpected: 99,
      unitsCovered: reported,
      rowsWithheld: 0,
      state: 'provisional',
    },
  })
  return `${fact} ${code}`
}

describe('30 % of 99 communes, some of which are silent', () => {
  it.each([
    // 27 of the 89 that reported are 30.3 %, but 27 of 99 are not 30 %
    [27, 89, 'met ND'],
    [29, 89, 'met ND'],
    [30, 89, 'met MET'],
    [30, 99, 'met MET'],
    // the silent ten may all have one
    [26, 89, 'unmet ND'],
    [19, 89, 'unmet MISS'],
  ])('%i of %i that reported: %s', (communes, reported, expected) => {
    expect(code(communes, reported)).toBe(expected)
  })
})
