import type { CoverField } from '../forms/cover.ts'
import type { Problem, ProblemCode } from '../problem.ts'
import { placeName } from '../reference/places.ts'
import { addDays, type CalendarDate } from '../vocabulary/date.ts'
import {
  isReporterOn,
  type Reporter,
  type ReporterKind,
  reporterId,
  reporterOn,
} from '../vocabulary/reporter.ts'
import { fold, nearestBy, spellingOf } from '../vocabulary/text.ts'
import type { Window } from '../vocabulary/window.ts'
import { type Cover, textIn } from './cover.ts'
import { codeOf, namedIn, otherPlace, wordsIn } from './cover-places.ts'
import type { Known } from './identity.ts'

/** Tells of a problem at a field of the cover. */
export type Say = (
  field: CoverField,
  code: ProblemCode,
  facts?: Problem['facts'],
  severity?: Problem['severity'],
) => void

/** Code of the province's police among the agencies. */
const POLICE = 'cong-an-tinh'

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
  const on = window === null ? known.receivedOn : addDays(window.to, -1)
  if (kind === 'police' || kind === 'committee') {
    return localReporter(kind, { code, name: textIn(cover, 'unit_name') }, on, known, say)
  }
  const slug = fold(code.slice(code.indexOf(':') + 1))
  const ofPolice = body === 'cong_an_tinh' && slug === known.plan.provinceCode
  const reporter = registered(kind, ofPolice ? POLICE : slug, on, known, say)
  if (reporter === null) return null
  if (body === 'cong_an_tinh' && reporter.id !== reporterId(kind, POLICE)) {
    say('reporting_body', 'unknown-unit', contradiction(code, reporter, 'Công an tỉnh'))
    return null
  }
  const name = textIn(cover, 'unit_name')
  const other = otherReporter(reporter, name, on, known)
  if (other === undefined) return reporter
  say('unit_name', 'unknown-unit', contradiction(code, reporter, other.name))
  return null
}

/** Cover's code and what stands beside it are two reporters'. */
function contradiction(code: string, { name }: Reporter, other: string): Problem['facts'] {
  return { code, named: name, nearest: [other] }
}

/** A reporter of that kind whose name the cover gives although its code is another's. */
function otherReporter(
  { id, kind, name }: Reporter,
  said: string | null,
  on: CalendarDate,
  { reporters }: Known,
): Reporter | undefined {
  const words = wordsIn(said ?? '')
  if (words.includes(wordsIn(name))) return undefined
  return reporters.find(
    (each) =>
      each.kind === kind &&
      each.id !== id &&
      isReporterOn(each, on) &&
      words.includes(wordsIn(each.name)),
  )
}

function localReporter(
  kind: ReporterKind,
  { code: typed, name }: { readonly code: string; readonly name: string | null },
  on: CalendarDate,
  known: Known,
  say: Say,
): Reporter | null {
  const { places, plan } = known
  const code = codeOf(typed, on, known)
  const unit = places.byCode(code, on)
  const near = (text: string) =>
    places.nearest(text, on, plan.provinceCode).map((each) => `${each.code} ${placeName(each)}`)
  if (unit === undefined || unit.level === 'province') {
    const named = namedIn(name ?? '', known, on).map((each) => `${each.code} ${placeName(each)}`)
    say('unit_code', 'unknown-unit', {
      nearest: [...new Set([...named, ...near(name ?? ''), ...near(code)])],
    })
    return null
  }
  const other = otherPlace(unit, name, known, on)
  if (other !== undefined) {
    say('unit_name', 'unknown-unit', { code, named: placeName(unit), nearest: [placeName(other)] })
    return null
  }
  if (name !== null && !wordsIn(name).includes(wordsIn(unit.name))) {
    say('unit_name', 'unknown-unit', { code, named: placeName(unit) }, 'warning')
  }
  return registered(kind, code, on, known, say)
}

/** The reporter of that kind and code on a day: before and after a reform a code may be another's. */
function registered(
  kind: ReporterKind,
  code: string,
  on: CalendarDate,
  known: Known,
  say: Say,
): Reporter | null {
  const id = reporterId(kind, code)
  const sameKind = known.reporters.filter((each) => each.kind === kind && isReporterOn(each, on))
  const reporter = reporterOn(sameKind, id, on)
  if (reporter !== undefined) return reporter
  const codeOf = (each: Reporter) => each.id.slice(kind.length + 1)
  const near = nearestBy(code, sameKind, (each) => spellingOf(codeOf(each))).map(
    (each) => `${codeOf(each)} (${each.name})`,
  )
  say('unit_code', 'unknown-reporter', { nearest: near })
  return null
}
