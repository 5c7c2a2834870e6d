import type { Asked } from '../asked.ts'
import type { Figure } from '../figure.ts'
import { forms } from './forms.ts'
import type { Figures } from './kinds.ts'
import { models } from './models.ts'
import { reoffending } from './reoffending.ts'
import { stock } from './stock.ts'
import { support } from './support.ts'

const table: Figures = { ...reoffending, ...support, ...stock, ...models, ...forms }

/** How an indicator with all of its choices is counted; throws a RangeError for one that nobody knows here. */
export function figureOf({ indicator, parameters }: Asked): Figure {
  const figure = table[indicator]
  if (figure === undefined)
    throw new RangeError(
      `nobody knows how to count '${indicator}'; known: ${Object.keys(table).join(', ')}`,
    )
  return figure(parameters)
}
