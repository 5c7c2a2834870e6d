import type { CalendarDate } from '#sources/vocabulary/date.ts'

/** One row of a register in force that is about a person. */
export interface RegisterRow {
  readonly reporter: string
  /** Day after the last of the register's month. */
  readonly close: CalendarDate
  /** Plan year of the register. */
  readonly year: number
  readonly unitId: string
  readonly leftOn: CalendarDate | null
  readonly leftReason: string | null
  /** Day of the reform by which the register's commune took the person over; null for one who came otherwise. */
  readonly handedOverOn: CalendarDate | null
}

/** One row of a list in force that is no register: its plan year, and the last day that it tells of the person. */
export interface OtherRow {
  readonly year: number
  readonly last: CalendarDate
}

/** All that the reports in force say of one person. */
export interface Life {
  readonly registers: readonly RegisterRow[]
  /** Cases of new offences that were not dropped. */
  readonly cases: readonly OtherRow[]
  /** Dropped ones, and notices of releases. */
  readonly others: readonly OtherRow[]
}

/** Why a person's data are kept. */
export type Kept =
  | 'never-on-a-register'
  | 'reported-this-year'
  | 'open-stay'
  | 'ended-after'
  | 'not-for-good'
  | 'new-offence-after'
  | 'announced-after'

export type Retention =
  | {
      readonly over: true
      readonly unitId: string
      readonly leftOn: CalendarDate
      readonly leftReason: string
    }
  | { readonly over: false; readonly why: Kept }

/** Reasons that end management without anybody of the province going on with it. */
const FOR_GOOD: readonly string[] = [
  'xoa_an_tich',
  'chet',
  'chuyen_ngoai_tinh',
  'xuat_canh',
  'huy_tha_tu',
  'ghi_trung',
]

/**
 * Whether the time is over for which a person's data may be kept.
 *
 * It runs from the end of management (Thông tư 10/2024/TT-BCA, Điều 14): whose record is expunged counts as never convicted (Bộ luật
 * Hình sự, Điều 69), and data whose purpose is done are deleted (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Điều 14). It is over when
 *
 * - nothing in the present plan year tells of him: its registers and lists are running workbooks, which would bring him back next month;
 * - of each commune that had him, the latest register that names him says that he left, before the cut-off: one that let him vanish
 *   without a reason has still to explain it; for a commune that ended, the one to which it handed him over answers;
 * - the last leaving was for good: record expunged, death, out of the province, abroad, release revoked (a later one is a new row), or
 *   an entry by mistake. Not for good are a move within the province (somebody else must have him), a new sentence (the record runs on,
 *   Điều 73), and `khac`, which a person must look into;
 * - no case that was not dropped, and no notice of a release, tells of a day from the cut-off on.
 *
 * Who never stood on a register has no end of management from which to count.
 */
export function retentionOf(
  { registers, cases, others }: Life,
  cutOff: CalendarDate,
  year: number,
): Retention {
  const kept = (why: Kept): Retention => ({ over: false, why })
  if (registers.length === 0) return kept('never-on-a-register')
  if ([...registers, ...cases, ...others].some((row) => row.year >= year))
    return kept('reported-this-year')
  const said = lastWords(registers).filter((row) => !isAnsweredFor(row, registers))
  const stays = said.filter(({ leftReason }) => leftReason !== 'ghi_trung')
  if (stays.some(({ leftOn }) => leftOn === null)) return kept('open-stay')
  const last = latest(stays.length > 0 ? stays : said)
  const [first] = last
  if (first === undefined || first.leftOn === null || first.leftReason === null)
    return kept('open-stay')
  if (first.leftOn >= cutOff) return kept('ended-after')
  if (last.some(({ leftReason }) => !FOR_GOOD.includes(leftReason ?? '')))
    return kept('not-for-good')
  if (cases.some((row) => row.last >= cutOff)) return kept('new-offence-after')
  if (others.some((row) => row.last >= cutOff)) return kept('announced-after')
  const { unitId, leftOn, leftReason } = first
  return { over: true, unitId, leftOn, leftReason }
}

/** Of each reporter the rows of the latest register that names the person. */
function lastWords(registers: readonly RegisterRow[]): readonly RegisterRow[] {
  const closes = new Map<string, CalendarDate>()
  for (const { reporter, close } of registers) {
    const known = closes.get(reporter)
    if (known === undefined || close > known) closes.set(reporter, close)
  }
  return registers.filter(({ reporter, close }) => closes.get(reporter) === close)
}

/** A commune that ended cannot say any more that he left; since the reform another has him. */
function isAnsweredFor({ leftOn, close }: RegisterRow, all: readonly RegisterRow[]): boolean {
  return (
    leftOn === null &&
    all.some(({ handedOverOn }) => handedOverOn !== null && close <= handedOverOn)
  )
}

/** Those who left last; several where a person moved on the day on which he came. */
function latest(rows: readonly RegisterRow[]): readonly RegisterRow[] {
  const days = rows.map(({ leftOn }) => leftOn ?? '').sort()
  return rows.filter(({ leftOn }) => leftOn === days.at(-1))
}
