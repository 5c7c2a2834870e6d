import { courseOf } from '#models/judgement/course.ts'
import { isMet } from '#models/judgement/fact.ts'
import { outlookOf } from '#models/judgement/outlook.ts'
import { outlookQuestion } from '#models/judgement/outlook-question.ts'
import type { Measured } from '#models/measured.ts'
import { ownWindow } from '#models/plans/plan-windows.ts'
import type { Target } from '#models/plans/target.ts'
import { lookingAt } from '#pipelines/demo/looking.ts'
import { communesOf, type World, type WorldOrder, worldOf } from '#pipelines/demo/order.ts'
import { type Expected, expectedOf } from '#sources/synthetic/index.ts'
import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import { planYearOn, yearToDate } from '#sources/vocabulary/window.ts'
import type { Forecast } from './score.ts'

/** A year that is lived once more: whose, and which of the plan's targets is foretold in it. */
export interface Replay {
  readonly order: WorldOrder
  readonly target: string
}

/** Days after a month's close on which its outlook is made: what was due before the 18th is there, or late. */
const DAYS_AFTER = 6

/**
 * What would have been foretold at the end of each month from the second to the eleventh, knowing only what had arrived by then, and how the
 * year then ended in truth: as reports tell it that all come, in time and right.
 */
export function replayed({ order, target: id }: Replay): readonly Forecast[] {
  const world = worldOf(order)
  const target = world.plan.targets.find((each) => each.id === id) as Target
  const year = yearOf(world)
  const truth = worldOf({ ...order, habits: 'perfect' })
  const end = valuesOn(truth, order, target, afterClose(year.to))(year.id)
  if (end === null) throw new RangeError(`${order.seed}: the year has no value of ${id}`)
  const met = isMet(target, end.numerator, end.denominator)
  return [2, 3, 4, 5, 6, 7, 8, 9, 10, 11].flatMap((months) => {
    const day = afterClose(yearToDate(year.family, year.year, months).to)
    const own = ownWindow(world.plan, target, day)
    const valueIn = valuesOn(world, order, target, day)
    const question = own && outlookQuestion(target, own, valueIn)
    const outlook = question && outlookOf(question, () => true)
    if (!question || !outlook?.class) return []
    const { probability, class: said } = outlook
    return {
      world: order.seed,
      course: courseOf(target.definition),
      monthsGone: question.monthsGone,
      probability: probability ?? (said === 'secured' ? 1 : 0),
      met,
    }
  })
}

function yearOf({ plan, province }: World) {
  const family = plan.windows.family
  const year = planYearOn(family, province.year.from)
  return { ...yearToDate(family, year, 12), family, year }
}

function afterClose(to: CalendarDate): CalendarDate {
  return addDays(to, DAYS_AFTER - 1)
}

/** The province's values as they were known on a day. */
function valuesOn(world: World, order: WorldOrder, { definition }: Target, day: CalendarDate) {
  const { values } = expectedOf(world.province, world.schedule, world.deliveries, {
    ...lookingAt(world, communesOf(order)),
    asked: [{ indicator: definition.indicator.id, parameters: definition.parameters }],
    day,
  })
  const own = values.filter(
    (value) =>
      value.unitId === world.province.unit.id && value.map === 'then' && value.breakdown === '',
  )
  const byWindow = new Map(own.map((value) => [value.windowId, measured(value, definition.id)]))
  return (windowId: string): Measured | null => byWindow.get(windowId) ?? null
}

function measured(value: Expected['values'][number], definitionId: string): Measured {
  const { windowId, unitId, numerator, denominator, basis } = value
  const { unitsExpected, unitsCovered, rowsWithheld, state } = value
  return {
    definitionId,
    windowId,
    unitId,
    numerator,
    denominator,
    basis,
    unitsExpected,
    unitsCovered,
    rowsWithheld,
    state,
  }
}
