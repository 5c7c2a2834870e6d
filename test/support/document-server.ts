import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Answers one request in place of the server. */
export type Misbehaviour = (request: IncomingMessage, response: ServerResponse) => void

/** A server of documents on loopback, two on a page. */
export interface DocumentServer {
  readonly url: string
  readonly token: string
  readonly documents: Map<string, Uint8Array>
  /** How the next page leads on: by its address, or by a cursor. */
  paging: 'next' | 'cursor'
  /** Called in turn in place of the next answers; empties itself. */
  readonly misbehaviours: Misbehaviour[]
  /** Paths that were asked for, in order. */
  readonly asked: string[]
  close(): Promise<void>
}

const PER_PAGE = 2

export async function documentServer(): Promise<DocumentServer> {
  const documents = new Map<string, Uint8Array>()
  const misbehaviours: Misbehaviour[] = []
  const asked: string[] = []
  const token = 'token-of-the-tests'
  const state: { paging: 'next' | 'cursor' } = { paging: 'next' }
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    asked.push(request.url ?? '')
    const misbehaviour = misbehaviours.shift()
    if (misbehaviour !== undefined) return misbehaviour(request, response)
    if (request.headers.authorization !== `Bearer ${token}`) return end(response, 401)
    if (pathname === '/bao-cao') {
      const at = Number(searchParams.get('page') ?? searchParams.get('cursor') ?? 0)
      return json(response, pageFrom(at))
    }
    const bytes = documents.get(decodeURIComponent(pathname.slice('/bao-cao/'.length)))
    if (bytes === undefined) return end(response, 404)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length })
    response.end(bytes)
  })
  const pageFrom = (at: number) => {
    const all = [...documents].sort(([a], [b]) => (a < b ? -1 : 1))
    const items = all
      .slice(at, at + PER_PAGE)
      .map(([id, bytes]) => ({ id, etag: createHash('sha256').update(bytes).digest('hex') }))
    const next = at + PER_PAGE
    if (next >= all.length) return { items, next: null }
    return state.paging === 'next'
      ? { items, next: `/bao-cao?page=${next}` }
      : { items, cursor: String(next) }
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}/bao-cao`,
    token,
    documents,
    misbehaviours,
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  })
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(value))
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status)
  response.end()
}
