import { type Connector, type Delivery, DeliveryError } from '#sources/connectors/connector.ts'
import { type Effects, noProgress } from '../effects.ts'
import { requireFreeDisk } from '../files.ts'
import { acknowledge, lyingDeliveries, markGone, recordDelivery } from '../ledger/deliveries.ts'
import type { Ledger } from '../ledger/open.ts'
import type { Delivery as Entry } from '../ledger/schema.ts'
import { sha256Of, type Vault } from '../vault/vault.ts'

export interface ReceiveParts extends Pick<Effects, 'clock' | 'log'>, Partial<Effects> {
  readonly connectors: readonly Connector[]
  readonly vault: Vault
  readonly ledger: Ledger
  /** How long a connector may take for one word; then it is left for this time. */
  readonly patienceMs?: number
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
const PATIENCE_MS = 60_000

/**
 * Takes in what lies at the connectors: bytes into the vault, the arrival into the ledger, then the acknowledgement; each step on disk
 * before the next, so that after a crash the same look does the rest.
 *
 * A name with the bytes that lay there at the last look is no new arrival. A connector or a delivery that fails is reported and stops
 * no other.
 */
export async function receive(parts: ReceiveParts): Promise<ReceiveSummary> {
  requireDistinct(parts.connectors)
  await parts.vault.sweep()
  await requireFreeDisk(parts.vault.folder, FREE_BYTES)
  const looks = await Promise.all(parts.connectors.map((connector) => lookAt(connector, parts)))
  return Object.freeze({
    listed: sum(looks.map((look) => look.listed)),
    arrivals: sum(looks.map((look) => look.arrivals)),
    newFiles: sum(looks.map((look) => look.newFiles)),
    unchanged: sum(looks.map((look) => look.unchanged)),
    failures: looks.flatMap((look) => look.failures),
  })
}

interface Look {
  listed: number
  arrivals: number
  newFiles: number
  unchanged: number
  readonly failures: ReceiveFailure[]
}

async function lookAt(connector: Connector, parts: ReceiveParts): Promise<Look> {
  const { ledger, log, clock, patienceMs = PATIENCE_MS, progress = noProgress } = parts
  const look: Look = { listed: 0, arrivals: 0, newFiles: 0, unchanged: 0, failures: [] }
  const fail = (name: string | null, cause: unknown) => {
    look.failures.push({ connector: connector.id, name, message: messageOf(cause) })
    log.error({ connector: connector.id, name, err: cause }, 'a delivery could not be taken in')
  }
  const lying = new Map(await lyingDeliveries(ledger.db, connector.id))
  try {
    for await (const delivery of patiently(connector, patienceMs)) {
      look.listed += 1
      const before = lying.get(delivery.name)
      lying.delete(delivery.name)
      await takeIn(delivery, connector, before, parts, look).catch((cause) =>
        fail(delivery.name, cause),
      )
      progress.advance()
    }
    await markGone(ledger.db, [...lying.values()].map((entry) => entry.id), clock())
  } catch (cause) {
    fail(null, cause)
  }
  return look
}

/** The listing, given up when a word of it takes too long; a listing that hangs is not waited for again. */
async function* patiently(connector: Connector, milliseconds: number): AsyncIterable<Delivery> {
  const listing = connector.list()[Symbol.asyncIterator]()
  for (;;) {
    const word = await within(milliseconds, listing.next(), connector.id, 'the listing')
    if (word.done) return
    yield word.value
  }
}

async function takeIn(
  delivery: Delivery,
  connector: Connector,
  before: Entry | undefined,
  { vault, ledger, clock, patienceMs = PATIENCE_MS }: ReceiveParts,
  look: Look,
): Promise<void> {
  const reading = connector.read(delivery)
  const bytes = await within(patienceMs, reading, connector.id, delivery.name)
  if (before?.sha256 === sha256Of(bytes) && (await vault.has(before.sha256))) {
    look.unchanged += 1
    if (before.acked_at === null) await confirm(before.id)
    return
  }
  const { sha256 } = await vault.put(bytes)
  const arrival = { connector: connector.id, sourceName: delivery.name, sha256, at: clock() }
  const { id, isNewFile } = await recordDelivery(ledger.db, { ...arrival, bytes: bytes.length })
  look.arrivals += 1
  look.newFiles += isNewFile ? 1 : 0
  await confirm(id)

  async function confirm(id: number): Promise<void> {
    const told = connector.acknowledge?.(delivery) ?? Promise.resolve()
    await within(patienceMs, told, connector.id, delivery.name)
    await acknowledge(ledger.db, id, clock())
  }
}

async function within<T>(
  milliseconds: number,
  promise: Promise<T>,
  connector: string,
  name: string,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const why = `gave nothing for ${milliseconds / 1000} s; it is tried again at the next look`
      reject(new DeliveryError(connector, name, why))
    }, milliseconds)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

function requireDistinct(connectors: readonly Connector[]): void {
  const ids = connectors.map((connector) => connector.id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice === undefined) return
  throw new RangeError(`two connectors are called '${twice}'; give each its own id: ${ids.join(', ')}`)
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
