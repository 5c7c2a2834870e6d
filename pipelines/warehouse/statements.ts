import type { RawBuilder } from 'kysely'
import { sqlText } from './dialect.ts'
import type { Engine } from './engine.ts'

/** Runs statements in order; tables and views that follow each other go to the engine in one trip, which takes longer than they do. */
export async function runAll(
  engine: Engine,
  statements: readonly RawBuilder<unknown>[],
): Promise<void> {
  const text = sqlText()
  const texts = statements.map((statement) => statement.compile(text).sql)
  for (const together of inTrips(texts)) await engine.rows(together)
}

function inTrips(statements: readonly string[]): readonly string[] {
  const trips: string[][] = []
  let creating = false
  for (const statement of statements) {
    const creates = /^\s*create (?:table "[^"]*" \(|view)/.test(statement)
    if (creates && creating) trips.at(-1)?.push(statement)
    else trips.push([statement])
    creating = creates
  }
  return trips.map((trip) => trip.join(';\n'))
}
