import { addDays, type Day, type Period } from '../../calendar.ts'
import type { Choices } from '../asked.ts'
import type { Known } from '../known.ts'
import { actsIn, actWithinYear, latestNotices, type Stage } from '../list.ts'
import { doneBefore, type Resident } from '../resident.ts'
import { type Counting, person, type Subject } from './subject.ts'
import { belonging, certificateOf } from './who.ts'

/** What is asked of a person at a window's close. */
export type Test = (resident: Resident, window: Period) => boolean

/** Who came home in the window, those of them who are asked for, and of whom of these it is true. */
export function returned(parameters: Choices, holds: Test, asked: Test = () => true): Counting {
  const belongs = belonging(parameters)
  return (known, window) =>
    backIn(known, window).map(({ resident, unitId }) =>
      person(
        resident.row,
        unitId,
        isIn(belongs, resident, window) && asked(resident, window),
        holds(resident, window),
      ),
    )
}

/** Everyone living in a commune on the window's last day. */
export function living(parameters: Choices, holds: Test, asked: Test = () => true): Counting {
  const belongs = belonging(parameters)
  return (known, window) =>
    livingAtEnd(known, window).map((resident) =>
      person(
        resident.row,
        resident.owner,
        isIn(belongs, resident, window) && asked(resident, window),
        holds(resident, window),
      ),
    )
}

/** Everyone managed on a day of the window, or back in it; who did something in it stands where that was. */
export function offending(parameters: Choices, of: 'managed' | 'returned', stage: Stage): Counting {
  const belongs = belonging(parameters)
  return (known, window) => {
    const acts = actsIn(known, window, stage)
    const all = of === 'managed' ? managedIn(known, window) : backIn(known, window)
    return all.map(({ resident, unitId }) => {
      const act = acts.get(resident.person)
      const asked = isIn(belongs, resident, window)
      return person(resident.row, act?.unitId ?? unitId, asked, act !== undefined)
    })
  }
}

/** Who came home in the window, followed for twelve months, each where it was to. */
export function followed(parameters: Choices, stage: Stage): Counting {
  const belongs = belonging(parameters)
  return (known, window) =>
    backIn(known, window).map(({ resident, unitId, on }) =>
      person(
        resident.row,
        unitId,
        isIn(belongs, resident, window),
        actWithinYear(known, stage, resident.person, on),
      ),
    )
}

/** Whom the facilities announced for the window, each by the latest that was said, received or not. */
export function noticed(parameters: Choices): Counting {
  const belongs = belonging(parameters)
  return (known, window) => {
    const residents = new Map(known.residentsAt(window).map((one) => [one.person, one]))
    return [...latestNotices(known, window)].flatMap(([who, { values }]): Subject[] => {
      if (values['outcome'] === 'ngoai_tinh') return []
      const resident = residents.get(who)
      const released = values['release_date'] as Day
      const gone =
        resident !== undefined && resident.lastDay !== null && resident.lastDay < released
      const received =
        resident !== undefined && !gone && doneBefore(resident, 'received_on', window.to)
      const certificate = resident === undefined ? null : certificateOf(resident)
      const asked = belongs(values['release_basis'], certificate, window)
      return [
        {
          unitId: known.heirIn(values['commune'] as Subject['unitId'], window),
          numerator: asked && received ? 1 : 0,
          denominator: asked ? 1 : 0,
          categories: { release_basis: String(values['release_basis']) },
        },
      ]
    })
  }
}

/** Who lives in the province on the window's last day. */
export function livingAtEnd(known: Known, window: Period): readonly Resident[] {
  const end = addDays(window.to, -1)
  return known.residentsAt(window).filter(({ lastDay }) => lastDay === end)
}

function managedIn(known: Known, window: Period) {
  return known
    .residentsAt(window)
    .filter(({ lastDay }) => lastDay !== null && lastDay >= window.from)
    .map((resident) => ({ resident, unitId: resident.owner }))
}

function backIn(known: Known, window: Period) {
  return known.residentsAt(window).flatMap((resident) => {
    const { back } = resident
    if (back === null || back.on < window.from || back.on >= window.to) return []
    return [{ resident, ...back }]
  })
}

function isIn(belongs: ReturnType<typeof belonging>, resident: Resident, window: Period) {
  return belongs(resident.row['release_basis'], certificateOf(resident), window)
}
