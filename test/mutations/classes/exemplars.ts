import { exemplar } from '#sources/forms/exemplar.ts'
import { classesIn } from '../mutation.ts'

const { empties, withholds, warns, refuses } = classesIn('the quarter of a committee', exemplar)

/** Biểu 05: who was praised, by whom, and whether he agreed to be shown. */
export const ofExemplars = [
  ...empties([
    ['exemplar_code', 'Mã điển hình'],
    ['display_name', 'Họ tên cá nhân (tên tập thể)'],
    ['kind', 'Đối tượng'],
    ['level', 'Cấp công nhận'],
    ['form', 'Hình thức'],
    ['decision_no', 'Số quyết định (văn bản)'],
    ['recognised_on', 'Ngày công nhận'],
  ]),
  refuses('one exemplar under two names', 'exemplar_code', 2, 'E-01', 'row-twice'),
  withholds(
    'a description for the code of an exemplar',
    'exemplar_code',
    1,
    'Cá nhân điển hình tiên tiến của phường năm',
    'too-long',
  ),
  withholds(
    'all members for the name of a group',
    'display_name',
    2,
    'Hội Phụ nữ phường; '.repeat(12),
    'too-long',
  ),
  withholds('a kind of exemplar in words of his own', 'kind', 1, 'Gương người tốt', 'not-a-choice'),
  withholds('a level that there is no more', 'level', 1, 'Cấp huyện', 'not-a-choice'),
  withholds('a medal for the kind of praise', 'form', 1, 'Huân chương', 'not-a-choice'),
  withholds('agreed “by word of mouth”', 'consent', 1, 'đồng ý miệng', 'not-a-choice'),
  warns('nobody asked whether he agrees', 'consent', 1, null, 'required-when'),
  withholds(
    'no longer praised before it began',
    'withdrawn_on',
    2,
    { day: '2026-01-01' },
    'date-order',
  ),
  withholds('praised by quarter', 'recognised_on', 1, 'Quý I/2026', 'not-a-date'),
  withholds('no longer praised “from now on”', 'withdrawn_on', 2, 'từ nay', 'not-a-date'),
  warns(
    'an id in the number of the decision',
    'decision_no',
    1,
    '15/QĐ 024085000001',
    'id-in-free-text',
  ),
  warns(
    'the name in the number of the decision',
    'decision_no',
    1,
    'QĐ khen Người Mẫu',
    'id-in-free-text',
  ),
  withholds(
    'the decision of praise with all its text',
    'decision_no',
    1,
    'Quyết định khen thưởng số 15 '.repeat(4),
    'too-long',
  ),
]
