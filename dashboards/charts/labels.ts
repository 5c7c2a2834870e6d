/** A point with a name that wants to stand beside it, in pixels from the top left of the plot. */
export interface Labelled {
  readonly x: number
  readonly y: number
  readonly text: string
}

/** Where a name stands: beside its point, or nowhere when there is no room. */
export type LabelSide = 'right' | 'left' | 'above' | 'below'

/** Offsets of a name from its point, for Vega's text mark. */
export const labelOffsets = Object.freeze({
  right: { align: 'left', dx: 12, dy: 0 },
  left: { align: 'right', dx: -12, dy: 0 },
  above: { align: 'center', dx: 0, dy: -15 },
  below: { align: 'center', dx: 0, dy: 16 },
} as const)

const LETTER = 5.4
const LINE = 12
const POINT = 9

/**
 * A side for each name, in the given order, so that no name covers another, a named point, or leaves the plot; null where none is free.
 *
 * The first comes first: give the most pressing point first.
 */
export function placeLabels(
  points: readonly Labelled[],
  plot: { readonly width: number; readonly height: number },
): readonly (LabelSide | null)[] {
  const taken = points.map(({ x, y }) => boxOf(x - POINT, y - POINT, POINT * 2, POINT * 2))
  return points.map((point, index) => {
    const side = sides.find((each) => {
      const box = nameBox(point, each)
      const inside =
        box.left >= 0 && box.top >= 0 && box.right <= plot.width && box.bottom <= plot.height
      return inside && taken.every((other, at) => at === index || !overlap(box, other))
    })
    if (side !== undefined) taken.push(nameBox(point, side))
    return side ?? null
  })
}

const sides: readonly LabelSide[] = ['right', 'left', 'above', 'below']

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

function nameBox({ x, y, text }: Labelled, side: LabelSide): Box {
  const { align, dx, dy } = labelOffsets[side]
  const width = text.length * LETTER
  const left = { left: 0, right: -width, center: -width / 2 }[align]
  return boxOf(x + dx + left, y + dy - LINE / 2, width, LINE)
}

function boxOf(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
