import { addDays, type Day, latest, withinMonthOf } from '../calendar.ts'
import type { Random } from '../random.ts'
import type { Care } from './commune.ts'
import type { Lacking, Need, Needs, Services } from './person.ts'

/** What a person finds on arrival: needs that a review brings out, and measures that follow at the commune's pace. */
export interface Arrival {
  readonly on: Day
  readonly care: Care
  /** Has no number yet, so that an identity card is what they lack. */
  readonly lacksCard: boolean
  readonly onProbation: boolean
}

const HELPERS: readonly (readonly [string, number])[] = [
  ['cong_an', 20],
  ['mat_tran', 16],
  ['phu_nu', 14],
  ['thanh_nien', 12],
  ['nong_dan', 10],
  ['cuu_chien_binh', 10],
  ['thon_to', 14],
  ['doanh_nghiep', 3],
  ['khac', 1],
]

/** Needs and measures of one person; whoever is not received gets nothing until they are. */
export function careOf(
  random: Random,
  arrival: Arrival,
): { readonly needs: Needs; readonly services: Services } {
  const reception = receptionOf(random.stream('reception'), arrival)
  const needs = needsOf(random.stream('needs'), arrival, reception.receivedOn)
  const services = {
    ...reception,
    ...measuresOf(random.stream('measures'), arrival, needs, reception.receivedOn),
  }
  return Object.freeze({ needs, services })
}

type Reception = Pick<Services, 'reportedOn' | 'receivedOn' | 'helper' | 'helperOn'>

function receptionOf(random: Random, { on, care }: Arrival): Reception {
  const prompt = random.chance(care.received)
  const found = random.chance(60)
  const reportedOn = prompt
    ? addDays(on, random.below(2))
    : found
      ? addDays(on, random.between(20, 60))
      : null
  const receivedOn = reportedOn && addDays(reportedOn, random.below(care.wait > 3 ? 4 : 2))
  const helperOn = receivedOn && withinMonthOf(receivedOn, addDays(receivedOn, random.below(4)))
  return { reportedOn, receivedOn, helper: random.weighted(HELPERS), helperOn }
}

function needsOf(random: Random, arrival: Arrival, receivedOn: Day | null): Needs {
  const review = <T extends string>(name: string, found: T): Need<T> => {
    const own = random.stream(name)
    const delay = own.weighted<number | null>([
      [0, 967],
      [own.between(15, 45), 28],
      [null, 5],
    ])
    return {
      found,
      reviewedOn: receivedOn === null || delay === null ? null : addDays(receivedOn, delay),
    }
  }
  const yes = (percent: number) => (random.chance(percent) ? 'co' : 'khong')
  const lacking = random.weighted<Lacking>([
    ['khong', 64],
    ['can_cuoc', 17],
    ['cu_tru', 11],
    ['ho_tich', 3],
    ['nhieu', 5],
  ])
  return Object.freeze({
    legal: review('legal', yes(36)),
    papers: review('papers', arrival.lacksCard ? 'can_cuoc' : lacking),
    job: review('job', yes(58)),
    training: review('training', yes(15)),
    loan: review('loan', arrival.onProbation ? 'khong' : yes(12)),
  })
}

type Measures = Omit<Services, keyof Reception>

const NO_MEASURES: Measures = Object.freeze({
  counselledOn: null,
  legalOn: null,
  papersOn: null,
  jobInfoOn: null,
  jobIntroOn: null,
  trainingKind: null,
  trainingOn: null,
  creditAdvisedOn: null,
  loanGuidedOn: null,
  loanListedOn: null,
})

function measuresOf(
  random: Random,
  { care }: Arrival,
  needs: Needs,
  receivedOn: Day | null,
): Measures {
  if (receivedOn === null) return NO_MEASURES
  /** A measure reaches `percent` within the usual wait; a third of the others months later, the rest never. */
  const taken = (name: string, percent: number, reviewedOn: Day | null = receivedOn) => {
    const own = random.stream(name)
    const wait = own.chance(percent)
      ? own.below(care.wait + 1)
      : own.chance(35)
        ? own.between(40, 110)
        : null
    return wait === null || reviewedOn === null
      ? null
      : addDays(latest(receivedOn, reviewedOn), wait)
  }
  const needed = <T extends string>(need: Need<T>, name: string, percent: number) =>
    need.found === 'khong' ? null : taken(name, percent, need.reviewedOn)
  const trainingOn = needed(needs.training, 'training', 60)
  const jobInfoOn = taken('job-info', 96)
  const loanGuidedOn = needed(needs.loan, 'loan-guided', 80)
  return Object.freeze({
    counselledOn: taken('counselled', care.counselled),
    legalOn: needed(needs.legal, 'legal', care.legal),
    papersOn: needed(needs.papers, 'papers', care.papers),
    jobInfoOn,
    jobIntroOn: taken('job-intro', care.jobIntro),
    trainingKind:
      trainingOn && random.stream('training-kind').pick(['dao_tao', 'boi_duong'] as const),
    trainingOn,
    creditAdvisedOn: taken('credit-advised', 88),
    loanGuidedOn,
    loanListedOn: loanGuidedOn && addDays(loanGuidedOn, random.stream('loan-listed').between(1, 9)),
  })
}
