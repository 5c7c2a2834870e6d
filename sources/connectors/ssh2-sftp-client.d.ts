/** What we use of ssh2-sftp-client 12; the published types stand at version 9. */
declare module 'ssh2-sftp-client' {
  import type { Duplex, Writable } from 'node:stream'

  interface Listed {
    /** First letter of what `ls -l` prints: `-` a file, `d` a folder, `l` a link. */
    readonly type: string
    readonly name: string
    readonly size: number
    readonly modifyTime: number
  }

  interface Status {
    readonly size: number
    readonly modifyTime: number
    readonly isFile: boolean
  }

  interface ConnectOptions {
    readonly sock: Duplex
    readonly username: string
    readonly password?: string
    readonly privateKey?: string
    readonly readyTimeout: number
    readonly hostVerifier: (key: Buffer) => boolean
  }

  interface Callbacks {
    error(cause: Error): void
    end(): void
    close(): void
  }

  // biome-ignore lint/style/noDefaultExport: it is the library's
  export default class SftpClient {
    constructor(name: string, callbacks: Callbacks)
    connect(options: ConnectOptions): Promise<unknown>
    realPath(path: string): Promise<string>
    list(path: string): Promise<readonly Listed[]>
    lstat(path: string): Promise<Status>
    get(
      path: string,
      target: Writable,
      options: { readStreamOptions: { start: number; end: number; highWaterMark: number } },
    ): Promise<Writable>
    put(bytes: Buffer, path: string): Promise<string>
    mkdir(path: string, recursive: boolean): Promise<string>
    posixRename(from: string, to: string): Promise<string>
    rename(from: string, to: string): Promise<string>
    delete(path: string, notFoundIsRight: boolean): Promise<string>
    on(event: 'end' | 'error', listener: () => void): void
    end(): Promise<boolean>
  }
}
