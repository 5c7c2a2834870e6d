import { count } from './words-figures.ts'

export interface LabelledNumber {
  readonly label: string
  readonly value: string
  readonly note: string
}

/** The persons of the month (or of a review, which has no stock) in one line; the last only where a target promises that they be few. */
export function peopleWords(
  people: {
    readonly managed: number | null
    readonly returned: number | null
    readonly prosecuted: number | null
    readonly prosecutedToDate: number | null
    readonly allowance: number | null
  },
  { review = false, promised = true } = {},
): readonly LabelledNumber[] {
  const span = review ? 'kỳ' : 'tháng'
  const toDate =
    review || people.prosecutedToDate === null
      ? ''
      : `; lũy kế ${count(people.prosecutedToDate)} người`
  return [
    ...(review ? [] : [managedWords(people.managed)]),
    returnedWords(people.returned, review),
    {
      label: 'Bị khởi tố về hành vi phạm tội mới',
      value: number(people.prosecuted),
      note: people.prosecuted === null ? `${unknown}${toDate}` : `người trong ${span}${toDate}`,
    },
    ...(promised ? [allowanceWords(people.allowance)] : []),
  ]
}

/** The counts of one commune; a distance of a handful is a count, not a grade. */
export function communePeople(
  people: {
    readonly managed: number | null
    readonly returned: number | null
    readonly prosecutedToDate: number | null
    readonly allowance: number | null
  },
  { review = false, promised = true } = {},
): readonly LabelledNumber[] {
  return [
    ...(review ? [] : [managedWords(people.managed)]),
    returnedWords(people.returned, review),
    {
      label: 'Bị khởi tố về hành vi phạm tội mới',
      value: number(people.prosecutedToDate),
      note: noted(people.prosecutedToDate, review ? 'người trong kỳ' : 'người, lũy kế từ đầu năm'),
    },
    ...(promised ? [allowanceWords(people.allowance)] : []),
  ]
}

function managedWords(managed: number | null): LabelledNumber {
  return {
    label: 'Đang quản lý',
    value: number(managed),
    note: noted(managed, 'người, vào ngày cuối kỳ'),
  }
}

function returnedWords(returned: number | null, review: boolean): LabelledNumber {
  const label = `Về cư trú trong ${review ? 'kỳ' : 'tháng'}`
  return { label, value: number(returned), note: noted(returned, 'người mới ra trại') }
}

/** Distance from the largest count at which the target is still met: 17 of 1,734 are under 1 %, so that 13 are 4 below it. */
function allowanceWords(allowance: number | null): LabelledNumber {
  return {
    label: 'So với mức tối đa của chỉ tiêu',
    value: allowance === null ? '–' : count(Math.abs(allowance)),
    note: allowance === null ? unknown : allowanceNote(allowance),
  }
}

function allowanceNote(allowance: number): string {
  if (allowance === 0) return 'bằng mức tối đa'
  return allowance < 0 ? 'người, vượt mức tối đa' : 'người, thấp hơn mức tối đa'
}

const unknown = 'chưa có số liệu'

/** What a number counts; where there is none, that it is not known. */
function noted(n: number | null, note: string): string {
  return n === null ? unknown : note
}

function number(n: number | null): string {
  return n === null ? '–' : count(n)
}

/** What a sparkline shows, for those who cannot see it. */
export function sparkWords(counts: readonly string[]): string {
  return `Số người đang quản lý cuối các tháng có số liệu: ${counts.join(', ')}`
}

export const signalNote =
  'Đối với chỉ tiêu về phạm tội mới, ở cấp xã chỉ nêu số trường hợp và tín hiệu, không đánh giá đạt hay không đạt: nơi có ít người, chỉ một trường hợp đã vượt mức của chỉ tiêu, kể cả khi công tác quản lý bình thường.'
