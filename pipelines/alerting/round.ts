import type { Kysely } from 'kysely'
import type { Condition } from '#models/alerting/condition.ts'
import type { Database } from '#models/database.ts'
import type { Restatement } from '../issued/restatement.ts'
import type { CaseWithEvents } from '../ledger/alerts.ts'
import type { Station } from '../station.ts'
import type { Built } from '../steps/measure.ts'
import type { Moves } from './moves.ts'

/** All that is known when the conditions of a generation are entered as cases. */
export interface Round {
  readonly station: Station
  readonly db: Kysely<Database>
  readonly built: Pick<Built, 'generation' | 'businessDate' | 'knownUntil'>
  /** What fires. */
  readonly conditions: readonly Condition[]
  /** Every case of the ledger before the round. */
  readonly cases: readonly CaseWithEvents[]
  readonly restatement: Restatement | null
  readonly moves: Moves
}
