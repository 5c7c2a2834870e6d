import type { Day } from '../calendar.ts'
import type { Delivery } from '../mail/delivery.ts'
import type { Schedule } from '../mail/schedule.ts'
import type { Reporter, Unit } from '../terms.ts'
import type { Province } from '../world/province.ts'
import type { Asked } from './asked.ts'
import { contextOf } from './context.ts'
import type { ContextProblem } from './context-problem.ts'
import { figureOf } from './figures/index.ts'
import { issuingIn } from './issuing.ts'
import { type Known, knownOn, type Setting } from './known.ts'
import { valuesIn } from './measured.ts'
import type { Succession } from './place.ts'
import { type ExpectedProblem, problemsOf } from './problem.ts'
import { reportingIn } from './reporting.ts'
import { countingIn } from './source.ts'
import { type Outcome, submissionsOf } from './submission.ts'
import type { Value } from './value.ts'

export type { Asked } from './asked.ts'
export type { ContextProblem } from './context-problem.ts'
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

/** What is looked at beside the province itself. */
export interface Looking {
  /** The figures that the plan has measured, each with all of its choices. */
  readonly asked: readonly Asked[]
  /** Everyone who may report at any time; those of the schedule when left out. */
  readonly reporters?: readonly Reporter[]
  /** Places beyond the province's own that its reporters tell of or that lie around these. */
  readonly units?: readonly Unit[]
  /** Which communes gave way to which. */
  readonly successions?: readonly Succession[]
  /** Years of the plan; the province's own when left out. */
  readonly years?: readonly number[]
  /** The day on which everything is looked at: the schedule's last when left out. */
  readonly day?: Day
}

/** The expectation on a day. */
export function expectedOf(
  province: Province,
  schedule: Schedule,
  deliveries: readonly Delivery[],
  looking: Looking,
): Expected {
  const { asked, units = [], successions = [], reporters = schedule.reporters } = looking
  const { years = [province.year.year], day = schedule.until } = looking
  const own = [province.unit, ...[...province.communes, ...province.seats].map(({ unit }) => unit)]
  return expectationOf(deliveries, day, asked, {
    plan: schedule.plan,
    reporters,
    family: province.year.family,
    years: province.reviews.length > 0 ? [] : years,
    reviews: province.reviews,
    successions,
    units: [...new Map([...own, ...units].map((unit) => [unit.id, unit])).values()],
  })
}

/** The same for deliveries that no province has sent; throws a RangeError for a figure that nobody here can count. */
export function expectationOf(
  deliveries: readonly Delivery[],
  day: Day,
  asked: readonly Asked[],
  setting: Setting,
): Expected {
  const arrived = deliveries.filter(({ arrivedOn }) => arrivedOn <= day)
  const submissions = submissionsOf(arrived, countingIn(setting))
  const known = knownOn(day, { ...setting, submissions })
  return {
    submissions: submissions.map(({ name, form, outcome, rowsRead, rows }) => ({
      file: name,
      form,
      outcome,
      rowsRead,
      rowsAccepted: rows.length,
    })),
    values: asked.flatMap((one) => {
      const measured = measuring(one)
      return known.windows.flatMap((window) => measured(known, window))
    }),
    problems: problemsOf(arrived),
    context: contextOf(known),
  }
}

/** How the values of a figure are worked out. */
function measuring(asked: Asked): (known: Known, window: Known['windows'][number]) => Value[] {
  switch (asked.indicator) {
    case 'reporting-completeness':
    case 'reporting-timeliness':
      return (known, window) => reportingIn(known, window, asked)
    case 'plan-issuance':
      return (known, window) => issuingIn(known, window, asked)
    default: {
      const figure = figureOf(asked)
      return (known, window) => valuesIn(known, window, asked, figure)
    }
  }
}
