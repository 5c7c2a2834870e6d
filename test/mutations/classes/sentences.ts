import { communitySentence } from '#sources/forms/community-sentence.ts'
import { classesIn, type Mutation, type Told } from '../mutation.ts'

const { empties, withholds, onSheet, there, renames, doubles } = classesIn(
  'the sentences of a ward',
  communitySentence,
)

const SHEET = '09.An tai cong dong'

/** Of nine rows one is not there, because it bears another's name or none. */
const missing: Told = {
  code: 'category-missing',
  severity: 'error',
  sheet: SHEET,
  cell: null,
  field: null,
}
const oneShort = (mutation: Mutation): Mutation => ({
  ...mutation,
  beside: [missing],
  costs: 'sheet',
})

/** Biểu 09: nine rows that must all be there, each a balance of its own. */
export const ofSentences: readonly Mutation[] = [
  ...empties([
    ['opening', 'Đầu kỳ'],
    ['increase', 'Tăng trong kỳ'],
    ['decrease', 'Giảm trong kỳ'],
    ['of_which_completed', 'Trong đó: chấp hành xong'],
    ['closing', 'Cuối kỳ'],
    ['also_on_register', 'Trong số cuối kỳ: đồng thời có tên ở Biểu 01'],
    ['supervised', 'Số người đã có người trực tiếp giám sát, giáo dục'],
    ['violated', 'Số người vi phạm nghĩa vụ trong kỳ'],
    ['new_offence', 'Số người bị khởi tố về tội mới trong kỳ'],
    ['job_need', 'Số người có nhu cầu thông tin việc làm'],
    ['job_need_also', 'Trong đó: đồng thời có tên ở Biểu 01'],
    ['job_reached', 'Số người có nhu cầu đã được tiếp cận thông tin việc làm'],
    ['files', 'Số hồ sơ đang quản lý'],
    ['files_digitised', 'Số hồ sơ đã số hóa'],
  ]),
  withholds(
    'who of those reached stands on the register too is left empty',
    'job_reached_also',
    1,
    null,
    'required',
  ),
  oneShort(withholds('a category is left empty', 'category', 3, null, 'required')),
  oneShort(withholds('a category in words of his own', 'category', 1, 'Treo án', 'not-a-choice')),
  oneShort(
    onSheet(
      'a category stands twice',
      { on: 'cell', field: 'category', row: 2, typed: 'Người được hưởng án treo' },
      { code: 'row-twice', cell: there('category', 2), field: 'category' },
    ),
  ),
  onSheet(
    'the row of a category is wiped out',
    { on: 'row-emptied', row: 8 },
    { code: 'category-missing' },
  ),
  withholds('more moved in than came', 'of_which_moved_in', 1, 4, 'exceeds'),
  withholds(
    'completed and moved out are more than went',
    'of_which_moved_out',
    1,
    2,
    'parts-exceed',
    {
      at: ['decrease', 1],
    },
  ),
  withholds('the end is not start and movement', 'closing', 1, 12, 'sum-differs'),
  withholds('the start is not what the end says', 'opening', 1, 9, 'sum-differs', {
    at: ['closing', 1],
  }),
  withholds('more came than the end says', 'increase', 1, 4, 'sum-differs', { at: ['closing', 1] }),
  withholds('more on the register than there are', 'also_on_register', 1, 12, 'exceeds'),
  withholds('more supervised than there are', 'supervised', 1, 12, 'exceeds'),
  withholds('more of the register in need than are in need', 'job_need_also', 1, 6, 'exceeds'),
  withholds('more told of jobs than asked', 'job_reached', 1, 6, 'exceeds'),
  withholds(
    'more of the register told of jobs than were told',
    'job_reached_also',
    1,
    4,
    'exceeds',
  ),
  withholds('of the register fewer in need than were told', 'job_need_also', 1, 0, 'exceeds', {
    at: ['job_reached_also', 1],
  }),
  withholds('more files digitised than there are', 'files_digitised', 1, 12, 'exceeds'),
  withholds('more files of the register than there are', 'files_also', 1, 12, 'exceeds'),
  withholds('“none” for those who broke a duty', 'violated', 1, 'không', 'not-a-number'),
  withholds('a negative number of new offences', 'new_offence', 1, -1, 'negative'),
  renames('the header of the end becomes “Tồn”', 'closing', 'Tồn'),
  renames('the header before one that stands twice becomes “Nhu cầu”', 'job_need', 'Nhu cầu'),
  renames('the header that stands twice by right is emptied once', 'job_reached_also', null),
  doubles('the header of the supervised stands twice', 'supervised', 'T7'),
]
