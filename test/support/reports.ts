import type { Problem } from '#sources/problem.ts'
import type { AcceptedRow, Reading, SheetReading } from '#sources/submission.ts'
import { scripted } from './scripted-reader.ts'

/** A release notice as a reader would give it, with personal values in the clear. */
export interface Report {
  readonly window?: string
  readonly revision?: number
  readonly rows: number
  readonly outcome?: SheetReading['outcome']
  readonly problems?: readonly Problem[]
  /** Tells apart files that say the same. */
  readonly mark?: string
}

/** What must never be found outside vault and inbox. */
export const SECRETS = ['Nguyễn Văn Kín', '024085000001', '77/TB-TTG', '125000013'] as const

export function readingOf({
  window = 'adm:2026-02',
  revision = 1,
  rows,
  outcome = 'accepted',
  problems = [],
  mark = '',
}: Report): Reading {
  const sheet: SheetReading = {
    form: 'release-notice',
    formVersion: 1,
    sheet: '02.Thong bao',
    reporter: 'agency:cong-an-tinh',
    window,
    revision,
    nil: rows === 0,
    dataTo: '2026-02-14',
    documentNo: `12${mark}/BC-CAT`,
    documentDate: null,
    outcome,
    rowsRead: rows,
    rowsAccepted: rows,
    columns: { full_name: 'B', birth_year: 'E' },
    rows: Array.from({ length: rows }, (_, n) => noticeOf(n)),
  }
  return { outcome, sheets: [sheet], problems }
}

/** The file that says so. */
export function report(of: Report): Uint8Array {
  return scripted({ do: 'answer', reading: readingOf(of) })
}

function noticeOf(n: number): AcceptedRow {
  return {
    row: 9 + n,
    unitId: '07210@2025-07-01',
    values: {
      full_name: 'Nguyễn Văn Kín',
      national_id: '024085000001',
      old_id: '125000013',
      birth_year: 1985,
      facility: 'Trại tạm giam',
      notice_no: '77/TB-TTG',
      release_date: '2026-02-01',
    },
    identifiers: ['nid:024085000001', 'old:125000013'],
  }
}
