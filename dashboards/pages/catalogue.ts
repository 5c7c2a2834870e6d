import type { Catalogue } from '#models/catalogue/catalogue.ts'
import { type Article, type Block, type Line, type Piece, piecesOf } from '../catalogue/article.ts'
import { articlesOf } from '../catalogue/articles.ts'
import type { Edition } from '../views.ts'
import { catalogueWords as words } from '../words-catalogue.ts'
import { each, type Html, html } from './html.ts'
import { layout, pagePaths } from './layout.ts'

/** The catalogue as one page: plan, indicators with whom they look at, forms; from the same articles as `docs/catalogue`. */
export function cataloguePage(edition: Edition, catalogue: Catalogue): string {
  const { plans, indicators, populations, forms } = articlesOf(catalogue)
  const parts = [
    { id: 'plans', heading: words.plans, articles: plans },
    { id: 'indicators', heading: words.indicators, articles: [...indicators, ...populations] },
    { id: 'forms', heading: words.forms, articles: forms },
  ]
  return layout({
    edition,
    root: '',
    coverage: false,
    title: words.title,
    heading: words.title,
    crumbs: html`<a href="${pagePaths.index}">Danh mục trang và tệp số liệu</a> · <a href="${pagePaths.month}">Trang của tỉnh</a>`,
    body: html`
<p class="note">${words.lead}</p>
${each(
  parts,
  ({ id, heading, articles }) => html`<section class="catalogue"><h2 id="${id}">${heading}</h2>
<ul class="contents">${each(articles, (article) => html`<li>${linkTo(article.path, article.title)}</li>`)}</ul>
${each(articles, articleOf)}</section>
`,
)}`,
  })
}

function articleOf({ path, title, blocks, sections }: Article): Html {
  return html`<article id="${anchorOf(path)}"><h3>${title}</h3>${each(blocks, blockOf)}${each(
    sections,
    (section) => html`<h4>${section.heading}</h4>${each(section.blocks, blockOf)}`,
  )}</article>
`
}

function blockOf(block: Block): Html {
  switch (block.kind) {
    case 'text':
      return html`<p>${lineOf(block.line)}</p>`
    case 'facts':
      return html`<dl class="version">${each(block.rows, ([term, line]) => html`<dt>${term}</dt><dd>${lineOf(line)}</dd>`)}</dl>`
    case 'list':
      return html`<ul>${each(block.items, (item) => html`<li>${lineOf(item)}</li>`)}</ul>`
    case 'table':
      return html`<div class="scroll"><table><thead><tr>${each(block.head, (cell) => html`<th>${cell}</th>`)}</tr></thead><tbody>${each(
        block.rows,
        (row) => html`<tr>${each(row, (cell) => html`<td>${lineOf(cell)}</td>`)}</tr>`,
      )}</tbody></table></div>`
    case 'sql':
      return html`<pre><code>${block.text}</code></pre>`
  }
}

function lineOf(line: Line): Html {
  return each(piecesOf(line), pieceOf)
}

function pieceOf(piece: Piece): Html {
  if (typeof piece === 'string') return html`${piece}`
  return 'code' in piece ? html`<code>${piece.code}</code>` : linkTo(piece.to, piece.text)
}

function linkTo(path: string, text: string): Html {
  return html`<a href="#${anchorOf(path)}">${text}</a>`
}

/** `indicators/reoffending-rate` → `indicators-reoffending-rate`. */
function anchorOf(path: string): string {
  return path.replace('/', '-')
}
