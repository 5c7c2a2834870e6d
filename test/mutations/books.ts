import { civilJudgment } from '#sources/forms/civil-judgment.ts'
import { communication } from '#sources/forms/communication.ts'
import { communitySentence } from '#sources/forms/community-sentence.ts'
import { credit } from '#sources/forms/credit.ts'
import { exemplar } from '#sources/forms/exemplar.ts'
import type { Form } from '#sources/forms/form.ts'
import { funding } from '#sources/forms/funding.ts'
import { issuedDocument } from '#sources/forms/issued-document.ts'
import { jobsAndTraining } from '#sources/forms/jobs-and-training.ts'
import { narrative } from '#sources/forms/narrative.ts'
import { preRelease } from '#sources/forms/pre-release.ts'
import { releaseNotice } from '#sources/forms/release-notice.ts'
import { reoffence } from '#sources/forms/reoffence.ts'
import { returneeRegister } from '#sources/forms/returnee-register.ts'
import { supportModel } from '#sources/forms/support-model.ts'
import { tally } from '#sources/forms/tally.ts'
import { taskProgress } from '#sources/forms/task-progress.ts'
import type { ReadContext } from '#sources/read.ts'
import { places } from '#sources/reference/places.ts'
import type { Value } from '#sources/submission.ts'
import type { Reporter, ReporterId } from '#sources/vocabulary/reporter.ts'
import { readWindow } from '#sources/vocabulary/window.ts'
import { type SheetSpec, writeWorkbook } from '#sources/workbooks/template.ts'
import { reporters as fewReporters, context as ofBacNinh } from '../sources/made-book.ts'
import * as later from './later-rows.ts'
import * as rows from './rows.ts'

/** A workbook without a fault, as a reporter sends it; every class of mistake is one change of one of these. */
export interface GoodBook {
  readonly sheets: readonly GoodSheet[]
  readonly context: ReadContext
  /** Made once. */
  readonly bytes: () => Promise<Uint8Array>
}

export interface GoodSheet {
  readonly form: Form
  readonly rows: readonly Readonly<Record<string, Value>>[]
}

export type BookName = keyof typeof books

interface Made {
  readonly reporter: ReporterId
  readonly window: string
  readonly receivedOn: string
  readonly cover?: Readonly<Record<string, Value>>
  readonly sheets: readonly GoodSheet[]
}

const agency = (code: string, name: string): Reporter => ({
  id: `agency:${code}`,
  kind: 'agency',
  name,
  unitId: '24@2025-07-01',
  standing: 'obliged',
})

const reporters: readonly Reporter[] = [
  ...fewReporters,
  agency('ngan-hang-chinh-sach-xa-hoi', 'Chi nhánh Ngân hàng Chính sách xã hội tỉnh'),
  agency('so-noi-vu', 'Sở Nội vụ'),
  agency('so-giao-duc-dao-tao', 'Sở Giáo dục và Đào tạo'),
  agency('thi-hanh-an-dan-su', 'Thi hành án dân sự tỉnh'),
]

const paper = {
  document_no: '12/BC',
  signer_name: 'Nguyễn Thị Ký',
  signer_title: 'Trưởng đơn vị',
  prepared_by: 'Trần Văn Lập',
  phone: '0204 3 123 456',
}
const january = { window: 'Tháng 1/2026', receivedOn: '2026-01-15' } as const
const quarter = { window: 'Quý I/2026', receivedOn: '2026-03-16' } as const
const half = { window: '6 tháng đầu năm 2026', receivedOn: '2026-06-16' } as const
const police = { reporting_body: 'cong_an_tinh' } as const

/** Invented people, each row there for the rules that only it can break. */
export const books = {
  'the register of a ward': made({
    reporter: 'police:07210',
    ...january,
    sheets: [{ form: returneeRegister, rows: rows.register }],
  }),
  'the lists of the province': made({
    reporter: 'agency:cong-an-tinh',
    ...january,
    cover: police,
    sheets: [
      { form: releaseNotice, rows: rows.notices },
      { form: reoffence, rows: rows.offences },
    ],
  }),
  'the lists of a quiet month': made({
    reporter: 'agency:cong-an-tinh',
    ...january,
    cover: police,
    sheets: [
      { form: releaseNotice, rows: rows.notices },
      { form: reoffence, rows: [] },
    ],
  }),
  'the lists of June 2022': made({
    reporter: 'agency:cong-an-tinh',
    window: 'Tháng 6/2022',
    receivedOn: '2022-06-15',
    cover: police,
    sheets: [{ form: releaseNotice, rows: rows.noticesOf2022 }],
  }),
  'the quarter of a committee': made({
    reporter: 'committee:07210',
    ...quarter,
    sheets: [
      { form: supportModel, rows: rows.models },
      { form: exemplar, rows: rows.exemplars },
      { form: communication, rows: rows.everybody },
    ],
  }),
  'the quarter of an agency': made({
    reporter: 'agency:so-tu-phap',
    ...quarter,
    sheets: [{ form: communication, rows: rows.officials }],
  }),
  'the sentences of a ward': made({
    reporter: 'police:07210',
    ...january,
    sheets: [{ form: communitySentence, rows: later.sentences }],
  }),
  'the loans of a month': made({
    reporter: 'agency:ngan-hang-chinh-sach-xa-hoi',
    ...january,
    cover: { reporting_body: 'nhcsxh' },
    sheets: [{ form: credit, rows: later.credit }],
  }),
  'the jobs of a quarter': made({
    reporter: 'agency:so-noi-vu',
    ...quarter,
    sheets: [{ form: jobsAndTraining, rows: later.jobs }],
  }),
  'the training of a quarter': made({
    reporter: 'agency:so-giao-duc-dao-tao',
    ...quarter,
    sheets: [{ form: jobsAndTraining, rows: later.training }],
  }),
  'the tally of a half-year': made({
    reporter: 'committee:07210',
    ...half,
    sheets: [{ form: tally, rows: later.tally }],
  }),
  'the half-year of a committee': made({
    reporter: 'committee:07210',
    ...half,
    sheets: [
      { form: taskProgress, rows: later.tasks },
      { form: narrative, rows: later.narrative },
      { form: funding, rows: later.funding },
      { form: issuedDocument, rows: later.documents },
    ],
  }),
  'the civil judgments of a half-year': made({
    reporter: 'agency:thi-hanh-an-dan-su',
    ...half,
    cover: { reporting_body: 'thads' },
    sheets: [{ form: civilJudgment, rows: later.civil }],
  }),
  'the month of a facility': made({
    reporter: 'facility:trai-tam-giam',
    ...january,
    sheets: [{ form: preRelease, rows: rows.prepared }],
  }),
} satisfies Record<string, GoodBook>

export function bookOf(name: BookName): GoodBook {
  return books[name]
}

function made({ reporter: id, window: words, receivedOn, cover, sheets }: Made): GoodBook {
  const day = receivedOn as ReadContext['receivedOn']
  const context: ReadContext = { ...ofBacNinh, reporters, receivedOn: day }
  let written: Promise<Uint8Array> | undefined
  return { sheets, context, bytes: () => (written ??= write()) }

  function write(): Promise<Uint8Array> {
    const reporter = reporters.find((each) => each.id === id)
    const window = readWindow(words, 'adm')
    const unit = places().byId(reporter?.unitId ?? '')
    if (!reporter || !window || !unit) throw new Error(`no reporter ${id} or no window ${words}`)
    const last = new Date(Date.parse(`${window.to}T00:00:00Z`) - 86_400_000).toISOString()
    const said = {
      data_to: last.slice(0, 10),
      document_date: last.slice(0, 10),
      ...paper,
      ...cover,
    }
    const plan = { number: '195/KH-UBND', title: 'Kế hoạch tái hòa nhập cộng đồng' }
    return writeWorkbook({ plan, reporter, unit, window, cover: said, sheets: sheets.map(specOf) })
  }
}

function specOf({ form, rows: given }: GoodSheet): SheetSpec {
  return { form, nil: given.length === 0, rows: given }
}
