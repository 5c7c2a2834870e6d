/** Which figure: everything that the dump keys it by. */
export interface FigureKey {
  readonly definition: string
  readonly map: string
  readonly window: string
  readonly unit: string
  readonly breakdown: string
  readonly category: string
}

/** Its two whole numbers. */
export interface Fraction {
  readonly numerator: number
  readonly denominator: number
}

export type Figure = FigureKey & Fraction

/** The figures of a dump, in its order; verdicts and conditions follow from them and are left out. */
export function figuresOf(lines: Iterable<string>): readonly Figure[] {
  const figures: Figure[] = []
  for (const line of lines) {
    if (line.trim() === '') continue
    const row = JSON.parse(line) as Readonly<Record<string, unknown>>
    if (row['table'] === 'value') figures.push(figureOf(row))
  }
  return figures
}

function figureOf(row: Readonly<Record<string, unknown>>): Figure {
  return {
    definition: String(row['definition_id']),
    map: String(row['map']),
    window: String(row['window_id']),
    unit: String(row['unit_id']),
    breakdown: String(row['breakdown']),
    category: String(row['category']),
    numerator: Number(row['numerator']),
    denominator: Number(row['denominator']),
  }
}

/** Equal for the same figure of two dumps. */
export function keyOf(figure: FigureKey): string {
  const { definition, map, window, unit, breakdown, category } = figure
  return [definition, map, window, unit, breakdown, category].join('\n')
}
