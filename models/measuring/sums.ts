import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../database.ts'
import { type Figure, inDenominator, inNumerator } from './figure.ts'

/** The sums of one pass over a population: each once, however many figures ask for it. */
export interface Sums {
  readonly columns: readonly Sum[]
  /** What each figure finds in which column, in the order of the figures. */
  readonly figures: readonly Summed[]
}

/** One sum over the rows `p` of a population, and the column in which it stands: `n0`, `d0`, `n1` … */
export interface Sum {
  readonly name: string
  readonly sum: RawBuilder<unknown>
}

/** A figure with the names of its columns; `expected` of one that needs no submission: the reporters of whom it expects some. */
export interface Summed {
  readonly figure: Figure
  readonly numerator: string
  readonly denominator: string
  readonly expected: string | null
}

/** Sums for figures of one population; `db` must be one that writes values into the text, by which equal sums are known. */
export function sumsOf(db: Kysely<Database>, ones: readonly Figure[]): Sums {
  const columns = new Map<string, Sum>()
  const column = (name: string, sum: RawBuilder<unknown>) => {
    const text = sum.compile(db).sql
    const had = columns.get(text) ?? { name, sum }
    columns.set(text, had)
    return had.name
  }
  const figures = ones.map((figure, n) => ({
    figure,
    numerator: column(`n${n}`, sql`sum(${inNumerator(figure.definition)})::bigint`),
    denominator: column(`d${n}`, sql`sum(${inDenominator(figure.definition)})::bigint`),
    expected: figure.sources.length > 0 ? null : column(`e${n}`, expecting(figure)),
  }))
  return { columns: [...columns.values()], figures }
}

/** Figures about reports rest on no submission: each covers every reporter of whom it expects some. */
function expecting({ definition }: Figure): RawBuilder<unknown> {
  return sql`(count(distinct p.reporter) filter (where ${inDenominator(definition)} > 0))::bigint`
}
