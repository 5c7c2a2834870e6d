import type { IncomingHttpHeaders } from 'node:http'
import { guardedLookup, type Resolve } from './addresses.ts'
import { LateError } from './passing.ts'

/** How long a server may take, in milliseconds. */
export interface Timeouts {
  /** Until the connection stands, TLS included. */
  readonly connect: number
  /** From there to the head of the answer. */
  readonly head: number
  /** Between two pieces of the body. */
  readonly idle: number
  /** For all of it. */
  readonly total: number
}

export const TIMEOUTS: Timeouts = { connect: 8_000, head: 12_000, idle: 8_000, total: 55_000 }

export interface Get {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** The only addresses to connect to; any public one without them. */
  readonly addresses?: readonly string[] | undefined
  readonly resolve?: Resolve | undefined
  readonly timeouts: Timeouts
  /** The body is read so far and then cut. */
  readonly mostBytes: number
}

export interface Got {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Of an answer other than 200 nothing. */
  readonly bytes: Uint8Array
}

/**
 * One GET over a connection of its own: nothing is followed, unpacked or kept.
 *
 * @throws LateError when a time runs out; what the network or the address guard throws; an `ECONNRESET` when the body ends early.
 */
export async function get(asked: Get): Promise<Got> {
  const { url, headers, addresses, resolve, timeouts, mostBytes } = asked
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isSecure = url.protocol === 'https:'
  const protocol = await (isSecure ? import('node:https') : import('node:http'))
  return new Promise<Got>((done, fail) => {
    const request = protocol.request(url, {
      agent: false,
      headers: { ...headers, 'accept-encoding': 'identity' },
      lookup: guardedLookup(host, addresses, resolve),
    })
    let timer: NodeJS.Timeout | undefined
    const allow = (milliseconds: number, what: string) => {
      clearTimeout(timer)
      timer = setTimeout(() => end(new LateError(what, milliseconds)), milliseconds)
    }
    const whole = setTimeout(() => end(new LateError('the answer', timeouts.total)), timeouts.total)
    const end = (cause: Error | null, got?: Got) => {
      clearTimeout(timer)
      clearTimeout(whole)
      request.destroy()
      if (got === undefined) fail(cause ?? new Error('no answer'))
      else done(got)
    }
    allow(timeouts.connect, 'connecting')
    request.on('socket', (socket) =>
      socket.once(isSecure ? 'secureConnect' : 'connect', () =>
        allow(timeouts.head, 'the head of the answer'),
      ),
    )
    request.on('error', (cause) => end(cause))
    request.on('response', (response) => {
      const { statusCode: status = 0, headers } = response
      if (status !== 200) return end(null, { status, headers, bytes: new Uint8Array() })
      const pieces: Buffer[] = []
      let length = 0
      const got = () => ({
        status,
        headers,
        bytes: new Uint8Array(Buffer.concat(pieces).subarray(0, mostBytes)),
      })
      allow(timeouts.idle, 'a piece of the answer')
      response.on('data', (piece: Buffer) => {
        pieces.push(piece)
        length += piece.length
        if (length >= mostBytes) return end(null, got())
        allow(timeouts.idle, 'a piece of the answer')
      })
      response.on('end', () => end(null, got()))
      response.on('error', (cause) => end(cause))
    })
    request.end()
  })
}
