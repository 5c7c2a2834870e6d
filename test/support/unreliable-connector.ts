import { type Connector, type Delivery, DeliveryError } from '#sources/connectors/index.ts'

/** How a connector misbehaves. */
export interface Unreliability {
  /** The listing throws after so many deliveries. */
  readonly listingEndsAfter?: number
  /** The listing gives so many deliveries and then nothing more, without an end. */
  readonly listingHangsAfter?: number
  /** Each delivery is listed so many times. */
  readonly repeats?: number
  /** Deliveries that cannot be read. */
  readonly unreadable?: readonly string[]
  /** Deliveries whose reading never ends. */
  readonly hanging?: readonly string[]
  /** The bytes are safe, but the acknowledgement gets lost so many times. */
  readonly lostAcknowledgements?: number
}

/** A connector that fails on purpose; it remembers what was acknowledged. */
export function unreliable(
  id: string,
  files: Readonly<Record<string, Uint8Array>>,
  how: Unreliability = {},
): Connector & { readonly acknowledged: readonly string[] } {
  const acknowledged: string[] = []
  let lost = how.lostAcknowledgements ?? 0

  async function* list(): AsyncIterable<Delivery> {
    let listed = 0
    for (const name of Object.keys(files)) {
      for (let time = 0; time < (how.repeats ?? 1); time += 1) {
        if (listed === how.listingEndsAfter) throw new Error(`${id}: connection reset by peer`)
        if (listed === how.listingHangsAfter) await forever()
        listed += 1
        yield { name }
      }
    }
  }

  return {
    id,
    acknowledged,
    list,
    async read({ name }) {
      const bytes = files[name]
      if (how.hanging?.includes(name)) await forever()
      if (bytes === undefined || how.unreadable?.includes(name)) {
        throw new DeliveryError(id, name, 'was cut off in the middle')
      }
      return bytes
    },
    async acknowledge({ name }) {
      if (lost-- > 0) throw new DeliveryError(id, name, 'the acknowledgement was lost')
      acknowledged.push(name)
    },
  }
}

function forever(): Promise<never> {
  return new Promise(() => {})
}
