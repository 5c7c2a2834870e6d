import { type Choices, choice } from '../asked.ts'
import type { Figure } from '../figure.ts'
import { doneBefore, inNeed } from '../resident.ts'
import { atClose, type Needed, ofItself, register } from '../slot.ts'
import type { Test } from '../subjects/persons.ts'
import type { Counting } from '../subjects/subject.ts'
import { tallied } from '../subjects/tally.ts'

/** How an indicator is counted, by its choices. */
export type Figures = Readonly<Record<string, (parameters: Choices) => Figure>>

export const sentences = atClose('community-sentence')

/** Of persons, by the register; by the tally where the choices say so. */
export function persons(
  counting: (parameters: Choices) => Counting,
  tally: readonly [numerator: readonly string[], denominator: readonly string[]] | null = null,
  also: { readonly own?: readonly Needed[]; readonly gates?: readonly Needed[] } = {},
): (parameters: Choices) => Figure {
  return (parameters) => {
    if (parameters['basis'] === 'tally' && tally !== null) return signed(...tally)
    if ('basis' in parameters) choice(parameters, 'basis', 'register')
    return {
      basis: 'register',
      counting: counting(parameters),
      own: also.own ?? [register],
      gates: also.gates ?? [],
      personal: true,
    }
  }
}

/** As committees signed it: some mục over others. */
export function signed(numerator: readonly string[], denominator: readonly string[]): Figure {
  return {
    basis: 'tally',
    counting: tallied(numerator, denominator),
    own: [ofItself('tally')],
    gates: [],
    personal: false,
  }
}

/** By the sums of forms. */
export function ofForms(counting: Counting, ...own: readonly Needed[]): Figure {
  return { basis: 'form', counting, own, gates: [], personal: false }
}

/** Done before the window's end. */
export const done =
  (service: string): Test =>
  (resident, { to }) =>
    doneBefore(resident, service, to)

/** In need, or never asked. */
export const needs =
  (need: string): Test =>
  (resident) =>
    inNeed(resident, need)

/** As it stands in the commune that owns the person. */
export const says =
  (field: string, ...values: readonly string[]): Test =>
  ({ row }) =>
    values.includes(String(row[field]))
