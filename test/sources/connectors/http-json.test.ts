import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { receive } from '#pipelines/steps/receive.ts'
import { DeliveryError, type HttpJsonOptions, httpJson } from '#sources/connectors/index.ts'
import { LIMITS } from '#sources/readers/limits.ts'
import { documentServer } from '#test/support/document-server.ts'
import { storesOfTest } from '#test/support/stores-of-test.ts'

const timeouts = { connect: 400, head: 400, idle: 400, total: 900 }

/** A server on loopback that answers as the test says, and a connector that asks it. */
async function serverOfTest(answer: RequestListener, options: Partial<HttpJsonOptions> = {}) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/bao-cao`
  const own = { id: 'http:so', url, addresses: ['127.0.0.1'], timeouts }
  const connector = httpJson({ ...own, ...options })
  const list = async () => {
    const names: string[] = []
    for await (const { name } of connector.list()) names.push(name)
    return names
  }
  return { asked, port, url, connector, list }
}

const json = { 'content-type': 'application/json' }

async function refusalOf(call: Promise<unknown>) {
  const cause = await call.then(
    (value) => value,
    (cause: unknown) => cause,
  )
  expect(cause).toBeInstanceOf(DeliveryError)
  const { message, retry, waitMs } = cause as DeliveryError
  return { message, retry, waitMs }
}

describe('an HTTP server', () => {
  test.each([
    [400, {}, false, 0],
    [401, {}, false, 0],
    [403, {}, false, 0],
    [404, {}, false, 0],
    [408, {}, true, 0],
    [429, { 'retry-after': '7' }, true, 7_000],
    [429, { 'retry-after': '86400' }, true, 60_000],
    [500, {}, true, 0],
    [503, { 'retry-after': 'soon' }, true, 0],
  ])('that answers %i %o: another try %s, after %i ms', async (status, headers, retry, waitMs) => {
    const { list } = await serverOfTest((_, response) => response.writeHead(status, headers).end())
    expect(await refusalOf(list())).toEqual({
      message: expect.stringContaining(`HTTP ${status}`),
      retry,
      waitMs,
    })
  })

  test.each([
    ['never answers', () => {}, 'the head of the answer took more than 0.4 s'],
    [
      'stops in the middle',
      (_, response) => void response.writeHead(200, json).write('{"items":'),
      'a piece of the answer took more than 0.4 s',
    ],
    [
      'trickles',
      (_, response) => {
        response.writeHead(200, json)
        const drops = setInterval(() => response.write(' '), 100)
        response.on('close', () => clearInterval(drops))
      },
      'the answer took more than 0.9 s',
    ],
    ['hangs up', (request) => request.socket.resetAndDestroy(), 'ECONNRESET'],
    [
      'promises more than it sends',
      (_, response) => {
        response.writeHead(200, { ...json, 'content-length': '5000' })
        response.write('{"items":[]}', () => response.destroy())
      },
      'aborted',
    ],
  ] satisfies [string, RequestListener, string][])(
    'that %s is worth another try',
    async (_, answer, says) => {
      const { list } = await serverOfTest(answer)
      expect(await refusalOf(list())).toMatchObject({
        message: expect.stringContaining(says),
        retry: true,
      })
    },
  )

  test('that sends without end is cut off at the limit, and nothing more is taken from it', async () => {
    let sent = 0
    const { connector, list } = await serverOfTest((_, response) => {
      response.writeHead(200, json)
      const piece = Buffer.alloc(1_000_000, ' ')
      const more = () => {
        if (response.destroyed) return
        sent += piece.length
        response.write(piece, more)
      }
      more()
    })
    expect(await connector.read({ name: 'a' })).toHaveLength(LIMITS.fileBytes + 1)
    expect((await refusalOf(list())).message).toContain('is no page of documents')
    expect(sent).toBeLessThan(3 * LIMITS.fileBytes)
  })

  test('that leads elsewhere is not followed: neither to another place of its own nor inward', async () => {
    const inward = await serverOfTest((_, response) => response.writeHead(200, json).end('{}'))
    for (const status of [301, 302, 307, 308]) {
      const { list, asked } = await serverOfTest((_, response) =>
        response.writeHead(status, { location: inward.url }).end(),
      )
      const { message, retry } = await refusalOf(list())
      expect(message).toContain(`a redirect to ${inward.url}; name that address`)
      expect({ retry, asked }).toEqual({ retry: false, asked: ['/bao-cao'] })
    }
    const { list } = await serverOfTest((_, response) =>
      response.writeHead(200, json).end(JSON.stringify({ items: [], next: inward.url })),
    )
    expect((await refusalOf(list())).message).toContain('leads to http://127.0.0.1:')
    expect(inward.asked).toEqual([])
  })

  test.each([
    ['another kind', { 'content-type': 'text/html' }, 'comes as text/html'],
    ['no kind', {}, 'comes as nothing'],
    ['packed bytes', { ...json, 'content-encoding': 'gzip' }, 'comes packed (gzip)'],
  ])('that sends %s is refused', async (_, headers, says) => {
    const { connector } = await serverOfTest((_, response) =>
      response.writeHead(200, headers).end('{}'),
    )
    expect(await refusalOf(connector.read({ name: 'a' }))).toMatchObject({
      message: expect.stringContaining(says),
      retry: false,
    })
  })

  test.each([
    ['no JSON', '<html>'],
    ['no list', '{"items":{}}'],
    ['an item without a name', '{"items":[{"id":""}]}'],
  ])('whose page holds %s is refused with what was expected', async (_, body) => {
    const { list } = await serverOfTest((_, response) => response.writeHead(200, json).end(body))
    expect(await refusalOf(list())).toMatchObject({
      message: expect.stringContaining('is no page of documents'),
      retry: false,
    })
  })

  test('whose pages lead back to themselves, or never end, is left', async () => {
    const looping = await serverOfTest((_, response) =>
      response.writeHead(200, json).end('{"items":[],"next":"/bao-cao?page=2"}'),
    )
    expect((await refusalOf(looping.list())).message).toContain('leads back to itself')
    let page = 0
    const endless = await serverOfTest((_, response) => {
      page += 1
      response.writeHead(200, json).end(`{"items":[],"cursor":"${page}"}`)
    })
    expect((await refusalOf(endless.list())).message).toContain('comes after 500 pages')
  })

  test('is asked for a document by its id alone, whatever the id says', async () => {
    const { connector, asked } = await serverOfTest((_, response) =>
      response.writeHead(200, json).end('{}'),
    )
    for (const name of ['a/../../b', 'a?b#c', '%2e%2e', '//evil.example'])
      await connector.read({ name })
    expect(asked).toEqual([
      '/bao-cao/a%2F..%2F..%2Fb',
      '/bao-cao/a%3Fb%23c',
      '/bao-cao/%252e%252e',
      '/bao-cao/%2F%2Fevil.example',
    ])
    for (const name of ['.', '..'])
      await expect(connector.read({ name })).rejects.toThrow('is no id of a document')
  })

  test('is not asked again for what was taken in under the same etag', async () => {
    const stores = await storesOfTest()
    const server = await documentServer()
    onTestFinished(() => server.close())
    for (const name of ['a', 'b', 'c']) server.documents.set(name, Buffer.from(name))
    const { url, token } = server
    const connector = httpJson({
      id: 'http:so',
      url,
      token: async () => token,
      addresses: ['127.0.0.1'],
    })
    const look = () => receive({ ...stores, connectors: [connector] })
    expect(await look()).toMatchObject({ arrivals: 3, failures: [] })
    server.asked.length = 0
    expect(await look()).toMatchObject({ arrivals: 0, unchanged: 3 })
    expect(server.asked).toEqual(['/bao-cao', '/bao-cao?page=2'])
  })
})

describe('a name that leads inward', () => {
  const page: RequestListener = (_, response) => response.writeHead(200, json).end('{"items":[]}')

  test('is refused, also where it is an address, unless the configuration names it', async () => {
    const { port, url, asked } = await serverOfTest(page)
    const resolve: HttpJsonOptions['resolve'] = (_, __, done) =>
      done(null, [{ address: '127.0.0.1', family: 4 }])
    const byName = `http://so.example:${port}/bao-cao`
    const listOf = async (options: Partial<HttpJsonOptions>) => {
      for await (const _ of httpJson({ id: 'http:so', url, timeouts, ...options }).list());
    }
    expect(await refusalOf(listOf({}))).toMatchObject({
      message: expect.stringContaining('127.0.0.1 leads to 127.0.0.1, which is inward'),
      retry: false,
    })
    expect((await refusalOf(listOf({ url: byName, resolve }))).message).toContain(
      'so.example leads to 127.0.0.1, which is inward; name it under addresses if it is right',
    )
    expect(
      (await refusalOf(listOf({ url: byName, resolve, addresses: ['10.0.0.0/8'] }))).message,
    ).toContain('which is none of 10.0.0.0/8')
    expect(asked).toEqual([])
    await listOf({ url: byName, resolve, addresses: ['127.0.0.0/8'] })
    expect(asked).toEqual(['/bao-cao'])
  })

  test('and changes its mind is looked up once: the connection goes to what was looked at', async () => {
    const { port, asked } = await serverOfTest(page)
    const answers = ['127.0.0.1', '10.9.9.9']
    const lookups: string[] = []
    const resolve: HttpJsonOptions['resolve'] = (host, _, done) => {
      lookups.push(host)
      done(null, [{ address: answers.shift() ?? '', family: 4 }])
    }
    const url = `http://so.example:${port}/bao-cao`
    const connector = httpJson({ id: 'http:so', url, timeouts, resolve, addresses: ['127.0.0.1'] })
    for await (const _ of connector.list());
    expect({ lookups, asked }).toEqual({ lookups: ['so.example'], asked: ['/bao-cao'] })
  })
})
