import type { CoverField } from '../forms/cover.ts'
import type { Problem, ProblemCode } from '../problem.ts'
import { placeName } from '../reference/places.ts'
import { addDays, type CalendarDate } from '../vocabulary/date.ts'
import { type Reporter, type ReporterKind, reporterId } from '../vocabulary/reporter.ts'
import { fold, nearestBy, placeKey, spellingOf } from '../vocabulary/text.ts'
import type { Unit } from '../vocabulary/unit.ts'
import type { Window } from '../vocabulary/window.ts'
import { type Cover, textIn } from './cover.ts'
import type { Known } from './identity.ts'

/** Tells of a problem at a field of the cover. */
export type Say = (
  field: CoverField,
  code: ProblemCode,
  facts?: Problem['facts'],
  severity?: Problem['severity'],
) => void

type Body = 'cong_an_xa' | 'ubnd_xa' | 'ubnd_huyen' | 'cong_an_tinh' | 'co_so_giam_giu'

/** Which kind of reporter a body is; every body of the province that is not named here is an agency. */
const kinds: Readonly<Record<Body, ReporterKind>> = {
  cong_an_xa: 'police',
  ubnd_xa: 'committee',
  ubnd_huyen: 'committee',
  cong_an_tinh: 'agency',
  co_so_giam_giu: 'facility',
}

/** The reporter that unit code and body name together; codes that nobody has and names of neighbours are told of. */
export function reporterOf(
  cover: Cover,
  window: Window | null,
  known: Known,
  say: Say,
): Reporter | null {
  const code = textIn(cover, 'unit_code')
  const body = textIn(cover, 'reporting_body')
  if (code === null || body === null) return null
  const kind = kinds[body as Body] ?? 'agency'
  if (kind === 'police' || kind === 'committee') {
    const on = window === null ? known.receivedOn : addDays(window.to, -1)
    return localReporter(kind, { code, name: textIn(cover, 'unit_name') }, on, known, say)
  }
  const slug = body === 'cong_an_tinh' ? 'cong-an-tinh' : code.slice(code.indexOf(':') + 1)
  return registered(kind, fold(slug), known, say)
}

function localReporter(
  kind: ReporterKind,
  { code, name }: { readonly code: string; readonly name: string | null },
  on: CalendarDate,
  known: Known,
  say: Say,
): Reporter | null {
  const { places, plan } = known
  const unit = places.byCode(code, on)
  const near = (text: string) =>
    places.nearest(text, on, plan.provinceCode).map((each) => `${each.code} ${placeName(each)}`)
  if (unit === undefined || unit.level === 'province') {
    say('unit_code', 'unknown-unit', {
      nearest: [...new Set([...near(name ?? ''), ...near(code)])],
    })
    return null
  }
  const other = otherPlace(unit, name, known, on)
  if (other !== undefined) {
    say('unit_name', 'unknown-unit', { code, named: placeName(unit), nearest: [placeName(other)] })
    return null
  }
  return registered(kind, code, known, say)
}

/** A commune whose name the cover gives although its code is another's: nobody may report under a neighbour's code by a slip. */
function otherPlace(
  unit: Unit,
  name: string | null,
  { places, plan }: Known,
  on: CalendarDate,
): Unit | undefined {
  if (name === null || name.length > 200 || fold(name).includes(fold(unit.name))) return undefined
  return places
    .communesOf(plan.provinceCode, on)
    .find((each) => ` ${fold(placeKey(name))} `.endsWith(` ${fold(each.name)} `))
}

function registered(kind: ReporterKind, code: string, known: Known, say: Say): Reporter | null {
  const id = reporterId(kind, code)
  const sameKind = known.reporters.filter((each) => each.kind === kind)
  const reporter = sameKind.find((each) => each.id === id)
  if (reporter !== undefined) return reporter
  const codeOf = (each: Reporter) => each.id.slice(kind.length + 1)
  const near = nearestBy(code, sameKind, (each) => spellingOf(codeOf(each))).map(
    (each) => `${codeOf(each)} (${each.name})`,
  )
  say('unit_code', 'unknown-reporter', { nearest: near })
  return null
}
