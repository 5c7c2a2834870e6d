import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'
import { type Relationship, relationshipsOf } from './relationships.ts'
import { isTrue, parseXml } from './xml.ts'
import type { Archive } from './zip.ts'

/** `xl/workbook.xml` and where the parts that it names lie. */
export interface WorkbookPart {
  readonly date1904: boolean
  readonly sheets: readonly {
    readonly name: string
    readonly hidden: boolean
    readonly part: string
  }[]
  readonly sharedStrings: string | null
  readonly styles: string | null
  readonly macros: boolean
  readonly externalLinks: boolean
}

/** Name of the workbook's part, or null when the package is no workbook in OOXML. Excel Online calls it `xl/workbook2.xml`. */
export function findWorkbook(archive: Archive): string | null {
  const main = relationshipsOf(archive, '').find((to) => to.kind === 'officeDocument')?.part
  if (main !== undefined) return main !== null && /^xl\/[^/]*\.xml$/.test(main) ? main : null
  return archive.has('xl/workbook.xml') ? 'xl/workbook.xml' : null
}

/** Reads the list of sheets; chart and dialog sheets have no cells and are left out. */
export function readWorkbookPart(archive: Archive, part: string): WorkbookPart {
  const related = relationshipsOf(archive, part)
  const byId = new Map(related.map((to) => [to.id, to]))
  const sheets: { name: string; hidden: boolean; part: string }[] = []
  let date1904 = false
  let root = ''
  parseXml(archive.take(part), part, {
    open: (tag, attributes) => {
      root ||= tag
      if (tag === 'workbookPr') date1904 = isTrue(attributes.local('date1904'))
      if (tag !== 'sheet') return
      const to = byId.get(attributes.local('id') ?? '')
      if (to === undefined) refuse('damaged-file', { reason: 'sheet-missing', part })
      if (to.kind !== 'worksheet') return
      if (to.part === null) refuse('hostile-file', { reason: 'outside', part })
      const name = attributes.local('name') ?? ''
      const state = attributes.local('state') ?? 'visible'
      sheets.push({ name, hidden: state !== 'visible', part: to.part })
    },
  })
  if (root !== 'workbook') refuse('damaged-file', { reason: 'xml', part })
  if (sheets.length > LIMITS.sheets) {
    refuse('too-large', { limit: 'sheets', most: LIMITS.sheets, found: sheets.length })
  }
  return { date1904, sheets, ...partsOf(related, archive) }
}

function partsOf(related: readonly Relationship[], archive: Archive) {
  const partOf = (kind: string) => related.find((to) => to.kind === kind)?.part ?? null
  return {
    sharedStrings: partOf('sharedStrings'),
    styles: partOf('styles'),
    macros: archive.names.some((name) => /(^|\/)(vbaProject\.bin|macrosheets\/.*)$/i.test(name)),
    externalLinks: archive.names.some((name) => name.startsWith('xl/externalLinks/')),
  }
}
