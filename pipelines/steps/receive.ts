import { type Connector, type Delivery, DeliveryError } from '#sources/connectors/connector.ts'
import { noProgress, type Progress } from '../effects.ts'
import { requireFreeDisk } from '../files.ts'
import { lyingDeliveries, markGone } from '../ledger/deliveries.ts'
import type { Delivery as Entry } from '../ledger/schema.ts'
import { isHandled, sentenceOf } from '../mistakes.ts'
import { letGo } from './let-go.ts'
import { type Listing, listed } from './listing.ts'
import { type Arrival, type TakeInParts, takeIn, Unanswered } from './take-in.ts'

export interface ReceiveParts extends TakeInParts {
  readonly connectors: readonly Connector[]
}

export interface ReceiveSummary {
  /** Deliveries that the connectors listed. */
  readonly listed: number
  /** Arrivals entered now. */
  readonly arrivals: number
  /** Those among them whose bytes came for the first time. */
  readonly newFiles: number
  /** Still lying there as entered before. */
  readonly unchanged: number
  readonly failures: readonly ReceiveFailure[]
}

export interface ReceiveFailure {
  readonly connector: string
  /** Null when the listing failed. */
  readonly name: string | null
  readonly message: string
}

/** Below this the vault takes nothing in. */
const FREE_BYTES = 100_000_000

/** So many deliveries in a row that a line or its silence has cost: the rest would only wait for the same. */
const LEFT_AFTER = 3

/**
 * Takes in what lies at the connectors: bytes into the vault, the arrival into the ledger, then the acknowledgement; each step on disk
 * before the next, so that after a crash the same look does the rest.
 *
 * A name with the bytes that lay there at the last look is no new arrival. A connector or a delivery that fails is reported and stops
 * no other. When our own vault or ledger refuses, it ends with their error: figures without what is lying there would be wrong ones.
 */
export async function receive(parts: ReceiveParts): Promise<ReceiveSummary> {
  const { connectors, vault, progress = noProgress } = parts
  requireDistinct(connectors)
  await vault.sweep()
  await requireFreeDisk(vault.folder, FREE_BYTES)
  const looks = await look(parts, progress).finally(() => letGo(connectors, parts))
  const total = (what: (look: Look) => number) => sum(looks.map(what))
  return Object.freeze({
    listed: total((look) => look.listed),
    arrivals: total((look) => look.arrivals),
    newFiles: total((look) => look.newFiles),
    unchanged: total((look) => look.unchanged),
    failures: looks.flatMap((look) => look.failures),
  })
}

/** One look at every connector: all listings, then what they listed. */
async function look(parts: ReceiveParts, progress: Progress): Promise<readonly Look[]> {
  const { connectors, patienceMs } = parts
  const listings = await Promise.all(connectors.map((one) => listed(one, patienceMs)))
  progress.start('receiving', sum(listings.map(({ deliveries }) => deliveries.length)))
  const looks = await allOf(listings.map((listing) => takeAllIn(listing, parts)))
  progress.stop()
  return looks
}

interface Look {
  readonly listed: number
  readonly arrivals: number
  readonly newFiles: number
  readonly unchanged: number
  readonly failures: readonly ReceiveFailure[]
}

async function takeAllIn(listing: Listing, parts: ReceiveParts): Promise<Look> {
  const { connector, deliveries, failure } = listing
  const { ledger, clock, progress = noProgress } = parts
  const lying = await lyingDeliveries(ledger.db, connector.id)
  const outcomes: (Arrival | ReceiveFailure)[] = []
  const early = failure === null ? [] : [failureOf(connector, null, failure.cause, parts)]
  let lostInARow = 0
  for (const [n, delivery] of deliveries.entries()) {
    if (lostInARow === LEFT_AFTER) {
      const why = `and what follows, ${deliveries.length - n} in all, waits for the next look: nothing came over the line ${LEFT_AFTER} times in a row`
      const cause = new DeliveryError(connector.id, delivery.name, why)
      outcomes.push(failureOf(connector, null, cause, parts))
      break
    }
    const outcome = await takeIn(delivery, connector, lying.get(delivery.name), parts).catch(
      (cause: unknown) => {
        if (cause instanceof Unanswered) return cause
        throw cause
      },
    )
    const isLost = outcome instanceof Unanswered
    lostInARow = isLost && isLine(outcome.cause) ? lostInARow + 1 : 0
    outcomes.push(isLost ? failureOf(connector, delivery.name, outcome.cause, parts) : outcome)
    progress.advance()
  }
  if (failure === null) await markGone(ledger.db, goneFrom(lying, deliveries), clock())
  const count = (what: Arrival) => outcomes.filter((outcome) => outcome === what).length
  return {
    listed: deliveries.length,
    arrivals: count('new-file') + count('again'),
    newFiles: count('new-file'),
    unchanged: count('unchanged'),
    failures: [...early, ...outcomes.filter((outcome) => typeof outcome === 'object')],
  }
}

/** True when it is the line that failed, not the delivery. */
function isLine(cause: unknown): boolean {
  return cause instanceof DeliveryError && cause.retry
}

function goneFrom(
  lying: ReadonlyMap<string, Entry>,
  deliveries: readonly Delivery[],
): readonly number[] {
  const names = new Set(deliveries.map((delivery) => delivery.name))
  return [...lying].filter(([name]) => !names.has(name)).map(([, entry]) => entry.id)
}

/** All results, or the first error once nothing goes on any more. */
async function allOf<T>(promises: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(promises)
  return Promise.all(promises)
}

function failureOf(
  { id }: Connector,
  name: string | null,
  cause: unknown,
  { log }: ReceiveParts,
): ReceiveFailure {
  const message = cause instanceof Error && isHandled(cause) ? sentenceOf(cause) : String(cause)
  log.error({ connector: id, name, err: cause }, 'a delivery could not be taken in')
  return { connector: id, name, message }
}

function requireDistinct(connectors: readonly Connector[]): void {
  const ids = connectors.map((connector) => connector.id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice === undefined) return
  throw new RangeError(
    `two connectors are called '${twice}'; give each its own id: ${ids.join(', ')}`,
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
