import { addDays, type Day, latest, type PlanYear } from '../calendar.ts'
import type { Random } from '../random.ts'
import type { Unit } from '../terms.ts'
import { careOf } from './care.ts'
import type { Commune } from './commune.ts'
import { caseFileNo, nationalId, oldId } from './identity.ts'
import { fullName, type Sex } from './names.ts'
import type { Papers, Person, Services } from './person.ts'
import type { Rates } from './rates.ts'
import { noticeOf, type Reason, type Released, releasedOf } from './release.ts'
import { staysOf } from './stays.ts'
import { returneesWork, settledWork } from './work.ts'

/** What the lives of a province have in common. */
export interface Setting {
  readonly year: PlanYear
  /** Communes of the province that somebody can move between: those with returnees. */
  readonly inside: readonly Unit[]
  /** Communes of other provinces. */
  readonly outside: readonly Unit[]
  /** Files are handed over inside the year: then everybody has a number by which the other office knows them. */
  readonly handover: boolean
  readonly rates: Rates
}

export interface Place {
  readonly commune: Commune
  /** Running number in the province, and in the commune. */
  readonly serial: number
  readonly fileSerial: number
}

/** One invented life: identity, release, arrival, measures, employment, moves. `reason` says why the person is there. */
export function lifeOf(random: Random, setting: Setting, place: Place, reason: Reason): Person {
  const { commune, serial } = place
  const { year } = setting
  const released = releasedOf(random.stream('release'), setting, commune.unit, reason)
  const someone = identityOf(random.stream('identity'), setting, serial, released)
  const { card, ...identity } = someone
  const unseen = reason === 'unseen'
  const { entry } = released.arrival
  const { needs, services: usual } = careOf(random.stream('care'), {
    on: entry === 'sap_xep_dvhc' ? released.release.on : released.arrivedOn,
    care: commune.care,
    lacksCard: card !== 'has',
    onProbation: released.release.probationEnd !== null,
  })
  const services = card === 'gets' ? withCard(usual, identity.papers) : usual
  const working =
    reason === 'returning'
      ? returneesWork(random.stream('work'), released.arrivedOn, services.receivedOn, setting.rates)
      : settledWork(random.stream('work'), released.arrivedOn, year, setting.rates)
  const known = identity.papers.nationalId !== null || identity.papers.oldId !== null
  const settledOn = [needs.legal, needs.papers, needs.job, needs.training, needs.loan].reduce(
    (day: Day, need) => latest(day, need.reviewedOn ?? day),
    services.receivedOn ?? released.arrivedOn,
  )
  const home = { unit: commune.unit, from: released.arrivedOn, ...released.arrival }
  const expungedFrom = addDays(released.release.on, 730)
  return Object.freeze({
    key: `P${String(serial).padStart(5, '0')}`,
    ...identity,
    caseFileNo: caseFileNo(commune.unit.code, place.fileSerial),
    release: released.release,
    notice: known ? noticeOf(random.stream('notice'), commune.unit, released, reason) : null,
    stays: unseen
      ? []
      : staysOf(random.stream('stays'), home, {
          year,
          inside: setting.inside,
          outside: setting.outside,
          movesFrom: known && services.receivedOn !== null ? addDays(settledOn, 5) : null,
          expungedFrom: released.release.basis === 'chap_hanh_xong' ? expungedFrom : null,
        }),
    ...traits(random.stream('traits'), services.receivedOn),
    services,
    needs,
    ...working,
    cases: [],
    remark: null,
  })
}

function identityOf(
  random: Random,
  { year, handover }: Setting,
  serial: number,
  released: Released,
) {
  const sex: Sex = random.chance(90) ? 'nam' : 'nu'
  const birthYear = Number(released.release.on.slice(0, 4)) - random.between(20, 55)
  const number = nationalId(random, serial, sex, birthYear)
  const old = oldId(random, serial)
  const drawn = random.weighted([
    ['number', 745],
    ['both', 215],
    ['new-card', 20],
    ['old-only', 10],
    ['none', 10],
  ] as const)
  const kind = handover && drawn === 'none' ? 'old-only' : drawn
  const learnt = addDays(latest(released.arrivedOn, year.from), random.between(25, 170))
  const papers: Readonly<Record<typeof kind, Papers>> = {
    number: { nationalId: number, nationalIdFrom: null, oldId: null, without: null },
    both: { nationalId: number, nationalIdFrom: null, oldId: old, without: null },
    'new-card': {
      nationalId: number,
      nationalIdFrom: learnt,
      oldId: old,
      without: 'dang_xac_minh',
    },
    'old-only': { nationalId: null, nationalIdFrom: null, oldId: old, without: 'dang_xac_minh' },
    none: { nationalId: null, nationalIdFrom: null, oldId: null, without: 'chua_cap' },
  }
  const card = {
    number: 'has',
    both: 'has',
    'new-card': 'gets',
    'old-only': 'lacks',
    none: 'lacks',
  } as const
  return { fullName: fullName(random, sex), sex, birthYear, papers: papers[kind], card: card[kind] }
}

/** The day on which the card is issued is the day on which the papers are complete. */
function withCard(services: Services, { nationalIdFrom }: Papers): Services {
  return { ...services, papersOn: services.receivedOn && nationalIdFrom }
}

function traits(random: Random, receivedOn: Day | null) {
  return {
    residence: random.weighted([
      ['thuong_tru', 78],
      ['tam_tru', 13],
      ['noi_o_hien_tai', 9],
    ] as const),
    extraPenalty: random.weighted([
      ['khong', 93],
      ['quan_che', 3],
      ['cam_cu_tru', 2],
      ['tuoc_quyen', 2],
    ] as const),
    group: random.weighted([
      ['A', 52],
      ['B', 36],
      ['C', 5],
      ['chua', 7],
    ] as const),
    digitisedOn:
      receivedOn && random.chance(82) ? addDays(receivedOn, random.between(1, 40)) : null,
  }
}
