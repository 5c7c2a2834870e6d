import { personLineage, personsAtClose } from './persons.ts'
import type { Population } from './population.ts'

/** Everyone under management on the window's last day, owned by the commune of that day. */
export const stock: Population = {
  id: 'stock',
  words: 'Người đang được quản lý vào ngày cuối kỳ; tính cho xã, phường đang quản lý ngày đó',
  subject: 'person',
  breakdowns: ['sex', 'release_basis'],
  rows: (db) =>
    personsAtClose(db)
      .whereRef('p.managed_to', '=', 'w.to_date')
      .select('p.managed_unit as unit_id'),
  lineage: (db) => personLineage(db),
}
