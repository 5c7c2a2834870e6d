import { chmod, mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ConfigError, parseConfig } from '#pipelines/config.ts'
import { connectorsOf } from '#pipelines/connectors.ts'
import { siteOf } from '#pipelines/site.ts'
import type { Connector } from '#sources/connectors/index.ts'
import { documentServer } from '#test/support/document-server.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'
import { sftpServer } from '#test/support/sftp-server.ts'

const PATH = '/srv/hoanhap.config.json'
const parse = (...sources: readonly object[]) => parseConfig(JSON.stringify({ sources }), PATH)

const hostKey = `SHA256:${'A'.repeat(43)}`
const mapping = {
  form: 'returnee-register',
  reporter: { column: 'ma_xa', prefix: 'police:' },
  window: { fixed: 'adm:2026-09' },
  columns: { ho_ten: 'full_name', gioi_tinh: { field: 'sex', values: { Nam: 'nam' } } },
}
const folder = { kind: 'folder', id: 'chia-se', path: '../chia-se' }
const sftp = {
  kind: 'sftp',
  id: 'ubnd',
  host: 'sftp.example',
  user: 'hoanhap',
  hostKey,
  privateKey: { file: 'keys/ubnd' },
  folder: 'gui',
}
const http = { kind: 'http', id: 'so', url: 'https://so.example/bao-cao', token: { env: 'SO' } }
const postgres = {
  kind: 'postgres',
  id: 'so',
  host: 'db.example',
  database: 'so',
  user: 'hoanhap',
  password: { env: 'SO' },
  view: 'so.danh_sach',
  mapping,
}
const exported = {
  kind: 'csv-export',
  id: 'qlhs',
  path: 'xuat',
  mapping: { ...mapping, columns: { 'Họ và tên': 'full_name' } },
}

async function namesOf(connector: Connector | undefined): Promise<readonly string[]> {
  const names: string[] = []
  for await (const { name } of connector?.list() ?? []) names.push(name)
  await connector?.close?.()
  return names
}

/** The second connector of a site, after its inbox, with its configuration beside a folder of secrets. */
async function siteOfTest() {
  const root = await folderOfTest()
  const site = siteOf(join(root, 'data'), {})
  const secret = async (name: string, value: string, mode = 0o600) => {
    await writeFile(join(root, name), `${value}\n`)
    await chmod(join(root, name), mode)
  }
  const connector = (source: object, environment: NodeJS.ProcessEnv = {}) =>
    connectorsOf(parse(source), site, environment)[1]
  return { root, secret, connector }
}

describe('sources of a configuration', () => {
  it('become connectors after the inbox, by their kind and id', () => {
    const site = siteOf('/srv/data', {})
    const config = parse(folder, sftp, http, postgres, exported)
    expect(connectorsOf(config, site, {}).map(({ id }) => id)).toEqual([
      'inbox',
      'folder:chia-se',
      'sftp:ubnd',
      'http:so',
      'postgres:so',
      'csv-export:qlhs',
    ])
  })

  for (const [what, sources, says] of [
    ['a kind that nobody knows', [{ ...folder, kind: 'ftp' }], /sources\[0\]/],
    ['a key that nobody knows', [{ ...folder, pth: 'x' }], /pth/],
    [
      'an id that a ledger could not keep',
      [{ ...folder, id: 'Sở' }],
      /small letters, digits and -/,
    ],
    ['one id twice', [http, { ...http, url: 'https://a.example/b' }], /two sources of one kind/],
    [
      'answers of two sources in one folder',
      [
        { ...folder, answers: '../tra' },
        { ...folder, id: 'usb', path: '/media/usb', answers: '../tra/' },
      ],
      /answers lie in a folder/,
    ],
    [
      'answers among the reports of another source',
      [{ ...folder, answers: 'xuat/tra' }, exported],
      /answers lie in a folder/,
    ],
    [
      'answers among its own reports',
      [{ ...folder, answers: '../chia-se/' }],
      /answers lie in a folder/,
    ],
    ['a secret in the open', [{ ...http, token: 'abc' }], /a secret never stands here/],
    ['a password in an address', [{ ...http, url: 'https://a:b@so.example/x' }], /expected https/],
    [
      'an address that anyone can listen to',
      [{ ...http, url: 'http://so.example/x' }],
      /expected https/,
    ],
    ['another scheme', [{ ...http, url: 'ftp://127.0.0.1/x' }], /expected https/],
    ['a network that is none', [{ ...http, addresses: ['so.example'] }], /expected an address/],
    ['a host key of another kind', [{ ...sftp, hostKey: 'MD5:aa:bb' }], /expected SHA256/],
    ['no way to sign in', [{ ...sftp, privateKey: undefined }], /password or privateKey/],
    ['two ways to sign in', [{ ...sftp, password: { env: 'SO' } }], /password or privateKey/],
    ['a database without TLS elsewhere', [{ ...postgres, tls: false }], /only on this machine/],
    ['a view that is none', [{ ...postgres, view: 'so.v; drop table x' }], /expected schema.view/],
    [
      'a column that is none',
      [{ ...postgres, mapping: { ...mapping, columns: { 'a"b': 'full_name' } } }],
      /Invalid key in record[\s\S]*columns\["a\\"b"\]/,
    ],
    [
      'a field that the form has not',
      [{ ...exported, mapping: { ...mapping, columns: { a: 'fullname' } } }],
      /returnee-register has no fullname; it has .*full_name/,
    ],
    [
      'two columns for one field',
      [{ ...exported, mapping: { ...mapping, columns: { a: 'sex', b: 'sex' } } }],
      /two columns become sex/,
    ],
    [
      'a reporter that is neither fixed nor in a column',
      [{ ...exported, mapping: { ...mapping, reporter: 'police:07210' } }],
      /expected \{ "fixed"/,
    ],
    [
      'a window that is none',
      [{ ...exported, mapping: { ...mapping, columns: {}, window: { fixed: 'Tháng 9' } } }],
      /a fixed window adm:2026-09/,
    ],
    [
      'a form that nobody knows',
      [{ ...exported, mapping: { ...mapping, form: 'register' } }],
      /"returnee-register"/,
    ],
  ] as const) {
    it(`are refused with ${what}`, () => {
      expect(() => parse(...sources)).toThrow(ConfigError)
      expect(() => parse(...sources)).toThrow(says)
    })
  }

  it('may be without TLS on this machine', () => {
    const here = { ...postgres, host: '127.0.0.1', tls: false }
    const there = { ...http, url: 'http://127.0.0.1:8080/bao-cao', addresses: ['127.0.0.1'] }
    expect(() => parse(here, there)).not.toThrow()
  })
})

describe('a source', () => {
  it('that is a folder is seen from the configuration, with its own rest', async () => {
    const { root, connector } = await siteOfTest()
    await mkdir(join(root, 'chia-se'))
    await writeFile(join(root, 'chia-se/a.csv'), 'a')
    const at = new Date(Date.now() - 30_000)
    await utimes(join(root, 'chia-se/a.csv'), at, at)
    const source = { ...folder, path: 'chia-se' }
    expect(await namesOf(connector(source))).toEqual(['a.csv'])
    expect(await namesOf(connector({ ...source, quietSeconds: 600 }))).toEqual([])
  })

  it('signs in with a key out of a private file, and not out of one that others may read', async () => {
    const { root, secret, connector } = await siteOfTest()
    await mkdir(join(root, 'may/gui'), { recursive: true })
    const server = await sftpServer(join(root, 'may'))
    onTestFinished(() => server.close())
    const { port, user, hostKey, privateKey } = server
    const source = { ...sftp, host: '127.0.0.1', port, user, hostKey }
    await secret('ubnd', privateKey)
    const own = connector({ ...source, privateKey: { file: 'ubnd' } })
    expect(await namesOf(own)).toEqual([])
    expect(server.signIns).toBe(1)
    await secret('open', privateKey, 0o644)
    const open = connector({ ...source, privateKey: { file: 'open' } })
    await expect(namesOf(open)).rejects.toThrow(/is open to others \(mode 0644\)/)
    expect(server.signIns).toBe(1)
  })

  it('takes its token from a variable, each time that it is needed, and says which one is empty', async () => {
    const { connector } = await siteOfTest()
    const server = await documentServer()
    onTestFinished(() => server.close())
    const environment: NodeJS.ProcessEnv = {}
    const source = { ...http, url: server.url, addresses: ['127.0.0.1'] }
    const one = connector(source, environment)
    await expect(namesOf(one)).rejects.toThrow('the variable SO is empty')
    environment['SO'] = server.token
    expect(await namesOf(one)).toEqual([])
  })

  it('does not take an empty file for a secret', async () => {
    const { secret, connector } = await siteOfTest()
    await secret('token', '')
    const one = connector({ ...http, token: { file: 'token' } })
    await expect(namesOf(one)).rejects.toThrow(/token is empty/)
  })
})
