import { addDays, type Day, type Period } from '../calendar.ts'
import { random } from '../random.ts'
import type { UnitId } from '../terms.ts'
import {
  type Application,
  applicationOf,
  type Loan,
  loanOf,
  olderLoans,
  remaining,
} from '../world/loan.ts'
import type { Province } from '../world/province.ts'
import { placeOn } from '../world/reform.ts'
import { communesOn } from './places.ts'
import type { Row } from './register-row.ts'

/** Biểu 08: the bank's month, a row for each commune; the balance is the last one, with what was lent and without what was repaid. */
export function creditRows(province: Province, window: Period): Row[] {
  const book = bookOf(province)
  return communesOn(province, window).map(({ unit }) =>
    creditRow(unit.id, book.get(unit.id) ?? { applications: [], loans: [] }, window),
  )
}

interface Account {
  readonly applications: readonly Application[]
  readonly loans: readonly Loan[]
}

function creditRow(commune: UnitId, { applications, loans }: Account, window: Period): Row {
  const [opened, closed] = [addDays(window.from, -1), addDays(window.to, -1)]
  const within = (day: Day) => day >= window.from && day < window.to
  const left = (of: readonly Loan[], day: Day) =>
    of.reduce((sum, loan) => sum + remaining(loan, day), 0)
  const lent = (to: Loan['to']) =>
    loans
      .filter((loan) => loan.to === to && within(loan.on))
      .reduce((sum, { amount }) => sum + amount, 0)
  const decided = applications.filter(({ decidedOn }) => within(decidedOn))
  const standing = loans.filter((loan) => remaining(loan, closed) > 0)
  const firms = standing.filter(({ to }) => to === 'establishment')
  const outstanding = left(loans, closed)
  return {
    commune,
    listed: applications.filter(({ listedOn }) => within(listedOn)).length,
    approved: decided.filter(({ granted }) => granted).length,
    refused: decided.filter(({ granted }) => !granted).length,
    lent_training: lent('training'),
    lent_production: lent('production'),
    repaid: left(loans, opened) + lent('training') + lent('production') - outstanding,
    borrowers: standing.length,
    outstanding,
    overdue: left(
      standing.filter(({ overdue }) => overdue),
      closed,
    ),
    frozen: 0,
    establishments: firms.length,
    establishment_outstanding: left(firms, closed),
    establishment_workers: firms.length * 2,
    local_budget: left(
      standing.filter(({ ofProvince }) => ofProvince),
      closed,
    ),
  }
}

const books = new WeakMap<Province, ReadonlyMap<UnitId, Account>>()

/** Applications and loans of each commune, older ones first. */
function bookOf(province: Province): ReadonlyMap<UnitId, Account> {
  const known = books.get(province)
  if (known !== undefined) return known
  const { seed, year, communes, models, persons } = province
  const applied = persons.flatMap((person) => {
    const chance = random(`${seed}/loan/${person.key}`)
    const application = applicationOf(chance, person)
    return application === null
      ? []
      : [
          {
            key: person.key,
            application,
            loan: application.granted ? loanOf(chance, application) : null,
          },
        ]
  })
  const older = communes
    .filter(({ unit }) => unit.validFrom <= year.from)
    .flatMap(({ unit }) => olderLoans(random(`${seed}/loans/${unit.id}`), year, unit.id, models))
  const book = new Map(
    communes.map(({ unit }) => {
      // An account goes on in the commune that took its commune over.
      const here = (key: string, unitId: UnitId) =>
        placeOn(province, key, unitId, unit.validFrom) === unit.id
      const own = applied.filter(({ key, application }) => here(key, application.unitId))
      const account = {
        applications: own.map(({ application }) => application),
        loans: [
          ...older.filter(({ unitId }, n) => here(`loan/${n}`, unitId)),
          ...own.flatMap(({ loan }) => loan ?? []),
        ],
      }
      return [unit.id, account]
    }),
  )
  books.set(province, book)
  return book
}
