import { type Connector, type Delivery, DeliveryError } from '#sources/connectors/connector.ts'

/** What one connector listed at one look. */
export interface Listing {
  readonly connector: Connector
  /** Each name once, in the connector's order. */
  readonly deliveries: readonly Delivery[]
  /** Why the listing ended early; what was listed before is taken in all the same. */
  readonly failure: { readonly cause: unknown } | null
}

/** How long a connector may take for one word. */
export const PATIENCE_MS = 60_000
/** Of one listing: far beyond a province's year, far below what fills the memory. */
const MOST = 200_000

/** Lists a connector to its end, or until it fails, hangs or never ends. */
export async function listed(connector: Connector, patienceMs = PATIENCE_MS): Promise<Listing> {
  const deliveries = new Map<string, Delivery>()
  try {
    for await (const delivery of patiently(connector, patienceMs)) {
      if (deliveries.size === MOST) throw new RangeError(`it lists more than ${MOST} files`)
      if (!deliveries.has(delivery.name)) deliveries.set(delivery.name, delivery)
    }
    return { connector, deliveries: [...deliveries.values()], failure: null }
  } catch (cause) {
    return { connector, deliveries: [...deliveries.values()], failure: { cause } }
  }
}

/** The value of a promise, or a DeliveryError when it takes too long; a connector that hangs is not waited for again. */
export async function within<T>(
  promise: Promise<T>,
  milliseconds: number,
  connector: Connector,
  name: string,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const why = `gave nothing for ${milliseconds / 1000} s; it is tried again at the next look`
      reject(new DeliveryError(connector.id, name, why, { retry: true }))
    }, milliseconds)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

async function* patiently(connector: Connector, milliseconds: number): AsyncIterable<Delivery> {
  const listing = connector.list()[Symbol.asyncIterator]()
  for (;;) {
    const word = await within(listing.next(), milliseconds, connector, 'the listing')
    if (word.done) return
    yield word.value
  }
}
