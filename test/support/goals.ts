import { employmentRate, reoffendingRate } from '#models/indicators/index.ts'
import { fixTarget } from '#models/plans/target.ts'

const common = { level: 'province', alsoAt: ['commune'], clause: 'II.2', statement: '' } as const

/** A ceiling, a floor and a duty, each followed at communes, too. */
export const underOne = fixTarget({
  ...common,
  id: 'T02',
  indicator: reoffendingRate,
  below: [1, 100],
})
export const seventy = fixTarget({
  ...common,
  id: 'T03',
  indicator: employmentRate,
  atLeast: [70, 100],
})
export const all = fixTarget({ ...common, id: 'T04', indicator: employmentRate, all: true })
