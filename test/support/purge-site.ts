import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pull, run } from '#pipelines/commands/jobs.ts'
import { type Setting, settingOf } from '#pipelines/station.ts'
import { formById } from '#sources/forms/index.ts'
import type { Value } from '#sources/submission.ts'
import { addDays } from '#sources/vocabulary/date.ts'
import { window } from '#sources/vocabulary/window.ts'
import { writeWorkbook } from '#sources/workbooks/template.ts'
import { A, B, POLICE_OF_PROVINCE } from './rows.ts'
import { resident } from './sent.ts'
import { type TestSite, testSite } from './site.ts'

type Values = Readonly<Record<string, Value>>

/** A person of the year, as the workbooks name him. */
export interface Planted {
  readonly full_name: string
  readonly national_id: string
  readonly old_id: string
  readonly case_file_no: string
  readonly remark: string
}

/** Left for good in March; a case in February; named in other people's rows, in lists, in files that were not accepted. */
export const gone: Planted = {
  full_name: 'Đặng Khiết Tường',
  national_id: '024085987654',
  old_id: '125987654',
  case_file_no: 'HS-7731/ĐKT',
  remark: 'đã mổ ruột thừa ở Yên Dũng',
}

/** What stands only in the lists about him. */
export const goneElsewhere = ['TB-99817', 'VA-5521'] as const

/** Moved within the province, then out of it in June; many are called so. */
export const moved: Planted = {
  full_name: 'Nguyễn Văn Hùng',
  national_id: '024085123123',
  old_id: '125123123',
  case_file_no: 'HS-2201',
  remark: 'chuyển vào Đồng Nai',
}

/** Lives in the other commune under the same name. */
export const namesake: Planted = {
  full_name: 'Nguyễn Văn Hùng',
  national_id: '024085456456',
  old_id: '125456456',
  case_file_no: 'HS-3301',
  remark: 'thợ mộc',
}

/** Still there. */
export const staying: Planted = {
  full_name: 'Phạm Thế Lương Bằng',
  national_id: '024085777888',
  old_id: '125777888',
  case_file_no: 'HS-9001',
  remark: 'làm ở xưởng gạch',
}

/** Gone for a reason that somebody has to look into. */
export const unclear: Planted = {
  full_name: 'Vũ Đức Khải Hoàn',
  national_id: '024085333444',
  old_id: '125333444',
  case_file_no: 'HS-4417',
  remark: 'hẹn gặp lại',
}

export const businessDate = '2027-01-05'

/** A year of two communes, taken in and published after its end. */
export async function yearOfTwo(): Promise<TestSite> {
  const place = await testSite({
    communes: [A, B],
    businessDate,
    readers: 1,
    answers: 'phan-hoi',
  })
  const setting = await settingOf(place.site)
  const files = await filesOf(setting)
  place.setDay(businessDate)
  for (const [name, bytes] of files) await place.deliver(name, bytes)
  const context = { site: place.site, effects: place.effects }
  await run(context)
  for (const [name] of files) await rm(join(place.site.inbox, name))
  await pull(context)
  return place
}

function row(
  who: Planted,
  arrivedOn: `${number}-${number}-${number}`,
  values: Values = {},
): Values {
  return {
    ...resident('', arrivedOn).values,
    certificate_date: arrivedOn,
    completion_date: arrivedOn,
    reported_on: arrivedOn,
    received_on: arrivedOn,
    ...who,
    ...values,
  }
}

const left = { left_on: '2026-03-01', left_reason: 'xoa_an_tich' }

/** The register of the first commune in a month: who is there by then, and who left. */
function registerOfA(month: number, changed: Values = {}): readonly Values[] {
  return [
    row(gone, '2025-12-20', { ...(month >= 3 ? left : {}), ...changed }),
    row(staying, '2026-01-02', month === 2 ? { remark: 'bạn của Dang Khiet Tuong' } : {}),
    row(unclear, '2025-12-28', month >= 5 ? { left_on: '2026-05-02', left_reason: 'khac' } : {}),
    ...(month >= 6
      ? [
          row(moved, '2026-04-10', {
            entry_kind: 'chuyen_den',
            release_date: '2026-01-05',
            moved_from: `${B}@2025-07-01`,
            left_on: '2026-06-01',
            left_reason: 'chuyen_ngoai_tinh',
            moved_to: null,
          }),
        ]
      : []),
  ]
}

function registerOfB(month: number): readonly Values[] {
  const there = { left_on: '2026-04-10', left_reason: 'chuyen_trong_tinh' }
  const to = { moved_to: `${A}@2025-07-01` }
  return [
    row(moved, '2026-01-05', month >= 5 ? { ...there, ...to } : {}),
    row(namesake, '2026-01-06'),
  ]
}

const facility = 'Trại giam Kim Chi'

function noticesOf(): readonly Values[] {
  const one = {
    birth_year: 1985,
    facility,
    notice_date: '2025-11-20',
    release_basis: 'chap_hanh_xong',
    release_date: '2025-12-20',
    commune: `${A}@2025-07-01`,
  }
  return [
    { ...one, full_name: gone.full_name, national_id: gone.national_id, notice_no: 'TB-99817' },
    { ...one, full_name: 'ĐẶNG  KHIẾT TƯỜNG', release_date: '2025-12-21' },
    { ...one, full_name: staying.full_name, old_id: staying.old_id, release_date: '2026-01-02' },
  ]
}

function offencesOf(): readonly Values[] {
  return [
    {
      case_ref: 'VA-5521',
      full_name: gone.full_name,
      national_id: gone.national_id,
      case_file_no: gone.case_file_no,
      commune: `${A}@2025-07-01`,
      offence_on: '2026-02-01',
      place: 'trong_tinh',
      prosecuted_on: '2026-02-10',
      offence_group: 'so_huu',
      seriousness: 'it',
      source: 'dieu_tra',
    },
  ]
}

const model = {
  model_code: 'M-01',
  name: 'Tổ giúp đỡ ông Đặng Khiết Tường',
  kind: 'cau_lac_bo',
  scope: 'xa',
  decision_no: '1/QĐ',
  founded_on: '2025-08-01',
  status: 'hoat_dong',
  last_activity_on: '2026-03-01',
  rating: 'hieu_qua',
  helping_now: 1,
  helped_ytd: 1,
}

async function filesOf(
  setting: Setting,
): Promise<readonly (readonly [name: string, bytes: Uint8Array | string])[]> {
  const book = bookOf(setting)
  const register = (code: string, month: number, rows: readonly Values[], revision = 1) =>
    book('returnee-register', `police:${code}`, `adm:2026-${String(month).padStart(2, '0')}`, {
      rows,
      revision,
    })
  const province = (form: string, month: string, rows: readonly Values[]) =>
    book(form, POLICE_OF_PROVINCE, `adm:2026-${month}`, { rows })
  return [
    ['a-01-1.xlsx', await register(A, 1, registerOfA(1, { old_id: '125987655' }))],
    ['a-01-2.xlsx', await register(A, 1, registerOfA(1), 2)],
    ['a-02.xlsx', await register(A, 2, registerOfA(2))],
    ['a-03.xlsx', await register(A, 3, registerOfA(3))],
    ['a-06 withheld.xlsx', await register(A, 6, registerOfA(6, { arrived_on: '2029-01-01' }))],
    ['a-12.xlsx', await register(A, 12, registerOfA(12))],
    ['b-01.xlsx', await register(B, 1, registerOfB(1))],
    ['b-12.xlsx', await register(B, 12, registerOfB(12))],
    ['notices.xlsx', await province('release-notice', '01', noticesOf())],
    ['offences-02.xlsx', await province('reoffence', '02', offencesOf())],
    ['offences-12.xlsx', await province('reoffence', '12', offencesOf())],
    [
      'models.xlsx',
      await book('support-model', `committee:${A}`, 'adm:2026-Q1', { rows: [model] }),
    ],
    [
      'another plan.xlsx',
      await book('returnee-register', `police:${A}`, 'adm:2026-05', {
        rows: registerOfA(5),
        cover: { plan_ref: '999/KH-UBND' },
      }),
    ],
    [`${gone.full_name}.csv`, `Họ tên;Số\nĐặng Khiết Tường;024 085 987 654\n`],
    ['scan.pdf', `%PDF-1.4\n${gone.full_name}\n`],
    ['clean.csv', 'Họ tên;Số\nAi đó;1\n'],
  ]
}

function bookOf({ plan, places, reporters }: Setting) {
  return (
    formId: string,
    reporterId: string,
    windowId: string,
    {
      rows,
      revision = 1,
      cover = {},
    }: { readonly rows: readonly Values[]; readonly revision?: number; readonly cover?: Values },
  ): Promise<Uint8Array> => {
    const reporter = reporters.find(({ id }) => id === reporterId)
    const form = formById(formId)
    const unit = reporter && places.byId(reporter.unitId as never)
    if (reporter === undefined || form === undefined || unit === undefined) {
      throw new RangeError(`${formId} of ${reporterId} is unknown`)
    }
    const covered = window(windowId)
    return writeWorkbook({
      plan: { number: plan.document.number ?? '', title: plan.document.title },
      reporter,
      unit,
      window: covered,
      cover: {
        data_to: addDays(covered.to, -1),
        revision_no: revision,
        ...(revision === 1 ? {} : { revision_reason: 'Sửa số giấy tờ' }),
        document_no: '01/BC',
        document_date: businessDate,
        signer_name: 'Người Ký',
        signer_title: 'Trưởng đơn vị',
        prepared_by: 'Người Lập Biểu',
        ...cover,
      },
      sheets: [{ form, nil: false, rows }],
    })
  }
}
