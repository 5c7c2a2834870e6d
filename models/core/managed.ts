import { countedInWindow, stageColumn } from './counted.ts'
import { personLineage, personsManaged } from './persons.ts'
import type { Population } from './population.ts'

/**
 * Everyone with a stay that overlaps the window, owned by the commune of the last stay day in it.
 *
 * Who has a counted event in the window (its stage's date lies in it, the case was not dropped) is owned by the commune of the
 * event instead, in both parts of the ratio, once however many cases there are. A commune whose register is not in force cannot
 * own anyone; its events stay with the commune of the last stay day, so that the province loses nobody.
 */
export function managed(stage: string): Population {
  const column = stageColumn(stage)
  return {
    id: `managed_${stage}`,
    words:
      'Người được quản lý bất kỳ ngày nào trong kỳ; tính cho xã, phường quản lý sau cùng trong kỳ, riêng người có vụ việc được tính thì cho xã, phường nơi ở khi phạm tội',
    subject: 'person',
    breakdowns: ['sex', 'release_basis'],
    rows: (db) =>
      personsManaged(db)
        .leftJoin(countedInWindow(db, column).as('e'), (join) =>
          join.onRef('e.window_id', '=', 'w.window_id').onRef('e.person', '=', 'p.person'),
        )
        .select((eb) => [
          eb.fn.coalesce('e.unit_id', 'p.managed_unit').as('unit_id'),
          eb('e.person', 'is not', null).as('offended'),
        ]),
    lineage: (db) => personLineage(db, { events: 'window' }),
  }
}
