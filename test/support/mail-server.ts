import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

/** A mail that the server said yes to. */
export interface Arrived {
  readonly to: string
  readonly messageId: string
  readonly raw: string
}

/** What happens to the next mail in place of its being taken: a refusal at a command, or silence for ever. */
export type Mishap =
  | { readonly at: 'MAIL' | 'RCPT' | 'DATA'; readonly code: number; readonly says?: string }
  | 'silence'

/** A real mail server on loopback. */
export interface MailServer {
  readonly port: number
  readonly arrived: Arrived[]
  /** Called in turn, one for each mail; empties itself. */
  readonly mishaps: Mishap[]
  /** The next mail that arrives. */
  arrival(): Promise<Arrived>
  /** The next connection that is met with silence. */
  silence(): Promise<unknown>
  /** Ends what was met with silence. */
  hangUp(): void
  /** How often somebody connected. */
  connections: number
  close(): Promise<void>
}

/** Without a port a free one; nothing but the mails is protected by it, so it takes them in the clear. */
export async function mailServer(port = 0): Promise<MailServer> {
  const arrived: Arrived[] = []
  const mishaps: Mishap[] = []
  const state = { connections: 0 }
  const news = new EventEmitter<{ arrived: [Arrived]; silence: [] }>()
  const held: ((refusal: Error) => void)[] = []
  const refusalAt = (at: 'MAIL' | 'RCPT' | 'DATA'): Error | null => {
    const [next] = mishaps
    if (next === undefined || next === 'silence' || next.at !== at) return null
    mishaps.shift()
    return Object.assign(new Error(next.says ?? 'refused'), { responseCode: next.code })
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    onConnect(_, greet) {
      state.connections += 1
      if (mishaps[0] !== 'silence') return greet()
      mishaps.shift()
      held.push(greet)
      news.emit('silence')
    },
    onMailFrom: (_, __, done) => done(refusalAt('MAIL')),
    onRcptTo: (_, __, done) => done(refusalAt('RCPT')),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const refusal = refusalAt('DATA')
        if (refusal !== null) return done(refusal)
        const raw = Buffer.concat(chunks).toString('utf8')
        const messageId = /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? ''
        for (const { address } of session.envelope.rcptTo) {
          arrived.push({ to: address, messageId, raw })
          news.emit('arrived', { to: address, messageId, raw })
        }
        done(null, 'taken')
      })
    },
  })
  server.on('error', () => {})
  const at = await new Promise<AddressInfo>((resolve) => {
    const listening = server.listen(port, '127.0.0.1', () =>
      resolve(listening.address() as AddressInfo),
    )
  })
  const close = () => new Promise<void>((done) => server.close(() => done()))
  onTestFinished(close)
  const arrival = async () => {
    const [mail] = (await once(news, 'arrived')) as [Arrived]
    return mail
  }
  return Object.assign(state, {
    ...{ port: at.port, arrived, arrival, mishaps, close },
    silence: () => once(news, 'silence'),
    hangUp() {
      for (const end of held.splice(0))
        end(Object.assign(new Error('shutting down'), { responseCode: 421 }))
    },
  })
}
