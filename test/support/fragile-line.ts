import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** What happens to the next connection, once; afterwards the line is sound again. */
export type Trouble =
  /** It is reset after so many bytes of the server. */
  | { readonly cutAfter: number }
  /** After so many bytes of the server nothing comes any more, and nobody hangs up. */
  | { readonly silentAfter: number }

/** A line between a client and a real server on loopback, which breaks on purpose. */
export interface FragileLine {
  readonly port: number
  /** Troubles of the next connections, one each; empties itself. */
  readonly troubles: Trouble[]
  /** Connections so far. */
  readonly connections: number
  close(): Promise<void>
}

export async function fragileLine(port: number): Promise<FragileLine> {
  const sockets = new Set<Socket>()
  const troubles: Trouble[] = []
  let connections = 0
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    return socket
  }
  const server = createServer({ noDelay: true }, (client) => {
    connections += 1
    const trouble = troubles.shift()
    const upstream = keep(connect({ port, host: '127.0.0.1', noDelay: true }))
    keep(client).pipe(upstream)
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
    if (trouble === undefined) return void upstream.pipe(client)
    let left = 'cutAfter' in trouble ? trouble.cutAfter : trouble.silentAfter
    upstream.on('data', (piece: Buffer) => {
      if (left > 0) client.write(piece.subarray(0, left))
      left -= piece.length
      if (left <= 0 && 'cutAfter' in trouble) client.resetAndDestroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    troubles,
    get connections() {
      return connections
    },
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
