import { tally } from '#sources/forms/tally.ts'
import type { TallyItemId } from '#sources/forms/tally-items.ts'
import { rowOf } from '../later-rows.ts'
import { classesIn, type Mutation, type Told } from '../mutation.ts'
import type { Typed } from '../parts.ts'

const { withholds, warns, refuses, onSheet, there, renames, doubles } = classesIn(
  'the tally of a half-year',
  tally,
)

const SHEET = '11.Tong hop'

const unlisted: Told = {
  code: 'category-missing',
  severity: 'warning',
  sheet: SHEET,
  cell: null,
  field: null,
}

/** A figure of the window that breaks a rule between mục, told at another mục where it says so. */
const between = (
  name: string,
  item: TallyItemId,
  typed: Typed,
  code: 'sum-differs' | 'exceeds' | 'parts-exceed',
  at: TallyItemId = item,
): Mutation => refuses(name, 'count', rowOf(item), typed, code, { at: ['count', rowOf(at)] })

/** The same, where the rule only doubts. */
const doubted = (name: string, item: TallyItemId, typed: Typed, at: TallyItemId): Mutation =>
  warns(name, 'count', rowOf(item), typed, 'exceeds', { at: ['count', rowOf(at)] })

const atMostReturned = (name: string, item: TallyItemId): Mutation =>
  between(`more ${name} than came home`, item, 11, 'exceeds')

/** Biểu 11: one mục a row, and rules between the rows. */
export const ofTally: readonly Mutation[] = [
  withholds('“Số trong kỳ” is left empty', 'count', rowOf('trainings'), null, 'required'),
  withholds(
    '“Lũy kế từ đầu năm” is left empty',
    'cumulative',
    rowOf('trainings'),
    null,
    'required',
  ),
  {
    ...withholds('the number of a mục is left empty', 'item', rowOf('trainings'), null, 'required'),
    beside: [unlisted],
  },
  {
    ...withholds('a mục that there is not', 'item', rowOf('trainings'), '99', 'not-a-choice'),
    beside: [unlisted],
  },
  {
    ...refuses('one mục in two rows', 'item', rowOf('returned_amnesty'), '2a', 'row-twice'),
    beside: [unlisted],
  },
  between(
    'the kinds of those who came are more than came',
    'returned_completed',
    6,
    'sum-differs',
    'returned',
  ),
  refuses(
    'those who came in the year are not the sum of their kinds',
    'cumulative',
    rowOf('returned'),
    21,
    'sum-differs',
  ),
  between('the managed at the end are not the balance', 'managed_end', 53, 'sum-differs'),
  between(
    'the managed at the start do not fit the end',
    'managed_start',
    49,
    'sum-differs',
    'managed_end',
  ),
  between('those who moved in do not fit the end', 'moved_in', 1, 'sum-differs', 'managed_end'),
  between('the expunged do not fit the end', 'expunged', 3, 'sum-differs', 'managed_end'),
  atMostReturned('received', 'received'),
  atMostReturned('counselled', 'counselled'),
  atMostReturned('advised in law', 'law_helped'),
  atMostReturned('helped with procedures', 'procedures'),
  atMostReturned('with papers', 'papers'),
  atMostReturned('introduced to a job', 'job_introduced'),
  between('trained or placed are more than trained and placed', 'trained_or_placed', 8, 'exceeds'),
  between('more trained than trained or placed', 'trained', 6, 'exceeds'),
  between('more placed than trained or placed', 'placed', 6, 'exceeds'),
  doubted('fewer ask for jobs than were told of them', 'job_need', 17, 'job_informed'),
  doubted('fewer may borrow than were listed', 'loan_eligible_need', 4, 'loan_listed'),
  between('fewer models than outstanding ones', 'models', 0, 'exceeds', 'models_outstanding'),
  between('fewer files than digitised ones', 'files', 39, 'exceeds', 'files_digitised'),
  {
    ...between('more in the groups than are managed', 'group_d', 12, 'parts-exceed', 'managed_end'),
    beside: [
      {
        code: 'exceeds',
        severity: 'warning',
        sheet: SHEET,
        cell: there('count', rowOf('group_d')),
        field: 'count',
      },
    ],
  },
  withholds(
    'more prosecuted in the window than in the year',
    'count',
    rowOf('prosecuted'),
    3,
    'exceeds',
  ),
  warns('more helpers at the end than in the year', 'count', rowOf('helpers'), 41, 'exceeds'),
  withholds('a year where no years are reviewed', 'year', rowOf('trainings'), 2026, 'only-when'),
  withholds(
    'a former unit where no years are reviewed',
    'old_unit',
    rowOf('trainings'),
    'xã Đồng Tiến',
    'only-when',
  ),
  warns(
    'an id in the note of a figure',
    'note',
    rowOf('prosecuted'),
    '024085000001',
    'id-in-free-text',
  ),
  withholds('a figure and its unit', 'count', rowOf('models'), '3 mô hình', 'not-a-number'),
  withholds('a negative figure of the year', 'cumulative', rowOf('trainings'), -2, 'negative'),
  onSheet(
    'a tally is said to be nothing',
    { on: 'tick', typed: '☑ Không phát sinh trong kỳ' },
    { code: 'ticked-with-rows', cell: 'A4' },
  ),
  renames('the header of the year to date becomes “Cộng dồn”', 'cumulative', 'Cộng dồn'),
  doubles('the header of the figures stands twice', 'count', 'I7'),
]
