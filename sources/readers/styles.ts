import { parseXml } from './xml.ts'
import type { Archive } from './zip.ts'

/** Built-in formats that show a day: 14–17, 22, and the East Asian dates 27–36, 50–58 (ECMA-376 18.8.30). */
const BUILT_IN = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** By style number of a cell (`s`): whether its number format shows a day. */
export function readDateStyles(archive: Archive, part: string | null): readonly boolean[] {
  if (part === null) return []
  const custom = new Map<number, boolean>()
  const styles: boolean[] = []
  let within = ''
  parseXml(archive.take(part), part, {
    open: (tag, attributes) => {
      if (tag === 'numFmts' || tag === 'cellXfs') within = tag
      const id = Number(attributes.local('numFmtId'))
      if (tag === 'numFmt' && within === 'numFmts') {
        custom.set(id, showsDate(attributes.local('formatCode') ?? ''))
      }
      if (tag === 'xf' && within === 'cellXfs') styles.push(custom.get(id) ?? BUILT_IN(id))
    },
    close: (tag) => {
      if (tag === within) within = ''
    },
  })
  return styles
}

/** True for `dd/mm/yyyy`, `[$-42A]d mmmm yyyy`, `mm/yyyy`; false for `0.0`, `h:mm`, `#,##0 "đồng"`, `[Red]0`. */
export function showsDate(format: string): boolean {
  const [first = ''] = format.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gis, '').split(';')
  return /[dy]/i.test(first) || (/m/i.test(first) && !/[hs]/i.test(first))
}
