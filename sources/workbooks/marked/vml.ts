import type { CellPlace } from './sheet.ts'

const EMPTY =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
const KIND =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
const SHAPE = /<v:shape\s[^>]*>[\s\S]*?<\/v:shape>/g
const FIRST_ID = 1025
const LETTERS_PER_LINE = 34
const MOST_LINES = 14

/** A comment as a drawing: Excel and LibreOffice show none without. */
export interface Balloon extends CellPlace {
  readonly letters: number
}

/**
 * The drawings of a sheet's comments without those of `gone` and with those of `added`; the rest stays as it stands there. VML is often no
 * well-formed XML, so it is cut by its shapes.
 */
export function redrawn(
  text: string | null,
  gone: readonly CellPlace[],
  added: readonly Balloon[],
): string {
  const away = new Set(gone.map(keyOf))
  const kept = (text ?? EMPTY).replace(SHAPE, (shape) => {
    const at = placeOf(shape)
    return at !== null && away.has(keyOf(at)) ? '' : shape
  })
  const ids = [...kept.matchAll(/_x0000_s(\d{1,9})/g)].map(([, id]) => Number(id))
  const first = ids.reduce((most, id) => Math.max(most, id + 1), FIRST_ID)
  const kind = added.length === 0 || kept.includes('id="_x0000_t202"') ? '' : KIND
  const shapes = added.map((balloon, n) => shapeOf(balloon, first + n))
  const end = kept.lastIndexOf('</xml>')
  const at = end < 0 ? kept.length : end
  return kept.slice(0, at) + kind + shapes.join('') + kept.slice(at)
}

/** The cells whose comments are drawn. */
export function drawnIn(text: string): ReadonlySet<string> {
  const places = [...text.matchAll(SHAPE)].map(([shape]) => placeOf(shape))
  return new Set(places.flatMap((place) => (place === null ? [] : [keyOf(place)])))
}

export function keyOf({ row, column }: CellPlace): string {
  return `${row} ${column}`
}

function placeOf(shape: string): CellPlace | null {
  if (!/ObjectType\s*=\s*["']Note["']/.test(shape)) return null
  const row = /<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(shape)?.[1]
  const column = /<x:Column>\s*(\d+)\s*<\/x:Column>/.exec(shape)?.[1]
  if (row === undefined || column === undefined) return null
  return { row: Number(row) + 1, column: Number(column) + 1 }
}

/** Anchored beside its cell; Excel counts rows and columns of a drawing from 0. */
function shapeOf({ row, column, letters }: Balloon, id: number): string {
  const lines = Math.min(MOST_LINES, 2 + Math.ceil(letters / LETTERS_PER_LINE))
  const top = Math.max(0, row - 2)
  const anchor = [column, 12, top, 4, column + 2, 60, top + lines, 4].join(', ')
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;width:220pt;height:${lines * 14}pt;z-index:${id};visibility:hidden" fillcolor="#fff4ce" o:insetmode="auto"><v:fill color2="#fff4ce"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto;mso-fit-shape-to-text:t"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
}
