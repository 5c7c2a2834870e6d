import type * as Fs from 'node:fs/promises'

/** The process is dead: whatever it still tries to change on disk does not happen. */
export class Dead extends Error {
  override readonly name = 'Dead'
}

/** Lets a process die before the n-th change that it makes on disk; what it has changed until then stays. */
export const life = { changes: 0, diesAt: Number.POSITIVE_INFINITY }

/** Sets the next death; counts from now on. */
export function dieAt(n: number): void {
  life.changes = 0
  life.diesAt = n
}

/**
 * `node:fs/promises` for a process that may die. In its place:
 * `vi.mock('node:fs/promises', async (original) => (await import('#test/support/dying-disk.ts')).dying(await original()))`.
 */
export function dying(real: typeof Fs): typeof Fs {
  const changing =
    <A extends readonly unknown[], R>(call: (...of: A) => Promise<R>) =>
    async (...of: A): Promise<R> => {
      change()
      return call(...of)
    }
  const changed = {
    rename: changing(real.rename),
    link: changing(real.link),
    chmod: changing(real.chmod),
    mkdir: changing(real.mkdir as (...of: unknown[]) => Promise<unknown>),
    rm: changing(real.rm),
    writeFile: changing(real.writeFile),
    async open(path: string, flags?: string, mode?: number) {
      if (/[wax+]/.test(flags ?? 'r')) change()
      const handle = await real.open(path, flags, mode)
      return new Proxy(handle, {
        get(target, key) {
          const value = Reflect.get(target, key)
          if (typeof value !== 'function') return value
          const call = value.bind(target)
          return key === 'writeFile' || key === 'sync' ? changing(call) : call
        },
      })
    },
  }
  return { ...real, ...changed, default: { ...real, ...changed } } as unknown as typeof Fs
}

function change(): void {
  life.changes += 1
  if (life.changes >= life.diesAt) throw new Dead(`change ${life.changes}`)
}
