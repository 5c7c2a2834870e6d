import { crc32, inflateRawSync } from 'node:zlib'
import { refuse } from './refusal.ts'
import { type ZipEntry, zipEntries } from './zip-directory.ts'

/** A zip whose directory passed every check; nothing of it is inflated yet. */
export interface Archive {
  readonly names: readonly string[]
  readonly has: (name: string) => boolean
  /** Inflates one part, once: two sheets never share a part, and a part parsed 200 times is a bomb of its own. */
  readonly take: (name: string) => Uint8Array
}

/** An archive that can also give its parts as they lie there. */
export interface Zip extends Archive {
  readonly packed: (name: string) => Pick<ZipEntry, 'name' | 'method' | 'crc' | 'size'> & {
    readonly data: Uint8Array
  }
}

/** Opens a zip under all guards of {@link zipEntries}. */
export function openZip(bytes: Uint8Array): Zip {
  const entries = new Map(zipEntries(bytes).map((entry) => [entry.name, entry]))
  const taken = new Set<string>()
  const entryOf = (name: string) =>
    entries.get(name) ?? refuse('damaged-file', { reason: 'part-missing', part: name })
  const dataOf = ({ from, compressed }: ZipEntry) => bytes.subarray(from, from + compressed)
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    take: (name) => {
      const entry = entryOf(name)
      if (taken.has(name)) refuse('hostile-file', { reason: 'part-twice', part: name })
      taken.add(name)
      return inflated(dataOf(entry), entry)
    },
    packed: (name) => {
      const { method, crc, size, ...entry } = entryOf(name)
      return { name, method, crc, size, data: dataOf({ ...entry, method, crc, size }) }
    },
  }
}

function inflated(data: Uint8Array, entry: ZipEntry): Uint8Array {
  const out = entry.method === 0 ? data : inflate(data, entry)
  if (out.length !== entry.size) refuse('damaged-file', { reason: 'size', part: entry.name })
  if (crc32(out) !== entry.crc) refuse('damaged-file', { reason: 'checksum', part: entry.name })
  return out
}

/** Stops at the first byte beyond the declared size, which the ratio guard has already found modest. */
function inflate(data: Uint8Array, entry: ZipEntry): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, entry.size) })
  } catch (cause) {
    if (cause instanceof RangeError) refuse('hostile-file', { reason: 'size', part: entry.name })
    return refuse('damaged-file', { reason: 'deflate', part: entry.name })
  }
}
