import { contextProblemWords } from '#dashboards/words-context.ts'
import type { Database } from '#models/database.ts'
import { formById } from '#sources/forms/index.ts'
import type { Problem, ProblemCode } from '#sources/problem.ts'
import { messageOf } from '#sources/words.ts'
import type { Snapshot } from './snapshot.ts'
import { unitNameOf } from './unit-name.ts'

type Row = Database['problem']

/** A problem of the warehouse with its Vietnamese sentence; values of persons were masked when it was stored. */
export function problemSentence(snapshot: Pick<Snapshot, 'setting'>, row: Row): string {
  const facts = JSON.parse(row.facts) as Problem['facts']
  if (row.origin === 'context') {
    const other = typeof facts['other'] === 'string' ? unitNameOf(snapshot, facts['other']) : null
    return contextProblemWords(row.code, other)
  }
  return messageOf({
    code: row.code as ProblemCode,
    severity: row.severity,
    sheet: row.sheet,
    cell: row.cell,
    field: row.field,
    value: row.masked_value,
    personal: false,
    facts,
  })
}

/** Heading of the column that a problem is about, as the officer sees it. */
export function headerOf(form: string, field: string | null): string | null {
  return field === null ? null : (formById(form)?.columns[field]?.header ?? null)
}
