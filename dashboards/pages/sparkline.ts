import { palette } from '../theme.ts'
import { type Html, html, raw } from './html.ts'

interface Point {
  readonly windowId: string
  readonly n: number | null
}

const WIDTH = 150
const HEIGHT = 26

/**
 * A count over the months as a line from zero, with gaps where nothing is known; null below two points.
 *
 * @param label what it shows, for those who cannot see it.
 */
export function sparkline(points: readonly Point[], label: string): Html | null {
  const known = points.flatMap(({ n }) => (n === null ? [] : [n]))
  if (known.length < 2) return null
  const most = Math.max(1, ...known)
  const x = (index: number) =>
    Math.round((4 + (index * (WIDTH - 8)) / (points.length - 1)) * 10) / 10
  const y = (n: number) => Math.round((HEIGHT - 3 - (n * (HEIGHT - 6)) / most) * 10) / 10
  const path = points
    .map(({ n }, index) => {
      if (n === null) return ''
      const starts = index === 0 || points[index - 1]?.n === null
      return `${starts ? 'M' : 'L'}${x(index)},${y(n)}`
    })
    .join('')
  const dots = points
    .map(({ n }, index) => (n === null ? '' : `<circle cx="${x(index)}" cy="${y(n)}" r="1.8"/>`))
    .join('')
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${label}">${raw(
    `<path d="${path}" fill="none" stroke="${palette.bar}" stroke-width="1.5"/><g fill="${palette.navy}">${dots}</g>`,
  )}</svg>`
}
