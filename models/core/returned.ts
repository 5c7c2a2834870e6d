import { personLineage, personsAtClose } from './persons.ts'
import type { Population } from './population.ts'

/** Everyone newly released ("mới ra trại") who came to live in a commune within the window, owned by that commune. */
export const returned: Population = {
  id: 'returned',
  words: 'Người mới ra trại về cư trú trong kỳ; tính cho xã, phường nơi về',
  subject: 'person',
  breakdowns: ['sex', 'release_basis'],
  rows: (db) =>
    personsAtClose(db)
      .whereRef('p.returned_on', '>=', 'w.from_date')
      .whereRef('p.returned_on', '<', 'w.to_date')
      .select((eb) => eb.ref('p.returned_unit').$notNull().as('unit_id')),
  lineage: (db) => personLineage(db),
}
