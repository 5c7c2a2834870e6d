import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'
import { CENTRAL, CENTRAL_BYTES, END, END_BYTES, LOCAL, LOCAL_BYTES } from './zip-format.ts'

export interface ZipEntry {
  readonly name: string
  readonly method: 0 | 8
  readonly crc: number
  readonly compressed: number
  readonly size: number
  /** Where its local header and, after it, its compressed bytes begin. */
  readonly header: number
  readonly from: number
}

const LONGEST_COMMENT = 65_535
const ENCRYPTED = 0x2041

/**
 * The central directory of a zip, checked before one byte is inflated: one disk, no zip64, at most 200 entries, plain unique names, no
 * encryption, sizes and ratio in bounds, local headers that agree, no overlap (a "quine" bomb lists one body under many names).
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = endOfDirectory(view)
  const entries: ZipEntry[] = []
  let at = directory.from
  for (let n = 0; n < directory.entries; n++) {
    if (at + CENTRAL_BYTES > directory.to || view.getUint32(at, true) !== CENTRAL) {
      refuse('damaged-file', { reason: 'directory' })
    }
    entries.push(entryAt(view, bytes, at))
    at += CENTRAL_BYTES + lengths(view, at + 28, 3)
  }
  if (at !== directory.to) refuse('damaged-file', { reason: 'directory' })
  checkNames(entries)
  checkSizes(entries)
  checkOverlap(entries, directory.from)
  return entries
}

function endOfDirectory(view: DataView): { from: number; to: number; entries: number } {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT)
  for (let at = view.byteLength - END_BYTES; at >= first; at--) {
    if (view.getUint32(at, true) !== END) continue
    if (at + END_BYTES + view.getUint16(at + 20, true) !== view.byteLength) continue
    const entries = view.getUint16(at + 10, true)
    const from = view.getUint32(at + 16, true)
    if (entries === 0xffff || from === 0xffffffff) refuse('hostile-file', { reason: 'zip64' })
    if (view.getUint32(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== entries) {
      refuse('hostile-file', { reason: 'disks' })
    }
    if (entries > LIMITS.entries) {
      refuse('too-large', { limit: 'entries', most: LIMITS.entries, found: entries })
    }
    if (from + view.getUint32(at + 12, true) !== at) refuse('damaged-file', { reason: 'directory' })
    return { from, to: at, entries }
  }
  return refuse('damaged-file', { reason: 'truncated' })
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): ZipEntry {
  const name = nameAt(bytes, at + CENTRAL_BYTES, view.getUint16(at + 28, true))
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const compressed = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const header = view.getUint32(at + 42, true)
  if ((flags & ENCRYPTED) !== 0) refuse('password')
  if (compressed === 0xffffffff || size === 0xffffffff || header === 0xffffffff) {
    refuse('hostile-file', { reason: 'zip64', part: name })
  }
  if (method !== 0 && method !== 8) refuse('hostile-file', { reason: 'method', part: name })
  if (header + LOCAL_BYTES > bytes.length || view.getUint32(header, true) !== LOCAL) {
    refuse('damaged-file', { reason: 'local-header', part: name })
  }
  const twin = nameAt(bytes, header + LOCAL_BYTES, view.getUint16(header + 26, true))
  if (twin !== name || view.getUint16(header + 8, true) !== method) {
    refuse('hostile-file', { reason: 'local-header', part: name })
  }
  const from = header + LOCAL_BYTES + lengths(view, header + 26, 2)
  return { name, method, crc: view.getUint32(at + 16, true), compressed, size, header, from }
}

function nameAt(bytes: Uint8Array, at: number, length: number): string {
  return new TextDecoder().decode(bytes.subarray(at, at + length))
}

function lengths(view: DataView, at: number, fields: number): number {
  let sum = 0
  for (let n = 0; n < fields; n++) sum += view.getUint16(at + 2 * n, true)
  return sum
}

function checkNames(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>()
  for (const { name } of entries) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    if (name === '' || /^\/|\\|:|[\u0000-\u001f]/.test(name) || name.split('/').includes('..')) {
      refuse('hostile-file', { reason: 'name', part: name })
    }
    const folded = name.toLowerCase()
    if (seen.has(folded)) refuse('hostile-file', { reason: 'name-twice', part: name })
    seen.add(folded)
  }
}

function checkSizes(entries: readonly ZipEntry[]): void {
  let sum = 0
  for (const { name, size, compressed, method } of entries) {
    sum += size
    if (method === 0 && size !== compressed) refuse('damaged-file', { reason: 'size', part: name })
    if (size > LIMITS.ratioFrom && size > compressed * LIMITS.ratio) {
      refuse('hostile-file', { reason: 'ratio', part: name })
    }
  }
  if (sum > LIMITS.inflatedBytes) {
    refuse('too-large', { limit: 'inflatedBytes', most: LIMITS.inflatedBytes, found: sum })
  }
}

function checkOverlap(entries: readonly ZipEntry[], directory: number): void {
  const inOrder = [...entries].sort((a, b) => a.header - b.header)
  let end = 0
  for (const entry of inOrder) {
    if (entry.header < end) refuse('hostile-file', { reason: 'overlap', part: entry.name })
    end = entry.from + entry.compressed
  }
  if (end > directory)
    refuse('hostile-file', { reason: 'overlap', part: inOrder.at(-1)?.name ?? '' })
}
