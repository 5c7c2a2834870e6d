/**
 * Every rule about the data, one file each: the query that returns the bad rows. A new one is a file here, a line in this list, a sentence
 * in the words, and a test that gives rows that fire and rows that do not.
 */
import { type RawBuilder, sql } from 'kysely'
import { brokenCarryOver } from './broken-carry-over.ts'
import { copiedReport } from './copied-report.ts'
import { creditBalance } from './credit-balance.ts'
import { impossibleFigure } from './impossible-figure.ts'
import { lateRevision } from './late-revision.ts'
import { listsDisagree } from './lists-disagree.ts'
import { noMovement } from './no-movement.ts'
import { noService } from './no-service.ts'
import { registerAgainstTally } from './register-against-tally.ts'
import { registerJump } from './register-jump.ts'
import { residentsJump } from './residents-jump.ts'
import type { QualityRule } from './rule.ts'

/** In the order of the page: what cannot be, what nobody explains, what is to be looked at. */
export const qualityRules = [
  impossibleFigure,
  brokenCarryOver,
  registerJump,
  residentsJump,
  noMovement,
  copiedReport,
  registerAgainstTally,
  listsDisagree,
  noService,
  creditBalance,
  lateRevision,
] as const

export type QualityRuleId = (typeof qualityRules)[number]['id']

/** One statement that asks every rule and keeps what it returns; `forms`: those of which anything is in force. */
export function fillFindings(forms: ReadonlySet<string>): RawBuilder<unknown> {
  const asked = (qualityRules as readonly QualityRule[]).flatMap(
    ({ id, owner, severity, rows }) => {
      const bad = rows(forms)
      return bad === null
        ? []
        : [
            sql`
    select ${sql.lit(id)}, r.unit_id, r.window_id, r.subject, ${sql.lit(owner)}, ${sql.lit(severity)}, r.left_n, r.right_n, r.facts
    from (${bad}) r`,
          ]
    },
  )
  return sql`insert into finding ${sql.join(asked, sql` union all `)}`
}
