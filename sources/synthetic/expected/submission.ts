import type { Day, Period } from '../calendar.ts'
import type { Delivery } from '../mail/delivery.ts'
import type { Row } from '../mail/register-row.ts'
import type { Slip } from '../mail/slip.ts'
import type { UnitId } from '../terms.ts'

/** One sheet of one file, as it will be taken in. */
export interface Submission {
  readonly name: string
  readonly arrivedOn: Day
  readonly form: string
  readonly sheet: string
  readonly reporter: string
  /** The reporter's own place. */
  readonly unitId: UnitId
  readonly window: Period
  readonly revision: number
  readonly outcome: Outcome
  readonly rowsRead: number
  readonly rows: readonly Accepted[]
  /** Letter of the column by which its rows are known to people. */
  readonly letter: string
}

export type Outcome = 'accepted' | 'partial' | 'rejected' | 'held'

/** A row that counts; `at` is its row in the sheet. */
export interface Accepted {
  readonly at: number
  readonly values: Row
}

/** The window for which a form of a window counts: itself, or the year into whose report it is folded. */
export type CountedAs = (form: string, window: Period) => Period

/** First row of data in every sheet of a workbook. */
const FIRST_ROW = 9

/** Every sheet of the workbooks, each file once however often it came; files that name nobody make none. */
export function submissionsOf(
  deliveries: readonly Delivery[],
  countedAs: CountedAs,
): readonly Submission[] {
  const read = deliveries.flatMap((delivery) =>
    delivery.copyOf === null ? sheetsOf(delivery, countedAs) : [],
  )
  return groupsOf(read, placeOf).flatMap(held)
}

/** Which submission counts for each place: the highest (revision, arrival) of those accepted wholly or partly. */
export function inForceOf(submissions: readonly Submission[]): ReadonlyMap<string, Submission> {
  const counting = submissions.filter(counts).toSorted(byReplacement)
  return new Map(counting.map((submission) => [placeOf(submission), submission]))
}

export function counts({ outcome }: Submission): boolean {
  return outcome === 'accepted' || outcome === 'partial'
}

/** `returnee-register police:07210 adm:2026-01` */
export function placeOf({ form, reporter, window }: Submission): string {
  return placeName(form, reporter, window.id)
}

export function placeName(form: string, reporter: string, windowId: string): string {
  return `${form} ${reporter} ${windowId}`
}

export function withheldIn({ rowsRead, rows }: Submission): number {
  return rowsRead - rows.length
}

/** `A`, `Z`, `AA`: the letter of a column counted from 0. */
export function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last
}

export function rowAt(index: number): number {
  return FIRST_ROW + index
}

export function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return [...groups.values()]
}

function sheetsOf({ name, arrivedOn, spec, slips }: Delivery, countedAs: CountedAs): Submission[] {
  if (spec instanceof Uint8Array || slips.some(({ code }) => NAMELESS.has(code))) return []
  const { reporter, window } = spec
  const sentBack = slips.some(({ costs }) => costs === 'file')
  return spec.sheets.map(({ form, rows }) => {
    const own = slips.filter((slip) => slip.form === form.id)
    const refused = sentBack || own.some(({ costs }) => costs === 'sheet')
    const fields = Object.keys(form.columns)
    const empty = Object.fromEntries(fields.map((field) => [field, null]))
    const accepted = refused
      ? []
      : rows.flatMap((row, index) => acceptedRow({ ...empty, ...row } as Row, index, own))
    return {
      name,
      arrivedOn,
      form: form.id,
      sheet: form.sheet,
      reporter: reporter.id,
      unitId: reporter.unitId,
      window: countedAs(form.id, window as Period),
      revision: Number(spec.cover['revision_no']),
      outcome: outcomeOf(refused, rows.length, accepted.length),
      rowsRead: rows.length,
      rows: accepted,
      letter: letterOf(
        fields.indexOf(fields.includes('case_file_no') ? 'case_file_no' : 'full_name'),
      ),
    }
  })
}

/** Mistakes after which nobody knows whose sheet it is. */
const NAMELESS: ReadonlySet<string> = new Set(['unknown-unit', 'unknown-file', 'secret'])

function acceptedRow(row: Row, index: number, slips: readonly Slip[]): Accepted[] {
  const own = slips.filter((slip) => slip.row === index)
  if (own.some(({ costs }) => costs === 'row')) return []
  const values = Object.assign({}, row, ...own.map(({ read }) => read)) as Row
  return [{ at: rowAt(index), values }]
}

function outcomeOf(refused: boolean, read: number, accepted: number): Outcome {
  if (refused || (read > 0 && accepted === 0)) return 'rejected'
  return accepted < read ? 'partial' : 'accepted'
}

/** A replacement that loses more than a fifth of the rows, and at least three, waits for somebody. */
function held(versions: readonly Submission[]): Submission[] {
  const decided: Submission[] = []
  for (const version of versions.toSorted(byReplacement)) {
    const before = decided.findLast(counts)
    const lost = before === undefined ? 0 : before.rows.length - version.rows.length
    const tooMuch = before !== undefined && lost >= 3 && lost * 5 > before.rows.length
    decided.push(tooMuch && counts(version) ? { ...version, outcome: 'held' } : version)
  }
  return decided
}

function byReplacement(a: Submission, b: Submission): number {
  return a.revision - b.revision || (a.arrivedOn < b.arrivedOn ? -1 : 1)
}
