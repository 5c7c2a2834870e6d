import { escaped } from '../escaped.ts'

/** A piece of markup that is known to be safe; everything else is text and is escaped. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

export type Part = Html | string | number | null | undefined | false | readonly Part[]

/**
 * Markup with values: texts and numbers are escaped, pieces and lists of pieces are inserted, null, undefined and false vanish.
 *
 * Attributes must stand in double quotes.
 *
 * @example html`<td title="${name}">${figures}</td>`
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    strings.reduce((markup, piece, index) => markup + markupOf(parts[index - 1]) + piece),
  )
}

/** Markup of our own making, inserted as it is: an SVG from `render/svg.ts`. */
export function raw(markup: string): Html {
  return new Html(markup)
}

/** The same for every item, none of the commas of an array. */
export function each<T>(items: readonly T[], piece: (item: T, index: number) => Part): Html {
  return new Html(items.map((item, index) => markupOf(piece(item, index))).join(''))
}

function markupOf(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Html) return part.markup
  if (Array.isArray(part)) return part.map(markupOf).join('')
  return escaped(String(part))
}
