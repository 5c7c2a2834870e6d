import type { Frequency, Pace } from '#sources/forms/frequency.ts'
import { formById } from '#sources/forms/index.ts'
import type { ReporterKind } from '#sources/vocabulary/reporter.ts'
import { type WindowKind, windowsOf } from '#sources/vocabulary/window.ts'
import type { PlanText, Sender } from './plan.ts'
import { strangers } from './strangers.ts'

/** What is wrong with the schedule and with what is taken, as the ends of sentences that begin with the plan. */
export function collectionFlaws(text: PlanText): readonly string[] {
  return [...scheduleFlaws(text), ...takenFlaws(text)]
}

function scheduleFlaws(text: PlanText): string[] {
  return text.collection.flatMap(({ form: id, by, every }) => {
    const at = `, collection of '${id}'`
    return [
      ...by.flatMap((sender) => senderFlaws(text, at, id, sender)),
      ...paceFlaws(text, at, id, every),
    ]
  })
}

function takenFlaws(text: PlanText): string[] {
  return text.taken.flatMap(({ form, by }) =>
    by.flatMap((sender) => senderFlaws(text, `, taken '${form}'`, form, sender)),
  )
}

function senderFlaws(text: PlanText, at: string, id: string, sender: Sender): string[] {
  const form = formById(id)
  if (form === undefined) return [`${at}: there is no such form`]
  const kind = kindOf(sender)
  return form.submittedBy.includes(kind)
    ? strangers(text, at, sender)
    : [`${at}: '${sender}' does not send it, only ${form.submittedBy.join(', ')}`]
}

function paceFlaws({ windows, years }: PlanText, at: string, id: string, every: Pace): string[] {
  const form = formById(id)
  if (every === 'review')
    return (windows.reviews ?? []).length > 0
      ? []
      : [`${at}: the plan has no review to collect it for`]
  if (years.length === 0)
    return [`${at}: the plan has no year in which to collect it each ${every}`]
  if (!windowsOf(windows.family, years[0] as number).some(({ kind }) => kind === kindsOf[every]))
    return [`${at}: a year of '${windows.family}' has no ${every}s`]
  return form !== undefined && !serves[form.every].includes(every)
    ? [`${at}: a form of each ${form.every} cannot be collected each ${every}`]
    : []
}

const kindsOf: Readonly<Record<Exclude<Pace, 'review'>, WindowKind>> = {
  month: 'month',
  quarter: 'quarter',
  'half-year': 'half',
  year: 'year',
}

/** Lists of a month are no lists of a quarter; what is counted for a quarter may be asked sooner or later, for a half-year only later. */
const serves: Readonly<Record<Frequency, readonly Pace[]>> = {
  month: ['month'],
  quarter: ['month', 'quarter', 'half-year', 'year'],
  'half-year': ['half-year', 'year'],
  'plan-cycle': ['month', 'quarter', 'half-year', 'year'],
  'when-issued': ['month', 'quarter', 'half-year', 'year'],
}

function kindOf(sender: Sender): ReporterKind {
  return sender.split(':')[0] as ReporterKind
}
