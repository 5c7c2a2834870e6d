import { breakOf } from '../ledger/audit.ts'
import { auditedAs } from '../ledger/issues.ts'
import type { LedgerDatabase } from '../ledger/schema.ts'
import { Fault, requireNone } from './finding.ts'

const RESTORE = 'restore the ledger from its copy'
const KINDS: readonly string[] = [
  ...['accept', 'withdraw', 'assign', 'extend', 'correct'],
  ...(['draft', 'submitted', 'approved', 'issued', 'corrected'] as const).map(auditedAs),
]

/** The audit trail: no link broken, and an entry for each action, an action for each entry of that kind. */
export async function auditTrail(db: LedgerDatabase): Promise<string> {
  const entries = await db.selectFrom('audit').selectAll().orderBy('seq').execute()
  const broken = breakOf(entries)
  if (broken !== null) throw new Fault(`the chain is broken at entry ${broken}`, RESTORE)
  const actions = await db.selectFrom('action').selectAll().orderBy('id').execute()
  const done = new Map([
    ...actions.map((one) => {
      const object = one.submission_id ?? one.obligation ?? ''
      const key = [one.at, one.actor, one.kind, object].join('\n')
      return [key, `action ${one.id} (${one.kind})`] as const
    }),
    ...(await stepsOf(db)),
  ])
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

/** The steps of documents that are issued, by what the trail says of them. */
async function stepsOf(db: LedgerDatabase): Promise<readonly (readonly [string, string])[]> {
  const steps = await db.selectFrom('issue').selectAll().execute()
  return steps.map(({ plan, window_id, document, seq, state, at, actor }) => {
    const object = `${plan} ${window_id} ${document} ${seq}`
    const key = [at, actor, auditedAs(state), object].join('\n')
    return [key, `step ${seq} of document ${document} of ${window_id}`]
  })
}
