import type { VerdictCode } from '#models/database.ts'
import { legendOrder, palette, shapes, tones } from '../theme.ts'
import { defineChart } from './chart.ts'

/** One commune at its place on the tile map of its province. */
export interface Tile {
  /** Without its type: `Bắc Giang`. */
  readonly name: string
  readonly column: number
  readonly row: number
  readonly code: VerdictCode
  /** What stands small beside the shape, at most about six letters: `3/45`, `trễ 5`; empty for nothing. */
  readonly figure: string
}

export interface TileMapOptions {
  readonly width: number
}

const GAP = 2
const RATIO = 0.84
const LINE = 10.5

/** Communes as equal tiles, near where they lie: a shape and a colour for what is said of them, the name, one figure. */
export const tileMap = defineChart<Tile, TileMapOptions>({
  id: 'tile-map',
  title: 'Bản đồ ô xã, phường',
  spec: (tiles, { width }) => {
    const columns = 1 + Math.max(0, ...tiles.map((tile) => tile.column))
    const rows = 1 + Math.max(0, ...tiles.map((tile) => tile.row))
    const step = Math.floor(width / columns)
    const high = Math.round(step * RATIO)
    return {
      width: step * columns,
      height: high * rows,
      padding: 0,
      autosize: { type: 'none' },
      data: { values: tiles.map((tile) => datum(tile, step, high)) },
      layer: [
        {
          mark: { type: 'rect', stroke: palette.line, strokeWidth: 0.75, cornerRadius: 2 },
          encoding: {
            x: pixel('left'),
            x2: pixel('right'),
            y: pixel('top'),
            y2: pixel('bottom'),
            fill: verdictScale((code) => tones[code].fill),
          },
        },
        {
          mark: { type: 'point', filled: true, size: 64, opacity: 1, xOffset: 8, yOffset: 9 },
          encoding: {
            x: pixel('left'),
            y: pixel('top'),
            shape: verdictScale((code) => shapes[tones[code].shape]),
            fill: verdictScale((code) => tones[code].ink),
          },
        },
        {
          mark: {
            type: 'text',
            align: 'right',
            fontSize: 8.5,
            fontWeight: 600,
            xOffset: -3,
            yOffset: 9,
          },
          encoding: { x: pixel('right'), y: pixel('top'), text: { field: 'figure' } },
        },
        {
          mark: { type: 'text', fontSize: 9, lineHeight: LINE },
          encoding: { x: pixel('middle'), y: pixel('name_at'), text: { field: 'name' } },
        },
      ],
      resolve: { scale: { fill: 'independent', shape: 'independent' } },
    } as never
  },
})

function datum(tile: Tile, step: number, high: number) {
  const left = tile.column * step
  const top = tile.row * high
  const name = twoLines(tile.name)
  const lines = name.includes('\n') ? 2 : 1
  return {
    left,
    right: left + step - GAP,
    middle: left + (step - GAP) / 2,
    top,
    bottom: top + high - GAP,
    /** Middle of the first line, so that the name stands in the middle of what the shape leaves. */
    name_at: top + 15 + (high - GAP - 15 - (lines - 1) * LINE) / 2,
    name,
    figure: tile.figure,
    code: tile.code,
  }
}

/** `Nghĩa Phương` on two lines, broken where they are most even; short names stay on one. */
export function twoLines(name: string): string {
  if (name.length <= 7) return name
  const words = name.split(' ')
  const broken = words.slice(1).map((_, index) => {
    const lines = [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]
    return { text: lines.join('\n'), longest: Math.max(...lines.map((line) => line.length)) }
  })
  return broken.sort((a, b) => a.longest - b.longest)[0]?.text ?? name
}

const codes: readonly VerdictCode[] = ['MET', ...legendOrder]

function verdictScale(range: (code: VerdictCode) => string) {
  return {
    field: 'code',
    type: 'nominal',
    scale: { domain: codes, range: codes.map(range) },
    legend: null,
  } as const
}

/** The field is a place in pixels already. */
function pixel(field: string) {
  return { field, type: 'quantitative', scale: null, axis: null } as const
}
