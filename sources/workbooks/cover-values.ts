import { PLAN_REF_MAX } from '../forms/cover.ts'
import type { Value } from '../submission.ts'
import type { Reporter } from '../vocabulary/reporter.ts'
import type { Unit } from '../vocabulary/unit.ts'
import { type Window, wordsOf } from '../vocabulary/window.ts'
import type { CoverValues } from './cover-sheet.ts'

interface Known {
  readonly plan?: { readonly number: string; readonly title: string }
  readonly reporter?: Reporter
  readonly unit?: Unit
  readonly window?: Window
  readonly cover: Readonly<Record<string, Value | undefined>>
}

/** The cover's values: those given (null leaves a cell empty), and for the rest what the system knows. */
export function coverValues({ plan, reporter, unit, window, cover: own }: Known): CoverValues {
  const given = Object.entries(own).filter(([, value]) => value !== undefined)
  const again = Number(own['revision_no'] ?? 1) > 1
  return {
    unit_code: reporter?.id.slice(reporter.id.indexOf(':') + 1),
    unit_name: reporter?.name,
    reporting_body: reporter === undefined ? undefined : bodyOf(reporter, unit),
    plan_ref: plan === undefined ? undefined : referenceOf(plan),
    window: window === undefined ? undefined : wordsOf(window),
    submission_kind: again ? 'thay_the' : 'lan_dau',
    revision_no: 1,
    secrecy: 'khong',
    ...Object.fromEntries(given),
  }
}

/** The plan's number; where it is blank the title, as much of it as the cover has room for. */
function referenceOf({ number, title }: NonNullable<Known['plan']>): string {
  return number === '' ? title.slice(0, PLAN_REF_MAX) : number
}

/** Code of "Cơ quan lập biểu"; of the agencies only the plan knows which is more than a sở, ngành. */
function bodyOf({ id, kind }: Reporter, unit: Unit | undefined): string {
  switch (kind) {
    case 'police':
      return unit?.level === 'province' ? 'cong_an_tinh' : 'cong_an_xa'
    case 'committee':
      return unit?.level === 'district' ? 'ubnd_huyen' : 'ubnd_xa'
    case 'facility':
      return 'co_so_giam_giu'
    case 'agency':
      return id === 'agency:cong-an-tinh' ? 'cong_an_tinh' : 'so_nganh'
  }
}
