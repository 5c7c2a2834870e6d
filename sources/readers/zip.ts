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

/** Opens a zip under all guards of {@link zipEntries}. */
export function openZip(bytes: Uint8Array): Archive {
  const entries = new Map(zipEntries(bytes).map((entry) => [entry.name, entry]))
  const taken = new Set<string>()
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    take: (name) => {
      const entry = entries.get(name)
      if (entry === undefined) refuse('damaged-file', { reason: 'part-missing', part: name })
      if (taken.has(name)) refuse('hostile-file', { reason: 'part-twice', part: name })
      taken.add(name)
      return inflated(bytes.subarray(entry.from, entry.from + entry.compressed), entry)
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
