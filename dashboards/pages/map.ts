import { tileMap } from '../charts/tile-map.ts'
import { svg } from '../render/svg.ts'
import type { MapView } from '../views.ts'
import { headings, mapNames, mapNote } from '../words.ts'
import { type Html, html, raw } from './html.ts'
import { legend } from './parts.ts'

/** The communes near where they lie, with what is said of each; the legend counts them. */
export function map({ target, tiles }: MapView): Html {
  const spec = tileMap.spec(
    tiles.map((tile) => ({ ...tile, code: tile.verdict })),
    { width: 720 },
  )
  const label = `${headings.map}, ${tiles.length} ô`
  return html`<section><h2>${headings.map}${target && `: ${target.indicator.title}`}</h2>
<figure>${raw(svg(spec, label))}</figure>
${legend(
  tiles.map((tile) => tile.verdict),
  mapNames,
)}
<p class="note">${mapNote}</p></section>`
}
