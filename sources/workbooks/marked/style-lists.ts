import { parseText } from '#sources/readers/xml.ts'
import { edited, withAttributes } from './edits.ts'

const NAMES = ['fonts', 'fills', 'borders', 'cellXfs'] as const
type Name = (typeof NAMES)[number]

/** A list of a style sheet, or the place where it would stand. */
export interface StyleList {
  /** Its opening tag, empty where there is none yet. */
  readonly tag: string
  readonly from: number
  readonly to: number
  /** Each as XML; the number of a style is its place here. */
  readonly items: string[]
}

export type StyleLists = Readonly<Record<Name, StyleList>>

/** Order of the elements of a style sheet (ECMA-376 18.8.39). */
const ORDER =
  'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(
    ' ',
  )

/** The lists of `xl/styles.xml` to which a style may add. */
export function listsIn(text: string, part: string): StyleLists {
  const tops: { name: string; tag: string; from: number; to: number; items: string[] }[] = []
  let depth = 0
  let item = 0
  let end = text.length
  parseText(text, part, {
    open: (name, _, from, to) => {
      depth += 1
      if (depth === 2) tops.push({ name, tag: text.slice(from, to), from, to, items: [] })
      if (depth === 3) item = from
    },
    close: (_, from, to) => {
      const top = tops.at(-1)
      if (depth === 3) top?.items.push(text.slice(item, to))
      if (depth === 2 && top !== undefined) top.to = to
      if (depth === 1) end = from
      depth -= 1
    },
  })
  const listOf = (name: Name): StyleList => {
    const own = tops.find((top) => top.name === name)
    if (own !== undefined) return own
    const later = tops.find((top) => ORDER.indexOf(top.name) > ORDER.indexOf(name))
    const at = later?.from ?? end
    return { tag: '', from: at, to: at, items: [] }
  }
  return {
    fonts: listOf('fonts'),
    fills: listOf('fills'),
    borders: listOf('borders'),
    cellXfs: listOf('cellXfs'),
  }
}

/** The style sheet with its lists as they are now. */
export function withLists(text: string, lists: StyleLists, p: string): string {
  return edited(
    text,
    NAMES.map((name) => {
      const { tag, from, to, items } = lists[name]
      const open = (tag === '' ? `<${p}${name}>` : tag).replace(/\/>$/, '>')
      const counted = withAttributes(open, { count: items.length })
      return { from, to, text: `${counted}${items.join('')}</${p}${name}>` }
    }),
  )
}

/** The opening tag of an element. */
export function tagOf(xml: string): string {
  return xml.slice(0, xml.indexOf('>') + 1)
}
