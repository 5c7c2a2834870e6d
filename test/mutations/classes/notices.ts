import { releaseNotice } from '#sources/forms/release-notice.ts'
import { classesIn } from '../mutation.ts'

const { empties, withholds, warns, onSheet, there } = classesIn(
  'the lists of the province',
  releaseNotice,
)
const in2022 = classesIn('the lists of June 2022', releaseNotice)

/** Biểu 02: places, days to come, equal notices. */
export const ofNotices = [
  ...empties([
    ['facility', 'Cơ sở giam giữ thông báo'],
    ['notice_date', 'Ngày thông báo'],
    ['release_date', 'Ngày ra trại'],
    ['commune', 'Xã, phường về cư trú'],
  ]),
  withholds('a commune that nobody knows', 'commune', 1, 'xã Tam Tiếng', 'unknown-commune'),
  withholds('a district', 'commune', 1, 'huyện Lục Ngạn', 'unknown-commune'),
  withholds('a commune of another province by its code', 'commune', 1, '00004', 'unknown-commune'),
  withholds(
    'a commune of another province by name and province',
    'commune',
    1,
    'phường Ba Đình, Hà Nội',
    'unknown-commune',
  ),
  withholds('code and name of two communes', 'commune', 1, '07210 Xuân Lương', 'unknown-commune'),
  withholds('a code that there is not', 'commune', 1, '07211', 'unknown-commune'),
  withholds('a ward that was merged', 'commune', 1, 'phường Trần Phú', 'unknown-commune'),
  withholds('two communes in one cell', 'commune', 1, 'Xuân Lương; Tam Tiến', 'unknown-commune'),
  withholds('the house and the street', 'commune', 1, 'Số 5, đường Hùng Vương', 'unknown-commune'),
  withholds('a yes for a commune', 'commune', 1, true, 'unknown-commune'),
  warns('a code that has lost its nought', 'commune', 1, 7210, 'zero-padded'),
  in2022.withholds('a name that two communes bore', 'commune', 1, 'xã Phúc Sơn', 'unknown-commune'),
  in2022.withholds('a commune that came later', 'commune', 1, 'xã Tân Yên', 'unknown-commune'),

  withholds(
    'an id of another year of birth, on a form without sex',
    'national_id',
    1,
    '024086000008',
    'id-disagrees',
  ),
  withholds('somebody of twelve years', 'birth_year', 3, 2014, 'out-of-range'),
  withholds('a notice of tomorrow', 'notice_date', 1, { day: '2026-02-05' }, 'date-out-of-range'),
  withholds(
    'a release in forty years',
    'release_date',
    1,
    { day: '2066-01-05' },
    'date-out-of-range',
  ),
  withholds(
    'a release of which the month is known',
    'release_date',
    1,
    'cuối tháng 1/2026',
    'not-a-date',
  ),
  {
    ...withholds(
      'the month before the day, beside days that may be either',
      'notice_date',
      1,
      '11/25/2025',
      'not-a-date',
    ),
    beside: [
      { code: 'not-a-date', severity: 'error', sheet: '02.Thong bao', cell: null, field: null },
    ],
    costs: 'sheet',
  } as const,
  withholds('the outcome in words of his own', 'outcome', 1, 'Chưa về', 'not-a-choice'),
  warns('amnesty of no round, by a notice', 'amnesty_round', 2, null, 'required-when'),
  warns('a round without amnesty, by a notice', 'amnesty_round', 1, 'Đợt khác', 'only-when'),
  withholds(
    'a facility and its whole address',
    'facility',
    1,
    'Trại giam mẫu, '.repeat(15),
    'too-long',
  ),
  withholds(
    'an id beside the facility',
    'facility',
    1,
    'Trại giam 024085000008',
    'id-in-free-text',
  ),
  withholds(
    'a name of the sheet beside the facility',
    'facility',
    1,
    'Trại của Người Chín',
    'id-in-free-text',
  ),
  warns(
    'a number of nine digits beside the facility',
    'facility',
    1,
    'Trại giam 123456789',
    'id-in-free-text',
  ),
  warns(
    'an id in the number of the notice',
    'notice_no',
    1,
    '15/TB 024085000008',
    'id-in-free-text',
  ),
  withholds(
    'the number of the notice is its text',
    'notice_no',
    1,
    'Thông báo về việc tha. '.repeat(6),
    'too-long',
  ),
  onSheet(
    'a row is pasted twice',
    { on: 'row', like: 1, typed: { old_id: '121345699' } },
    { code: 'row-twice', cell: there('national_id', 4), field: 'national_id' },
  ),
  onSheet(
    'a row is pasted twice, with another card',
    { on: 'row', like: 2, typed: { national_id: '024190000099' } },
    { code: 'row-twice', cell: there('old_id', 4), field: 'old_id' },
  ),
]
