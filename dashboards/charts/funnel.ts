import { palette, shapes, tones } from '../theme.ts'
import { axisEnd, defineChart, halos, percentAxis, percentToDraw, shareToDraw } from './chart.ts'
import { type LabelSide, labelOffsets, placeLabels } from './labels.ts'

/** One unit at its size and share, or what the curves are at one size. */
export type FunnelRow = FunnelUnit | FunnelLimits

export interface FunnelUnit {
  /** Without its type: `Bắc Giang`; printed only beside a flagged point. */
  readonly name: string
  readonly numerator: number
  /** 0 draws no point. */
  readonly denominator: number
  /** Whether the count itself is a signal at 2.5 % or at 0.1 %: a whole number reached or not, never read off the curves. */
  readonly signal: 'strong' | 'moderate' | null
}

/** Exact limits at one size as shares of 1, for drawing only. */
export interface FunnelLimits {
  readonly n: number
  readonly warnLow: number
  readonly warnHigh: number
  readonly alarmLow: number
  readonly alarmHigh: number
}

export interface FunnelOptions {
  readonly width: number
  readonly height: number
  /** Numerator and denominator of the share at the centre: the plan's promise, or the mean of the peers. */
  readonly centre: readonly [numerator: number, denominator: number]
  /** `chỉ tiêu dưới 1%`, at the line. */
  readonly centreText: string
  /** What a unit's size counts, below the axis: `Số người (mẫu số)`. */
  readonly sizeText: string
}

const SIDES = { left: 48, right: 104, top: 14, bottom: 38 }
const LINE = 12

/**
 * Units by size and share between the limits that chance leaves around one share (D. Spiegelhalter 2005).
 *
 * Flagged points have a shape, a colour and, where there is room, their name; a strong signal a ring around it. What lies above the frame
 * stands at its upper edge as an arrow.
 */
export const funnel = defineChart<FunnelRow, FunnelOptions>({
  id: 'funnel',
  title: 'Biểu đồ phễu: đơn vị theo quy mô và tỷ lệ',
  spec: (rows, { width, height, centre, centreText, sizeText }) => {
    const plot = {
      width: width - SIDES.left - SIDES.right,
      height: height - SIDES.top - SIDES.bottom,
    }
    const units = rows.filter((row) => 'name' in row).filter(({ denominator }) => denominator > 0)
    const limits = rows.filter((row) => 'n' in row)
    const middle = percentToDraw(...centre) ?? 0
    const end = endOf(units, limits, middle)
    const most = roundUp(Math.max(1, ...units.map(({ denominator }) => denominator)))
    const x = {
      field: 'size',
      type: 'quantitative',
      scale: { domain: [0, most], nice: false },
      axis: {
        values: [0, most / 4, most / 2, (most * 3) / 4, most],
        format: ',~f',
        grid: false,
        ticks: false,
        labelPadding: 5,
        title: sizeText,
        titleFontSize: 10,
        titleFontWeight: 400,
        titleColor: palette.muted,
        titlePadding: 6,
      },
    } as const
    const y = {
      field: 'share',
      type: 'quantitative',
      scale: { domain: [0, end], nice: false },
      axis: percentAxis(end),
    } as const
    const points = units.map((unit) => pointOf(unit, end))
    const flagged = named(points, { ...plot, end, most })
    const curves = limits.map((limit) => curveOf(limit, end))
    return {
      ...plot,
      padding: SIDES,
      autosize: { type: 'none' },
      data: { values: points },
      layer: [
        ...curveNames.map((field) => ({
          data: { values: curves },
          mark: { type: 'line' as const, color: palette.muted, strokeWidth: 1, ...dashesOf(field) },
          encoding: { x, y: { ...y, field } },
        })),
        {
          data: { values: [{ share: middle }] },
          mark: { type: 'rule', color: palette.goal, strokeWidth: 1.5, x: 0, x2: plot.width },
          encoding: { y },
        },
        {
          data: { values: endTexts(curves.at(-1), { middle, centreText, end, ...plot }) },
          mark: { type: 'text', align: 'left', x: plot.width + 6 },
          encoding: {
            y,
            text: { field: 'text' },
            color: { field: 'colour', type: 'nominal', scale: null },
          },
        },
        {
          transform: [{ filter: "datum.flag == '' && !datum.outside" }],
          mark: { type: 'circle', size: 30, color: palette.bar, opacity: 0.75 },
          encoding: { x, y },
        },
        {
          transform: [{ filter: "datum.flag == '' && datum.outside" }],
          mark: {
            type: 'point',
            filled: true,
            size: 46,
            color: palette.bar,
            opacity: 1,
            shape: ARROW,
          },
          encoding: { x, y },
        },
        {
          transform: [{ filter: "datum.flag == 'strong'" }],
          mark: { type: 'point', size: 260, strokeWidth: 1.5, color: tones.SIG.ink, opacity: 1 },
          encoding: { x, y },
        },
        {
          transform: [{ filter: "datum.flag != ''" }],
          mark: {
            type: 'point',
            filled: true,
            size: 70,
            color: tones.SIG.ink,
            opacity: 1,
            shape: shapes[tones.SIG.shape],
          },
          encoding: { x, y },
        },
        ...sidesOf(flagged).flatMap((side) =>
          halos.map((halo) => ({
            data: { values: flagged.filter((point) => point.side === side) },
            mark: { type: 'text', fontWeight: 600, ...labelOffsets[side], ...halo },
            encoding: { x, y, text: { field: 'name' } },
          })),
        ),
      ],
    } as never
  },
})

/** A small arrow upwards. */
const ARROW = 'M0,-1L0.8,0.1L0.25,0.1L0.25,1L-0.25,1L-0.25,0.1L-0.8,0.1Z'

const curveNames = ['warn_low', 'warn_high', 'alarm_low', 'alarm_high'] as const

function dashesOf(field: (typeof curveNames)[number]) {
  return field.startsWith('warn') ? { strokeDash: [5, 3] } : {}
}

/** The frame holds every flagged point and what lies between the limits at half of the largest size; single cases of tiny units may not fit. */
function endOf(
  units: readonly FunnelUnit[],
  limits: readonly FunnelLimits[],
  middle: number,
): number {
  const flagged = units
    .filter(({ signal }) => signal !== null)
    .map(({ numerator, denominator }) => percentToDraw(numerator, denominator) ?? 0)
  const half = limits[Math.floor(limits.length / 4)]
  return axisEnd(Math.max(middle * 2, shareToDraw(half?.alarmHigh ?? 0), ...flagged))
}

function pointOf({ name, numerator, denominator, signal }: FunnelUnit, end: number) {
  const share = percentToDraw(numerator, denominator) ?? 0
  return {
    name,
    size: denominator,
    share: Math.min(share, end),
    outside: share > end,
    flag: signal ?? '',
  }
}

/** Curves end where they leave the frame; a lower limit of 0 is none. */
function curveOf({ n, warnLow, warnHigh, alarmLow, alarmHigh }: FunnelLimits, end: number) {
  const within = (share: number) => {
    const percent = shareToDraw(share)
    return percent <= 0 || percent > end ? null : percent
  }
  return {
    size: n,
    warn_low: within(warnLow),
    warn_high: within(warnHigh),
    alarm_low: within(alarmLow),
    alarm_high: within(alarmHigh),
  }
}

/** Strong signals first, then the largest units, each with the side on which its name has room. */
function named(
  points: readonly ReturnType<typeof pointOf>[],
  plot: {
    readonly width: number
    readonly height: number
    readonly end: number
    readonly most: number
  },
) {
  const flagged = points
    .filter(({ flag }) => flag !== '')
    .sort((a, b) => (a.flag === b.flag ? b.size - a.size : a.flag === 'strong' ? -1 : 1))
  const places = placeLabels(
    flagged.map(({ name, size, share }) => ({
      text: name,
      x: (size * plot.width) / plot.most,
      y: plot.height - (share * plot.height) / plot.end,
    })),
    plot,
  )
  return flagged.map((point, index) => ({ ...point, side: places[index] ?? null }))
}

function sidesOf(points: readonly { readonly side: LabelSide | null }[]): readonly LabelSide[] {
  return [...new Set(points.flatMap(({ side }) => side ?? []))].sort()
}

/** What each line is, at its right end; a lesser one is left out where it would cover another. */
function endTexts(
  last: ReturnType<typeof curveOf> | undefined,
  at: {
    readonly middle: number
    readonly centreText: string
    readonly end: number
    readonly height: number
  },
) {
  const limits = [
    { share: last?.warn_high, text: '2,5%' },
    { share: last?.alarm_high, text: '0,1%' },
    { share: last?.warn_low, text: '2,5%' },
    { share: last?.alarm_low, text: '0,1%' },
  ]
  const gap = (LINE * at.end) / at.height
  const texts = [{ share: at.middle, text: at.centreText, colour: palette.goal as string }]
  for (const { share, text } of limits) {
    if (share != null && texts.every((other) => Math.abs(other.share - share) >= gap))
      texts.push({ share, text, colour: palette.muted })
  }
  return texts
}

/** The next of 12, 16, 20 … 80, 100, 120, 160 …: four equal steps are whole. */
function roundUp(n: number): number {
  for (let ten = 1; ; ten *= 10) {
    const most = [12, 16, 20, 24, 28, 32, 40, 60, 80, 100].find((each) => each * ten >= n)
    if (most !== undefined) return most * ten
  }
}
