import { attributesIn, prefixOf, withAttributes } from './edits.ts'
import { slipStyles } from './slip-styles.ts'
import { listsIn, tagOf, withLists } from './style-lists.ts'

/** Fills of our marks; nobody else's are of exactly these colours, so that a later answer finds them again. */
export const markColours = Object.freeze({ error: 'FFFFB4AB', warning: 'FFFFD79A' })
export type Severity = keyof typeof markColours

/** The styles of a workbook, to which some are added; none is changed or taken away, so that every cell keeps its own. */
export interface StyleBook {
  /** Number of the style that looks like `style` under our mark. */
  readonly marked: (style: number, severity: Severity) => number
  /** Number of the style as it was before our mark, with its own fill where that is known; itself where it bears no mark. */
  readonly unmarked: (style: number, fill: string | null) => number
  /** The fill of a style, as XML; null where it has none. */
  readonly fillOf: (style: number) => string | null
  /** Numbers of the styles of the slip, by name. */
  readonly slip: () => Readonly<Record<keyof typeof slipStyles.looks, number>>
  /** The part as it is now. */
  readonly text: () => string
}

const NO_FILL = /<([\w.-]+:)?patternFill\b[^>]*patternType\s*=\s*["']none["']/
const OURS = new RegExp(
  `fgColor\\s[^>]*rgb\\s*=\\s*["'](?:..)?(?:${Object.values(markColours)
    .map((colour) => colour.slice(2))
    .join('|')})["']`,
  'i',
)

/** Reads `xl/styles.xml`. */
export function styleBook(text: string, part: string): StyleBook {
  const found = listsIn(text, part)
  const p = prefixOf(text)
  const { fonts, fills, borders, cellXfs } = found
  const add = (items: string[], xml: string) => {
    const at = items.indexOf(xml)
    return at >= 0 ? at : items.push(xml) - 1
  }
  if (fonts.items.length === 0) fonts.items.push(`<${p}font/>`)
  if (borders.items.length === 0) borders.items.push(`<${p}border/>`)
  for (const pattern of ['none', 'gray125'].slice(fills.items.length)) {
    fills.items.push(`<${p}fill><${p}patternFill patternType="${pattern}"/></${p}fill>`)
  }
  if (cellXfs.items.length === 0) {
    cellXfs.items.push(`<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`)
  }
  const solid = (colour: string) =>
    `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${colour}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`
  const xfAt = (style: number) => cellXfs.items[style] ?? cellXfs.items[0] ?? ''
  const fillIdOf = (xf: string) => Number(attributesIn(tagOf(xf)).get('fillId') ?? 0)
  const refilled = (style: number, fillId: number): number => {
    const key = keyOf(xfAt(style), fillId)
    const same = cellXfs.items.findIndex(
      (xf) => fillIdOf(xf) === fillId && keyOf(xf, fillId) === key,
    )
    if (same >= 0) return same
    const tag = tagOf(xfAt(style))
    const body = xfAt(style).slice(tag.length)
    return cellXfs.items.push(withAttributes(tag, { fillId, applyFill: 1 }) + body) - 1
  }
  return {
    marked: remembering((style: number, severity: Severity) =>
      refilled(style, add(fills.items, solid(markColours[severity]))),
    ),
    unmarked: remembering((style: number, fill: string | null) => {
      if (!OURS.test(fills.items[fillIdOf(xfAt(style))] ?? '')) return style
      return refilled(style, fill === null ? 0 : add(fills.items, fill))
    }),
    fillOf: (style) => {
      const fill = fills.items[fillIdOf(xfAt(style))] ?? ''
      return fill === '' || NO_FILL.test(fill) ? null : fill
    },
    slip: () => {
      const fontIds = mapped(slipStyles.fonts, (xml) => add(fonts.items, prefixed(xml, p)))
      const fillIds = mapped(slipStyles.fills, (colour) =>
        colour === null ? 0 : add(fills.items, solid(colour)),
      )
      const borderIds = mapped(slipStyles.borders, (xml) => add(borders.items, prefixed(xml, p)))
      return mapped(slipStyles.looks, ({ font, fill, border, align }) =>
        add(
          cellXfs.items,
          prefixed(
            `<xf numFmtId="49" fontId="${fontIds[font]}" fillId="${fillIds[fill]}" borderId="${borderIds[border]}" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${align}/></xf>`,
            p,
          ),
        ),
      )
    },
    text: () => withLists(text, found, p),
  }
}

/** The same answer for the same style, worked out once: a sheet asks for every cell. */
function remembering<T>(of: (style: number, what: T) => number) {
  const known = new Map<T, Map<number, number>>()
  return (style: number, what: T): number => {
    const answers = known.get(what) ?? new Map<number, number>()
    known.set(what, answers)
    const answer = answers.get(style) ?? of(style, what)
    answers.set(style, answer)
    return answer
  }
}

/** What two styles have in common that differ in nothing but their fill, which is `fillId` for both. */
function keyOf(xf: string, fillId: number): string {
  const tag = tagOf(xf)
  const attributes = new Map(attributesIn(tag)).set('fillId', String(fillId))
  attributes.delete('applyFill')
  const body = tag.endsWith('/>') ? '' : xf.slice(tag.length)
  return JSON.stringify([[...attributes].toSorted(([a], [b]) => (a < b ? -1 : 1)), body])
}

function prefixed(xml: string, p: string): string {
  return p === '' ? xml : xml.replace(/<(\/?)/g, `<$1${p}`)
}

function mapped<K extends string, A, B>(
  record: Readonly<Record<K, A>>,
  of: (value: A) => B,
): Readonly<Record<K, B>> {
  const entries = Object.entries<A>(record).map(([key, value]) => [key, of(value)])
  return Object.fromEntries(entries) as Record<K, B>
}
