import { createHash, generateKeyPairSync } from 'node:crypto'
import { constants } from 'node:fs'
import * as fs from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join, posix } from 'node:path'
import ssh2, { type Attributes, type FileEntry, type SFTPWrapper } from 'ssh2'

const { Server, utils } = ssh2
const { STATUS_CODE, OPEN_MODE } = utils.sftp

/** A real SFTP server on loopback that serves one folder as its root to one user. */
export interface SftpServer {
  readonly port: number
  readonly hostKey: string
  readonly user: string
  readonly password: string
  /** Private key of the user. */
  readonly privateKey: string
  /** Requests since it started, by name: `READ`, `OPENDIR` … */
  readonly asked: ReadonlyMap<string, number>
  /** Connections on which a user signed in. */
  readonly signIns: number
  /** While true, it takes requests and answers none. */
  silent: boolean
  /** Size that a status tells in place of the real one, by file name. */
  readonly sizes: Map<string, number>
  close(): Promise<void>
}

type Handle = { readonly entries: FileEntry[] } | { readonly file: fs.FileHandle }

const CODES: Readonly<Record<string, number>> = {
  ENOENT: STATUS_CODE.NO_SUCH_FILE,
  EACCES: STATUS_CODE.PERMISSION_DENIED,
}

export async function sftpServer(folder: string): Promise<SftpServer> {
  const [host, own] = [newKey(), newKey()]
  const [user, password] = ['ubnd', 'mật khẩu']
  const connections = new Set<ssh2.Connection>()
  const asked = new Map<string, number>()
  const sizes = new Map<string, number>()
  const served = { silent: false, signIns: 0 }
  const server = new Server({ hostKeys: [host.private] }, (connection) => {
    connections.add(connection)
    // The published types forget it; without it each small packet waits for the one before it.
    ;(connection as ssh2.Connection & { setNoDelay(): void }).setNoDelay()
    connection
      .on('error', () => {})
      .on('close', () => connections.delete(connection))
      .on('authentication', (context) => {
        const isPassword = context.method === 'password' && context.password === password
        const isKey =
          context.method === 'publickey' && context.key.data.equals(own.parsed.getPublicSSH())
        if (context.username !== user || !(isPassword || isKey))
          return context.reject(['password', 'publickey'])
        if (context.method === 'publickey' && context.signature) {
          const isSigned = own.parsed.verify(
            context.blob as Buffer,
            context.signature,
            context.hashAlgo,
          )
          return isSigned === true ? context.accept() : context.reject()
        }
        context.accept()
      })
      .on('ready', () => {
        served.signIns += 1
        connection.on('session', (accept) =>
          accept().on('sftp', (accept) => serve(accept(), folder, { served, asked, sizes })),
        )
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(served, {
    port: (server.address() as AddressInfo).port,
    hostKey: host.fingerprint,
    user,
    password,
    privateKey: own.private,
    asked,
    sizes,
    close: () =>
      new Promise<void>((resolve) => {
        for (const connection of connections) connection.end()
        server.close(() => resolve())
      }),
  })
}

function newKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pem = privateKey.export({ type: 'sec1', format: 'pem' }).toString()
  const parsed = utils.parseKey(pem)
  if (parsed instanceof Error) throw parsed
  const digest = createHash('sha256').update(parsed.getPublicSSH()).digest('base64')
  return { private: pem, parsed, fingerprint: `SHA256:${digest.replaceAll('=', '')}` }
}

interface Manners {
  readonly served: { readonly silent: boolean }
  readonly asked: Map<string, number>
  readonly sizes: ReadonlyMap<string, number>
}

/** Answers the requests of one session; paths of the client begin at the folder and cannot leave it. */
function serve(sftp: SFTPWrapper, folder: string, { served, asked, sizes }: Manners): void {
  const handles = new Map<number, Handle>()
  let opened = 0
  const local = (path: string) => join(folder, posix.resolve('/', path))
  const open = (handle: Handle) => {
    const n = opened++
    handles.set(n, handle)
    const id = Buffer.alloc(4)
    id.writeUInt32BE(n)
    return id
  }
  const handleOf = (id: Buffer) => handles.get(id.readUInt32BE(0))
  const statusOf = async (path: string) => {
    const attributes = attributesOf(await fs.lstat(path))
    return { ...attributes, size: sizes.get(posix.basename(path)) ?? attributes.size }
  }
  const on = <Rest extends unknown[]>(
    what: string,
    answer: (id: number, ...rest: Rest) => Promise<unknown>,
  ) => {
    const listener = (id: number, ...rest: Rest) => {
      asked.set(what, (asked.get(what) ?? 0) + 1)
      if (served.silent) return
      answer(id, ...rest).catch((cause: NodeJS.ErrnoException) => {
        sftp.status(id, CODES[cause.code ?? ''] ?? STATUS_CODE.FAILURE, cause.message)
      })
    }
    // biome-ignore lint/suspicious/noExplicitAny: the library types each request apart
    sftp.on(what as any, listener as any)
  }
  sftp.on('close', async () => {
    for (const handle of handles.values()) if ('file' in handle) await handle.file.close()
  })
  const ok = (id: number) => sftp.status(id, STATUS_CODE.OK)

  on('REALPATH', async (id, path: string) => {
    const full = posix.resolve('/', path)
    const real = await fs.realpath(local(full)).catch(() => local(full))
    const seen = posix.resolve('/', posix.relative(await fs.realpath(folder), real))
    sftp.name(id, [{ filename: seen, longname: seen, attrs: {} as Attributes }])
  })
  on('LSTAT', async (id, path: string) => sftp.attrs(id, await statusOf(local(path))))
  on('STAT', async (id, path: string) => sftp.attrs(id, attributesOf(await fs.stat(local(path)))))
  on('OPENDIR', async (id, path: string) => {
    const names = await fs.readdir(local(path), { withFileTypes: true })
    const entries = await Promise.all(
      names.map(async (entry) => ({
        filename: entry.name,
        longname: `${letterOf(entry)}rw-r--r-- 1 ubnd ubnd`,
        attrs: await statusOf(join(local(path), entry.name)),
      })),
    )
    sftp.handle(id, open({ entries }))
  })
  on('READDIR', async (id, key: Buffer) => {
    const handle = handleOf(key)
    const entries = handle !== undefined && 'entries' in handle ? handle.entries.splice(0, 50) : []
    return entries.length === 0 ? sftp.status(id, STATUS_CODE.EOF) : sftp.name(id, entries)
  })
  on('OPEN', async (id, path: string, mode: number) => {
    const isWriting = (mode & OPEN_MODE.WRITE) !== 0
    const flags = isWriting ? constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC : 0
    sftp.handle(id, open({ file: await fs.open(local(path), flags) }))
  })
  on('READ', async (id, key: Buffer, offset: number, length: number) => {
    const handle = handleOf(key)
    if (handle === undefined || !('file' in handle)) throw new Error('no such handle')
    const { bytesRead, buffer } = await handle.file.read(Buffer.alloc(length), 0, length, offset)
    return bytesRead === 0
      ? sftp.status(id, STATUS_CODE.EOF)
      : sftp.data(id, buffer.subarray(0, bytesRead))
  })
  on('WRITE', async (id, key: Buffer, offset: number, bytes: Buffer) => {
    const handle = handleOf(key)
    if (handle === undefined || !('file' in handle)) throw new Error('no such handle')
    await handle.file.write(bytes, 0, bytes.length, offset)
    ok(id)
  })
  on('FSTAT', async (id, key: Buffer) => {
    const handle = handleOf(key)
    if (handle === undefined || !('file' in handle)) throw new Error('no such handle')
    sftp.attrs(id, attributesOf(await handle.file.stat()))
  })
  on('FSETSTAT', async (id) => ok(id))
  on('CLOSE', async (id, key: Buffer) => {
    const handle = handleOf(key)
    handles.delete(key.readUInt32BE(0))
    if (handle !== undefined && 'file' in handle) await handle.file.close()
    ok(id)
  })
  on('MKDIR', async (id, path: string) => {
    await fs.mkdir(local(path))
    ok(id)
  })
  on('REMOVE', async (id, path: string) => {
    await fs.unlink(local(path))
    ok(id)
  })
  on('RENAME', async (id, from: string, to: string) => {
    const isTaken = await fs.lstat(local(to)).then(
      () => true,
      () => false,
    )
    if (isTaken) throw new Error('the target exists')
    await fs.rename(local(from), local(to))
    ok(id)
  })
}

function attributesOf(status: Awaited<ReturnType<typeof fs.lstat>>): Attributes {
  return {
    mode: Number(status.mode),
    uid: Number(status.uid),
    gid: Number(status.gid),
    size: Number(status.size),
    atime: Math.floor(Number(status.atimeMs) / 1000),
    mtime: Math.floor(Number(status.mtimeMs) / 1000),
  }
}

function letterOf(entry: {
  isDirectory(): boolean
  isSymbolicLink(): boolean
  isFile(): boolean
}): string {
  if (entry.isDirectory()) return 'd'
  if (entry.isSymbolicLink()) return 'l'
  return entry.isFile() ? '-' : 'p'
}
