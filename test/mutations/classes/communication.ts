import { communication } from '#sources/forms/communication.ts'
import { classesIn } from '../mutation.ts'

const { empties, withholds, warns, onSheet, there } = classesIn(
  'the quarter of a committee',
  communication,
)
const agency = classesIn('the quarter of an agency', communication)

/** Biểu 06: numbers as people type them; a committee counts its residents, an agency does not. */
export const ofCommunication = [
  ...empties([
    ['officials_total', 'Tổng số cán bộ, công chức'],
    ['officials_reached', 'Số cán bộ, công chức đã được tuyên truyền (lũy kế)'],
    ['sessions', 'Số hội nghị, buổi tuyên truyền trong kỳ'],
    ['attendances', 'Số lượt người dự'],
  ]),
  withholds('a committee without its residents', 'adults_total', 1, null, 'required-when'),
  withholds(
    'a committee that reached nobody knows how many',
    'adults_reached',
    1,
    null,
    'required-when',
  ),
  warns('reached nobody knows how', 'reach_method', 1, null, 'required-when'),
  agency.withholds('an agency with residents', 'adults_total', 1, 40_000, 'only-when'),
  agency.withholds('an agency that reached residents', 'adults_reached', 1, 5000, 'only-when'),
  withholds('more officials reached than there are', 'officials_reached', 1, 26, 'exceeds'),
  withholds('more residents reached than there are', 'adults_reached', 1, 40_001, 'exceeds'),
  withholds('reached by loudspeaker', 'reach_method', 1, 'Loa phường', 'not-a-choice'),
  withholds('a point in thousands', 'adults_total', 1, '40.000', 'ambiguous-number'),
  withholds('a comma in thousands', 'attendances', 1, '1,250', 'ambiguous-number'),
  withholds(
    'a point in thousands that Excel took for decimal',
    'leaflets',
    1,
    1.25,
    'ambiguous-number',
  ),
  withholds('letter O for the nought of a number', 'broadcasts', 1, '1O', 'not-a-number'),
  withholds('letter l for the one of a number', 'press_items', 1, 'l', 'not-a-number'),
  withholds('a negative number of posts', 'online_posts', 1, '-9', 'negative'),
  withholds('a number that became a day', 'sessions', 1, { day: '2026-03-01' }, 'not-a-number'),
  withholds(
    'a number that is not calculated',
    'officials_total',
    1,
    { formula: 'SUM(Z1:Z9)' },
    'formula-without-value',
  ),
  withholds(
    'a number divided by nought',
    'officials_reached',
    1,
    { error: '#DIV/0!' },
    'error-cell',
  ),
  withholds('a tick for a number', 'broadcasts', 1, true, 'not-a-number'),
  withholds('a fraction for a number', 'attendances', 1, 260.1234, 'not-a-number'),
  withholds('a range for a number', 'leaflets', 1, '300-350', 'not-a-number'),
  withholds('a decimal comma in a number', 'press_items', 1, '2,5', 'not-a-number'),
  onSheet(
    'a second row for the same committee',
    { on: 'row', like: 1, typed: { sessions: 4 } },
    { code: 'row-twice', cell: there('officials_total', 2), field: 'officials_total' },
  ),
]
