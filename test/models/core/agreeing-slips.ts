import { expect } from 'vitest'
import type { Value } from '#sources/submission.ts'
import type { Sent } from '#test/support/rows.ts'
import { into, line, type Move, moves, outOf, year } from './agreeing-year.ts'

type Values = Readonly<Record<string, Value>>

const { communes, unit: province } = year.province

/** One sheet in which a row says something else than it should, and what must come of it. */
export interface Slip {
  readonly form: string
  readonly reporter: string
  readonly window: string
  readonly at: (row: Values) => boolean
  readonly typed: Values
  readonly rows: readonly string[]
}

export function plannedIn(reports: readonly Sent[]): readonly Slip[] {
  const [a, b, c, d] = communes.map(({ unit }) => unit)
  if (!a || !b || !c || !d) throw new Error('four communes at least')
  const bank = 'agency:ngan-hang-chinh-sach-xa-hoi'
  const found = (form: string, reporter: string, window: string, at: Slip['at']) => {
    const row = reports
      .find((sent) => isOf(sent, { form, reporter, window }))
      ?.rows.find(({ values }) => at(values))?.values
    return row ?? expect.fail(`${form} ${reporter} ${window} has no such row`)
  }
  /** A row in which numbers change by so much; what must come of it is told from what stood there. */
  const moved = (
    [form, reporter, window, field, key]: readonly [string, string, string, string, string],
    by: Readonly<Record<string, number>>,
    rows: (was: Readonly<Record<string, number>>) => readonly string[],
  ): Slip => {
    const at = (row: Values) => row[field] === key
    const was = found(form, reporter, window, at) as Readonly<Record<string, number>>
    const typed = Object.fromEntries(
      Object.entries(by).map(([name, n]) => [name, Number(was[name]) + n]),
    )
    return { form, reporter, window, at, typed, rows: rows(was) }
  }
  const both = (n: number) => ({ count: n, cumulative: n })
  const fallen = (reporter: string, unitId: string, field: string, name: string): Slip => {
    const [form, last, window] = ['communication', 'adm:2026-Q3', 'adm:2026-Q4']
    const before = Number(found(form, reporter, last, () => true)[field])
    return {
      ...{ form, reporter, window, at: () => true },
      typed: { [field]: before - 1 },
      rows: [line('running-total', unitId, 'adm:2026', name, before, before - 1)],
    }
  }
  return [
    moved(
      ['tally', `committee:${a.code}`, 'adm:2026-Q3', 'item', 'employed_stable'],
      both(1),
      ({ count = 0 }) => [
        line('register-tally', a.id, 'adm:2026-Q3', 'employed_stable', count, count + 1),
      ],
    ),
    moved(['credit', bank, 'adm:2026-08', 'commune', b.id], { listed: 1 }, ({ listed = 0 }) => [
      line('listed-credit', b.id, 'adm:2026-08', 'listed', listed, listed + 1),
    ]),
    moved(
      ['credit', bank, 'adm:2026-12', 'commune', c.id],
      { outstanding: 100 },
      ({ outstanding = 0 }) => [
        line('credit-balance', c.id, 'adm:2026-12', 'outstanding', outstanding, outstanding + 100),
      ],
    ),
    moved(
      ['community-sentence', `police:${d.code}`, 'adm:2026-05', 'category', 'an_treo'],
      { opening: 1, decrease: 1 },
      ({ opening = 0 }) => [
        line('opening-closing', d.id, 'adm:2026-05', 'an_treo', opening, opening + 1),
      ],
    ),
    fallen(`committee:${a.code}`, a.id, 'adults_reached', 'adults_reached'),
    fallen('agency:so-y-te', province.id, 'officials_reached', 'officials_reached/agency:so-y-te'),
    ...misplaced(),
  ]
}

/** Two who moved: of one the new commune says that they came from another province, of the other the old one that they went to one. */
function misplaced(): readonly Slip[] {
  const alone = moves.filter(
    (move) => into(move).every(({ recorded }) => recorded) && move.recorded && move.month.last < 12,
  )
  const [first, second] = alone.filter(
    (move, n) => alone.findIndex(({ from, to }) => from === move.from || to === move.to) === n,
  )
  if (!first || !second) throw new Error('two moves at least')
  const at =
    ({ person }: Move) =>
    (row: Values) =>
      row['case_file_no'] === person.caseFileNo
  const register = { form: 'returnee-register', window: 'adm:2026-12' }
  const elsewhere = '00004@2025-07-01'
  const [gone, come] = [outOf(first).length, into(second).length]
  const police = (unitId: string) => `police:${unitId.slice(0, 5)}`
  return [
    {
      ...register,
      reporter: police(first.to),
      at: at(first),
      typed: { moved_from: elsewhere },
      rows: [line('moves-out', first.from, first.month.id, 'moved_to', gone, gone - 1)],
    },
    {
      ...register,
      reporter: police(second.from),
      at: at(second),
      typed: { left_reason: 'chuyen_ngoai_tinh', moved_to: elsewhere },
      rows: [line('moves-in', second.to, second.month.id, 'moved_from', come, come - 1)],
    },
  ]
}

export function isOf(
  sent: Sent,
  { form, reporter, window }: Pick<Slip, 'form' | 'reporter' | 'window'>,
) {
  return sent.form === form && sent.reporter === reporter && sent.window === window
}

export function typedOver(all: readonly Sent[], slip: Slip): readonly Sent[] {
  return all.map((sent) =>
    isOf(sent, slip)
      ? {
          ...sent,
          rows: sent.rows.map((row) =>
            slip.at(row.values) ? { ...row, values: { ...row.values, ...slip.typed } } : row,
          ),
        }
      : sent,
  )
}
