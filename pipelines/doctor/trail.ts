import { breakOf } from '../ledger/audit.ts'
import type { LedgerDatabase } from '../ledger/schema.ts'
import { Fault, requireNone } from './finding.ts'

const RESTORE = 'restore the ledger from its copy'
const KINDS: readonly string[] = ['accept', 'withdraw', 'assign', 'extend', 'correct']

/** The audit trail: no link broken, and an entry for each action, an action for each entry of that kind. */
export async function auditTrail(db: LedgerDatabase): Promise<string> {
  const entries = await db.selectFrom('audit').selectAll().orderBy('seq').execute()
  const broken = breakOf(entries)
  if (broken !== null) throw new Fault(`the chain is broken at entry ${broken}`, RESTORE)
  const actions = await db.selectFrom('action').selectAll().orderBy('id').execute()
  const done = new Map(
    actions.map((one) => {
      const object = one.submission_id ?? one.obligation ?? ''
      return [[one.at, one.actor, one.kind, object].join('\n'), `action ${one.id} (${one.kind})`]
    }),
  )
  const told = new Map(
    entries
      .filter(({ action }) => KINDS.includes(action))
      .map((one) => [
        [one.at, one.actor, one.action, one.object].join('\n'),
        `entry ${one.seq} (${one.action})`,
      ]),
  )
  const without = [
    ...[...done].filter(([key]) => !told.has(key)).map(([, name]) => `${name} has no entry`),
    ...[...told].filter(([key]) => !done.has(key)).map(([, name]) => `${name} has no action`),
  ]
  requireNone(without, RESTORE)
  return `unbroken, ${entries.length} entries, ${actions.length} actions`
}
