import { z } from 'zod'
import { LIMITS } from '../readers/limits.ts'
import type { Resolve } from './addresses.ts'
import { type Connector, type Delivery, DeliveryError, type Secret } from './connector.ts'
import { type Got, get, TIMEOUTS, type Timeouts } from './http-get.ts'
import { isPassing, reasonOf } from './passing.ts'

export interface HttpJsonOptions {
  readonly id: string
  /** The collection: its pages are listed there, a document is one path below; https, or http on this machine. */
  readonly url: string
  /** Bearer token. */
  readonly token?: Secret | undefined
  /** The only addresses that the host may have, as `10.1.2.3` or `10.1.0.0/16`; without them any public one. */
  readonly addresses?: readonly string[] | undefined
  readonly timeouts?: Partial<Timeouts> | undefined
  readonly resolve?: Resolve | undefined
}

const PAGES = 500
const PAGE_BYTES = 5_000_000
/** The longest that a server may ask to be left in peace. */
const MOST_WAIT_MS = 60_000

const pageSchema = z.object({
  items: z.array(
    z.object({
      id: z.string().min(1).max(300),
      etag: z.string().max(300).optional(),
      updated: z.string().max(60).optional(),
    }),
  ),
  next: z.string().nullish(),
  cursor: z.string().nullish(),
})

/**
 * Documents that another system publishes over HTTP.
 *
 *     GET <url>        { "items": [ { "id": "…", "etag": "…" or "updated": "…" } ], "next": "<url of the next page>" or "cursor": "…" }
 *     GET <url>/<id>   one document with the envelope that the JSON reader knows
 *
 * A document whose etag (or time) was seen is not fetched again. A cursor is handed back as `?cursor=…`. Redirects, other hosts and inward
 * addresses are not followed.
 *
 * Worth another try: what the network refuses or lets hang, 408, 425, 429 (after its Retry-After), 5xx. Not: 401, 403, 404, other bodies.
 */
export function httpJson(options: HttpJsonOptions): Connector {
  const { id, token, addresses, resolve } = options
  const base = new URL(options.url)
  const timeouts = { ...TIMEOUTS, ...options.timeouts }

  async function fetched(url: URL, name: string, mostBytes: number): Promise<Got> {
    const fail = (why: string, more: { cause?: unknown; retry?: boolean; waitMs?: number } = {}) =>
      new DeliveryError(id, name, why, more)
    const bearer = await token?.()
    const headers: Record<string, string> = { accept: 'application/json' }
    if (bearer !== undefined) headers['authorization'] = `Bearer ${bearer}`
    const asked = { url, headers, addresses, resolve, timeouts, mostBytes }
    const got = await get(asked).catch((cause: unknown) => {
      throw fail(`cannot be fetched (${reasonOf(cause)})`, { cause, retry: isPassing(cause) })
    })
    const { status } = got
    if (status === 200) return requireJson(got, fail)
    const retry = status >= 500 || status === 408 || status === 425 || status === 429
    throw fail(`cannot be fetched (${saidBy(got)})`, { retry, waitMs: waitOf(got) })
  }

  async function* list(): AsyncIterable<Delivery> {
    const seen = new Set<string>()
    let next: URL | null = base
    while (next !== null) {
      if (seen.has(next.href))
        throw new DeliveryError(id, next.href, 'is a page that leads back to itself')
      if (seen.size === PAGES) throw new DeliveryError(id, next.href, `comes after ${PAGES} pages`)
      seen.add(next.href)
      const page = pageOf(await fetched(next, next.href, PAGE_BYTES), next)
      for (const { id: name, etag, updated } of page.items) {
        const stamp = etag ?? updated
        yield { name, ...(stamp !== undefined && { stamp }) }
      }
      next = nextOf(page, next)
    }
  }

  function pageOf({ bytes }: Got, url: URL): z.infer<typeof pageSchema> {
    try {
      return pageSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    } catch (cause) {
      const said = cause instanceof z.ZodError ? z.prettifyError(cause) : 'no JSON'
      throw new DeliveryError(id, url.href, `is no page of documents (${said})`, { cause })
    }
  }

  function nextOf({ next, cursor }: z.infer<typeof pageSchema>, from: URL): URL | null {
    if (next == null && cursor == null) return null
    const url = new URL(next ?? base, from)
    if (next == null) url.searchParams.set('cursor', cursor ?? '')
    if (url.origin === base.origin) return url
    throw new DeliveryError(id, from.href, `leads to ${url.origin}; only ${base.origin} is asked`)
  }

  return Object.freeze({
    id,
    list,
    async read({ name }: Delivery) {
      const { bytes } = await fetched(documentOf(base, name), name, LIMITS.fileBytes + 1)
      return bytes
    },
  })

  function documentOf({ href }: URL, name: string): URL {
    if (name === '.' || name === '..') throw new DeliveryError(id, name, 'is no id of a document')
    const url = new URL(href)
    url.pathname = `${url.pathname.replace(/\/$/, '')}/${encodeURIComponent(name)}`
    return url
  }
}

type Fail = (why: string) => DeliveryError

function requireJson(got: Got, fail: Fail): Got {
  const type = got.headers['content-type'] ?? 'nothing'
  const encoding = got.headers['content-encoding'] ?? 'identity'
  if (!/^application\/(json|x-ndjson|[\w.-]+\+json)\s*(;|$)/i.test(type))
    throw fail(`comes as ${type}; application/json is expected`)
  if (encoding !== 'identity') throw fail(`comes packed (${encoding}), though it was asked not to`)
  return got
}

function saidBy({ status, headers }: Got): string {
  if (status >= 300 && status < 400)
    return `HTTP ${status}, a redirect to ${headers.location ?? 'nowhere'}; name that address in the configuration if it is right`
  if (status === 401 || status === 403)
    return `HTTP ${status}: the token is not accepted; put a new one in place`
  return `HTTP ${status}`
}

/** `Retry-After`, in seconds or as a date; of a server that asks for more than a minute, a minute. */
function waitOf({ headers }: Got): number {
  const said = headers['retry-after'] ?? ''
  const waitMs = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now()
  return Math.min(Math.max(waitMs || 0, 0), MOST_WAIT_MS)
}
