import { recordOf } from '../steps/read-files.ts'
import { ParsedError, type ParsedHeader, parsedPath } from '../vault/parsed.ts'
import type { Submission } from './schema.ts'

/**
 * In which columns the ledger's row of a submission differs from its parsed file, or null. What the sender was told may differ from a
 * later reading and is left out.
 */
export function disagreement(submission: Submission, header: ParsedHeader): string | null {
  const { outcome, ...read } = recordOf(header)
  const differing = Object.entries(read).filter(
    ([column, value]) => submission[column as keyof typeof read] !== value,
  )
  if (differing.length === 0) return null
  return differing
    .map(([column, value]) => {
      const said = submission[column as keyof typeof read]
      return `${column} ${JSON.stringify(value)}, the ledger ${JSON.stringify(said)}`
    })
    .join('; ')
}

/** Refuses a parsed file that says otherwise than the ledger. */
export function requireAgreement(folder: string, known: Submission, header: ParsedHeader): void {
  const found = disagreement(known, header)
  if (found === null) return
  throw new ParsedError(parsedPath(folder, known.parsed_name), `says ${found}`)
}
