import { preRelease } from '#sources/forms/pre-release.ts'
import { classesIn } from '../mutation.ts'

const { empties, withholds, warns, refuses } = classesIn('the month of a facility', preRelease)

/** Biểu 07: parts of a whole and parts of a part. */
export const ofFacility = [
  ...empties([
    ['facility', 'Cơ sở giam giữ'],
    ['inmates_end', 'Số phạm nhân đang chấp hành án cuối kỳ'],
    ['working_age_end', 'Trong đó: trong độ tuổi lao động'],
    [
      'working_age_trained',
      'Số phạm nhân trong độ tuổi lao động được đào tạo nghề (lũy kế, đang có mặt)',
    ],
    ['released', 'Số phạm nhân ra trại trong kỳ'],
    ['released_completed', '– Chấp hành xong án phạt tù'],
    ['released_amnesty', '– Được đặc xá'],
    ['released_conditional', '– Được tha tù trước thời hạn có điều kiện'],
    ['counselled', 'Trong số ra trại: được tư vấn tâm lý'],
    ['legal_helped', 'Trong số ra trại: được hỗ trợ thủ tục pháp lý'],
    ['oriented', 'Trong số ra trại: được định hướng nghề nghiệp'],
    ['job_search', 'Trong số ra trại: được nâng cao khả năng tìm kiếm việc làm'],
    ['all_four', 'Trong số ra trại: được đủ 04 biện pháp'],
    ['notified', 'Trong số ra trại: đã thông báo trước cho UBND, Công an cấp xã'],
  ]),
  refuses('one facility in two rows', 'facility', 2, 'Trại tạm giam', 'row-twice'),
  warns(
    'a telephone beside the facility',
    'facility',
    1,
    'Trại tạm giam 204 123 456',
    'id-in-free-text',
  ),

  withholds('more of working age than there are', 'working_age_end', 1, 301, 'exceeds'),
  withholds('more trained than of working age', 'working_age_trained', 1, 291, 'exceeds'),
  withholds('more informed than there are', 'informed_end', 1, 301, 'exceeds'),
  withholds('more advised in law than there are', 'law_advised_end', 1, 301, 'exceeds'),
  withholds('more skilled than there are', 'job_skill_end', 1, 301, 'exceeds'),
  withholds('all three for more than were skilled', 'all_three_end', 1, 181, 'exceeds'),
  withholds('informed are fewer than had all three', 'informed_end', 1, 149, 'exceeds', {
    at: ['all_three_end', 1],
  }),
  withholds('advised in law are fewer than had all three', 'law_advised_end', 1, 149, 'exceeds', {
    at: ['all_three_end', 1],
  }),
  withholds('more counselled than released', 'counselled', 1, 10, 'exceeds'),
  withholds('more helped in law than released', 'legal_helped', 1, 10, 'exceeds'),
  withholds('more oriented than released', 'oriented', 1, 10, 'exceeds'),
  withholds('more searching than released', 'job_search', 1, 10, 'exceeds'),
  withholds('all four for more than were counselled', 'all_four', 1, 7, 'exceeds'),
  withholds('helped in law are fewer than had all four', 'legal_helped', 1, 4, 'exceeds', {
    at: ['all_four', 1],
  }),
  withholds('oriented are fewer than had all four', 'oriented', 1, 4, 'exceeds', {
    at: ['all_four', 1],
  }),
  withholds('searching are fewer than had all four', 'job_search', 1, 4, 'exceeds', {
    at: ['all_four', 1],
  }),
  withholds('more announced than released', 'notified', 1, 10, 'exceeds'),
  withholds('more supported by the fund than released', 'fund_supported', 1, 10, 'exceeds'),
  withholds('the released are not the sum of their kinds', 'released', 1, 10, 'sum-differs'),
  withholds(
    'a kind of the released is not what the sum says',
    'released_amnesty',
    1,
    1,
    'sum-differs',
    {
      at: ['released', 1],
    },
  ),

  withholds('“none” in words', 'due_next', 1, 'không có', 'not-a-number'),
  withholds('a negative number of released', 'released_conditional', 1, -3, 'negative'),
  withholds('a group of three digits after a point', 'inmates_end', 1, '1.300', 'ambiguous-number'),
  withholds('letter o for a nought', 'released_completed', 1, 'o', 'not-a-number'),
  withholds('two numbers in one cell', 'working_age_end', 1, '290 (nam 250)', 'not-a-number'),
  withholds(
    'the facility from a sheet that is gone',
    'facility',
    1,
    { error: '#REF!' },
    'error-cell',
  ),
  withholds(
    'the sum is not calculated',
    'released',
    1,
    { formula: 'SUM(J9:L9)' },
    'formula-without-value',
  ),
]
