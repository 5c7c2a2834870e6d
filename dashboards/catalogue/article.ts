/** A piece of a line: words, a name of the code, or a link to another article (`plans/bac-ninh-2026`). */
export type Piece =
  | string
  | { readonly code: string }
  | { readonly text: string; readonly to: string }

/** What stands in a cell or beside a term; null where there is nothing to say. */
export type Line = Piece | null | readonly Line[]

export type Block =
  | { readonly kind: 'text'; readonly line: Line }
  /** Terms and what is said of each. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [term: string, line: Line])[] }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly Line[])[]
    }
  | { readonly kind: 'sql'; readonly text: string }

export interface Section {
  readonly heading: string
  readonly blocks: readonly Block[]
}

/** One entry of the catalogue, before it is Markdown or a part of a page. */
export interface Article {
  /** Where it stands in the catalogue: `indicators/reoffending-rate`. */
  readonly path: string
  readonly title: string
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
}

export const text = (line: Line): Block => ({ kind: 'text', line })
export const list = (items: readonly Line[]): Block => ({ kind: 'list', items })
export const table = (head: readonly string[], rows: readonly (readonly Line[])[]): Block => ({
  kind: 'table',
  head,
  rows,
})
export const sql = (text: string): Block => ({ kind: 'sql', text })
export const code = (name: string): Piece => ({ code: name })

/** Facts of which something is said. */
export function facts(rows: readonly (readonly [string, Line])[]): Block {
  return { kind: 'facts', rows: rows.filter(([, line]) => piecesOf(line).length > 0) }
}

/** A section, or none where it would be empty. */
export function section(heading: string, blocks: readonly Block[]): readonly Section[] {
  const said = blocks.filter((block) => !isEmpty(block))
  return said.length === 0 ? [] : [{ heading, blocks: said }]
}

/** Pieces with something between them: `joined([a, b], '; ')`. */
export function joined(lines: readonly Line[], between: string): Line {
  return lines.map((line, at) => (at === 0 ? line : [between, line]))
}

export function piecesOf(line: Line): readonly Piece[] {
  if (line === null || line === '') return []
  return Array.isArray(line) ? line.flatMap(piecesOf) : [line as Piece]
}

function isEmpty(block: Block): boolean {
  if (block.kind === 'table' || block.kind === 'facts') return block.rows.length === 0
  if (block.kind === 'list') return block.items.length === 0
  return block.kind === 'text' && piecesOf(block.line).length === 0
}
