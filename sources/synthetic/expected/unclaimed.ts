import { addDays } from '../calendar.ts'
import { atRow, type ContextProblem } from './context-problem.ts'
import { type Known, monthsOf } from './known.ts'
import type { Stay } from './resident.ts'
import { type Submission, withheldIn } from './submission.ts'

/** Still there when a commune ended, and on no register since, although all who succeed it have sent one; those of its last register. */
export function unclaimed(known: Known): ContextProblem[] {
  const found = new Map<Submission, ContextProblem[]>()
  for (const month of monthsOf(known)) {
    const open = new Map<Submission, Stay[]>()
    const registers = new Set<Submission>()
    for (const { stays } of known.residentsAt(month)) {
      for (const stay of stays) if (stay.ended) registers.add(stay.submission)
      const [last] = stays.toSorted((a, b) => (a.from > b.from ? -1 : 1))
      if (last === undefined || stays.some(({ ended }) => !ended)) continue
      const end = known.units.find(({ id }) => id === last.unitId)?.validTo
      if (last.to === end) open.set(last.submission, [...(open.get(last.submission) ?? []), last])
    }
    for (const register of registers) {
      const heirs = known.places
        .sharesOn(register.unitId, addDays(month.to, -1))
        .map(({ unitId }) =>
          known.allOf('returnee-register', month.id).find((each) => each.unitId === unitId),
        )
      if (heirs.some((heir) => heir === undefined)) continue
      const withheld = heirs.reduce((sum, heir) => sum + (heir ? withheldIn(heir) : 0), 0)
      const lost = open.get(register) ?? []
      const told = lost.length > withheld ? lost : []
      found.set(
        register,
        told.map(({ row }) => atRow('vanished', register, row)),
      )
    }
  }
  return [...found.values()].flat()
}
