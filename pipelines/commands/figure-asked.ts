import type { Definition } from '#models/indicators/indicator.ts'
import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import type { Unit } from '#sources/vocabulary/unit.ts'
import type { Window } from '#sources/vocabulary/window.ts'
import type { Setting } from '../station.ts'
import { UsageError } from './usage.ts'

/** Which of an indicator's figures is meant. */
export interface FigureChoice {
  /** For indicators of a form: which one. */
  readonly form?: string
  /** `basis=tally`, `who=tt10`: parameters of the figure; the plan's own where none is named. */
  readonly with?: readonly string[]
}

/**
 * The unit that bears the code on the window's last day: a commune, a district as long as there were any, the province.
 *
 * @throws UsageError that says what the code was at another time, or which codes are near.
 */
export function unitAsked(code: string, { to }: Window, { places, plan }: Setting): Unit {
  const on = addDays(to, -1)
  const unit = places.byCode(code, on)
  if (unit !== undefined) return unit
  const own = places.units
    .filter((each) => each.code === code)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  const other = own.findLast(({ validFrom }) => validFrom <= on) ?? own[0]
  if (other !== undefined) {
    throw new UsageError(
      `unit '${code}' was none on ${on}: ${lifeOf(other, on, places.successions)}`,
    )
  }
  const nearest = places.nearest(code, on, plan.provinceCode)
  const near = nearest.map((each) => `${each.code} ${each.name}`).join(', ')
  throw new UsageError(
    `unit '${code}' is unknown${near === '' ? '' : `; nearest: ${near}`}; codes stand in the addresses of the communes' pages, ${plan.provinceCode} is the province`,
  )
}

function lifeOf(
  { id, name, validFrom, validTo }: Unit,
  on: CalendarDate,
  successions: Setting['places']['successions'],
): string {
  if (validFrom > on) return `${name} began on ${validFrom}`
  const into = successions.filter(({ fromUnit }) => fromUnit === id).map(({ toUnit }) => toUnit)
  const where = into.length === 0 ? '' : ` and passed into ${into.join(', ')}`
  return `${name} ended on ${validTo}${where}`
}

/**
 * The figure of an indicator that has all the parameters that are named; the plan's own comes before its twins.
 *
 * @throws UsageError that lists what is measured.
 */
export function definitionAsked(
  definitions: readonly Definition[],
  indicator: string,
  { form, with: named = [] }: FigureChoice,
): Definition {
  const own = definitions.filter((definition) => definition.indicator.id === indicator)
  if (own.length === 0) {
    const known = [...new Set(definitions.map((definition) => definition.indicator.id))].sort()
    throw new UsageError(
      `indicator '${indicator}' is not measured for this plan; known are ${known.join(', ')}`,
    )
  }
  const ofForm = own.filter(({ parameters }) => form === undefined || parameters['form'] === form)
  const forms = own.map(({ parameters }) => parameters['form']).filter(Boolean)
  if (ofForm.length === 0 || (forms.length > 0 && form === undefined)) {
    throw new UsageError(
      forms.length === 0
        ? `indicator '${indicator}' is not about a form; leave --form out`
        : `indicator '${indicator}' is measured for each form; say which: --form ${forms.join(' | ')}`,
    )
  }
  const choices = named.map(choiceOf)
  const found = ofForm.find(({ parameters }) =>
    choices.every(([name, value]) => parameters[name] === value),
  )
  if (found !== undefined) return found
  const measured = ofForm.map((definition) => parametersOf(definition)).join(' | ')
  throw new UsageError(
    `indicator '${indicator}' is not measured with ${named.join(', ')}; measured are: ${measured}`,
  )
}

/** `basis=tally who=plan`: what a figure is told from its twins by; empty where it has no parameters. */
export function parametersOf({ parameters }: Definition): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
}

function choiceOf(text: string): readonly [name: string, value: string] {
  const at = text.indexOf('=')
  if (at > 0 && at < text.length - 1) return [text.slice(0, at), text.slice(at + 1)]
  throw new UsageError(`'${text}' names no parameter; --with is written name=value, as basis=tally`)
}
