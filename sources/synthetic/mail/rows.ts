import type { Day } from '../calendar.ts'
import type { Province } from '../world/province.ts'
import {
  agencyAudience,
  audienceOf,
  exemplarRows,
  modelRows,
  outreachRow,
} from './committee-rows.ts'
import { creditRows } from './credit-rows.ts'
import { documentRows } from './document-rows.ts'
import { facilityRow } from './facility-row.ts'
import { fundingRows } from './funding-rows.ts'
import { jobRows, type Part } from './job-rows.ts'
import { judgmentRows } from './judgment-rows.ts'
import { noticeRows, offenceRows } from './list-rows.ts'
import { narrativeRows } from './narrative-rows.ts'
import { type Row, registerRow } from './register-row.ts'
import { listedOn, residentsOf } from './resident.ts'
import { reviewRows } from './review-rows.ts'
import type { Schedule } from './schedule.ts'
import type { Sending } from './sending.ts'
import { sentenceRows } from './sentence-rows.ts'
import { tallyRows } from './tally-rows.ts'
import { taskRows } from './task-rows.ts'

/** The rows of one form in a sending: what its reporter knows by then. */
export function rowsOf(
  province: Province,
  { plan, besides }: Pick<Schedule, 'plan' | 'besides'>,
  sending: Sending,
  form: string,
): readonly Row[] {
  const { seed, models, exemplars, year } = province
  const { reporter, commune, window, knownTo } = sending
  switch (form) {
    case 'returnee-register':
      return registerRows(province, sending)
    case 'release-notice':
      return noticeRows(province, window, knownTo)
    case 'reoffence':
      return offenceRows(province, window, knownTo)
    case 'support-model':
      return modelRows(seed, models, reporter.unitId, window, knownTo)
    case 'exemplar':
      return exemplarRows(exemplars, reporter.unitId, knownTo)
    case 'communication': {
      const audience = commune ? audienceOf(commune) : agencyAudience(seed, reporter.id)
      return [outreachRow(seed, reporter.id, audience, window)]
    }
    case 'pre-release':
      return [facilityRow(seed, reporter, window)]
    case 'credit':
      return creditRows(province, window)
    case 'community-sentence':
      return commune === null ? [] : sentenceRows(province, commune, window)
    case 'jobs-and-training':
      return jobRows(province, PARTS[reporter.id] ?? 'jobs', window)
    case 'tally':
      return window.kind === 'explicit' && commune !== null
        ? reviewRows(province, commune.unit, window)
        : tallyRows(province, reporter.unitId, window, knownTo)
    case 'task-progress':
      return taskRows(seed, sending, besides?.tasksOf(reporter) ?? [])
    case 'narrative':
      return narrativeRows(seed, sending, plan.sectionsOf?.(reporter, window.id))
    case 'funding':
      return fundingRows(seed, sending)
    case 'civil-judgment':
      return judgmentRows(province, window)
    case 'issued-document':
      return documentRows(seed, year.year, plan, sending)
    default:
      throw new RangeError(`no synthetic rows for form '${form}'`)
  }
}

const PARTS: Readonly<Record<string, Part>> = {
  'agency:so-giao-duc-dao-tao': 'training',
  'agency:so-lao-dong-thuong-binh-xa-hoi': 'both',
}

/** Everyone on the register; when the sender means to save work, only who came or went in the month, or nobody who left before it. */
function registerRows({ persons, year }: Province, sending: Sending): readonly Row[] {
  const { reporter, knownTo, window, care } = sending
  const rows = listedOn(residentsOf(persons, reporter.unitId), year.from, knownTo).map((resident) =>
    registerRow(resident, knownTo),
  )
  const since = (row: Row, field: string) =>
    row[field] !== null && (row[field] as Day) >= window.from
  if (care === 'only-changes') {
    return rows.filter((row) => since(row, 'arrived_on') || since(row, 'left_on'))
  }
  if (care === 'cleared')
    return rows.filter((row) => row['left_on'] === null || since(row, 'left_on'))
  return rows
}
