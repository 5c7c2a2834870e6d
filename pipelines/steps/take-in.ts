import type { Connector, Delivery } from '#sources/connectors/connector.ts'
import type { StepEffects } from '../effects.ts'
import { acknowledge, recordDelivery, restamp } from '../ledger/deliveries.ts'
import type { Ledger } from '../ledger/open.ts'
import type { Delivery as Entry } from '../ledger/schema.ts'
import { sha256Of, type Vault } from '../vault/vault.ts'
import { PATIENCE_MS, within } from './listing.ts'

export interface TakeInParts extends StepEffects {
  readonly vault: Vault
  readonly ledger: Ledger
  /** How long a connector may take for one word; then it is left for this time. */
  readonly patienceMs?: number
}

/** The first arrival of these bytes, another one, or none: they lie there as before. */
export type Arrival = 'new-file' | 'again' | 'unchanged'

/**
 * Takes one delivery in, whose name held `before` at the last look: bytes into the vault, the arrival into the ledger, then the
 * acknowledgement.
 *
 * Throws an {@link Unanswered} when it is the connector that fails; what vault or ledger throw passes through.
 */
export async function takeIn(
  delivery: Delivery,
  connector: Connector,
  before: Entry | undefined,
  { vault, ledger, clock, patienceMs = PATIENCE_MS }: TakeInParts,
): Promise<Arrival> {
  const stamp = delivery.stamp ?? null
  if (isTakenIn(before, stamp) && (await vault.has(before.sha256))) return 'unchanged'
  const bytes = await answered(connector.read(delivery))
  if (before?.sha256 === sha256Of(bytes) && (await vault.has(before.sha256))) {
    if (before.stamp !== stamp) await restamp(ledger.db, before.id, stamp)
    if (before.acked_at === null) await confirm(before.id)
    return 'unchanged'
  }
  const { sha256 } = await vault.put(bytes)
  const { id, isNewFile } = await recordDelivery(ledger.db, {
    connector: connector.id,
    sourceName: delivery.name,
    sha256,
    bytes: bytes.length,
    at: clock(),
    stamp,
  })
  await confirm(id)
  return isNewFile ? 'new-file' : 'again'

  async function confirm(id: number): Promise<void> {
    await answered(connector.acknowledge?.(delivery) ?? Promise.resolve())
    await acknowledge(ledger.db, id, clock())
  }

  function answered<T>(word: Promise<T>): Promise<T> {
    return within(word, patienceMs, connector, delivery.name).catch((cause: unknown) => {
      throw new Unanswered(cause)
    })
  }
}

/** It is the connector that failed, and nothing of ours. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered'

  constructor(cause: unknown) {
    super('a connector did not answer', { cause })
  }
}

/** Acknowledged under the same stamp: there is nothing to read. */
function isTakenIn(before: Entry | undefined, stamp: string | null): before is Entry {
  return before?.acked_at != null && stamp !== null && before.stamp === stamp
}
