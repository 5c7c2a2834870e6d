/**
 * A program that takes in what lies at five connectors, as its second argument describes them, into stores below the folder named by its
 * first, and kills itself at the step whose number is its third: a step is each look at the clock and each word of progress.
 */
import { join } from 'node:path'
import { noLog } from '#pipelines/effects.ts'
import { openLedger } from '#pipelines/ledger/open.ts'
import { patient } from '#pipelines/steps/patient.ts'
import { receive } from '#pipelines/steps/receive.ts'
import { makeKeys } from '#pipelines/vault/keys.ts'
import { openVault } from '#pipelines/vault/vault.ts'
import { folder, httpJson, mappedCsv, postgresView, sftp } from '#sources/connectors/index.ts'
import { hasty, nameMapping } from './ways.ts'

/** Where the five lie. */
export interface WaysIn {
  readonly inbox: string
  readonly exports: string
  readonly sftp: {
    readonly port: number
    readonly user: string
    readonly hostKey: string
    readonly password: string
  }
  readonly http: { readonly url: string; readonly token: string }
  readonly postgres: {
    readonly port: number
    readonly database: string
    readonly user: string
    readonly password: string
  }
}

const [, , root = '', said = '', killAt = '0'] = process.argv
const ways = JSON.parse(said) as WaysIn
let stepsLeft = Number(killAt)
const host = '127.0.0.1'
const secret = (value: string) => async () => value

const connectors = [
  folder({ id: 'inbox', folder: ways.inbox }),
  mappedCsv({ id: 'csv-export:so', folder: ways.exports, mapping: nameMapping }),
  sftp({
    ...ways.sftp,
    id: 'sftp:so',
    host,
    password: secret(ways.sftp.password),
    folder: 'gui',
  }),
  httpJson({
    id: 'http:so',
    url: ways.http.url,
    token: secret(ways.http.token),
    addresses: [host],
  }),
  postgresView({
    ...ways.postgres,
    id: 'postgres:so',
    host,
    password: secret(ways.postgres.password),
    tls: false,
    view: 'so.danh_sach',
    mapping: nameMapping,
  }),
]

const keys = await makeKeys(join(root, 'keys'))
const ledger = await openLedger(join(root, 'data/ledger.sqlite'), clock)
const { failures } = await receive({
  connectors: connectors.map((connector) => patient(connector, hasty)),
  vault: await openVault(join(root, 'data/vault'), keys.vault),
  ledger,
  clock,
  log: noLog,
  progress: { start: step, advance: step, stop: step },
})
await ledger.close()
if (failures.length > 0) throw new Error(JSON.stringify(failures))

function clock(): Date {
  step()
  return new Date('2026-02-02T05:00:00Z')
}

function step(): void {
  stepsLeft -= 1
  if (stepsLeft === 0) process.kill(process.pid, 'SIGKILL')
}
