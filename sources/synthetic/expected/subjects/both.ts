import type { Period } from '../../calendar.ts'
import type { Choices } from '../asked.ts'
import type { Known } from '../known.ts'
import { doneBefore, inNeed } from '../resident.ts'
import { closing } from '../source.ts'
import type { Accepted } from '../submission.ts'
import { livingAtEnd } from './persons.ts'
import { amount, type Counting, type Subject, sum } from './subject.ts'
import { belonging, certificateOf } from './who.ts'

/** Those of the register who look for work and those under a sentence who do, nobody twice; how many of them were told of some. */
export function jobSeekers(parameters: Choices): Counting {
  const belongs = belonging(parameters)
  return (known, window) => [
    ...livingAtEnd(known, window).map((resident) => {
      const asked =
        belongs(resident.row['release_basis'], certificateOf(resident), window) &&
        inNeed(resident, 'job_need')
      const told = asked && doneBefore(resident, 'job_info_on', window.to)
      return amount(resident.owner, told ? 1 : 0, asked ? 1 : 0)
    }),
    ...sentences(known, window).map(({ unitId, values }) => {
      if (!belongs(values['category'], null, window)) return amount(unitId, 0, 0)
      const seeking = apart(values, 'job_need', 'job_need_also')
      return amount(
        unitId,
        Math.min(apart(values, 'job_reached', 'job_reached_also'), seeking),
        seeking,
      )
    }),
  ]
}

/** The files of both, each once; a file of both that is digitised is told of by the register. */
export const files: Counting = (known, window) => [
  ...livingAtEnd(known, window).map(({ row, owner }) =>
    amount(owner, row['digitised'] === 'co' ? 1 : 0, 1),
  ),
  ...sentences(known, window).map(({ unitId, values }) =>
    amount(
      unitId,
      apart(values, 'files_digitised', 'files_also'),
      apart(values, 'files', 'files_also'),
    ),
  ),
]

/** Everyone under a sentence at the window's close, and those of them with somebody who watches over them. */
export const supervised: Counting = (known, window) =>
  sentences(known, window).map(({ unitId, values }) =>
    amount(unitId, sum(values['supervised']), sum(values['closing'])),
  )

function sentences(
  known: Known,
  window: Period,
): readonly (Pick<Accepted, 'values'> & Pick<Subject, 'unitId'>)[] {
  const month = closing(known, 'community-sentence', window)
  const sent = month === undefined ? [] : known.allOf('community-sentence', month.id)
  return sent.flatMap(({ unitId, rows }) => rows.map(({ values }) => ({ unitId, values })))
}

/** Without those who are on the register as well. */
function apart(values: Accepted['values'], all: string, also: string): number {
  return Math.max(0, sum(values[all]) - sum(values[also]))
}
