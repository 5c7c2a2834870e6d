import { narrative } from '../forms/narrative.ts'
import type { Refusal } from '../readers/index.ts'
import type { Reading, SheetReading } from '../submission.ts'
import type { Reporter } from '../vocabulary/reporter.ts'
import type { Window } from '../vocabulary/window.ts'
import { signedReport } from '../words.ts'
import { type Assigned, type AssignedIdentity, checkAssigned } from './assigned.ts'

/**
 * A signed report (.docx, .pdf) that a person assigned as the words of a reporter's report: one row that names the document. The bytes
 * stay whole in the vault and are never opened.
 *
 * It states no revision, so that it stands behind a sheet of Biểu 13 for the same window. Null where the refusal is another, or the
 * document was meant as a form of figures.
 */
export function readSignedDocument(
  { refused, facts }: Refusal,
  assigned: Assigned,
  said: AssignedIdentity,
): Reading | null {
  if (refused !== 'document-alone' || assigned.form !== narrative.id) return null
  const problems = checkAssigned(said, assigned)
  const { reporter, window } = said
  if (reporter === null || window === null) return { outcome: 'rejected', sheets: [], problems }
  return {
    outcome: 'accepted',
    sheets: [sheetOf(reporter, window, String(facts['format']))],
    problems,
  }
}

function sheetOf(reporter: Reporter, window: Window, format: string): SheetReading {
  return {
    form: narrative.id,
    formVersion: narrative.version,
    sheet: narrative.sheet,
    reporter: reporter.id,
    window: window.id,
    revision: null,
    nil: false,
    dataTo: null,
    documentNo: null,
    documentDate: null,
    outcome: 'accepted',
    rowsRead: 1,
    rowsAccepted: 1,
    columns: {},
    rows: [
      {
        row: 1,
        unitId: reporter.unitId,
        values: {
          section: 'VB',
          title: signedReport,
          text: null,
          attachment: `.${format}`,
        },
        identifiers: [],
      },
    ],
  }
}
