import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import type SftpClient from 'ssh2-sftp-client'
import type { Secret } from './connector.ts'
import { inTime } from './passing.ts'

export interface SftpAccess {
  readonly host: string
  /** 22 when left out. */
  readonly port?: number | undefined
  readonly user: string
  /** Fingerprint of the server's key as `ssh-keygen -lf` prints it: `SHA256:…`. No other server is spoken to. */
  readonly hostKey: string
  readonly password?: Secret | undefined
  /** Private key in OpenSSH or PEM form, without a passphrase. */
  readonly privateKey?: Secret | undefined
  /** How long the server may take for one word. */
  readonly timeoutMs?: number | undefined
}

/** An open connection with an SFTP server. */
export interface SftpLine {
  readonly client: SftpClient
  /** True once the connection is gone, whoever ended it. */
  isDown(): boolean
  /** Waits for a word of the server, or for each piece of a long one; ends the connection when it does not come. */
  answered<T>(what: string, word: (more: () => void) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The server showed another key than the configuration pins: another machine, a new key, or somebody in between. */
export class HostKeyError extends Error {
  override readonly name = 'HostKeyError'
  readonly seen: string

  constructor(host: string, seen: string, pinned: string) {
    super(
      `${host} shows the host key ${seen}, the configuration names ${pinned}; ask the operator of the server which one is right, by telephone`,
    )
    this.seen = seen
  }
}

const silent = { error() {}, end() {}, close() {} }
const GOODBYE_MS = 1_000

/** Connects and signs in; the library is loaded only now. The socket is our own, so that what hangs can be ended. */
export async function openSftp(access: SftpAccess): Promise<SftpLine> {
  const { host, port = 22, user, hostKey, timeoutMs = 12_000 } = access
  const [password, privateKey] = await Promise.all([access.password?.(), access.privateKey?.()])
  const { default: Client } = await import('ssh2-sftp-client')
  const client = new Client('hoanhap', silent)
  const socket = connect({ host, port, noDelay: true })
  let isDown = false
  const down = () => {
    isDown = true
  }
  const hangUp = () => {
    down()
    socket.destroy()
  }
  socket.on('close', down).on('error', down)
  for (const event of ['end', 'error'] as const) client.on(event, down)
  let seen = hostKey
  const line: SftpLine = {
    client,
    isDown: () => isDown,
    answered: (what, word) => inTime(word, timeoutMs, what, hangUp),
    async close() {
      if (!isDown)
        await inTime(
          () => client.end(),
          GOODBYE_MS,
          'a goodbye',
          () => {},
        ).catch(() => {})
      socket.destroy()
    },
  }
  const signIn = () =>
    client.connect({
      sock: socket,
      username: user,
      ...(password !== undefined && { password }),
      ...(privateKey !== undefined && { privateKey }),
      readyTimeout: timeoutMs,
      hostVerifier(key) {
        seen = fingerprintOf(key)
        return seen === hostKey
      },
    })
  try {
    await line.answered('signing in', signIn)
    return line
  } catch (cause) {
    socket.destroy()
    throw seen === hostKey ? cause : new HostKeyError(host, seen, hostKey)
  }
}

function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replaceAll('=', '')}`
}
