import { dirname, posix } from 'node:path'
import { type Article, type Block, type Line, type Piece, piecesOf } from './article.ts'

/** The article as a Markdown document; `note` stands under its title. */
export function markdown(article: Article, note: string): string {
  const blocks = [
    `# ${escaped(article.title)}`,
    `<!-- ${note} -->`,
    ...article.blocks.map((block) => blockOf(block, article.path)),
    ...article.sections.flatMap(({ heading, blocks }) => [
      `## ${escaped(heading)}`,
      ...blocks.map((block) => blockOf(block, article.path)),
    ]),
  ]
  return `${blocks.join('\n\n')}\n`
}

function blockOf(block: Block, path: string): string {
  const line = (of: Line) => lineOf(of, path)
  switch (block.kind) {
    case 'text':
      return line(block.line)
    case 'facts':
      return block.rows.map(([term, said]) => `- **${escaped(term)}**: ${line(said)}`).join('\n')
    case 'list':
      return block.items.map((item) => `- ${line(item)}`).join('\n')
    case 'table':
      return [
        row(block.head.map(escaped)),
        row(block.head.map(() => '---')),
        ...block.rows.map((cells) => row(cells.map(line))),
      ].join('\n')
    case 'sql':
      return `\`\`\`sql\n${block.text}\n\`\`\``
  }
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

function lineOf(line: Line, path: string): string {
  return piecesOf(line)
    .map((piece) => pieceOf(piece, path))
    .join('')
}

function pieceOf(piece: Piece, path: string): string {
  if (typeof piece === 'string') return escaped(piece)
  if ('code' in piece) return `\`${piece.code.replaceAll('|', '\\|')}\``
  const to = posix.relative(dirname(path), piece.to)
  return `[${escaped(piece.text)}](${to}.md)`
}

/** Text that Markdown would take for a mark of its own. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]|<>#]/g, '\\$&').replaceAll(/\s*\n\s*/g, ' ')
}
