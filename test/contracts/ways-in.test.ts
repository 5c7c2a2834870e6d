import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openLedgerReadOnly } from '#pipelines/ledger/open.ts'
import { openKeys } from '#pipelines/vault/keys.ts'
import { openVault, sha256Of } from '#pipelines/vault/vault.ts'
import {
  DeliveryError,
  type Mapping,
  type PostgresViewOptions,
  postgresView,
} from '#sources/connectors/index.ts'
import { LIMITS } from '#sources/readers/limits.ts'
import { documentServer } from '../support/document-server.ts'
import { folderOfTest } from '../support/folder-of-test.ts'
import { type PostgresServer, postgresServer } from '../support/postgres-server.ts'
import type { WaysIn } from '../support/receive-from.ts'
import { sftpServer } from '../support/sftp-server.ts'
import { ledgerRows } from '../support/stores-of-test.ts'
import { exportOf, fileSender, nameDocument, nameMapping } from '../support/ways.ts'

let postgres: PostgresServer

beforeAll(async () => {
  postgres = await postgresServer()
})

afterAll(() => postgres.stop())

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const program = fileURLToPath(new URL('../support/receive-from.ts', import.meta.url))

describe('five ways in at once', () => {
  test('deliver each file once to a program that is killed again and again', async () => {
    const { ways, expected } = await waysOfTest()
    const stores = await folderOfTest()
    const ended: (string | null)[] = []
    for (const step of [7, 15, 0]) ended.push(await signalOf(stores, ways, step))
    expect(ended).toEqual(['SIGKILL', 'SIGKILL', null])

    const ledger = await openLedgerReadOnly(join(stores, 'data/ledger.sqlite'))
    const { delivery, file } = await ledgerRows(ledger)
    await ledger.close()
    const entered = delivery.map((one) => [one.connector, one.source_name, one.sha256].join(' '))
    expect(entered.toSorted()).toEqual(expected.toSorted())
    expect(delivery.filter(({ acked_at }) => acked_at === null)).toEqual([])
    const keys = await openKeys(join(stores, 'keys'))
    const vault = await openVault(join(stores, 'data/vault'), keys.vault)
    const hashes = [...new Set(delivery.map(({ sha256 }) => sha256))].toSorted()
    expect(file.map(({ sha256 }) => sha256)).toEqual(hashes)
    expect([...(await vault.all())].toSorted()).toEqual(hashes)
    for (const sha256 of hashes) expect(sha256Of(await vault.get(sha256))).toBe(sha256)
  }, 120_000)
})

/** Runs the program; gives the signal that ended it. */
async function signalOf(root: string, ways: WaysIn, killAt: number): Promise<string | null> {
  const words = [root, JSON.stringify(ways), String(killAt)]
  const child = fork(program, words, { execArgv: ['--import', tsx] })
  const [code, signal] = await once(child, 'exit')
  if (signal === null) expect(code).toBe(0)
  return signal
}

/** Two deliveries at each of five ways in, and how the ledger must name them. */
async function waysOfTest(): Promise<{ ways: WaysIn; expected: readonly string[] }> {
  const [inbox, exports, root] = [await folderOfTest(), await folderOfTest(), await folderOfTest()]
  await mkdir(join(root, 'gui'))
  const [server, documents] = await Promise.all([sftpServer(root), documentServer()])
  onTestFinished(async () => {
    await Promise.all([server.close(), documents.close()])
    await postgres.run('drop table so.danh_sach')
  })
  await postgres.run('create table so.danh_sach (don_vi text, ky text, ho_ten text)')
  const expected: string[] = []
  const expect = (way: string, name: string, content: string) =>
    expected.push(`${way} ${name} ${sha256Of(Buffer.from(content))}`)
  for (const n of [1, 2]) {
    const name = `${n}.csv`
    const owner = `adm:2026-0${n}/police:07210`
    await fileSender(inbox).put(name, `hộp thư ${n}`)
    expect('inbox', name, `hộp thư ${n}`)
    await fileSender(join(root, 'gui')).put(name, `máy chủ ${n}`)
    expect('sftp:so', name, `máy chủ ${n}`)
    documents.documents.set(name, Buffer.from(`văn bản ${n}`))
    expect('http:so', name, `văn bản ${n}`)
    await fileSender(exports).put(name, exportOf(owner, `tệp ${n}`))
    expect('csv-export:so', `${owner}/${name}`, nameDocument(owner, `tệp ${n}`))
    const [window, reporter] = owner.split('/')
    const row = [reporter, window, `dòng ${n}`]
    await postgres.run('insert into so.danh_sach values ($1, $2, $3)', row)
    expect('postgres:so', owner, nameDocument(owner, `dòng ${n}`))
  }
  const { port, user, hostKey, password } = server
  const { port: database, ...rest } = postgres
  return {
    ways: {
      inbox,
      exports,
      sftp: { port, user, hostKey, password },
      http: { url: documents.url, token: documents.token },
      postgres: {
        port: database,
        database: rest.database,
        user: rest.user,
        password: rest.password,
      },
    },
    expected,
  }
}

/** A connector on a view, whose statements end quickly. */
function viewOf(options: Partial<PostgresViewOptions> = {}) {
  const { host, port, database, user, password } = postgres
  const connector = postgresView({
    id: 'postgres:so',
    host,
    port,
    database,
    user,
    password: async () => password,
    tls: false,
    view: 'so.v',
    mapping: nameMapping,
    timeoutMs: 800,
    ...options,
  })
  onTestFinished(async () => connector.close?.())
  return connector
}

async function documentsOf({ list, read }: ReturnType<typeof viewOf>) {
  const documents: Record<string, string> = {}
  for await (const delivery of list())
    documents[delivery.name] = new TextDecoder().decode(await read(delivery))
  return documents
}

async function refusalOf(options: Partial<PostgresViewOptions>) {
  const cause = await documentsOf(viewOf(options)).catch((cause: unknown) => cause)
  expect(cause).toBeInstanceOf(DeliveryError)
  const { message, retry } = cause as DeliveryError
  return { message, retry }
}

/** A table or view of one test. */
async function withView(make: string, drop: string): Promise<void> {
  await postgres.run(make)
  onTestFinished(async () => void (await postgres.run(drop)))
}

describe('a view in PostgreSQL', () => {
  test('gives days, counts, money and truths as the reader knows them', async () => {
    await withView(
      `create view so.v as select 'police:07210' as don_vi, 'adm:2026-01' as ky, 2 as lan,
        date '2026-01-03' as ngay, timestamptz '2026-01-03 17:30:00+00' as luc, 12 as so,
        1.5::numeric as tien, true as co, null::text as trong, '012345678901' as cccd`,
      'drop view so.v',
    )
    const columns = ['ngay', 'luc', 'so', 'tien', 'co', 'trong', 'cccd']
    const mapping: Mapping = {
      ...nameMapping,
      revision: { column: 'lan' },
      columns: Object.fromEntries(columns.map((column) => [column, { field: column }])),
    }
    expect(await documentsOf(viewOf({ mapping }))).toEqual({
      'adm:2026-01/police:07210':
        '{"form":"returnee-register","version":1,"reporter":"police:07210","window":"adm:2026-01","revision":2,"nil":"khong"}\n{"ngay":"2026-01-03","luc":"2026-01-04 00:30:00","so":12,"tien":1.5,"co":true,"trong":null,"cccd":"012345678901"}\n',
    })
  })

  test('may leave reporter and window to the configuration, and is then one document', async () => {
    await withView(
      `create table so.v as select chr(96 + n) as ho_ten from generate_series(3, 1, -1) n`,
      'drop table so.v',
    )
    const fixed = { reporter: { fixed: 'police:07210' }, window: { fixed: 'adm:2026-01' } }
    const [text] = Object.values(
      await documentsOf(viewOf({ mapping: { ...nameMapping, ...fixed } })),
    )
    const lines = text?.trimEnd().split('\n').slice(1)
    expect(lines).toEqual(['{"full_name":"a"}', '{"full_name":"b"}', '{"full_name":"c"}'])
  })

  test('of more rows than are read is read no further than that', async () => {
    await withView(
      `create view so.v as select 'police:07210' as don_vi, 'adm:2026-01' as ky, n::text as ho_ten
        from generate_series(1, 60000) n`,
      'drop view so.v',
    )
    const [text] = Object.values(await documentsOf(viewOf({ timeoutMs: 10_000 })))
    expect(text?.trimEnd().split('\n')).toHaveLength(LIMITS.rows + 2)
  })

  test('whose rows carry SQL gives it back as text, and nothing happens', async () => {
    await withView('create table so.v (don_vi text, ky text, ho_ten text)', 'drop table so.v')
    const evil = `'); drop table so.v; --`
    await postgres.run('insert into so.v values ($1, $2, $3), ($3, $2, $3)', [
      'police:07210',
      'adm:2026-01',
      evil,
    ])
    const connector = viewOf()
    const names: string[] = []
    const listing = async () => {
      for await (const { name } of connector.list()) names.push(name)
    }
    await expect(listing()).rejects.toThrow('rows that name no reporter or no window')
    expect(names).toEqual(['adm:2026-01/police:07210'])
    const [name = ''] = names
    const text = new TextDecoder().decode(await connector.read({ name }))
    expect(text).toBe(nameDocument(name, evil))
    await expect(connector.read({ name: `adm:2026-01/${evil}` })).rejects.toThrow('is no longer in')
    expect((await postgres.run('select * from so.v')).rowCount).toBe(2)
  })

  test('can write nothing, even through a function of its own', async () => {
    await postgres.run('create table so.trace (n int); grant insert on so.trace to hoanhap')
    await withView(
      `create function so.leave() returns text language sql as $$
         insert into so.trace values (1) returning 'adm:2026-01' $$;
       create view so.v as select 'police:07210' as don_vi, so.leave() as ky, 'x' as ho_ten`,
      'drop view so.v; drop function so.leave(); drop table so.trace',
    )
    const { message, retry } = await refusalOf({})
    expect({ message, retry }).toEqual({
      message: expect.stringContaining('read-only transaction'),
      retry: false,
    })
    expect((await postgres.run('select * from so.trace')).rowCount).toBe(0)
  })

  test('that complains of a value is not quoted', async () => {
    await withView(
      `create table so.goc as select 'Nguyễn Văn A' as ten;
       create view so.v as select 'police:07210' as don_vi, 'adm:2026-01' as ky, ten::int as ho_ten
         from so.goc`,
      'drop view so.v; drop table so.goc',
    )
    const { message } = await refusalOf({})
    expect(message).toContain('SQLSTATE 22P02')
    expect(message).not.toContain('Nguyễn')
  })

  test.each([
    ['has not the column', {}, 'column "ho_ten" does not exist'],
    ['is not there', { view: 'so.khong_co' }, 'relation "so.khong_co" does not exist'],
    ['may not be read', { view: 'rieng.v' }, 'permission denied for schema rieng'],
    [
      'stands behind another password',
      { password: async () => 'sai' },
      'password authentication failed',
    ],
    ['stands in no such database', { database: 'khong_co' }, 'database "khong_co" does not exist'],
    ['has a server without TLS', { tls: true }, 'does not support SSL'],
  ] satisfies [string, Partial<PostgresViewOptions>, string][])(
    'that %s is not asked again',
    async (_, options, says) => {
      await withView(
        `create schema rieng; create view rieng.v as select 1 as x;
       create view so.v as select 'police:07210' as don_vi, 'adm:2026-01' as ky`,
        'drop view so.v; drop schema rieng cascade',
      )
      expect(await refusalOf(options)).toEqual({
        message: expect.stringContaining(says),
        retry: false,
      })
    },
  )

  test('that is locked, or takes too long, is worth another try', async () => {
    await withView(
      `create view so.v as select 'police:07210' as don_vi, 'adm:2026-01' as ky,
         pg_sleep(5)::text as ho_ten`,
      'drop view so.v',
    )
    expect(await refusalOf({ timeoutMs: 400 })).toMatchObject({ retry: true })
  })

  test('of a server that is full is worth another try, and gives its rows once there is room', async () => {
    await withView(
      `create view so.v as select 'police:07210' as don_vi, 'adm:2026-01' as ky, 'x' as ho_ten;
       alter role hoanhap connection limit 0`,
      'drop view so.v; alter role hoanhap connection limit -1',
    )
    expect(await refusalOf({})).toEqual({
      message: expect.stringContaining('too many connections'),
      retry: true,
    })
    await postgres.run('alter role hoanhap connection limit -1')
    expect(Object.keys(await documentsOf(viewOf()))).toEqual(['adm:2026-01/police:07210'])
  })

  test('of a server that is starting is worth another try', async () => {
    const starting = createServer((socket) => {
      socket.once('data', () => {
        const fields = 'SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0'
        const head = Buffer.alloc(5)
        head.write('E')
        head.writeInt32BE(fields.length + 4, 1)
        socket.end(Buffer.concat([head, Buffer.from(fields)]))
      })
    }).listen(0, '127.0.0.1')
    await once(starting, 'listening')
    onTestFinished(() => void starting.close())
    const { port } = starting.address() as AddressInfo
    expect(await refusalOf({ port })).toEqual({
      message: expect.stringContaining('the database system is starting up'),
      retry: true,
    })
  })
})

test.each(['so.v; drop table x', 'so."v"', 'SO.V', 'so.v--'])('%j is no view', (view) => {
  expect(() => viewOf({ view })).toThrow('is no name of a column or view')
})
