import { extname } from 'node:path'
import { issuedList } from '#dashboards/pages/issued-list.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { fileExists } from '../files.ts'
import { type IssueDocument, issueDocuments } from '../ledger/issues.ts'
import { isNewest } from '../ledger/migrations.ts'
import { openLedgerReadOnly } from '../ledger/open.ts'
import type { Site } from '../site.ts'
import { manifestOf } from './manifest.ts'
import { frozen } from './store.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.ndjson': 'application/x-ndjson; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export interface Served {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
}

/** What was issued, for whoever serves it: the list, and each frozen file byte for byte, also of a document that was corrected since. */
export interface IssuedPages {
  list(): Promise<string>
  /** A file of an issued document; `dump.ndjson` is the dump. Null for what was not issued. */
  file(plan: string, window: string, document: string, path: string): Promise<Served | null>
}

/** The issued documents of a site; a draft is nobody's to see before it is issued. */
export function issuedPages({ ledger, issued }: Pick<Site, 'ledger' | 'issued'>): IssuedPages {
  return Object.freeze({
    async list() {
      const documents = await issuedOf(ledger)
      return issuedList(documents.map(entryOf).toReversed())
    },
    async file(plan: string, window: string, document: string, path: string) {
      const found = (await issuedOf(ledger)).find(
        (one) => one.plan === plan && one.window === window && one.document === document,
      )
      if (found === undefined) return null
      const { dump_sha, bytes_sha } = found.last
      const type = TYPES[extname(path)] ?? 'application/octet-stream'
      if (path === 'dump.ndjson') {
        return { bytes: new Uint8Array(await frozen(issued, dump_sha, { packed: true })), type }
      }
      const { files } = await manifestOf(issued, bytes_sha)
      const file = files.find((one) => one.path === path)
      if (file === undefined) return null
      return { bytes: new Uint8Array(await frozen(issued, file.sha256)), type }
    },
  })
}

/** In the order in which they were issued; none while the ledger is one that an older program wrote. */
async function issuedOf(path: string): Promise<readonly IssueDocument[]> {
  if (!(await fileExists(path))) return []
  const ledger = await openLedgerReadOnly(path)
  try {
    if (!(await isNewest(ledger.db))) return []
    const all = await issueDocuments(ledger.db)
    const atOf = ({ issued }: IssueDocument) => issued?.at ?? ''
    return all
      .filter(({ issued }) => issued !== null)
      .toSorted((a, b) => (atOf(a) < atOf(b) ? -1 : 1))
  } finally {
    await ledger.close()
  }
}

function entryOf({ plan, window, document, state, issued, last, corrects }: IssueDocument) {
  return {
    path: `/issued/${encodeURIComponent(plan)}/${encodeURIComponent(window)}/${document}/index.html`,
    windowId: window,
    number: issued?.number ?? '',
    date: issued?.date as CalendarDate,
    signer: issued?.signer ?? '',
    businessDate: last.business_date,
    knownUntil: last.known_until,
    figures: last.figures,
    corrected: state === 'corrected',
    isCorrection: corrects !== null,
  }
}
