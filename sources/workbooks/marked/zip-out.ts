import { crc32, deflateRawSync } from 'node:zlib'
import {
  CENTRAL,
  CENTRAL_BYTES,
  END,
  END_BYTES,
  LOCAL,
  LOCAL_BYTES,
} from '#sources/readers/zip-format.ts'

/** One part as it lies in a zip. */
export interface Packed {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly size: number
  /** As compressed by `method`. */
  readonly data: Uint8Array
}

const VERSION = 20
const UTF8_NAME = 0x0800
/** 1 January 1980, the first day that a zip can name. */
const EARLIEST = 33

export function packed(name: string, bytes: Uint8Array): Packed {
  const data = deflateRawSync(bytes)
  return { name, method: 8, crc: crc32(bytes), size: bytes.length, data }
}

/** A zip of these parts in the order given; equal parts give equal bytes. */
export function zipOf(parts: readonly Packed[]): Uint8Array {
  const named = parts.map((part) => ({ ...part, label: new TextEncoder().encode(part.name) }))
  const sum = (of: (part: (typeof named)[number]) => number) =>
    named.reduce((total, part) => total + of(part), 0)
  const bodies = sum(({ label, data }) => LOCAL_BYTES + label.length + data.length)
  const directory = sum(({ label }) => CENTRAL_BYTES + label.length)
  const out = new Uint8Array(bodies + directory + END_BYTES)
  const view = new DataView(out.buffer)
  let at = 0
  let entry = bodies
  for (const { method, crc, size, data, label } of named) {
    const writeCommon = (from: number) => {
      view.setUint16(from, VERSION, true)
      view.setUint16(from + 2, UTF8_NAME, true)
      view.setUint16(from + 4, method, true)
      view.setUint16(from + 8, EARLIEST, true)
      view.setUint32(from + 10, crc, true)
      view.setUint32(from + 14, data.length, true)
      view.setUint32(from + 18, size, true)
      view.setUint16(from + 22, label.length, true)
    }
    view.setUint32(entry, CENTRAL, true)
    view.setUint16(entry + 4, VERSION, true)
    writeCommon(entry + 6)
    view.setUint32(entry + 42, at, true)
    out.set(label, entry + CENTRAL_BYTES)
    entry += CENTRAL_BYTES + label.length
    view.setUint32(at, LOCAL, true)
    writeCommon(at + 4)
    out.set(label, at + LOCAL_BYTES)
    out.set(data, at + LOCAL_BYTES + label.length)
    at += LOCAL_BYTES + label.length + data.length
  }
  view.setUint32(entry, END, true)
  view.setUint16(entry + 8, named.length, true)
  view.setUint16(entry + 10, named.length, true)
  view.setUint32(entry + 12, directory, true)
  view.setUint32(entry + 16, bodies, true)
  return out
}
