import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { patient } from '#pipelines/steps/patient.ts'
import {
  connectorKinds,
  folder,
  httpJson,
  mappedCsv,
  postgresView,
  sftp,
} from '#sources/connectors/index.ts'
import { type DocumentServer, documentServer } from '../support/document-server.ts'
import { folderOfTest } from '../support/folder-of-test.ts'
import { type FragileLine, fragileLine } from '../support/fragile-line.ts'
import { type PostgresServer, postgresServer } from '../support/postgres-server.ts'
import { type SftpServer, sftpServer } from '../support/sftp-server.ts'
import { unreliable } from '../support/unreliable-connector.ts'
import { exportOf, fileSender, hasty, nameDocument, nameMapping, rowOf } from '../support/ways.ts'
import { connectorContract } from './connector-contract.ts'

const FILES = [
  'Bộ biểu tháng 9.xlsx',
  "o'brien; drop table.csv",
  'a%2f..%2fb.json',
  'trống.xlsx',
] as const

const OWNERS = [
  'adm:2026-01/police:07210',
  'adm:2026-01/agency:so-tu-phap',
  'adm:2026-02/police:07210',
  '2026-01-01..2026-01-31/police:07246',
] as const

/** A server that takes so long hangs; twice as long, where a handshake takes its time. */
const LATE_MS = 500
const secret = (value: string) => async () => value

let root: string
let sftpd: SftpServer
let sftpLine: FragileLine
let postgres: PostgresServer
let postgresLine: FragileLine
let documents: DocumentServer
let places = 0

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hoanhap-sftp-'))
  ;[sftpd, postgres, documents] = await Promise.all([
    sftpServer(root),
    postgresServer(),
    documentServer(),
  ])
  sftpLine = await fragileLine(sftpd.port)
  postgresLine = await fragileLine(postgres.port)
})

afterAll(async () => {
  await Promise.all([sftpLine.close(), postgresLine.close()])
  await Promise.all([sftpd.close(), postgres.stop(), documents.close()])
  await rm(root, { recursive: true, force: true })
})

connectorContract('folder', async () => {
  const inbox = await folderOfTest()
  return {
    connector: patient(folder({ id: 'inbox', folder: inbox })),
    names: FILES,
    ...fileSender(inbox),
  }
})

connectorContract('that fails on purpose, tried again', async () => {
  const files: Record<string, Uint8Array> = {}
  return {
    connector: patient(unreliable('unreliable', files, { cuts: 2, repeats: 2 }), hasty),
    names: FILES,
    async put(name, content) {
      files[name] = Buffer.from(content)
    },
    async remove(name) {
      delete files[name]
    },
    troubles: FILES.map(() => () => {}),
  }
})

connectorContract('sftp', async () => {
  places += 1
  const name = `xã ${places}/gửi`
  const connector = sftp({
    id: 'sftp:ubnd',
    host: '127.0.0.1',
    port: sftpLine.port,
    user: sftpd.user,
    hostKey: sftpd.hostKey,
    ...(places % 2 === 0
      ? { password: secret(sftpd.password) }
      : { privateKey: secret(sftpd.privateKey) }),
    folder: name,
    timeoutMs: 2 * LATE_MS,
  })
  const sender = fileSender(join(root, name))
  await sender.put('x', '')
  await sender.remove('x')
  const trouble = (...troubles: FragileLine['troubles']) => {
    return () => void sftpLine.troubles.push(...troubles)
  }
  onTestFinished(async () => connector.close?.())
  return {
    connector: patient(connector, hasty),
    names: FILES,
    ...sender,
    troubles: [
      ...[0, 10, 700, 1_300, 1_700, 1_950, 2_100, 2_300, 2_450].map((cutAfter) =>
        trouble({ cutAfter }),
      ),
      trouble({ cutAfter: 500 }, { cutAfter: 1_900 }, { cutAfter: 2_400 }),
      trouble({ silentAfter: 2_300 }),
    ],
  }
})

connectorContract('httpJson', async () => {
  documents.documents.clear()
  places += 1
  documents.paging = places % 2 === 0 ? 'next' : 'cursor'
  const connector = httpJson({
    id: 'http:so-tu-phap',
    url: documents.url,
    token: secret(documents.token),
    addresses: ['127.0.0.1'],
    timeouts: { connect: LATE_MS, head: LATE_MS, idle: LATE_MS, total: 4 * LATE_MS },
  })
  const next =
    (...misbehaviours: DocumentServer['misbehaviours']) =>
    () =>
      void documents.misbehaviours.push(...misbehaviours)
  return {
    connector: patient(connector, hasty),
    names: FILES,
    async put(name, content) {
      documents.documents.set(name, Buffer.from(content))
    },
    async remove(name) {
      documents.documents.delete(name)
    },
    troubles: [
      next((_, response) => response.writeHead(503).end()),
      next((_, response) => response.writeHead(429, { 'retry-after': '2' }).end()),
      next((request) => request.socket.resetAndDestroy()),
      next(() => {}),
      next(
        (_, response) =>
          void response.writeHead(200, { 'content-type': 'application/json' }).write('{'),
      ),
      next((_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': 900 })
        response.write('{"items":[', () => response.destroy())
      }),
      next(
        (_, response) => response.writeHead(500).end(),
        (_, response) => response.writeHead(502).end(),
        (_, response) => response.writeHead(504).end(),
      ),
    ],
  }
})

connectorContract('postgresView', async () => {
  places += 1
  const view = `so.danh_sach_${places}`
  await postgres.run(`create table so.goc_${places} (don_vi text, ky text, ho_ten text)`)
  await postgres.run(`create view ${view} as select * from so.goc_${places}`)
  const connector = postgresView({
    id: 'postgres:so-tu-phap',
    host: postgres.host,
    port: postgresLine.port,
    database: postgres.database,
    user: postgres.user,
    password: secret(postgres.password),
    tls: false,
    view,
    mapping: nameMapping,
    timeoutMs: 2 * LATE_MS,
  })
  const remove = async (name: string) => {
    const table = `so.goc_${places}`
    await postgres.run(`delete from ${table} where don_vi = $1 and ky = $2`, rowOf(name))
  }
  const trouble = (...troubles: FragileLine['troubles']) => {
    return () => void postgresLine.troubles.push(...troubles)
  }
  onTestFinished(async () => connector.close?.())
  return {
    connector: patient(connector, hasty),
    names: OWNERS,
    remove,
    async put(name, content) {
      await remove(name)
      const values = [...rowOf(name), content]
      await postgres.run(`insert into so.goc_${places} values ($1, $2, $3)`, values)
    },
    bytesOf: nameDocument,
    troubles: [
      ...[0, 20, 200, 450, 900, 1_100, 1_200, 1_300].map((cutAfter) => trouble({ cutAfter })),
      trouble({ cutAfter: 100 }, { cutAfter: 1_150 }, { cutAfter: 1_250 }),
      trouble({ silentAfter: 1_200 }),
    ],
  }
})

connectorContract('mappedCsv', async () => {
  const exports = await folderOfTest()
  const sender = fileSender(exports)
  const fileOf = (name: string) => name.split('/').slice(2).join('/')
  const files = ['Xuất.csv', "o'brien; drop.tsv", 'năm/a%2f..%2fb.CSV', 'trống.csv']
  const names = OWNERS.map((owner, n) => `${owner}/${files[n]}`)
  return {
    connector: patient(mappedCsv({ id: 'csv-export:so', folder: exports, mapping: nameMapping })),
    names: names as [string, string, string, string],
    put: (name, content) => sender.put(fileOf(name), exportOf(name, content)),
    remove: (name) => sender.remove(fileOf(name)),
    bytesOf: nameDocument,
    tooLarge: /is too large.*export less at a time/,
  }
})

test('every kind of connector stands in the suite above', () => {
  expect([...connectorKinds]).toEqual(['folder', 'sftp', 'httpJson', 'postgresView', 'mappedCsv'])
})

test('a name in an old alphabet, which cannot be opened again, is told and hides no other', async () => {
  const inbox = await folderOfTest()
  const old = [Buffer.from(`${inbox}/a DS `), Buffer.from([0xe1, 0xe9])]
  await writeFile(Buffer.concat(old), 'x')
  await fileSender(inbox).put('b.xlsx', 'x')
  const names: string[] = []
  const listing = async () => {
    for await (const { name } of folder({ id: 'inbox', folder: inbox }).list()) names.push(name)
  }
  await expect(listing()).rejects.toThrow(
    '"a DS \uFFFD\uFFFD" has a name in an old alphabet, rename it',
  )
  expect(names).toEqual(['b.xlsx'])
})
