import { relationshipsOf } from '#sources/readers/relationships.ts'
import { textOfPart } from '#sources/readers/xml.ts'
import { type Archive, openZip } from '#sources/readers/zip.ts'
import { edited, escaped, prefixOf } from './edits.ts'
import { type Packed, packed, zipOf } from './zip-out.ts'

/** The parts of a workbook, of which some are changed; what is not touched is never inflated and stays byte for byte. */
export interface Package extends Archive {
  /** Name of a new part: `xl/comments7.xml`, with the first number that is free. */
  readonly free: (before: string, after: string) => string
  readonly text: (name: string) => string
  readonly write: (name: string, text: string) => void
  readonly bytes: () => Uint8Array
}

const CONTENT_TYPES = '[Content_Types].xml'
const TRANSITIONAL = {
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
}
const STRICT = {
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
}

/** Opens a workbook under all guards of the reader; a part may be taken more than once, since it is inflated only once. */
export function openPackage(bytes: Uint8Array): Package {
  const zip = openZip(bytes)
  const inflated = new Map<string, Uint8Array>()
  const written = new Map<string, Uint8Array>()
  const has = (name: string) => written.has(name) || zip.has(name)
  const take = (name: string) => {
    const known = written.get(name) ?? inflated.get(name)
    if (known !== undefined) return known
    const part = zip.take(name)
    inflated.set(name, part)
    return part
  }
  return {
    names: zip.names,
    has,
    take,
    free: (before, after) => {
      const lower = new Set([...zip.names, ...written.keys()].map((name) => name.toLowerCase()))
      for (let n = 1; ; n++) {
        const name = `${before}${n}${after}`
        if (!lower.has(name.toLowerCase())) return name
      }
    },
    text: (name) => textOfPart(take(name), name),
    write: (name, text) => void written.set(name, new TextEncoder().encode(inUtf8(text))),
    bytes: () => {
      const old = zip.names.map((name): Packed => {
        const own = written.get(name)
        return own === undefined ? zip.packed(name) : packed(name, own)
      })
      const added = [...written].filter(([name]) => !zip.has(name))
      return zipOf([...old, ...added.map(([name, own]) => packed(name, own))])
    },
  }
}

/** Addresses by which the parts of a workbook speak, of one of two standards. */
export function namespacesOf(text: string): typeof TRANSITIONAL {
  return text.includes(STRICT.main) ? STRICT : TRANSITIONAL
}

/** Makes a part known to the package under its content type. */
export function declare(parts: Package, name: string, contentType: string): void {
  const text = parts.text(CONTENT_TYPES)
  if (text.includes(`"/${name}"`)) return
  const p = prefixOf(text)
  appendTo(parts, CONTENT_TYPES, `<${p}Override PartName="/${name}" ContentType="${contentType}"/>`)
}

/** The content type of all parts whose names end so. */
export function declareEnding(parts: Package, ending: string, contentType: string): void {
  const text = parts.text(CONTENT_TYPES)
  if (new RegExp(`Extension\\s*=\\s*["']${ending}["']`, 'i').test(text)) return
  const p = prefixOf(text)
  const line = `<${p}Default Extension="${ending}" ContentType="${contentType}"/>`
  const root = text.indexOf('>', text.indexOf(`<${p}Types`)) + 1
  parts.write(CONTENT_TYPES, edited(text, [{ from: root, to: root, text: line }]))
}

/** Adds a relation from one part to another and gives its id. */
export function relate(parts: Package, from: string, kind: string, to: string): string {
  const folder = from.slice(0, from.lastIndexOf('/') + 1)
  const name = `${folder}_rels/${from.slice(folder.length)}.rels`
  if (!parts.has(name)) {
    const empty =
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    parts.write(name, empty)
  }
  const ids = new Set(relationshipsOf(parts, from).map(({ id }) => id))
  let n = ids.size + 1
  while (ids.has(`rId${n}`)) n++
  const p = prefixOf(parts.text(name))
  const type = `${namespacesOf(parts.text(from)).relations}/${kind}`
  const target = escaped(relative(folder, to))
  appendTo(parts, name, `<${p}Relationship Id="rId${n}" Type="${type}" Target="${target}"/>`)
  return `rId${n}`
}

/** Adds XML before the closing tag of a part's root. */
function appendTo(parts: Package, name: string, xml: string): void {
  const text = parts.text(name)
  const end = text.lastIndexOf('</')
  const [empty = '', tag = ''] = /<([^\s?!/>]+)[^<]*\/>\s*$/.exec(text) ?? []
  const [from, to] = end >= 0 ? [end, end] : [text.length - empty.length, text.length]
  const whole = end >= 0 ? xml : `${empty.replace(/\/>\s*$/, '>')}${xml}</${tag}>`
  parts.write(name, edited(text, [{ from, to, text: whole }]))
}

/** `../comments1.xml`, seen from `xl/worksheets/`. */
function relative(folder: string, to: string): string {
  const from = folder.split('/').slice(0, -1)
  const path = to.split('/')
  let same = 0
  while (same < from.length && from[same] === path[same]) same++
  return [...from.slice(same).map(() => '..'), ...path.slice(same)].join('/')
}

/** A part that came in UTF-16 goes out in UTF-8 and says so. */
function inUtf8(text: string): string {
  return text.replace(/^(<\?xml[^>]*?encoding\s*=\s*)(["'])utf-16(le|be)?\2/i, '$1$2UTF-8$2')
}
