import * as vega from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import { escaped } from '../escaped.ts'
import { chartConfig } from '../theme.ts'
import { drawings } from './drawings.ts'

/**
 * A chart as the text of one SVG element, the same bytes for the same specification.
 *
 * Specifications come from our own charts only, carry their data and fix their size (`autosize: none`); whatever would load a file
 * or an address fails. The specification is cloned once, because Vega writes into the rows that it is given. What was drawn before is
 * not drawn again.
 *
 * @param label what the picture says, for those who cannot see it.
 * @throws Error in Vega's own words where it would only have warned.
 */
export function svg(specification: TopLevelSpec, label: string): string {
  return drawings.of([chartConfig, specification, label], () => draw(specification, label))
}

function draw(specification: TopLevelSpec, label: string): string {
  headless.textMetrics.canvas(false)
  const { spec } = compile(structuredClone(specification) as TopLevelSpec, {
    config: chartConfig as never,
    logger: strict,
  })
  const asked: string[] = []
  const loader = refusing(asked)
  const view = new vega.View(vega.parse(spec), { renderer: 'none', loader })
  try {
    const text = drawn(view.logger(strict as never).run(), loader)
    if (asked.length > 0) throw new Error(`A chart asked for '${asked[0]}'; ${NOTHING_LOADED}.`)
    return tidied(text, label)
  } finally {
    view.finalize()
  }
}

const NOTHING_LOADED = 'charts carry their data and load nothing'

/** Synchronous, which `View.toSVG` is not: nothing here is ever waited for. */
function drawn(view: vega.View, loader: vega.Loader): string {
  const { left, top, right, bottom } = view.padding() as Record<Side, number>
  return new headless.SVGStringRenderer(loader)
    .initialize(null, view.width() + left + right, view.height() + top + bottom, [left, top])
    .render((view.scenegraph() as unknown as { readonly root: unknown }).root)
    .svg()
}

/** Shorter numbers (0.1 + 0.2 differs in its last digits between machines) and no machine words for screen readers. */
function tidied(text: string, label: string): string {
  return text
    .replace(/-?\d+\.\d{4,}(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(3))))
    .replace(/ (?:role|aria-roledescription|aria-hidden|pointer-events|class)="[^"]*"/g, '')
    .replace(/<g><\/g>|<path d=""[^>]*\/>|<path d="M0,0h0v0h0Z"[^>]*\/>/g, '')
    .replace(/^<svg [^>]*(width="[^"]*") (height="[^"]*") (viewBox="[^"]*")>/, (_, ...size) => {
      const box = size.slice(0, 3).join(' ')
      return `<svg xmlns="http://www.w3.org/2000/svg" class="chart" ${box} role="img" aria-label="${escaped(label)}">`
    })
}

type Side = 'left' | 'top' | 'right' | 'bottom'

/** Vega swallows what its loader throws, so that the addresses are kept, too. */
function refusing(asked: string[]): vega.Loader {
  const refuse = (address: string): never => {
    asked.push(address)
    throw new Error(NOTHING_LOADED)
  }
  return { load: refuse, sanitize: refuse, http: refuse, file: refuse } as vega.Loader
}

function complain(...words: readonly unknown[]): never {
  throw new Error(`Vega: ${words.join(' ')}`)
}

const silent = () => strict

const strict = {
  level: silent,
  error: complain,
  warn: complain,
  info: silent,
  debug: silent,
} as never

/** What Vega exports and its typings leave out. */
const headless = vega as unknown as {
  readonly textMetrics: { canvas(use: boolean): void }
  readonly SVGStringRenderer: new (loader: vega.Loader) => StringRenderer
}

interface StringRenderer {
  initialize(element: null, width: number, height: number, origin: readonly number[]): this
  render(scene: unknown): this
  svg(): string
}
