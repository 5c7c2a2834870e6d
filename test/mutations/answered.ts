import { markColours } from '#sources/workbooks/marked/styles.ts'
import { openParts, type Parts, relationsOf, sheetsOf, textOf, unescaped } from './parts.ts'

/** What a sender sees in the workbook that comes back: cells in our colours with their comments, and the slip. */
export interface Answered {
  /** `01.Danh sach!F12` → colour and comment. */
  readonly marks: ReadonlyMap<string, { readonly severity: string; readonly comment: string }>
  /** All words of the first sheet. */
  readonly slip: string
  /** `'01.Danh sach'!F12` */
  readonly links: readonly string[]
  readonly parts: Parts
}

/** Looks into an answer by its XML alone, so that nothing of ours says what it holds. */
export function answeredIn(bytes: Uint8Array): Answered {
  const parts = openParts(bytes)
  const sheets = sheetsOf(parts)
  const colours = coloursOf(textOf(parts, 'xl/styles.xml'))
  const marks = new Map<string, { severity: string; comment: string }>()
  for (const { name, part } of sheets.slice(1)) {
    const comments = commentsOf(parts, part)
    for (const [, cell = '', style = ''] of textOf(parts, part).matchAll(
      /<c r="([A-Z]+\d+)"[^>]*? s="(\d+)"/g,
    )) {
      const severity = colours.get(Number(style))
      if (severity !== undefined) {
        marks.set(`${name}!${cell}`, { severity, comment: comments.get(cell) ?? '' })
      }
    }
  }
  const slip = textOf(parts, sheets[0]?.part ?? '')
  return {
    marks,
    slip: wordsIn(slip),
    links: [...slip.matchAll(/ location="([^"]*)"/g)].map(([, place = '']) => unescaped(place)),
    parts,
  }
}

/** Number of a cell's style → the kind of mark that its fill is. */
function coloursOf(styles: string): ReadonlyMap<number, string> {
  const fills = [...(/<fills.*?<\/fills>/s.exec(styles)?.[0] ?? '').matchAll(/<fill>.*?<\/fill>/gs)]
  const kinds = fills.map(
    ([fill]) => Object.entries(markColours).find(([, colour]) => fill.includes(colour))?.[0],
  )
  const formats = /<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? ''
  const used = [...formats.matchAll(/<xf [^>]*?fillId="(\d+)"/g)].map(([, id]) => kinds[Number(id)])
  return new Map(used.flatMap((kind, at) => (kind === undefined ? [] : [[at, kind] as const])))
}

function commentsOf(parts: Parts, sheet: string): ReadonlyMap<string, string> {
  const part = [...relationsOf(parts, sheet).values()].find((name) => /comments/.test(name))
  if (part === undefined) return new Map()
  return new Map(
    [...textOf(parts, part).matchAll(/<comment ref="([A-Z]+\d+)".*?<\/comment>/gs)].map(
      ([xml, cell = '']) => [cell, wordsIn(xml)],
    ),
  )
}

function wordsIn(xml: string): string {
  return [...xml.matchAll(/<t(?: [^>]*)?>(.*?)<\/t>/gs)]
    .map(([, text = '']) => unescaped(text))
    .join('\n')
}
