import { setTimeout } from 'node:timers/promises'
import { type Connector, DeliveryError } from '#sources/connectors/connector.ts'

/** How often and after what pauses a call is tried again; times in milliseconds. */
export interface Patience {
  /** Calls in all. */
  readonly tries: number
  /** Before the second call; it doubles from one to the next, up to `most`. */
  readonly first: number
  readonly most: number
  /** All pauses of one call together; a longer one is not begun. */
  readonly total: number
  /** From 0 to 1; spreads the pauses, so that many who were cut off do not come back at once. */
  readonly random: () => number
  readonly sleep: (milliseconds: number) => Promise<unknown>
}

interface Manner extends Patience {
  /** Looks that are over. */
  readonly looks: () => number
}

export const PATIENCE: Patience = Object.freeze({
  tries: 4,
  first: 500,
  most: 8_000,
  total: 20_000,
  random: Math.random,
  sleep: setTimeout,
})

/**
 * A connector whose calls are tried again, for a while, when their error says `retry`; every other error passes at once. A listing begins
 * anew and leaves out what it gave before.
 *
 * Pauses are exponential with equal jitter: half of the pause is certain, half by chance. Who asks for a longer one (`Retry-After`) gets
 * it, or is left for the next look when that is too long. Once the connector was let go, nothing is tried again: nobody waits for it.
 */
export function patient(connector: Connector, patience: Partial<Patience> = {}): Connector {
  let looks = 0
  const how = { ...PATIENCE, ...patience, looks: () => looks }
  const { id, acknowledge, answer, takeBack, close } = connector
  return Object.freeze({
    id,
    list: () => listing(connector, how),
    read: (delivery) => again(() => connector.read(delivery), how),
    ...(acknowledge && {
      acknowledge: (delivery) => again(() => acknowledge.call(connector, delivery), how),
    }),
    ...(answer && {
      answer: (delivery, answers) => again(() => answer.call(connector, delivery, answers), how),
    }),
    ...(takeBack && {
      takeBack: (delivery, answers) =>
        again(() => takeBack.call(connector, delivery, answers), how),
    }),
    ...(close && {
      close() {
        looks += 1
        return close.call(connector)
      },
    }),
  } satisfies Connector)
}

async function* listing(connector: Connector, how: Manner): ReturnType<Connector['list']> {
  const given = new Set<string>()
  const pause = pausesOf(how)
  for (;;) {
    try {
      for await (const delivery of connector.list()) {
        if (given.has(delivery.name)) continue
        given.add(delivery.name)
        yield delivery
      }
      return
    } catch (cause) {
      await pause(cause)
    }
  }
}

async function again<T>(call: () => Promise<T>, how: Manner): Promise<T> {
  const pause = pausesOf(how)
  for (;;) {
    try {
      return await call()
    } catch (cause) {
      await pause(cause)
    }
  }
}

const NO_RETRY = { retry: false, waitMs: 0 }

/** Waits before the next try, or throws the error that ends the trying. */
function pausesOf({ tries, first, most, total, random, sleep, looks }: Manner) {
  const look = looks()
  let failed = 0
  let waited = 0
  return async (cause: unknown): Promise<void> => {
    failed += 1
    const { retry, waitMs } = cause instanceof DeliveryError ? cause : NO_RETRY
    const full = Math.min(most, first * 2 ** (failed - 1))
    const pause = Math.max(full / 2 + (full / 2) * random(), waitMs)
    if (!retry || failed === tries || waited + pause > total || looks() !== look) throw cause
    waited += pause
    await sleep(pause)
    if (looks() !== look) throw cause
  }
}
