import { credit } from '#sources/forms/credit.ts'
import { classesIn } from '../mutation.ts'

const { empties, withholds, warns, refuses, renames, doubles } = classesIn(
  'the loans of a month',
  credit,
)

/** Biểu 08: amounts in triệu đồng, and what the decision on loans allows. */
export const ofCredit = [
  ...empties([
    ['commune', 'Xã, phường'],
    ['listed', 'Số người trong danh sách nhận được (Mẫu số 01) trong kỳ'],
    ['approved', 'Số người được phê duyệt cho vay trong kỳ'],
    ['lent_training', 'Doanh số cho vay học nghề trong kỳ (triệu đồng)'],
    ['lent_production', 'Doanh số cho vay SXKD trong kỳ (triệu đồng)'],
    ['repaid', 'Doanh số thu nợ trong kỳ (triệu đồng)'],
    ['borrowers', 'Số khách hàng còn dư nợ cuối kỳ'],
    ['outstanding', 'Dư nợ cuối kỳ (triệu đồng)'],
    ['overdue', 'Trong đó: nợ quá hạn (triệu đồng)'],
    ['establishments', 'Số cơ sở SXKD còn dư nợ'],
    ['establishment_outstanding', 'Dư nợ của cơ sở SXKD (triệu đồng)'],
  ]),
  refuses('one commune in two rows', 'commune', 2, '07210', 'row-twice'),
  withholds('the branch for the commune', 'commune', 1, 'PGD Yên Thế – Tân Yên', 'unknown-commune'),
  withholds('more overdue than owed', 'overdue', 1, 901, 'exceeds'),
  withholds('more frozen than owed', 'frozen', 1, 901, 'exceeds'),
  withholds('more of the local budget than owed', 'local_budget', 1, 901, 'exceeds'),
  warns('more lent for a trade than the law lends', 'lent_training', 1, 17, 'exceeds'),
  warns('more lent for production than the law lends', 'lent_production', 1, 2401, 'exceeds'),
  withholds('a point in thousands of an amount', 'outstanding', 1, '1.234', 'ambiguous-number'),
  withholds('an amount and its unit', 'repaid', 1, '10 triệu', 'not-a-number'),
  withholds('an amount in words', 'lent_training', 1, 'tám triệu', 'not-a-number'),
  withholds('a negative amount', 'repaid', 1, -10, 'negative'),
  withholds(
    'an amount in đồng and its parts',
    'establishment_outstanding',
    1,
    '100,12345',
    'not-a-number',
  ),
  withholds('an amount that became a day', 'overdue', 1, { day: '2026-01-05' }, 'not-a-number'),
  withholds('a tick for an amount', 'frozen', 1, true, 'not-a-number'),
  withholds(
    'an amount that is not calculated',
    'lent_production',
    1,
    { formula: 'SUM(E9:E10)' },
    'formula-without-value',
  ),
  withholds(
    'an amount of which the sheet is gone',
    'local_budget',
    1,
    { error: '#REF!' },
    'error-cell',
  ),
  withholds('letter O for the nought of an amount', 'lent_training', 1, '8,O', 'not-a-number'),
  withholds('half a borrower', 'borrowers', 1, 3.5, 'ambiguous-number'),
  renames('the header of the debt becomes “Dư nợ”', 'outstanding', 'Dư nợ'),
  doubles('the header of the borrowers stands twice', 'borrowers', 'P7'),
]
