import { dirname, join, resolve } from 'node:path'
import { keysFolder } from './vault/keys.ts'

/** Where everything of one installation lies; `data` is what `--data` names. */
export interface Site {
  readonly data: string
  readonly vault: string
  readonly parsed: string
  /** Pictures drawn before. */
  readonly drawings: string
  readonly ledger: string
  readonly warehouse: string
  /** What was frozen for issue, by content; nothing here is ever changed. */
  readonly issued: string
  /** Receipts of letters that have left and are not entered in the ledger yet. */
  readonly outbox: string
  /** What a purge lays aside, and its journal. */
  readonly purge: string
  readonly keys: string
  readonly inbox: string
  readonly out: string
  readonly config: string
}

/**
 * The folders around a data folder: keys, inbox, pages and configuration stand beside it, so that the data can be backed up without
 * the keys. `HOANHAP_KEYS` moves the keys elsewhere.
 */
export function siteOf(dataFolder: string, environment: NodeJS.ProcessEnv = process.env): Site {
  const data = resolve(dataFolder)
  const beside = (name: string) => join(dirname(data), name)
  return Object.freeze({
    data,
    vault: join(data, 'vault'),
    parsed: join(data, 'parsed'),
    drawings: join(data, 'drawings.json.gz'),
    ledger: join(data, 'ledger.sqlite'),
    warehouse: join(data, 'warehouse'),
    issued: join(data, 'issued'),
    outbox: join(data, 'outbox'),
    purge: join(data, 'purge'),
    keys: keysFolder(data, environment),
    inbox: beside('inbox'),
    out: beside('out'),
    config: beside('hoanhap.config.json'),
  })
}
