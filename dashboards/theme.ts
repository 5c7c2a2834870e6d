import type { VerdictCode } from '#models/database.ts'

/** Colours of paper and ink; every text colour keeps at least 4.5 : 1 against `paper` and `wash`. */
export const palette = Object.freeze({
  ink: '#1b2733',
  muted: '#55626f',
  line: '#cfd6dd',
  faint: '#e6eaee',
  wash: '#f5f7f9',
  paper: '#ffffff',
  navy: '#14365d',
  bar: '#86a3c6',
  red: '#9d1c25',
  goal: '#9d1c25',
})

export const fontFamily = 'Be Vietnam Pro'

/** What a verdict looks like: a shape first, a colour second, so that grey print says the same. */
export interface Tone {
  readonly name: string
  /** Of the shape and of text in this tone. */
  readonly ink: string
  /** Behind dark text: tiles, badges. */
  readonly fill: string
  readonly shape: Shape
}

export type Shape =
  | 'disc'
  | 'ring'
  | 'half'
  | 'triangle-open'
  | 'triangle'
  | 'square-cross'
  | 'diamond'
  | 'hatch'
  | 'dash'

const tone = (name: string, shape: Shape, ink: string, fill: string): Tone =>
  Object.freeze({ name, shape, ink, fill })

const met = tone('met', 'disc', '#17603b', '#cfe8d8')

/** In the order of a legend: first the certain, then the signalling, then the silent. */
export const tones: Readonly<Record<VerdictCode, Tone>> = Object.freeze({
  MET: met,
  OK: met,
  'OK?': tone('met-barely', 'ring', '#17603b', '#e6f3ea'),
  OPEN: tone('open', 'half', '#1d4f86', '#dbe7f4'),
  NUM: tone('watch', 'triangle-open', '#855000', '#fdecc8'),
  SIG: tone('signal', 'triangle', '#8a3600', '#f8c48e'),
  MISS: tone('missed', 'square-cross', '#9d1c25', '#f2c6c4'),
  DQ: tone('verify', 'diamond', '#5d2d86', '#e5d8f0'),
  ND: tone('missing', 'hatch', '#4d5a67', '#e4e8ec'),
  NA: tone('none', 'dash', '#5d6975', '#f5f7f9'),
})

/** Each tone once, in the order of a legend. */
export const legendOrder: readonly VerdictCode[] = [
  'OK',
  'OK?',
  'OPEN',
  'NUM',
  'SIG',
  'MISS',
  'DQ',
  'ND',
  'NA',
]

const circle = (r: number, clockwise: boolean): string => {
  const sweep = clockwise ? 1 : 0
  return `M${-r},0A${r},${r},0,1,${sweep},${r},0A${r},${r},0,1,${sweep},${-r},0Z`
}

/** Filled paths within [-1, 1], holes drawn the other way round: the same for inline SVG and for Vega's symbols. */
export const shapes: Readonly<Record<Shape, string>> = Object.freeze({
  disc: circle(0.95, true),
  ring: circle(0.95, true) + circle(0.6, false),
  half: `${circle(0.95, true)}${circle(0.68, false)}M0,-0.7A0.7,0.7,0,0,1,0,0.7Z`,
  'triangle-open': 'M0,-0.95L1,0.85L-1,0.85ZM0,-0.32L-0.48,0.55L0.48,0.55Z',
  triangle: 'M0,-0.95L1,0.85L-1,0.85Z',
  'square-cross':
    'M-0.9,-0.9L0.9,-0.9L0.9,0.9L-0.9,0.9Z' +
    'M-0.55,-0.35L-0.2,0L-0.55,0.35L-0.35,0.55L0,0.2L0.35,0.55L0.55,0.35L0.2,0L0.55,-0.35L0.35,-0.55L0,-0.2L-0.35,-0.55Z',
  diamond: 'M0,-1L1,0L0,1L-1,0ZM0,-0.5L-0.5,0L0,0.5L0.5,0Z',
  hatch:
    'M-0.9,-0.3L-0.3,-0.9L0.05,-0.9L-0.9,0.05Z' +
    'M-0.9,0.5L0.5,-0.9L0.85,-0.9L-0.9,0.85Z' +
    'M-0.5,0.9L0.9,-0.5L0.9,-0.15L-0.15,0.9Z' +
    'M0.3,0.9L0.9,0.3L0.9,0.65L0.65,0.9Z',
  dash: 'M-0.9,-0.18L0.9,-0.18L0.9,0.18L-0.9,0.18Z',
})

/** Vega-Lite settings that every chart shares: our letters, Vietnamese numbers, no frame, no machine words for screen readers. */
export const chartConfig = Object.freeze({
  background: 'transparent',
  font: fontFamily,
  aria: false,
  lineBreak: '\n',
  locale: {
    number: { decimal: ',', thousands: '.', grouping: [3], currency: ['', ' ₫'] },
  },
  view: { stroke: null },
  axis: {
    labelColor: palette.muted,
    labelFontSize: 10,
    labelFontWeight: 400,
    domainColor: palette.line,
    tickColor: palette.line,
    gridColor: palette.faint,
    title: null,
  },
  text: { color: palette.ink, fontSize: 10 },
})
