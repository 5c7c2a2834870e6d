import type { VerdictCode } from '#models/database.ts'
import { count, noSubject, some, within } from './words-figures.ts'

/** What stands beside the code in a verdict. */
export interface VerdictFacts {
  readonly better: 'higher' | 'lower'
  /** Names of the units without a value. */
  readonly silent?: readonly string[]
  /** Rows that the units with a value have still to mend. */
  readonly withheld?: number
  /** Fewer have reported than it takes to judge: what is certain all the same is said with it. */
  readonly sparse?: boolean
  /** What is missed for certain is beyond chance as well. */
  readonly signal?: boolean
  readonly remaining?: Remaining | null
}

/** How many are still missing of how many, and of what. */
export interface Remaining {
  readonly k: number
  readonly n: number
  readonly counted: string
  /** The unit itself is what is counted: a model is there or not. */
  readonly own?: boolean
  /** What the numbers leave out, or reckon in. */
  readonly note?: string
}

/** What is said of a target, in the words agreed for officials. */
export function verdictWords(code: VerdictCode, facts: VerdictFacts): string {
  switch (code) {
    case 'MISS':
      return [
        'Không đạt – không còn khả năng hoàn thành trong năm',
        ...(facts.signal ? [within(unusual(facts))] : []),
        ...(facts.sparse ? [within(lacking(facts))] : []),
      ].join('; ')
    case 'SIG':
      return unusual(facts)
    case 'NUM':
      return 'Chưa đạt – số trường hợp ít, tiếp tục theo dõi'
    case 'OK?':
    case 'MET':
      return 'Đạt'
    case 'OK':
      return 'Đạt – ổn định'
    case 'NA':
      return noSubject
    case 'ND':
      return lacking(facts)
    case 'DQ':
      return 'Số liệu cần xác minh'
    case 'OPEN':
      return open(facts.remaining ?? null)
  }
}

function unusual({ better }: VerdictFacts): string {
  return `${better === 'lower' ? 'Cao' : 'Thấp'} bất thường – đề nghị kiểm tra`
}

function lacking({ silent = [], withheld }: VerdictFacts): string {
  return notEnough(silent, withheld)
}

/** The verdict where room is scarce: badges, legends, tiles. */
export const verdictNames: Readonly<Record<VerdictCode, string>> = Object.freeze({
  MISS: 'Không đạt',
  SIG: 'Bất thường',
  NUM: 'Chưa đạt',
  'OK?': 'Đạt',
  MET: 'Đạt',
  OK: 'Đạt – ổn định',
  NA: noSubject,
  ND: 'Chưa đủ số liệu',
  DQ: 'Số liệu cần xác minh',
  OPEN: 'Đang thực hiện',
})

/**
 * What is said of one commune, where a single case says little: a count and a signal, never a red light.
 *
 * `cases` is the numerator of a target that asks for less.
 */
export function signalWords(
  code: VerdictCode,
  facts: VerdictFacts & { readonly cases: number },
): string {
  if (facts.better === 'higher') return verdictWords(code, facts)
  if (code === 'NUM') return `Có ${count(facts.cases)} trường hợp – tiếp tục theo dõi`
  if (code === 'OK?' || code === 'OK' || code === 'MET')
    return facts.cases === 0
      ? 'Không có trường hợp'
      : `Có ${count(facts.cases)} trường hợp – trong giới hạn`
  return verdictWords(code, facts)
}

/** `Chưa đủ số liệu (còn thiếu: xã A, xã B và 3 đơn vị khác; 2 dòng chờ chỉnh lý)`. */
export function notEnough(silent: readonly string[], withheld = 0): string {
  const reasons = [
    ...(silent.length === 0 ? [] : [`còn thiếu: ${some(silent, 4)}`]),
    ...(withheld === 0 ? [] : [waitingRows(withheld)]),
  ]
  return reasons.length === 0 ? 'Chưa đủ số liệu' : `Chưa đủ số liệu (${reasons.join('; ')})`
}

/** `2 dòng chờ chỉnh lý`. */
export function waitingRows(n: number): string {
  return `${count(n)} dòng chờ chỉnh lý`
}

/** `còn 21 trên 141 người`; of the unit itself `đến nay chưa có`. */
export function remainingWords({ k, n, counted, own = false, note }: Remaining): string {
  if (own) return k === 0 ? 'đến nay đã có' : 'đến nay chưa có'
  const words =
    k === 0 ? `đến nay đủ ${count(n)} ${counted}` : `còn ${count(k)} trên ${count(n)} ${counted}`
  return note === undefined ? words : `${words} ${note}`
}

function open(remaining: Remaining | null): string {
  return remaining === null ? 'Đang thực hiện' : `Đang thực hiện – ${remainingWords(remaining)}`
}
