import type { Mutation } from '../mutation.ts'
import { classesOnCover } from '../mutation.ts'

const { empties, refuses, warns } = classesOnCover('the register of a ward')
const ofProvince = classesOnCover('the lists of the province')
const ofAgency = classesOnCover('the quarter of an agency')

const REGISTER = '01.Danh sach'
const COVER = '00.Thong tin'

/** A problem of the sheet that follows from what the cover says. */
const sheetOf = (mutation: Mutation, sheet: string, code: Mutation['told']['code']): Mutation => ({
  ...mutation,
  told: { code, severity: 'error', sheet, cell: null, field: null },
})

/** Block 00, field by field. */
export const ofCover: readonly Mutation[] = [
  ...empties([
    ['unit_code', 'Mã đơn vị hành chính / mã cơ quan'],
    ['unit_name', 'Đơn vị báo cáo'],
    ['reporting_body', 'Cơ quan lập biểu'],
    ['plan_ref', 'Thực hiện Kế hoạch số'],
    ['window', 'Kỳ báo cáo'],
    ['data_to', 'Số liệu tính đến hết ngày'],
    ['submission_kind', 'Loại báo cáo'],
    ['revision_no', 'Lần gửi'],
    ['prepared_by', 'Người lập biểu'],
    ['secrecy', 'Độ mật'],
  ]),
  refuses('a code that no unit has', 'unit_code', '99999', 'unknown-unit'),
  refuses('the code of the province for that of the commune', 'unit_code', '24', 'unknown-unit'),
  refuses('the code of a district of former times', 'unit_code', '213', 'unknown-unit'),
  refuses('the code of a neighbour', 'unit_code', '07246', 'unknown-unit', { at: 'unit_name' }),
  warns(
    'the name of the unit with a slip',
    'unit_name',
    'Công an phường Bắc Giamg',
    'unknown-unit',
  ),
  warns(
    'the name of another province’s commune',
    'unit_name',
    'Công an phường Ba Đình',
    'unknown-unit',
  ),
  refuses('the name of a neighbour', 'unit_name', 'Công an xã Xuân Lương', 'unknown-unit'),
  warns('the code has lost its nought', 'unit_code', 7210, 'zero-padded'),
  ofAgency.refuses('an agency that there is not', 'unit_code', 'so-y-te', 'unknown-reporter'),
  ofAgency.refuses('the code of another agency', 'unit_code', 'cong-an-tinh', 'unknown-unit', {
    at: 'unit_name',
  }),
  ofAgency.refuses('the name of another agency', 'unit_name', 'Công an tỉnh', 'unknown-unit'),
  ofAgency.refuses(
    'an agency as the province’s police',
    'reporting_body',
    'Công an tỉnh',
    'unknown-unit',
  ),
  ofProvince.refuses(
    'the province’s police as a facility',
    'reporting_body',
    'Cơ sở giam giữ',
    'unknown-reporter',
    {
      at: 'unit_code',
    },
  ),
  refuses(
    'the name of the unit and its whole address',
    'unit_name',
    'Công an phường Bắc Giang, '.repeat(8),
    'too-long',
  ),
  refuses('the unit from a sheet that is gone', 'unit_name', { error: '#REF!' }, 'error-cell'),
  refuses('a body that there is not', 'reporting_body', 'Hội đồng', 'not-a-choice'),
  refuses('two bodies', 'reporting_body', 'Công an và UBND cấp xã', 'not-a-choice'),
  {
    ...sheetOf(
      warns('the police as the committee', 'reporting_body', 'UBND cấp xã', 'unknown-reporter'),
      REGISTER,
      'not-owed',
    ),
    beside: [
      {
        code: 'unknown-reporter',
        severity: 'warning',
        sheet: COVER,
        cell: 'B4',
        field: 'unit_code',
      },
    ],
    costs: 'sheet',
  },
  refuses(
    'two digits of the plan’s number in the wrong order',
    'plan_ref',
    '159/KH-UBND',
    'wrong-plan',
  ),
  refuses(
    'a plan of which the number ends alike',
    'plan_ref',
    'Kế hoạch 1195/KH-UBND',
    'wrong-plan',
  ),
  refuses('a plan without its kind', 'plan_ref', '195', 'wrong-plan'),

  refuses('a window in words of his own', 'window', 'cuối năm', 'unknown-window'),
  refuses('a month that there is not', 'window', 'Tháng 13/2026', 'unknown-window'),
  refuses(
    'a month with the days of the calendar',
    'window',
    'Tháng 1/2026 (1/1–31/1/2026)',
    'unknown-window',
  ),
  refuses('a month without a year', 'window', 'Tháng 1', 'unknown-window'),
  refuses('the next month', 'window', 'Tháng 2/2026', 'data-to-outside-window', { at: 'data_to' }),
  refuses('the month before', 'window', 'Tháng 12/2025', 'data-to-outside-window', {
    at: 'data_to',
  }),
  {
    ...sheetOf(
      warns('a quarter for a list of months', 'window', 'Quý I/2026', 'data-to-early'),
      REGISTER,
      'not-owed',
    ),
    beside: [
      { code: 'data-to-early', severity: 'warning', sheet: COVER, cell: 'B9', field: 'data_to' },
    ],
    costs: 'sheet',
  },
  {
    ...sheetOf(
      ofAgency.warns('a month for a form of quarters', 'window', 'Tháng 3/2026', 'not-owed'),
      '06.Tuyen truyen',
      'not-owed',
    ),
    costs: 'sheet',
  },

  refuses('data to “the end of the window”', 'data_to', 'cuối kỳ', 'not-a-date'),
  refuses('data to a day of a year of two digits', 'data_to', '14/1/26', 'not-a-date'),
  refuses(
    'data to the day before the window',
    'data_to',
    { day: '2025-12-14' },
    'data-to-outside-window',
  ),
  refuses('data to the day of sending', 'data_to', { day: '2026-01-15' }, 'data-to-outside-window'),
  refuses('data to tomorrow', 'data_to', { day: '2026-01-16' }, 'data-to-outside-window'),
  refuses('data to the end of the year', 'data_to', { day: '2026-12-31' }, 'date-out-of-range'),
  warns('data to some days before the end', 'data_to', { day: '2026-01-10' }, 'data-to-early'),
  refuses(
    'data to a day that is not calculated',
    'data_to',
    { formula: 'TODAY()' },
    'formula-without-value',
  ),

  refuses(
    'a kind of report that there is not',
    'submission_kind',
    'Báo cáo bổ sung',
    'not-a-choice',
  ),
  warns(
    'a replacement for no reason',
    'submission_kind',
    'Báo cáo thay thế (toàn bộ)',
    'required-when',
    {
      at: 'revision_reason',
    },
  ),
  refuses('sent for the noughth time', 'revision_no', 0, 'out-of-range'),
  refuses('sent for the “first” time', 'revision_no', 'lần đầu', 'not-a-number'),
  refuses('sent minus one times', 'revision_no', -1, 'negative'),
  refuses('sent one and a half times', 'revision_no', 1.5, 'ambiguous-number'),
  refuses('sent on a day', 'revision_no', { day: '2026-01-15' }, 'not-a-number'),

  ofAgency.warns('a quarter without its paper', 'document_no', null, 'required-when'),
  ofAgency.warns('a paper of no day', 'document_date', null, 'required-when'),
  ofAgency.warns('a paper that nobody signed', 'signer_name', null, 'required-when'),
  ofAgency.warns('a paper signed by no office', 'signer_title', null, 'required-when'),
  warns('a paper of “today”', 'document_date', 'hôm nay', 'not-a-date'),
  warns('a paper of next month', 'document_date', { day: '2026-02-14' }, 'date-out-of-range'),
  warns('all telephones of the office', 'phone', '0204 3 123 456; '.repeat(5), 'too-long'),
  warns(
    'the offices of all who sign',
    'signer_title',
    'Trưởng Công an phường; '.repeat(8),
    'too-long',
  ),
  warns(
    'the whole story as a reason',
    'revision_reason',
    'Bổ sung số liệu. '.repeat(40),
    'too-long',
  ),
  refuses(
    'who prepared it, with all who helped',
    'prepared_by',
    'Trần Văn Lập, '.repeat(10),
    'too-long',
  ),

  refuses('neither secret nor not', 'secrecy', 'Nội bộ', 'not-a-choice'),
  {
    ...sheetOf(refuses('a secret paper', 'secrecy', 'Mật', 'secret'), COVER, 'secret'),
  },
  {
    ...sheetOf(
      refuses('a top secret paper, which no list has', 'secrecy', 'Tối mật', 'secret'),
      COVER,
      'secret',
    ),
  },
  {
    ...refuses('the label “Lần gửi” is overwritten', 'revision_no', null, 'cover-field-missing'),
    edit: { on: 'cover-label', field: 'revision_no', typed: 'Số' },
    told: {
      code: 'cover-field-missing',
      severity: 'error',
      sheet: COVER,
      cell: null,
      field: 'revision_no',
    },
  },
  {
    ...refuses('the label “Độ mật” is emptied', 'secrecy', null, 'cover-field-missing'),
    edit: { on: 'cover-label', field: 'secrecy', typed: null },
    told: {
      code: 'cover-field-missing',
      severity: 'error',
      sheet: COVER,
      cell: null,
      field: 'secrecy',
    },
  },
]
