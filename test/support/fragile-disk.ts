import * as fs from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Disk } from '#pipelines/files.ts'

/** The power went off; nothing on this disk works any more until {@link FragileDisk.cutPower}. */
export class PowerCut extends Error {
  override readonly name = 'PowerCut'
}

/** What the disk leaves undone or does wrong, to prove that a test would notice. */
export interface Weakness {
  /** Syncs of files are said to be done and are not. */
  readonly forgetsFiles?: boolean
  /** Syncs of folders are said to be done and are not. */
  readonly forgetsFolders?: boolean
  /** The n-th sync fails; as on Linux, what it should have brought to disk is lost, and the next one succeeds with nothing. */
  readonly failingSync?: number
}

/** What is on the platter of a file or folder. */
type Platter = FilePlatter | FolderPlatter
interface FilePlatter {
  readonly kind: 'file'
  bytes: Uint8Array
}
interface FolderPlatter {
  readonly kind: 'folder'
  entries: Map<string, Platter>
}
interface Live {
  readonly node: Platter
  /** A failed sync of the file has cast away its bytes, one of its folder its name. */
  lost: 'bytes' | 'name' | null
}

/**
 * A folder on a disk that remembers only what was synced: bytes of a file by a sync of the file, its name by a sync of its folder.
 *
 * Everything works as on the real one until the power is cut: at the n-th call that changes something or syncs, or by hand. What is read
 * while the power is on is what was written, synced or not.
 */
export class FragileDisk implements Disk {
  readonly #root: string
  readonly #weakness: Weakness
  readonly #platter: FolderPlatter = { kind: 'folder', entries: new Map() }
  readonly #live = new Map<string, Live>()
  #calls = 0
  #syncs = 0
  #cutAt = Number.POSITIVE_INFINITY
  #isOff = false

  constructor(root: string, weakness: Weakness = {}) {
    this.#root = root
    this.#weakness = weakness
    this.#live.set(root, { node: this.#platter, lost: null })
  }

  /** Calls so far that change something or sync. */
  get calls(): number {
    return this.#calls
  }

  /** The power goes off at the n-th call from now (1 is the next). */
  cutAfter(n: number): void {
    this.#cutAt = this.#calls + n
  }

  /** Works again with all that was written, as after the death of a process. */
  powerOn(): void {
    this.#isOff = false
    this.#cutAt = Number.POSITIVE_INFINITY
  }

  /** Lays on the real disk what was synced, and of names that were not, those that `keeps` says; the power is on again. */
  async cutPower(keeps: (path: string) => boolean = () => false): Promise<void> {
    for (const [path, { node }] of this.#live) {
      if (path === this.#root || !keeps(path)) continue
      const folder = this.#live.get(dirname(path))?.node
      if (folder?.kind === 'folder') folder.entries.set(basename(path), node)
    }
    for (const name of await fs.readdir(this.#root)) {
      await fs.rm(join(this.#root, name), { recursive: true, force: true })
    }
    this.#live.clear()
    await this.#restore(this.#root, this.#platter)
    this.powerOn()
  }

  readonly mkdir = (async (path: string, options?: { readonly mode?: number }) => {
    this.#call()
    const first = await fs.mkdir(path, { ...options, recursive: true })
    for (let made = path; made.length > this.#root.length; made = dirname(made)) {
      if (!this.#live.has(made)) {
        this.#live.set(made, { node: { kind: 'folder', entries: new Map() }, lost: null })
      }
    }
    return first
  }) as Disk['mkdir']

  readonly rename = (async (from: string, to: string) => {
    this.#call()
    await fs.rename(from, to)
    for (const [path, live] of [...this.#live]) {
      if (path !== from && !path.startsWith(`${from}/`)) continue
      this.#live.delete(path)
      this.#live.set(to + path.slice(from.length), live)
    }
  }) as Disk['rename']

  readonly rm: Disk['rm'] = async (path, options) => {
    this.#call()
    await fs.rm(path, options)
    for (const known of [...this.#live.keys()]) {
      if (known === path || known.startsWith(`${path}/`)) this.#live.delete(known)
    }
  }

  readonly rmdir = (async (path: string) => {
    this.#call()
    await fs.rmdir(path)
    this.#live.delete(path)
  }) as Disk['rmdir']

  readonly open = (async (path: string, flags?: string, mode?: number) => {
    if (this.#isOff) throw new PowerCut(path)
    const handle = await fs.open(path, flags, mode)
    if (!this.#live.has(path)) {
      this.#live.set(path, { node: { kind: 'file', bytes: new Uint8Array() }, lost: null })
    }
    return new Proxy(handle, {
      get: (target, key) => {
        if (key === 'sync') return () => this.#sync(path)
        if (key === 'writeFile') {
          return async (bytes: string | Uint8Array) => {
            this.#call()
            await target.writeFile(bytes)
          }
        }
        const value = Reflect.get(target, key)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }) as Disk['open']

  #call(): void {
    this.#calls += 1
    if (this.#isOff || this.#calls >= this.#cutAt) {
      this.#isOff = true
      throw new PowerCut(`call ${this.#calls}`)
    }
  }

  async #sync(path: string): Promise<void> {
    this.#call()
    this.#syncs += 1
    const live = this.#live.get(path)
    if (live === undefined) throw new RangeError(`${path} was not made on this disk`)
    if (this.#syncs === this.#weakness.failingSync) {
      this.#castAway(path, live)
      throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' })
    }
    if (live.lost === 'bytes') return
    const { node } = live
    if (node.kind === 'file') {
      if (this.#weakness.forgetsFiles !== true) node.bytes = await fs.readFile(path)
    } else if (this.#weakness.forgetsFolders !== true) {
      node.entries = this.#entriesOf(path)
    }
  }

  #castAway(path: string, live: Live): void {
    if (live.node.kind === 'file') live.lost = 'bytes'
    else {
      const { entries } = live.node
      for (const [name, below] of this.#below(path)) {
        if (entries.get(name) !== below.node) below.lost = 'name'
      }
    }
  }

  #entriesOf(folder: string): Map<string, Platter> {
    const named = this.#below(folder).filter(([, { lost }]) => lost !== 'name')
    return new Map(named.map(([name, { node }]) => [name, node]))
  }

  #below(folder: string): readonly (readonly [name: string, live: Live])[] {
    const below = [...this.#live].filter(([path]) => path !== folder && dirname(path) === folder)
    return below.map(([path, live]) => [basename(path), live])
  }

  async #restore(path: string, node: Platter): Promise<void> {
    this.#live.set(path, { node, lost: null })
    if (node.kind === 'file') return fs.writeFile(path, node.bytes)
    await fs.mkdir(path, { recursive: true })
    for (const [name, below] of node.entries) await this.#restore(join(path, name), below)
  }
}
