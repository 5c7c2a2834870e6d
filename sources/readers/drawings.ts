import { parseXml } from './xml.ts'
import type { Archive } from './zip.ts'

const DRAWING = /^xl\/drawings\/[^/]+\.xml$/

/** What stands in text boxes, paragraph by paragraph: a stamp is often drawn and not typed into a cell. */
export function drawnTexts(archive: Archive): readonly string[] {
  const texts: string[] = []
  for (const name of archive.names.filter((each) => DRAWING.test(each))) {
    let listening = false
    parseXml(archive.take(name), name, {
      open: (tag) => {
        listening = /(^|:)t$/.test(tag)
        if (/(^|:)p$/.test(tag)) texts.push('')
      },
      text: (piece) => {
        if (listening) texts.push(`${texts.pop() ?? ''}${piece}`)
      },
      close: () => {
        listening = false
      },
    })
  }
  return texts.filter((text) => text.trim() !== '')
}
