import { planYearOf, window, windowsOf } from '#sources/vocabulary/window.ts'
import { palette } from '../theme.ts'

/** What stands at a closing month of a plan's year. */
interface AtMonth {
  readonly windowId: string
}

/**
 * The twelve months of the year that the rows belong to, each with the row that closes there, if any.
 *
 * @throws RangeError when the rows are of more than one family or year: such windows never share a picture.
 */
export function monthSlots<Row extends AtMonth>(
  rows: readonly Row[],
): readonly { readonly month: string; readonly row: Row | undefined }[] {
  const placed = rows.map((row) => ({ row, at: window(row.windowId) }))
  const years = new Set(placed.map(({ at }) => `${at.family}:${planYearOf(at)}`))
  const [first] = placed
  if (first === undefined || first.at.family === 'explicit' || years.size > 1) {
    throw new RangeError(
      `A trend needs windows of one family and year, not ${[...years].join(' and ') || 'none'}`,
    )
  }
  return windowsOf(first.at.family, planYearOf(first.at))
    .filter((month) => month.kind === 'month')
    .map((month) => ({
      month: `T${Number(month.id.slice(-2))}`,
      row: placed.find(({ at }) => at.closeId === month.id)?.row,
    }))
}

/** An axis of twelve places, `T1` to `T12`, for values that carry `slot`. */
function monthAxis(values: readonly { readonly month: string }[]) {
  return {
    type: 'ordinal',
    scale: { type: 'point', padding: 0.3 },
    axis: {
      labelExpr: `[${values.map((value) => `'${value.month}'`).join(', ')}][datum.value - 1]`,
      labelAngle: 0,
      ticks: false,
      labelPadding: 5,
    },
  } as const
}

/** Room for the axes and for a text at either end. */
const SIDES = { left: 44, right: 18, top: 14, bottom: 18 }

/** What every picture of twelve months begins with, from the size of the whole of it. */
export function monthFrame<Value extends { readonly month: string }>(
  { width, height }: { readonly width: number; readonly height: number },
  values: readonly Value[],
) {
  return {
    width: width - SIDES.left - SIDES.right,
    height: height - SIDES.top - SIDES.bottom,
    padding: SIDES,
    autosize: { type: 'none' },
    data: { values },
    encoding: { x: { field: 'slot', ...monthAxis(values) } },
  } as const
}

/** The figure itself as a line with its points, where values carry `share` and whether their month `exists`. */
export function figureLayers(y: object) {
  return [
    {
      mark: { type: 'line', strokeWidth: 2, color: palette.navy },
      transform: [{ filter: 'datum.exists' }],
      encoding: { y: { ...y, field: 'share' } },
    },
    {
      mark: { type: 'circle', size: 22, color: palette.navy, opacity: 1 },
      transform: [{ filter: 'isValid(datum.share)' }],
      encoding: { y: { ...y, field: 'share' } },
    },
  ] as const
}
