/**
 * Pictures of measured rows, one file each: `bar-against-target.ts`, `trend.ts`, `tile-map.ts`, `funnel.ts`, `cusum.ts`, `pace.ts`,
 * `triangle.ts`. A new one is a file that calls `defineChart`, a line here, and a golden specification with its SVG under `test/dashboards/golden`.
 */
import { barAgainstTarget } from './bar-against-target.ts'
import { cusum } from './cusum.ts'
import { funnel } from './funnel.ts'
import { pace } from './pace.ts'
import { tileMap } from './tile-map.ts'
import { trend } from './trend.ts'
import { triangle } from './triangle.ts'

export const charts = Object.freeze([
  barAgainstTarget,
  trend,
  tileMap,
  funnel,
  cusum,
  pace,
  triangle,
] as const)
