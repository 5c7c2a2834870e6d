import type { Column } from '../forms/form.ts'
import { placeName } from '../reference/places.ts'
import { fold, placeKey, tidy } from '../vocabulary/text.ts'
import type { Unit, UnitId } from '../vocabulary/unit.ts'
import { bad, type CellContext, type CellReader, empty, found, type Interpreted } from './cell.ts'
import { digitsOf, padded } from './digits.ts'

/** No name of a place with its province is longer, and no model covers more communes; beyond that nothing is searched for. */
const LONGEST = 120
const MOST = 150

/** More communes of one name than a sentence lists. */
const MOST_NAMESAKES = 10

/** A commune by code, name or both, as a unit id; several, between semicolons, where the column holds several. */
export const readCommune: CellReader = (cell, column, context) => {
  const digits = digitsOf(cell, context.numbersAsText)
  const district = column.hints.districts
    ? districtOf(digits ?? (cell.kind === 'text' ? tidy(cell.text) : ''), context)
    : undefined
  if (district !== undefined) return found(district.id)
  if (digits !== null) {
    const code = padded(digits, column.hints.digits ?? digits.length)
    const place = placeOf(String(code.value), column, context)
    return place.value === null ? place : { ...place, problems: code.problems }
  }
  if (cell.kind !== 'text') return bad('unknown-commune', { nearest: [] })
  return column.hints.many
    ? several(cell.text, column, context)
    : placeOf(tidy(cell.text), column, context)
}

function several(text: string, column: Column, context: CellContext): Interpreted {
  const parts = text
    .split(/[;,\n]/)
    .map(tidy)
    .filter((part) => part !== '')
  if (parts.length > MOST) return bad('unknown-commune', { nearest: [] })
  const ids: Interpreted['value'][] = []
  for (const part of parts) {
    const place = placeOf(part, column, context)
    const [problem] = place.problems
    if (problem)
      return { value: null, problems: [{ ...problem, facts: { ...problem.facts, part } }] }
    ids.push(place.value)
  }
  return ids.length === 0 ? empty : found([...new Set(ids)].join('; '))
}

function placeOf(text: string, column: Column, context: CellContext): Interpreted {
  const { places, on, provinceCode, communes } = context
  if (text.length > LONGEST) return bad('unknown-commune', { nearest: [] })
  if (column.hints.elsewhere) {
    const unit =
      places.resolve(text, on, provinceCode) ??
      places.resolve(text, on) ??
      inNamedProvince(text, context)
    return unit ? found(unit.id) : unknown(text, context, { severity: 'warning' })
  }
  const unit = places.resolve(text, on, provinceCode) ?? inNamedProvince(text, context)
  if (unit === undefined) return unknown(text, context, { severity: 'error' })
  return communes.has(unit.id as UnitId)
    ? found(unit.id)
    : bad('unknown-commune', { reason: 'other-province', nearest: [placeName(unit)] })
}

/** A district of the province by code, by name, or by both: `213`, `huyện Yên Thế`, `213 Bắc Giang`. There are none from 1/7/2025 on. */
function districtOf(text: string, { places, on, provinceCode }: CellContext): Unit | undefined {
  if (text.length > LONGEST) return undefined
  const [, code = '', name = ''] = /^(\d{3}(?!\d))?[\s–:.-]*(.*)$/.exec(text) ?? []
  const matches = places.units.filter(
    (unit) =>
      unit.level === 'district' &&
      isOn(unit, on) &&
      places.byId(unit.parentId ?? '')?.code === provinceCode &&
      (code === '' || unit.code === code) &&
      (name === '' ? code !== '' : placeKey(unit.name) === placeKey(name)),
  )
  return matches.length === 1 ? matches[0] : undefined
}

/** `Phường Bắc Giang, tỉnh Bắc Ninh`: the name behind the last comma or dash narrows the search. */
function inNamedProvince(text: string, { places, on }: CellContext): Unit | undefined {
  const [, name, province] = /^(.*?)\s*[,–-]\s*([^,–-]+)$/.exec(text) ?? []
  if (name === undefined || province === undefined) return undefined
  const key = fold(placeKey(province))
  const named = places.units.find(
    (unit) => unit.level === 'province' && fold(unit.name) === key && isOn(unit, on),
  )
  return named === undefined ? undefined : places.resolve(name, on, named.code)
}

function isOn(unit: Unit, on: string): boolean {
  return unit.validFrom <= on && (unit.validTo === null || on < unit.validTo)
}

/** Told with those that the text may mean: all that bear the name, where they are several, else the nearest. */
function unknown(
  text: string,
  { places, on, provinceCode }: CellContext,
  { severity }: { readonly severity: 'error' | 'warning' },
): Interpreted {
  const own = places.allByName(text, on, provinceCode)
  const namesakes = own.length > 1 ? own : places.allByName(text, on)
  if (namesakes.length > 1 && (own.length > 1 || severity === 'warning')) {
    const candidates = namesakes.slice(0, MOST_NAMESAKES).map((unit) => withParent(unit, places))
    return bad('unknown-commune', { reason: 'ambiguous', nearest: candidates }, severity)
  }
  const near = places.nearest(text, on, provinceCode)
  return bad(
    'unknown-commune',
    { nearest: near.map((unit) => `${unit.code} ${placeName(unit)}`) },
    severity,
  )
}

/** `07318 xã Phúc Sơn, huyện Tân Yên`. */
function withParent(unit: Unit, places: CellContext['places']): string {
  const parent = unit.parentId === null ? undefined : places.byId(unit.parentId)
  const name = `${unit.code} ${placeName(unit)}`
  return parent === undefined ? name : `${name}, ${placeName(parent)}`
}
