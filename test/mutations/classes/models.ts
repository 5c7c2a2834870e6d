import { supportModel } from '#sources/forms/support-model.ts'
import { classesIn } from '../mutation.ts'

const { empties, withholds, warns, refuses } = classesIn('the quarter of a committee', supportModel)

/** Biểu 04: models of one commune and of several, working and not. */
export const ofModels = [
  ...empties([
    ['model_code', 'Mã mô hình'],
    ['name', 'Tên mô hình'],
    ['kind', 'Loại hình'],
    ['scope', 'Phạm vi hoạt động'],
    ['decision_no', 'Số quyết định (văn bản) thành lập'],
    ['founded_on', 'Ngày thành lập'],
    ['status', 'Tình trạng'],
    ['last_activity_on', 'Ngày hoạt động gần nhất'],
    ['rating', 'Phân loại (rà soát)'],
    ['helping_now', 'Số người CHXAPT đang được giúp đỡ'],
    ['helped_ytd', 'Số người được giúp đỡ từ đầu năm (không trùng)'],
  ]),
  refuses('one model under two names', 'model_code', 2, 'M-01', 'row-twice'),
  withholds(
    'a description for the code of a model',
    'model_code',
    1,
    'Mô hình câu lạc bộ hoàn lương phường số 1',
    'too-long',
  ),
  withholds('an id in the name of a model', 'name', 1, 'CLB của 024085000001', 'id-in-free-text'),
  warns('a telephone in the name of a model', 'name', 1, 'CLB 204 123 456', 'id-in-free-text'),
  withholds(
    'the whole purpose for the name of a model',
    'name',
    1,
    'Câu lạc bộ giúp đỡ. '.repeat(12),
    'too-long',
  ),
  withholds(
    'the decision with all its text',
    'decision_no',
    1,
    'Quyết định thành lập mô hình số '.repeat(4),
    'too-long',
  ),
  withholds('a kind of model in words of his own', 'kind', 1, 'Mô hình điểm', 'not-a-choice'),
  withholds('the name of the place for the scope', 'scope', 1, 'Phường Bắc Giang', 'not-a-choice'),
  withholds('“good” for the status', 'status', 1, 'Tốt', 'not-a-choice'),
  withholds('the group of a person for the rating', 'rating', 1, 'Nhóm A', 'not-a-choice'),

  withholds('shared with nobody', 'covers', 2, null, 'required-when'),
  withholds('of one commune, and shared', 'covers', 1, '07246 Xuân Lương', 'only-when'),
  withholds(
    'shared with one that nobody knows',
    'covers',
    2,
    'Xuân Lương; Tam Tiếng',
    'unknown-commune',
  ),
  withholds(
    'shared with one of another province',
    'covers',
    2,
    'Xuân Lương; 00004',
    'unknown-commune',
  ),
  withholds('shared with “all of them”', 'covers', 2, 'toàn huyện', 'unknown-commune'),

  withholds('stopped on no day', 'status_on', 3, null, 'required-when'),
  warns('working, and stopped on a day', 'status_on', 1, { day: '2026-02-02' }, 'only-when'),
  withholds('stopped before it was founded', 'status_on', 3, { day: '2025-01-20' }, 'date-order'),
  withholds(
    'last active before it was founded',
    'last_activity_on',
    3,
    { day: '2025-01-20' },
    'date-order',
  ),
  warns(
    'working, and asleep for half a year',
    'last_activity_on',
    1,
    { day: '2025-09-01' },
    'stale-activity',
  ),
  withholds('founded “last year”', 'founded_on', 1, 'năm ngoái', 'not-a-date'),
  withholds(
    'the next activity for the last one',
    'last_activity_on',
    1,
    { day: '2026-05-05' },
    'date-out-of-range',
  ),

  withholds('more helped now than in the year', 'helping_now', 1, 6, 'exceeds'),
  withholds('more with a job than helped', 'jobs_ytd', 1, 6, 'exceeds'),
  withholds('“about twenty” members', 'members', 1, 'khoảng 20', 'not-a-number'),
  withholds('members and their unit', 'members', 2, '12 người', 'not-a-number'),
  withholds('a negative number with a job', 'jobs_ytd', 1, -2, 'negative'),
  withholds('half a person', 'helping_now', 1, 2.5, 'ambiguous-number'),
  withholds('a share for a number of people', 'helped_ytd', 1, '50 %', 'not-a-number'),
]
