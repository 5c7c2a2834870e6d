import type * as Fs from 'node:fs/promises'

/** The process is dead: whatever it still tries to change on disk does not happen. */
export class Dead extends Error {
  override readonly name = 'Dead'
}

/** Lets a process die before the n-th change that it makes on disk; what it has changed until then stays. */
export const life = { changes: 0, diesAt: Number.POSITIVE_INFINITY, log: [] as string[] }

/** Sets the next death; counts from now on. */
export function dieAt(n: number): void {
  life.changes = 0
  life.log = []
  life.diesAt = n
}

/**
 * `node:fs/promises` for a process that may die. In its place:
 * `vi.mock('node:fs/promises', async (original) => (await import('#test/support/dying-disk.ts')).dying(await original()))`.
 */
export function dying(real: typeof Fs): typeof Fs {
  const changing =
    <A extends readonly unknown[], R>(what: string, call: (...of: A) => Promise<R>) =>
    async (...of: A): Promise<R> => {
      change(`${what} ${String(of[0])}`)
      return call(...of)
    }
  const changed = {
    rename: changing('rename', real.rename),
    link: changing('link', real.link),
    chmod: changing('chmod', real.chmod),
    mkdir: changing('mkdir', real.mkdir as (...of: unknown[]) => Promise<unknown>),
    rm: changing('rm', real.rm),
    writeFile: changing('writeFile', real.writeFile),
    async open(path: string, flags?: string, mode?: number) {
      if (/[wax+]/.test(flags ?? 'r')) change(`open ${path}`)
      const handle = await real.open(path, flags, mode)
      return new Proxy(handle, {
        get(target, key) {
          const value = Reflect.get(target, key)
          if (typeof value !== 'function') return value
          const call = value.bind(target)
          if (key !== 'writeFile' && key !== 'sync') return call
          return (...of: unknown[]) => {
            change(`${key} ${path}`)
            return call(...of)
          }
        },
      })
    },
  }
  return { ...real, ...changed, default: { ...real, ...changed } } as unknown as typeof Fs
}

function change(what: string): void {
  life.changes += 1
  life.log.push(what)
  if (life.changes >= life.diesAt) throw new Dead(`change ${life.changes}`)
}
