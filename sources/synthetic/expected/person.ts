import type { Row } from '../mail/register-row.ts'
import type { Accepted, Submission } from './submission.ts'

/** Who each accepted row is about, by the numbers that stand in it. */
export interface Persons {
  of(submission: Submission, row: Accepted): string
  /** Rows with a number that would make one person of two: it joins nobody, and both rows must be looked at. */
  readonly disputed: readonly { readonly submission: Submission; readonly row: Accepted }[]
}

/** Joins rows that share a number; persons are told apart by nothing else. */
export function personsIn(submissions: Iterable<Submission>): Persons {
  const rows = [...submissions].flatMap((submission) =>
    submission.rows.map((row) => ({ submission, row, numbers: numbersOf(submission, row.values) })),
  )
  const shared = sharedNumbers(rows.map(({ numbers }) => numbers))
  const parent = new Map<string, string>()
  const root = (number: string): string => {
    const up = parent.get(number)
    return up === undefined || up === number ? number : root(up)
  }
  for (const { numbers } of rows) {
    const [first, ...others] = numbers.filter((number) => !shared.has(number))
    for (const other of others) parent.set(root(other), root(first as string))
  }
  return {
    of: (submission, row) => {
      const [number] = numbersOf(submission, row.values).filter((one) => !shared.has(one))
      return number === undefined ? `${submission.name} ${submission.form} ${row.at}` : root(number)
    },
    disputed: rows.filter(({ numbers }) => numbers.some((number) => shared.has(number))),
  }
}

/** Numbers of papers and files that stand beside two national ids: nobody has two. */
function sharedNumbers(rows: readonly (readonly string[])[]): ReadonlySet<string> {
  const beside = new Map<string, Set<string>>()
  for (const numbers of rows) {
    const national = numbers.find((number) => number.startsWith('nid'))
    if (national === undefined) continue
    for (const number of numbers) {
      if (number !== national) beside.set(number, (beside.get(number) ?? new Set()).add(national))
    }
  }
  return new Set([...beside].flatMap(([number, nationals]) => (nationals.size > 1 ? [number] : [])))
}

function numbersOf({ form, unitId }: Submission, row: Row): readonly string[] {
  const given = (kind: string, field: string) =>
    (row[field] ?? null) === null ? [] : [`${kind} ${row[field]}`]
  const fileOf = (place: unknown) => `file ${place} ${row['case_file_no']}`
  switch (form) {
    case 'returnee-register': {
      const papers = [...given('nid', 'national_id'), ...given('old', 'old_id')]
      const moved = row['entry_kind'] === 'chuyen_den' && row['moved_from'] !== null
      const before = papers.length === 0 && moved ? [fileOf(row['moved_from'])] : []
      return [...papers, fileOf(unitId), ...before]
    }
    case 'release-notice':
      return [...given('nid', 'national_id'), ...given('old', 'old_id')]
    case 'reoffence':
      return [
        ...given('nid', 'national_id'),
        ...((row['case_file_no'] ?? null) === null ? [] : [fileOf(row['commune'])]),
      ]
    default:
      return []
  }
}
