import { createHmac } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished, test } from 'vitest'
import { isPublicAddress } from '#pipelines/delivery/address.ts'
import type { Letter } from '#pipelines/delivery/channel.ts'
import { type Network, webhook } from '#pipelines/delivery/webhook.ts'
import { hookCertificate } from '#test/support/hook-certificate.ts'

const HOST = 'hooks.vi-du.vn'
const SECRET = 'bi-mat-cua-phep-thu'
const now = () => new Date('2026-09-21T00:30:00Z')

const letterTo = (to: string): Letter => ({
  ...{ id: 'b'.repeat(64), to, at: now(), subject: 'Chủ đề', text: 'Nội dung' },
  items: [{ id: 'c'.repeat(64), urgency: 'now', subject: 'Chủ đề', text: 'Nội dung' }],
})

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A receiver on loopback under the name of a host outside. */
async function receiver(answer: Answer) {
  const asked: { readonly headers: IncomingMessage['headers']; readonly body: string }[] = []
  const server = createServer(hookCertificate, async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    asked.push({ headers: request.headers, body })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { host: `${HOST}:${port}`, asked }
}

/** A network in which that name leads here, and here is allowed. */
const here: Network = {
  resolve: async () => ['127.0.0.1'],
  isAllowed: (address) => address === '127.0.0.1',
  ca: hookCertificate.cert,
}

function way(hosts: readonly string[], network?: Network, seconds = 60) {
  return webhook({ hosts: [...hosts], seconds }, async () => SECRET, now, network)
}

describe('a call', () => {
  it('is signed over time and body, and bears the key by which it is dropped the second time', async () => {
    const { host, asked } = await receiver((_, response) => response.writeHead(202).end('ok'))
    const letter = letterTo(`https://${host}/canh-bao`)
    expect(await way([host], here).send(letter)).toBe('answered 202')
    expect(await way([host], here).send(letter)).toBe('answered 202')
    const [first, second] = asked
    expect(second?.body).toBe(first?.body)
    const { headers = {}, body = '' } = first ?? {}
    expect(headers['idempotency-key']).toBe(letter.id)
    expect(headers['x-hoanhap-timestamp']).toBe('1789950600')
    const wanted = createHmac('sha256', SECRET).update(`1789950600.${body}`).digest('hex')
    expect(headers['x-hoanhap-signature']).toBe(`sha256=${wanted}`)
    expect(JSON.parse(body)).toMatchObject({ id: letter.id, items: [{ subject: 'Chủ đề' }] })
  })

  it.each<[string, Answer, string, RegExp]>([
    [
      'a redirect',
      (_, r) => r.writeHead(302, { location: 'https://127.0.0.1/' }).end(),
      'never',
      /302.*not followed/,
    ],
    ['a refusal', (_, r) => r.writeHead(403).end(), 'never', /403/],
    ['too many requests', (_, r) => r.writeHead(429).end(), 'later', /429/],
    ['trouble over there', (_, r) => r.writeHead(503).end(), 'later', /503/],
    ['a cut line', (q) => q.socket.destroy(), 'down', /ECONNRESET/],
  ])('answered by %s', async (_, answer, retry, message) => {
    const { host, asked } = await receiver(answer)
    const refused = way([host], here).send(letterTo(`https://${host}/`))
    await expect(refused).rejects.toMatchObject({ retry, message: expect.stringMatching(message) })
    expect(asked).toHaveLength(1)
  })

  it('is not waited for longer than the time set, nor read longer than it can mean something', async () => {
    const silent = await receiver(() => {})
    const waiting = way([silent.host], here, 0.2).send(letterTo(`https://${silent.host}/`))
    await expect(waiting).rejects.toMatchObject({
      retry: 'down',
      message: expect.stringContaining('in time'),
    })
    const endless = await receiver((_, response) => {
      response.writeHead(200)
      const more = () => {
        if (!response.destroyed) response.write(Buffer.alloc(16_384), () => setImmediate(more))
      }
      more()
    })
    expect(await way([endless.host], here).send(letterTo(`https://${endless.host}/`))).toBe(
      'answered 200',
    )
  })

  it.each<[string, Answer]>([
    ['whose body never ends', (_, r) => void r.writeHead(200).write('{')],
    [
      'whose body is cut',
      (q, r) => void r.writeHead(200, { 'content-length': 9 }).write('{', () => q.socket.destroy()),
    ],
  ])('answered by a yes %s is taken, not sent again', async (_, answer) => {
    const { host } = await receiver(answer)
    expect(await way([host], here, 0.3).send(letterTo(`https://${host}/`))).toBe('answered 200')
  })

  it('goes to the address that was checked, whatever the name means a moment later', async () => {
    const { host } = await receiver((_, response) => response.writeHead(204).end())
    let looked = 0
    const rebinding: Network = {
      ...here,
      async resolve() {
        looked += 1
        return looked === 1 ? ['127.0.0.1'] : ['127.0.0.2']
      },
    }
    expect(await way([host], rebinding).send(letterTo(`https://${host}/`))).toBe('answered 204')
    expect(looked).toBe(1)
  })
})

describe('refused before anything is connected to', () => {
  const names = async (to: string, addresses: readonly string[] = [], hosts = [new URL(to).host]) =>
    way(hosts, { resolve: async () => addresses, isAllowed: isPublicAddress }).send(letterTo(to))

  it.each([
    ['loopback by its address', 'https://127.0.0.1/', []],
    ['loopback written as a number', 'https://2130706433/', []],
    ['loopback in IPv6', 'https://[::1]/', []],
    ['loopback mapped into IPv6', 'https://[::ffff:127.0.0.1]/', []],
    ['a name that means loopback', 'https://hooks.vi-du.vn/', ['127.0.0.1']],
    ['a name that means a private address too', 'https://hooks.vi-du.vn/', ['8.8.8.8', '10.0.0.5']],
    ['the metadata service', 'https://hooks.vi-du.vn/', ['169.254.169.254']],
  ])('%s', async (_, to, addresses) => {
    await expect(names(to, addresses)).rejects.toMatchObject({
      retry: 'never',
      message: expect.stringContaining('no address of the open internet'),
    })
  })

  it('what the list does not hold: another host, port, or scheme; a name with a password', async () => {
    const listed = [HOST]
    for (const to of [
      'https://khac.vn/',
      `https://${HOST}:8443/`,
      `http://${HOST}/`,
      `https://a:b@${HOST}/`,
      `https://${HOST}.khac.vn/`,
      `https://${HOST}./`,
      `https://khac.vn\\@${HOST}/`,
      `https://khac.vn#@${HOST}/`,
      'https://hooks.vi-du。vn.khac.vn/',
    ])
      await expect(names(to, ['8.8.8.8'], listed)).rejects.toMatchObject({ retry: 'never' })
  })

  it('not the usual port, whether the list names it or not', async () => {
    for (const listed of [HOST, `${HOST}:443`])
      for (const to of [`https://${HOST}/`, `https://${HOST.toUpperCase()}:443/`])
        await expect(names(to, ['10.0.0.5'], [listed])).rejects.toThrow(/leads to 10\.0\.0\.5/)
  })

  it('with the real resolver: localhost', async () => {
    await expect(way(['localhost']).send(letterTo('https://localhost/'))).rejects.toMatchObject({
      retry: 'never',
    })
  })

  it('not for good: a name that is not found now', async () => {
    const lost = way([HOST], {
      ...here,
      resolve: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' })),
    })
    await expect(lost.send(letterTo(`https://${HOST}/`))).rejects.toMatchObject({
      retry: 'down',
      message: expect.stringContaining('ENOTFOUND'),
    })
  })
})

test.each([
  ['0.0.0.0', false],
  ['10.255.255.255', false],
  ['11.0.0.0', true],
  ['100.63.255.255', true],
  ['100.64.0.1', false],
  ['127.255.255.254', false],
  ['169.254.169.254', false],
  ['172.15.255.255', true],
  ['172.16.0.1', false],
  ['172.32.0.0', true],
  ['192.168.1.1', false],
  ['198.19.255.255', false],
  ['203.0.113.9', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['8.8.8.8', true],
  ['::', false],
  ['::1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::7f00:1', false],
  ['fc00::1', false],
  ['fd12:3456::1', false],
  ['fe80::1', false],
  ['fe80::1%lo', false],
  ['ff02::1', false],
  ['2001:db8::1', false],
  ['2001::1', false],
  ['2002:7f00:1::', false],
  ['2606:4700::1111', true],
  ['hooks.vi-du.vn', false],
])('%s lies in the open internet: %s', (address, open) => {
  expect(isPublicAddress(address)).toBe(open)
})
