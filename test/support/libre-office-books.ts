/**
 * Two workbooks as they were handed out and filled in, of people who do not exist. Run with a folder, it writes them there for
 * LibreOffice to open and save: `test/sources/workbooks/libre-office/README.md` says how.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { communication } from '#sources/forms/communication.ts'
import { exemplar } from '#sources/forms/exemplar.ts'
import type { Form } from '#sources/forms/form.ts'
import { returneeRegister } from '#sources/forms/returnee-register.ts'
import { supportModel } from '#sources/forms/support-model.ts'
import { read } from '#sources/read.ts'
import { places } from '#sources/reference/places.ts'
import type { Value } from '#sources/submission.ts'
import { addDays } from '#sources/vocabulary/date.ts'
import { window } from '#sources/vocabulary/window.ts'
import { carriedRows, nextYearOf } from '#sources/workbooks/carry.ts'
import { type WorkbookSpec, writeWorkbook } from '#sources/workbooks/template.ts'
import { readContextOf } from './read-context.ts'

type Row = Readonly<Record<string, Value>>

const communes = ['07210', '07246', '07264']
const context = readContextOf(bacNinh2026, communes)

/** What the reader of these workbooks knows, on the day on which they would arrive. */
export const sentOn = { ...context, fileName: 'a.xlsx', receivedOn: '2026-12-16' } as const

const resident: Row = {
  birth_year: 1985,
  sex: 'nam',
  release_basis: 'chap_hanh_xong',
  release_date: '2026-01-20',
  certificate_date: '2026-01-20',
  completion_date: '2026-01-20',
  entry_kind: 'ra_trai',
  arrived_on: '2026-01-21',
  residence_kind: 'thuong_tru',
  reported_on: '2026-01-22',
  received_on: '2026-01-23',
  helper_kind: 'thon_to',
  helper_on: '2026-01-25',
  legal_need: 'khong',
  papers_need: 'khong',
  job_need: 'co',
  training_need: 'chua',
  employment: 'khong_lao_dong',
  loan_need: 'khong',
  digitised: 'khong',
  group: 'chua',
}

/** What the register of September held; the fourth row was withheld for a day that there is not. */
export const people: readonly Row[] = [
  { ...resident, case_file_no: 'A-001', full_name: 'Nguyễn Văn Mẫu', national_id: '024085000001' },
  {
    ...resident,
    case_file_no: '0012',
    full_name: "H'Bia Thử",
    sex: 'nu',
    birth_year: 1990,
    national_id: null,
    no_id_reason: 'dang_xac_minh',
    old_id: '012345678',
    extra_penalty: 'cam_dam_nhiem',
    remark: 'Dòng một\n"ngoặc kép", dấu phẩy; <thẻ> & ký tự lạ ½',
  },
  {
    ...resident,
    case_file_no: 'A-003',
    full_name: 'Đỗ Thị Ẩn Ví Dụ',
    sex: 'nu',
    birth_year: 1979,
    national_id: '024179000003',
    release_basis: 'tha_tu_co_dieu_kien',
    certificate_date: null,
    completion_date: null,
    probation_end: '2028-02-29',
    entry_kind: 'chuyen_den',
    moved_from: '07246@2025-07-01',
  },
  {
    ...resident,
    case_file_no: 'A-004',
    full_name: 'Trần Văn Giữ Lại',
    national_id: '024085000004',
    counselled_on: '31/2/2026',
  },
]

/** What the officer adds in October: one service, and one person at the end. */
export const added: Row = {
  ...resident,
  case_file_no: 'A-005',
  full_name: 'Lê Văn Mới',
  national_id: '024085000005',
  release_date: '2026-10-01',
  certificate_date: '2026-10-01',
  completion_date: '2026-10-01',
  arrived_on: '2026-10-02',
  reported_on: '2026-10-03',
  received_on: '2026-10-03',
  helper_on: '2026-10-05',
}
export const service: Row = { counselled_on: '2026-10-09' }

export const models: readonly Row[] = [
  {
    model_code: 'MH-07210-1',
    name: 'Tổ tự quản “Nghĩa tình”, trách nhiệm',
    kind: 'doanh_nghiep',
    scope: 'lien_xa',
    covers: '07246@2025-07-01; 07264@2025-07-01',
    decision_no: '15/QĐ-UBND',
    founded_on: '2024-02-29',
    status: 'hoat_dong',
    last_activity_on: '2026-09-01',
    rating: 'chua',
    members: 1234,
    helping_now: 3,
    helped_ytd: 5,
  },
]
/** What the officer counts at the end of the fourth quarter. */
export const modelCounts: Row = { helping_now: 4, helped_ytd: 1006, jobs_ytd: 2 }

export const outreach: Row = {
  officials_total: 24,
  officials_reached: 24,
  adults_total: 12_600,
  adults_reached: 9_001,
  reach_method: 'ho',
  sessions: 2,
  attendances: 1_250,
}

/** The register for October, begun with September's. */
export async function registerBook(): Promise<Uint8Array> {
  const before = specOf('police:07210', 'adm:2026-09', [sheet(returneeRegister, people)])
  const [rows = []] = await carried(before, 'adm:2026-10')
  const filled = rows.map((row, at) => (at === 0 ? { ...row, ...service } : row))
  return writeWorkbook(
    specOf('police:07210', 'adm:2026-10', [sheet(returneeRegister, [...filled, added])]),
  )
}

/** The three sheets of a committee for the fourth quarter, begun with the third's; nothing to tell of exemplars. */
export async function committeeBook(): Promise<Uint8Array> {
  const sheets = [
    sheet(supportModel, models),
    sheet(exemplar, []),
    sheet(communication, [outreach]),
  ]
  const [counted = []] = await carried(
    specOf('committee:07210', 'adm:2026-Q3', sheets),
    'adm:2026-Q4',
  )
  return writeWorkbook(
    specOf('committee:07210', 'adm:2026-Q4', [
      sheet(
        supportModel,
        counted.map((row) => ({ ...row, ...modelCounts })),
      ),
      sheet(exemplar, []),
      sheet(communication, [outreach]),
    ]),
  )
}

function sheet(form: Form, rows: readonly Row[]): WorkbookSpec['sheets'][number] {
  return { form, rows, nil: rows.length === 0, spare: 5 }
}

function specOf(
  reporterId: string,
  windowId: string,
  sheets: WorkbookSpec['sheets'],
): WorkbookSpec {
  const reporter = context.reporters.find(({ id }) => id === reporterId)
  const unit = places().byId(reporter?.unitId ?? '')
  if (reporter === undefined || unit === undefined) throw new RangeError(reporterId)
  const { number, title } = bacNinh2026.document
  const covered = window(windowId)
  return {
    plan: { number: number ?? '', title },
    reporter,
    unit,
    window: covered,
    cover: { data_to: addDays(covered.to, -1), prepared_by: 'Người Lập Biểu' },
    sheets,
  }
}

async function carried(spec: WorkbookSpec, next: string): Promise<readonly (readonly Row[])[]> {
  const reading = await read(await writeWorkbook(spec), { ...sentOn, lines: true })
  return spec.sheets.map(({ form }) => {
    const lines = reading.sheets.find((one) => one.form === form.id)?.lines ?? []
    return carriedRows(form, lines, nextYearOf(window(next), spec.window)).map((row) => row.values)
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2]
  if (folder === undefined) throw new RangeError('name a folder')
  await writeFile(join(folder, 'register.xlsx'), await registerBook())
  await writeFile(join(folder, 'committee.xlsx'), await committeeBook())
}
