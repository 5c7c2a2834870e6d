import { unzipSync, zipSync } from 'fflate'

/** The first instant that a zip can name. */
const MTIME = '1980-01-01T00:00:00'
const CORE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`

/** The same parts in alphabetical order with one fixed time and without author and hours: equal input gives equal bytes. */
export function repacked(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).filter((name) => !name.endsWith('/'))
  const sorted = names.sort().map((name) => [name, partOf(name, parts)] as const)
  return zipSync(Object.fromEntries(sorted), { mtime: new Date(MTIME), level: 6 })
}
