import { createHmac } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Secret } from '#sources/connectors/index.ts'
import { isPublicAddress } from './address.ts'
import { type Channel, DeliveryError, type Letter } from './channel.ts'
import type { WebhookSettings } from './settings.ts'

/** What a call asks of the network; tests give their own. */
export interface Network {
  /** All addresses of a host. */
  readonly resolve: (host: string) => Promise<readonly string[]>
  readonly isAllowed: (address: string) => boolean
  /** Certificates to trust beside the usual ones. */
  readonly ca?: string
}

const internet: Network = {
  resolve: async (host) =>
    (await lookup(host, { all: true, order: 'ipv4first' })).map(({ address }) => address),
  isAllowed: isPublicAddress,
}

/** A body is read no further; nothing of it is wanted. */
const MOST_BYTES = 65_536
/** Request timeout, too early, too many requests: the receiver asks to come again. */
const COME_AGAIN = [408, 425, 429]

/**
 * Letters as calls: POST of JSON over HTTPS to hosts that the configuration lists.
 *
 * Before a call the host is resolved, each of its addresses must lie in the open internet, and the one that was checked is the one that
 * is connected to: a second look-up could answer otherwise. Redirects are not followed. The receiver checks
 * `X-Hoanhap-Signature: sha256=…`, HMAC-SHA-256 of timestamp, dot and body, and drops what it has seen by `Idempotency-Key`.
 */
export function webhook(
  { hosts, seconds }: Pick<WebhookSettings, 'hosts' | 'seconds'>,
  secret: Secret,
  clock: () => Date,
  network: Network = internet,
): Channel {
  return Object.freeze({
    route: (address: string) => `webhook ${hostOf(address)}`,
    async send(letter: Letter) {
      const url = allowed(letter.to, hosts)
      const ends = AbortSignal.timeout(seconds * 1_000)
      const pinned = await checkedAddress(url, network, ends)
      const body = bodyOf(letter)
      const timestamp = String(Math.floor(clock().getTime() / 1_000))
      const signature = signatureOf(await secret(), timestamp, body)
      const { ca } = network
      const headers = {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(body),
        'User-Agent': 'hoanhap',
        'Idempotency-Key': letter.id,
        'X-Hoanhap-Timestamp': timestamp,
        'X-Hoanhap-Signature': signature,
      }
      return answered(await call(url, { pinned, headers, body, ends, ...(ca ? { ca } : {}) }))
    },
  })
}

/** `sha256=` and the HMAC of `<timestamp>.<body>` in hexadecimal. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`
}

function bodyOf({ id, at, subject, text, items }: Letter): string {
  return JSON.stringify({ id, at: at.toISOString(), subject, text, items })
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : ''
}

function allowed(address: string, hosts: readonly string[]): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '')
    throw new DeliveryError('never', 'the address of a webhook begins with https:// and a host')
  // An address never bears the usual port; whoever listed it with the host meant the same.
  if (hosts.some((host) => host.replace(/:443$/, '') === url.host)) return url
  throw new DeliveryError(
    'never',
    `host ${url.host} is not among those that may be called (delivery.webhooks.hosts): ${hosts.join(', ')}`,
  )
}

/** Every address of a name must be good: of several, nobody knows which another machine would take. */
async function checkedAddress(url: URL, network: Network, ends: AbortSignal): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) === 0 ? await resolved(host, network, ends) : [host]
  const [first] = addresses
  if (first === undefined) throw new DeliveryError('down', `${host} has no address`)
  const inside = addresses.find((address) => !network.isAllowed(address))
  if (inside === undefined) return first
  throw new DeliveryError(
    'never',
    `${host} leads to ${inside}, which is no address of the open internet; nothing inside is called`,
  )
}

async function resolved(
  host: string,
  { resolve }: Network,
  ends: AbortSignal,
): Promise<readonly string[]> {
  try {
    return await Promise.race([resolve(host), timedOut(ends)])
  } catch (cause) {
    if (cause instanceof DeliveryError) throw cause
    throw new DeliveryError('down', `${host} is not found (${codeOf(cause)})`, { cause })
  }
}

interface Call {
  readonly pinned: string
  readonly headers: Readonly<Record<string, string | number>>
  readonly body: string
  readonly ends: AbortSignal
  readonly ca?: string
}

/** Status of the answer, which counts however its body ends: what was answered with yes would else be sent again. */
function call(url: URL, { pinned, headers, body, ends, ca }: Call): Promise<number> {
  const family = isIP(pinned)
  const toPinned: LookupFunction = (_, { all }, found) =>
    all ? found(null, [{ address: pinned, family }]) : found(null, pinned, family)
  const agent = new Agent({ keepAlive: false, maxCachedSessions: 0 })
  const options = { method: 'POST', headers, agent, lookup: toPinned, signal: ends }
  const trust = { rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) }
  return new Promise((resolve, reject) => {
    let status: number | null = null
    const asked = request(url, { ...options, ...trust }, (response) => {
      status = response.statusCode ?? 0
      drained(response).then(ended, ended)
    })
    function ended(cause?: unknown): void {
      const what = ends.aborted ? 'no answer in time' : codeOf(cause)
      if (status !== null) resolve(status)
      else reject(new DeliveryError('down', `${url.host}: ${what}`, { cause }))
    }
    asked.once('error', ended)
    asked.end(body)
  })
}

async function drained(response: IncomingMessage): Promise<void> {
  let bytes = 0
  for await (const chunk of response) {
    bytes += (chunk as Buffer).length
    if (bytes > MOST_BYTES) break
  }
}

function answered(status: number): string {
  if (status >= 200 && status < 300) return `answered ${status}`
  if (status >= 300 && status < 400)
    throw new DeliveryError('never', `answered ${status}: redirects are not followed`)
  if (COME_AGAIN.includes(status) || status >= 500)
    throw new DeliveryError('later', `answered ${status}`)
  throw new DeliveryError('never', `answered ${status}`)
}

function timedOut(ends: AbortSignal): Promise<never> {
  return new Promise((_, reject) =>
    ends.addEventListener('abort', () => reject(new DeliveryError('down', 'no answer in time')), {
      once: true,
    }),
  )
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer'
}
