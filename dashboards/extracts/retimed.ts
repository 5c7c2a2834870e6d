import { unzipSync, zipSync } from 'fflate'

/** A zip with the same parts, in the order of their names, all of 1/1/1980 (the first day that a zip knows): writing twice gives the same bytes. */
export function retimed(zip: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(zip)).sort(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(parts), { mtime: new Date(1980, 0, 1), level: 6 })
}
