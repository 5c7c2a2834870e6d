import { addDays, type Day, daysBetween, type PlanYear } from '../calendar.ts'
import type { Random } from '../random.ts'
import type { UnitId } from '../terms.ts'
import type { Model } from './model.ts'
import type { Person, Stay } from './person.ts'

/** A loan of Ngân hàng Chính sách xã hội under Quyết định 22/2023/QĐ-TTg; amounts in thousands of đồng, whole hundreds. */
export interface Loan {
  readonly unitId: UnitId
  readonly to: 'training' | 'production' | 'establishment'
  readonly amount: number
  readonly on: Day
  /** Paid back every thirty days. */
  readonly monthly: number
  readonly overdue: boolean
  readonly ofProvince: boolean
}

/** A name on the list for the bank, and what the bank decided on which day. */
export interface Application {
  readonly unitId: UnitId
  readonly listedOn: Day
  readonly decidedOn: Day
  readonly granted: boolean
}

/** The application of somebody who was put on the list while living in a commune, or null. */
export function applicationOf(random: Random, { services, stays }: Person): Application | null {
  const on = services.loanListedOn
  const home = on === null ? undefined : stays.find((stay) => covers(stay, on))
  return on === null || home === undefined
    ? null
    : {
        unitId: home.unitId,
        listedOn: on,
        decidedOn: addDays(on, random.between(4, 25)),
        granted: random.chance(84),
      }
}

/** The loan that follows from a granted application: at most 4 triệu a month for training, 100 for production. */
export function loanOf(random: Random, { unitId, decidedOn }: Application): Loan {
  const training = random.chance(20)
  const amount = training ? random.between(15, 40) * 100 : random.between(20, 100) * 1_000
  return {
    unitId,
    to: training ? 'training' : 'production',
    amount,
    on: decidedOn,
    ...terms(random, amount),
  }
}

/** Loans of earlier years that a commune still pays back, and those of its firms that took returnees on. */
export function olderLoans(
  random: Random,
  year: PlanYear,
  unitId: UnitId,
  models: readonly Model[],
): Loan[] {
  const own = Array.from({ length: random.below(4) }, (_, n) =>
    older(random.stream(`${n}`), year, unitId, 'production', [20, 100]),
  )
  const firms = models
    .filter((model) => model.unitId === unitId && model.kind === 'doanh_nghiep')
    .map(({ code }) => older(random.stream(code), year, unitId, 'establishment', [200, 900]))
  return [...own, ...firms]
}

/** What is left of a loan at the end of a day. */
export function remaining({ amount, on, monthly }: Loan, day: Day): number {
  if (on > day) return 0
  const months = Math.floor(daysBetween(on, day) / 30)
  return Math.max(0, amount - months * monthly)
}

function older(
  random: Random,
  year: PlanYear,
  unitId: UnitId,
  to: Loan['to'],
  [least, most]: readonly [number, number],
): Loan {
  const amount = random.between(least, most) * 1_000
  return {
    unitId,
    to,
    amount,
    on: addDays(year.from, -random.between(30, 500)),
    ...terms(random, amount),
  }
}

function terms(random: Random, amount: number): Pick<Loan, 'monthly' | 'overdue' | 'ofProvince'> {
  return {
    monthly: Math.ceil(amount / 100 / random.between(24, 48)) * 100,
    overdue: random.chance(6),
    ofProvince: random.chance(30),
  }
}

function covers(stay: Stay, day: Day): boolean {
  return stay.from <= day && (stay.to === null || day < stay.to)
}
