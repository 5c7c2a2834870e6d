import type { Period } from '../calendar.ts'
import { closingQuarter, type Known, monthsIn } from './known.ts'
import { newestOffences } from './list.ts'
import type { Counting } from './subject.ts'
import * as counted from './subject.ts'
import { withheldIn } from './submission.ts'

/** An indicator as the plan's province must show it: whom it counts, and which reports it rests on. */
export interface Figure {
  readonly indicator: string
  readonly basis: 'register' | 'form'
  readonly counting: Counting
  /** Reports that each unit sends; where one is missing the unit has no value. */
  readonly own: readonly Needed[]
  /** Reports of the province's own bodies; where one is missing nobody has a value. */
  readonly gates: readonly Needed[]
}

/** Which submissions of a form a window needs, and how many rows were withheld in them; null where the window is served by none. */
export type Needed = (known: Known, window: Period) => readonly Slot[] | null

/** What one reporter owes a figure in a window. */
export interface Slot {
  readonly reporter: string
  readonly unitId: string
  readonly met: boolean
  readonly withheld: number
}

const register = monthly('returnee-register', 'close')
const notices = monthly('release-notice', 'each')
const facilities = monthly('pre-release', 'each')

/** The province's list of cases: one of the window's close or later in the year. */
const offences: Needed = (known, window) => {
  const since = monthsIn(known, { first: window.last, last: 12 } as Period)
  const lists = since.flatMap(({ id }) => known.allOf('reoffence', id))
  const newest = newestOffences(known)
  return obliged(known, 'reoffence').map(({ id, unitId }) => ({
    reporter: id,
    unitId,
    met: lists.length > 0,
    withheld: lists.length > 0 && newest !== undefined ? withheldIn(newest) : 0,
  }))
}

const served = (service: string, need?: string) => ({
  basis: 'register' as const,
  counting: counted.returned(service, need),
  own: [register],
  gates: [],
})

/** Every figure of the plan but those about reporting. */
export const figures: readonly Figure[] = [
  {
    indicator: 'reoffending-rate',
    basis: 'register',
    counting: counted.managed,
    own: [register],
    gates: [offences],
  },
  {
    indicator: 'reception-coverage',
    basis: 'register',
    counting: counted.noticed,
    own: [register],
    gates: [notices],
  },
  { indicator: 'counselling-coverage', ...served('counselled_on') },
  { indicator: 'legal-support-coverage', ...served('legal_on', 'legal_need') },
  { indicator: 'papers-coverage', ...served('papers_on', 'papers_need') },
  { indicator: 'job-introduction-coverage', ...served('job_intro_on') },
  {
    indicator: 'employment-rate',
    basis: 'register',
    counting: counted.employed,
    own: [register],
    gates: [],
  },
  {
    indicator: 'model-coverage',
    basis: 'form',
    counting: counted.modelled,
    own: [register, atQuarter('support-model')],
    gates: [],
  },
  {
    indicator: 'exemplar-coverage',
    basis: 'form',
    counting: counted.exemplary,
    own: [atQuarter('exemplar')],
    gates: [],
  },
  {
    indicator: 'communication-reach',
    basis: 'form',
    counting: counted.communicated,
    own: [atQuarter('communication')],
    gates: [],
  },
  {
    indicator: 'pre-release-preparation-coverage',
    basis: 'form',
    counting: counted.prepared,
    own: [facilities],
    gates: [],
  },
]

function monthly(form: string, which: 'close' | 'each'): Needed {
  return (known, window) => {
    const months = monthsIn(known, window)
    return slotsOf(known, form, which === 'each' ? months : months.slice(-1))
  }
}

function atQuarter(form: string): Needed {
  return (known, window) => {
    const quarter = closingQuarter(known, window)
    return quarter === undefined ? null : slotsOf(known, form, [quarter])
  }
}

function slotsOf(known: Known, form: string, windows: readonly Period[]): readonly Slot[] {
  return obliged(known, form).map(({ id, unitId }) => {
    const sent = windows.map((window) => known.inForce(form, id, window.id))
    const withheld = sent.reduce((rows, one) => rows + (one === null ? 0 : withheldIn(one)), 0)
    return { reporter: id, unitId, met: !sent.includes(null), withheld }
  })
}

/** Who must send a form; whom the plan only asks is never missing. */
function obliged({ plan, reporters }: Known, form: string) {
  const by = plan.collection.filter((line) => line.form === form).flatMap((line) => line.by)
  return reporters.filter(
    ({ id, standing }) =>
      standing === 'obliged' && by.some((sender) => sender === id || id.startsWith(`${sender}:`)),
  )
}
