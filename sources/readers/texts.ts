import { decode } from './encoding.ts'
import { LIMITS } from './limits.ts'
import { RefusedError } from './refusal.ts'
import { sniff } from './sniff.ts'
import { openZip } from './zip.ts'

const MARKUP = /\.(xml|rels|vml)$/i
/** What a printer's driver leaves in a workbook: its name and settings, in its own form. */
const HARMLESS = /printerSettings\d*\.bin$/i
const TAG = /<[^>]*>/g
/** What stands in a text and is none: places and fonts of a printed header (`&L`, `&B`), letters by number (`_x000D_`). */
const CODE = /&[A-Za-z]|_x[0-9A-Fa-f]{4}_/g
/** Between two runs of one text: `</t></r><r><rPr>…</rPr><t>`. */
const RUNS =
  /<\/(\w+:)?t>\s*<\/(\w+:)?r>\s*<(\w+:)?r\b[^>]*>\s*(<(\w+:)?rPr\b.{0,500}?<\/(\w+:)?rPr>|<(\w+:)?rPr\s*\/>)?\s*<(\w+:)?t\b[^>]*>/gs
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/**
 * Everything written anywhere in a file: cells, hidden sheets, comments, properties, names. Null when some of it cannot be read as text (a
 * password, an old format, a picture, an embedded file), so that nobody can say what stands there.
 *
 * Each part comes with its tags as spaces, where a word that the marks of a font cut in two is whole again, and as it is, because
 * attributes say things too.
 */
export function textsOf(bytes: Uint8Array): readonly string[] | null {
  if (bytes.length > LIMITS.fileBytes) return null
  try {
    const kind = bytes.length === 0 ? 'text' : sniff(bytes)
    if (kind === 'zip') return partsOf(bytes)
    return kind === 'text' ? writings(decode(bytes).text) : null
  } catch (error) {
    if (error instanceof RefusedError) return null
    throw error
  }
}

function partsOf(bytes: Uint8Array): readonly string[] | null {
  const zip = openZip(bytes)
  const parts = zip.names.filter((name) => !name.endsWith('/') && !HARMLESS.test(name))
  if (!parts.every((name) => MARKUP.test(name))) return null
  return [...zip.names, ...parts.flatMap((name) => writings(decode(zip.take(name)).text))]
}

function writings(text: string): readonly string[] {
  const plain = unescaped(text)
  if (!text.includes('<')) return [plain]
  const whole = unescaped(text.replace(RUNS, '').replace(TAG, ' '))
  return [whole, whole.replace(CODE, ' '), plain]
}

/** Characters by their numbers, as XML and JSON write them. */
function unescaped(text: string): string {
  return text
    .replace(ENTITY, (whole, hex?: string, decimal?: string, named?: string) => {
      if (named !== undefined) return NAMED[named.toLowerCase()] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
}
