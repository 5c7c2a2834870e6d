import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PageServer, servePages } from '#pipelines/server/pages.ts'
import { filesBelow } from '#test/support/folder-of-test.ts'

let root: string
let server: PageServer
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hoanhap-pages-'))
  await mkdir(join(root, 'out', 'xa'), { recursive: true })
  await writeFile(join(root, 'out', 'index.html'), '<p>Mục lục</p>')
  await writeFile(join(root, 'out', 'xa', '07210.html'), '<p>phường Bắc Giang</p>')
  await writeFile(join(root, 'secret.txt'), 'Người Một')
  await mkdir(join(root, 'out.new'))
  await writeFile(join(root, 'out.new', 'half.html'), 'half')
  server = await servePages(join(root, 'out'), 0)
})
afterAll(async () => {
  await server?.close()
  await rm(root, { recursive: true, force: true })
})

/** One request with the path exactly as written; a browser would tidy it first. */
function ask(path: string, { method = 'GET', host = '127.0.0.1', named = 'localhost' } = {}) {
  const { port } = new URL(server.url)
  return new Promise<{
    readonly status: number
    readonly headers: IncomingMessage['headers']
    readonly body: string
  }>((resolve, reject) => {
    const asked = request(
      { host, port, path, method, agent: false, headers: { Host: `${named}:${port}` } },
      (answer) => {
        let body = ''
        answer.on('data', (chunk) => {
          body += chunk
        })
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
        )
      },
    )
    asked.once('error', reject)
    asked.end()
  })
}

describe('the pages', () => {
  it('are on loopback, and on no other address of this machine', async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    await expect(ask('/', { host: '127.0.0.2' })).rejects.toThrow('ECONNREFUSED')
  })

  it('are the files of the folder, its index first', async () => {
    expect(await ask('/')).toMatchObject({ status: 200, body: '<p>Mục lục</p>' })
    const page = await ask('/xa/07210.html')
    expect(page).toMatchObject({ status: 200, body: '<p>phường Bắc Giang</p>' })
    expect(page.headers['content-type']).toMatch(/^text\/html/)
    expect((await ask('/healthz')).body).toBe('{"ok":true}')
  })

  it('allow no script, no framing, no form, and are kept nowhere', async () => {
    for (const path of ['/', '/nowhere', '/healthz']) {
      const { headers } = await ask(path)
      const policy = String(headers['content-security-policy'])
      expect(policy, path).toContain("default-src 'none'")
      expect(policy, path).toContain("frame-ancestors 'none'")
      expect(policy, path).toContain("form-action 'none'")
      expect(policy, path).not.toMatch(/script-src/)
      expect(headers, path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      })
    }
  })

  it('say in Vietnamese that there is no such page', async () => {
    for (const path of ['/nowhere', '/xa', '/xa/', '/xa/07210', '/?x=/etc/passwd#a']) {
      const { status, body } = await ask(path)
      if (path.startsWith('/?')) expect(status).toBe(200)
      else expect({ status, body }, path).toEqual({ status: 404, body: 'Không có trang này.' })
    }
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await ask('/', { method })).status).toBe(404)
  })

  it('never leave the folder, however the way out is written', async () => {
    const ways = [
      '/../secret.txt',
      '/xa/../../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e%2fsecret.txt',
      '/xa/%2e%2e/%2e%2e/secret.txt',
      '/..%5csecret.txt',
      '/..\\secret.txt',
      '/....//secret.txt',
      '/%252e%252e/secret.txt',
      '/../out.new/half.html',
      `/${root}/secret.txt`,
      '//etc/passwd',
      '/%00/../secret.txt',
      '/secret.txt%00.html',
      '/%c0%ae%c0%ae/secret.txt',
    ]
    for (const way of ways) {
      const { status, body } = await ask(way)
      expect([400, 404], way).toContain(status)
      expect(body, way).not.toMatch(/Người Một|half|root:/)
    }
    expect([...(await filesBelow(root)).keys()]).toHaveLength(4)
  })

  it('answer only to names of this machine: a foreign page that points its own name here reads nothing', async () => {
    const { status, body } = await ask('/', { named: 'evil.example' })
    expect(status).toBe(421)
    expect(body).not.toContain('Mục lục')
  })

  it('are the old ones while the new ones are not in place: who puts them there may have been killed', async () => {
    const out = join(root, 'out')
    await rename(out, `${out}.old`)
    expect(await ask('/xa/07210.html')).toMatchObject({
      status: 200,
      body: '<p>phường Bắc Giang</p>',
    })
    await mkdir(out)
    expect(await ask('/xa/07210.html'), 'new ones without this page').toMatchObject({ status: 404 })
    await rm(out, { recursive: true })
    await rename(`${out}.old`, out)
    expect(await ask('/xa/07210.html')).toMatchObject({ status: 200 })
  })

  it('cannot be served twice on one port', async () => {
    await expect(servePages(root, Number(new URL(server.url).port))).rejects.toThrow('EADDRINUSE')
  })
})
