import { crc32, deflateRawSync } from 'node:zlib'

/** An entry as it should be, and, by the other fields, as it should not. */
export interface Entry {
  readonly name: string
  readonly data: string | Uint8Array
  readonly store?: true
  readonly flags?: number
  readonly method?: number
  readonly crc?: number
  readonly size?: number
  /** Name in the local header, when it shall differ. */
  readonly localName?: string
  /** Directory entry that points to the body of another entry. */
  readonly bodyOf?: string
}

/** A zip written by hand, so that it may lie. */
export function zipOf(entries: readonly Entry[], comment = ''): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  const offsets = new Map<string, number>()
  let at = 0
  for (const entry of entries) {
    const data = Buffer.from(entry.data)
    const body = entry.store ? data : deflateRawSync(data, { level: 1 })
    const fields = {
      flags: entry.flags ?? 0,
      method: entry.method ?? (entry.store ? 0 : 8),
      crc: entry.crc ?? crc32(data),
      compressed: body.length,
      size: entry.size ?? data.length,
    }
    const shared = entry.bodyOf === undefined ? undefined : offsets.get(entry.bodyOf)
    if (shared === undefined) {
      const local = Buffer.concat([
        u32(0x04034b50),
        u16(20),
        header(fields),
        u16(Buffer.byteLength(entry.localName ?? entry.name)),
        u16(0),
        Buffer.from(entry.localName ?? entry.name),
        body,
      ])
      offsets.set(entry.name, at)
      locals.push(local)
    }
    const offset = shared ?? at
    if (shared === undefined) at += locals.at(-1)?.length ?? 0
    const name = Buffer.from(entry.name)
    central.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(20),
        u16(20),
        header(fields),
        u16(name.length),
        Buffer.alloc(12),
        u32(offset),
        name,
      ]),
    )
  }
  const directory = Buffer.concat(central)
  const end = Buffer.concat([
    u32(0x06054b50),
    u32(0),
    u16(entries.length),
    u16(entries.length),
    u32(directory.length),
    u32(at),
    u16(Buffer.byteLength(comment)),
    Buffer.from(comment),
  ])
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}

function header(fields: {
  flags: number
  method: number
  crc: number
  compressed: number
  size: number
}): Buffer {
  return Buffer.concat([
    u16(fields.flags),
    u16(fields.method),
    u32(0),
    u32(fields.crc),
    u32(fields.compressed),
    u32(fields.size),
  ])
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Smallest package around the XML inside `<worksheet>`; further parts are added or put in the place of these by name. */
export function workbookOf(
  sheetXml: string,
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="${OFFICE}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': '<sst><si><t>một</t></si></sst>',
    'xl/styles.xml':
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}">${sheetXml}</worksheet>`,
    ...more,
  }
  return zipOf(Object.entries(parts).map(([name, data]) => ({ name, data })))
}
