import type { Day } from '../calendar.ts'
import type { Delivery } from '../mail/delivery.ts'
import type { Schedule } from '../mail/schedule.ts'
import type { Province } from '../world/province.ts'
import { type ContextProblem, contextOf } from './context.ts'
import { figures } from './figure.ts'
import { type Known, knownOn } from './known.ts'
import { type ExpectedProblem, problemsOf } from './problem.ts'
import { reportingIn } from './reporting.ts'
import { type Outcome, submissionsOf } from './submission.ts'
import { type Value, valuesIn } from './value.ts'

export type { ContextProblem } from './context.ts'
export type { ExpectedProblem } from './problem.ts'
export type { Value as ExpectedValue } from './value.ts'

/** What the delivered and accepted rows imply, worked out row by row; it is compared with what the system says, and must be all of it. */
export interface Expected {
  readonly submissions: readonly ExpectedSubmission[]
  readonly values: readonly Value[]
  readonly problems: readonly ExpectedProblem[]
  readonly context: readonly ContextProblem[]
}

export interface ExpectedSubmission {
  readonly file: string
  readonly form: string
  readonly outcome: Outcome
  readonly rowsRead: number
  readonly rowsAccepted: number
}

/** The expectation on a day: the schedule's last when left out. */
export function expectedOf(
  province: Province,
  schedule: Schedule,
  deliveries: readonly Delivery[],
  day: Day = schedule.until,
): Expected {
  return expectationOf(deliveries, day, {
    plan: schedule.plan,
    reporters: schedule.reporters,
    year: province.year.year,
    province: province.unit,
    communes: province.communes.map(({ unit }) => unit),
  })
}

/** The same for deliveries that no province has sent. */
export function expectationOf(
  deliveries: readonly Delivery[],
  day: Day,
  setting: Pick<Known, 'plan' | 'reporters' | 'year' | 'province' | 'communes'>,
): Expected {
  const arrived = deliveries.filter(({ arrivedOn }) => arrivedOn <= day)
  const submissions = submissionsOf(arrived)
  const known = knownOn(day, { ...setting, submissions })
  return {
    submissions: submissions.map(({ name, form, outcome, rowsRead, rows }) => ({
      file: name,
      form,
      outcome,
      rowsRead,
      rowsAccepted: rows.length,
    })),
    values: known.windows.flatMap((window) => [
      ...figures.flatMap((figure) => valuesIn(known, window, figure)),
      ...reportingIn(known, window),
    ]),
    problems: problemsOf(arrived),
    context: contextOf(known),
  }
}
