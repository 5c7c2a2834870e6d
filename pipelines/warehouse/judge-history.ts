import type { Kysely } from 'kysely'
import type { Judged } from '#models/alerting/of-verdict.ts'
import type { Database } from '#models/database.ts'
import { outlookBeside } from '#models/judgement/outlook.ts'
import { provinceHistory } from '#models/judgement/outlook-history.ts'
import { outlookQuestion, windowsBehind } from '#models/judgement/outlook-question.ts'
import { type Measured, measuredOf } from '#models/measured.ts'
import type { Asked } from './judge-inputs.ts'

/** The province's figures behind the targets' own windows, by definition and window. */
export type History = ReadonlyMap<string, Measured>

export async function historyIn(db: Kysely<Database>, asked: readonly Asked[]): Promise<History> {
  const windows = new Set(asked.flatMap(({ own }) => windowsBehind(own)))
  if (windows.size === 0) return new Map()
  const ids = new Set(asked.map(({ target }) => target.definition.id))
  const rows = await provinceHistory(db, [...ids], [...windows]).execute()
  return new Map(rows.map((row) => [`${row.definition_id} ${row.window_id}`, measuredOf(row)]))
}

/** The same place with its outlook; only where the target is officially judged. */
export function withOutlook(judged: Judged, { target, own }: Asked, history: History): Judged {
  if (!judged.official) return judged
  const question = outlookQuestion(
    target,
    own,
    (windowId) => history.get(`${target.definition.id} ${windowId}`) ?? null,
  )
  const outlook = outlookBeside(judged.verdict, judged.measured, question)
  return { ...judged, outlook, verdict: { ...judged.verdict, outlook: outlook?.class ?? null } }
}
