import type { World } from '#pipelines/demo/order.ts'
import { type WorldOrder, worldOf } from '#pipelines/demo/order.ts'
import { usualOrder } from '#pipelines/demo/usual.ts'
import type { WorkbookSpec } from '#sources/workbooks/template.ts'
import type { Values } from '#test/support/typed.ts'

/** A plan's usual world of some communes in which everything comes, in time and right. */
export function perfect(
  plan: string,
  order: Partial<WorldOrder> & { readonly seed: string },
): World {
  return worldOf({ ...usualOrder(plan), size: 'tiny', habits: 'perfect', ...order })
}

/** The workbooks of a world but those that nobody can use. */
export function booksOf({ deliveries }: World): readonly WorkbookSpec[] {
  return deliveries.flatMap(({ spec, slips }) =>
    spec instanceof Uint8Array || slips.length > 0 ? [] : [spec],
  )
}

/** A row of a form with the unit of the reporter that sent it. */
export interface Sent {
  readonly unit: string
  readonly window: string
  readonly row: Values
}

export function rowsIn(world: World, form: string, window?: string): readonly Sent[] {
  return booksOf(world)
    .filter((book) => window === undefined || book.window.id === window)
    .flatMap(({ sheets, reporter, window: { id } }) =>
      sheets
        .filter((sheet) => sheet.form.id === form)
        .flatMap(({ rows }) =>
          rows.map((row) => ({ unit: reporter.unitId, window: id, row: row as Values })),
        ),
    )
}
