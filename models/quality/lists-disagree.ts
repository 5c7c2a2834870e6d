import { defineRule } from './rule.ts'
import { beyondTolerance } from './tolerance.ts'

/**
 * Lists of two bodies that tell of the same people and differ beyond the tolerance: notices of facilities, the bank's list, the list of
 * new offences, and moves that only one of two communes tells of.
 *
 * Neither body sees the other's list, so that the analyst asks both. Who is released on the last days of a month arrives in the next one:
 * one or two people between two lists are no finding.
 */
export const listsDisagree = defineRule({
  id: 'lists-disagree',
  title: 'Danh sách của hai cơ quan không khớp',
  meaning:
    'Hai cơ quan cùng thống kê một đối tượng nhưng số liệu lệch nhau từ 3 người trở lên và quá một phần năm; cần đề nghị cả hai bên đối chiếu.',
  owner: 'analyst',
  severity: 'error',
  rows: () =>
    beyondTolerance([
      'notices-returns',
      'offence-not-managed',
      'listed-credit',
      'moves-out',
      'moves-in',
    ]),
})
