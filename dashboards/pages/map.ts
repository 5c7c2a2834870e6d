import { tileMap } from '../charts/tile-map.ts'
import { svg } from '../render/svg.ts'
import type { MapView } from '../views.ts'
import { headings, mapNames, mapNote, mapTitle } from '../words.ts'
import { each, type Html, html, raw } from './html.ts'
import { legend } from './parts.ts'

/** The communes near where they lie, with what is said of each; a legend counts them under every map. */
export function maps(views: readonly MapView[]): Html | null {
  if (views.length === 0) return null
  return html`<section><h2>${headings.map}</h2>
<p class="note before">${mapNote}</p>
${each(views, map)}</section>`
}

function map({ target, tiles }: MapView): Html {
  const spec = tileMap.spec(
    tiles.map((tile) => ({ ...tile, code: tile.verdict })),
    { width: 720 },
  )
  return html`<div class="map"><h3>${mapTitle(target)}</h3>
<figure>${raw(svg(spec, `${headings.map}: ${mapTitle(target)}`))}</figure>
${legend(
  tiles.map((tile) => tile.verdict),
  mapNames,
)}</div>`
}
