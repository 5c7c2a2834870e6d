import { type AddressInfo, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** Answers one connection as a test says; ends all at the end of the test. */
export async function scriptedMail(talk: (client: Socket) => void): Promise<number> {
  const clients = new Set<Socket>()
  const server = createServer({ noDelay: true }, (client) => {
    clients.add(client)
    client.on('error', () => {}).on('close', () => clients.delete(client))
    talk(client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const client of clients) client.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** A mail server line by line; `end` says what becomes of a mail that is there in whole, and of whoever says QUIT. */
export function lineByLine(client: Socket, end: (raw: string) => void): void {
  const say = (line: string) => client.write(`${line}\r\n`)
  let raw: string | null = null
  let rest = ''
  say('220 thu.vi-du.vn')
  client.on('data', (piece: Buffer) => {
    rest += piece.toString('utf8')
    if (raw !== null || /^DATA\r\n/m.test(rest)) {
      if (raw === null) {
        rest = rest.slice(rest.indexOf('DATA\r\n') + 6)
        raw = ''
        say('354 go on')
      }
      if (!rest.endsWith('\r\n.\r\n')) return
      raw = rest
      rest = ''
      end(raw)
      return
    }
    const lines = rest.split('\r\n')
    rest = lines.pop() ?? ''
    for (const _ of lines) say('250 yes')
  })
}
