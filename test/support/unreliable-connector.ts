import { type Connector, type Delivery, DeliveryError } from '#sources/connectors/index.ts'
import { LIMITS } from '#sources/readers/limits.ts'

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
  /** Each listing and each reading fails so many times as a line does that was cut, and is worth another try. */
  readonly cuts?: number
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

  const cut = new Map<string, number>()
  const mayBeCut = (name: string) => {
    const times = cut.get(name) ?? 0
    cut.set(name, times < (how.cuts ?? 0) ? times + 1 : 0)
    if (times < (how.cuts ?? 0)) throw new DeliveryError(id, name, 'was cut', { retry: true })
  }

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
    mayBeCut('the listing')
  }

  return {
    id,
    acknowledged,
    list,
    async read({ name }) {
      mayBeCut(name)
      const bytes = files[name]
      if (how.hanging?.includes(name)) await forever()
      if (bytes === undefined || how.unreadable?.includes(name)) {
        throw new DeliveryError(id, name, 'was cut off in the middle')
      }
      return bytes.subarray(0, LIMITS.fileBytes + 1)
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
