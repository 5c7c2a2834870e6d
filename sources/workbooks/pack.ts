import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The first instant that a zip can name. */
const EARLIEST = new Date('1980-01-01T00:00:00')
const NOBODY = strToU8(
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
)
const LAST_COLUMN = 16_384
const LAST_COL = /(<col min="(\d+)" max=")\2("[^>]*\/><\/cols>)/

/**
 * What exceljs wrote, in alphabetical order, at one fixed time, without author and hours: equal input gives equal bytes.
 *
 * The last column described reaches to the sheet's edge: a row can be deleted from a protected sheet only when all its cells are unlocked.
 */
export function repacked(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).filter((name) => !name.endsWith('/'))
  const sorted = names.sort().map((name) => [name, partOf(name, parts[name])] as const)
  return zipSync(Object.fromEntries(sorted), { mtime: EARLIEST, level: 6 })
}

function partOf(name: string, bytes: Uint8Array = new Uint8Array()): Uint8Array {
  if (name === 'docProps/core.xml') return NOBODY
  if (!name.startsWith('xl/worksheets/sheet')) return bytes
  return strToU8(strFromU8(bytes).replace(LAST_COL, `$1${LAST_COLUMN}$3`))
}
