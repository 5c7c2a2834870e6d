import type { Connector } from '#sources/connectors/connector.ts'
import type { Log } from '../effects.ts'
import { PATIENCE_MS, within } from './listing.ts'

interface Goodbye {
  readonly log: Log
  /** How long a connector may take; then it is left. */
  readonly patienceMs?: number
}

/** Closes the lines that connectors kept open during a step; nothing depends on a goodbye. */
export async function letGo(
  connectors: readonly Connector[],
  { log, patienceMs = PATIENCE_MS }: Goodbye,
): Promise<void> {
  for (const connector of connectors) {
    const goodbye = connector.close?.() ?? Promise.resolve()
    await within(goodbye, patienceMs, connector, 'the goodbye').catch((cause: unknown) =>
      log.warn({ connector: connector.id, err: cause }, 'a connector did not let go'),
    )
  }
}
