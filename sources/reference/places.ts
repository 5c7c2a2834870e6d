import { createHash } from 'node:crypto'
import type { CalendarDate } from '../vocabulary/date.ts'
import {
  distance,
  foldedNames,
  namesLargerUnit,
  nearestBy,
  spellingOf,
  tidy,
} from '../vocabulary/text.ts'
import type { Succession, Unit, UnitId } from '../vocabulary/unit.ts'
import { formerUnits } from './former-units.ts'
import { renewalsOf, successionsOf } from './successions.ts'
import { bytesOf, files } from './table.ts'
import { presentUnits } from './units.ts'

export { placeName } from '../vocabulary/unit-words.ts'

/** The units of all times that we know, and how people's words find them. A code or a name means something only on a day. */
export interface Places {
  readonly units: readonly Unit[]
  readonly successions: readonly Succession[]
  byId(id: string): Unit | undefined
  /** Of any level: `24` a province, `213` a district of former times, `07210` a commune. */
  byCode(code: string, on: CalendarDate): Unit | undefined
  /**
   * The communes of that name, in the province if one is given. `huyện Lục Ngạn` names none, although a commune bears the name too: a
   * district was several communes.
   */
  allByName(name: string, on: CalendarDate, provinceCode?: string): readonly Unit[]
  /** The one commune of that name; undefined when there is none or more than one. */
  byName(name: string, on: CalendarDate, provinceCode?: string): Unit | undefined
  /**
   * The commune that a cell means: `07210`, `Phường Bắc Giang`, `07210 - Phường Bắc Giang`, `Bắc Giang (07210)`. Where code and name
   * both stand there they must agree. The province narrows names only: a code is unique.
   */
  resolve(text: string, on: CalendarDate, provinceCode?: string): Unit | undefined
  /**
   * Communes that the text may have meant, nearest first; three when not said. A code's own commune stands before those with the
   * name beside it; a code alone suggests those that differ by one edit.
   */
  nearest(text: string, on: CalendarDate, provinceCode?: string, most?: number): readonly Unit[]
  province(code: string, on: CalendarDate): Unit | undefined
  /** The communes of a province on a day, by code; empty when the province is unknown then. */
  communesOf(provinceCode: string, on: CalendarDate): readonly Unit[]
}

let known: Places | undefined
let sha: string | undefined

/** All places, read once from the tables of this folder. */
export function places(): Places {
  if (known === undefined) {
    const former = formerUnits()
    known = placesOf(
      [...presentUnits(), ...former],
      [...renewalsOf(former), ...successionsOf(former)],
    )
  }
  return known
}

/** SHA-256 over names and bytes of the tables: part of what a parsed file and a generation depend on. */
export function referenceSha(): string {
  if (sha === undefined) {
    const hash = createHash('sha256')
    for (const file of files) {
      const bytes = bytesOf(file)
      hash.update(`${file} ${bytes.length}\n`).update(bytes)
    }
    sha = hash.digest('hex')
  }
  return sha
}

/** A smaller country for tests and trials: the communes with these codes, at all times, and the districts and provinces they lie in. */
export function restrictTo(all: Places, communeCodes: readonly string[]): Places {
  const codes = new Set(communeCodes)
  const kept = new Set<UnitId>()
  for (const commune of all.units.filter((u) => u.level === 'commune' && codes.has(u.code))) {
    for (let u: Unit | undefined = commune; u !== undefined; u = parentIn(all, u)) kept.add(u.id)
  }
  return placesOf(
    all.units.filter((unit) => kept.has(unit.id)),
    all.successions.filter(({ fromUnit, toUnit }) => kept.has(fromUnit) && kept.has(toUnit)),
  )
}

function placesOf(units: readonly Unit[], successions: readonly Succession[]): Places {
  const byId = new Map<string, Unit>(units.map((unit) => [unit.id, unit]))
  const codes = groupBy(units, (unit) => unit.code)
  const communes = units.filter((unit) => unit.level === 'commune')
  const spellings = new Map(communes.map((unit) => [unit, spellingOf(unit.name)]))
  const spelling = (unit: Unit) => spellings.get(unit) ?? spellingOf(unit.name)
  const names = groupBy(communes, (unit) => spelling(unit).key)
  const provinceCodes = new Map(communes.map((unit) => [unit.id, rootOf(byId, unit).code]))
  const inProvince = (unit: Unit, code?: string) =>
    code === undefined || provinceCodes.get(unit.id) === code
  const byProvince = groupBy(communes, (unit) => provinceCodes.get(unit.id) ?? '')
  const communesIn = (code?: string) =>
    code === undefined ? communes : (byProvince.get(code) ?? [])
  const found: Places = {
    units,
    successions,
    byId: (id) => byId.get(id),
    byCode: (code, on) => codes.get(code)?.find((unit) => isOn(unit, on)),
    allByName: (name, on, provinceCode) =>
      namesLargerUnit(name)
        ? []
        : (names.get(spellingOf(name).key) ?? []).filter(
            (unit) => isOn(unit, on) && inProvince(unit, provinceCode),
          ),
    byName: (name, on, provinceCode) => {
      const matches = found.allByName(name, on, provinceCode)
      return matches.length === 1 ? matches[0] : undefined
    },
    resolve: (text, on, provinceCode) => {
      const { code, name } = parsed(text)
      if (code === null) return found.byName(name, on, provinceCode)
      const unit = found.byCode(code, on)
      if (unit?.level !== 'commune') return undefined
      return name === '' || foldedNames(name).includes(spelling(unit).folded) ? unit : undefined
    },
    nearest: (text, on, provinceCode, most = 3) => {
      const near = communesIn(provinceCode).filter((unit) => isOn(unit, on))
      const { code, name } = parsed(text)
      const byCode = near.filter((u) => code !== null && distance(code, u.code) <= +(name === ''))
      return [...new Set([...byCode, ...nearestBy(name, near, spelling, most)])].slice(0, most)
    },
    province: (code, on) =>
      codes.get(code)?.find((unit) => unit.level === 'province' && isOn(unit, on)),
    communesOf: (provinceCode, on) => communesIn(provinceCode).filter((unit) => isOn(unit, on)),
  }
  return Object.freeze(found)
}

function isOn(unit: Unit, on: CalendarDate): boolean {
  return unit.validFrom <= on && (unit.validTo === null || on < unit.validTo)
}

function parentIn(all: Places, unit: Unit): Unit | undefined {
  return unit.parentId === null ? undefined : all.byId(unit.parentId)
}

function rootOf(byId: ReadonlyMap<string, Unit>, unit: Unit): Unit {
  const parent = unit.parentId === null ? undefined : byId.get(unit.parentId)
  return parent === undefined ? unit : rootOf(byId, parent)
}

/** The commune's code, first or last in the text and perhaps in brackets, and what remains; a few digits alone are a code. */
function parsed(text: string): { readonly code: string | null; readonly name: string } {
  const typed = tidy(text)
  if (/^\d{1,6}$/.test(typed)) return { code: typed, name: '' }
  const [, before, after] = /^(?:\(?(\d{5})(?!\d)|.*?(?<!\d)(\d{5})\)?$)/.exec(typed) ?? []
  const code = before ?? after
  if (code === undefined) return { code: null, name: typed }
  return { code, name: typed.replace(code, '').replace(/^[\s()\-–—:.,;]+|[\s()\-–—:.,;]+$/g, '') }
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
