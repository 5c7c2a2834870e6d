import { refuse } from './refusal.ts'
import { parseXml } from './xml.ts'
import type { Archive } from './zip.ts'

export interface Relationship {
  readonly id: string
  /** Last word of the type's address: `worksheet`, `styles` …; the same in transitional and strict OOXML. */
  readonly kind: string
  /** Name of the part; null when it lies outside the file. */
  readonly part: string | null
}

/** What a part (`''` for the package) refers to; nothing when it has no relationships. */
export function relationshipsOf(archive: Archive, part: string): readonly Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  if (!archive.has(name)) return []
  const found: Relationship[] = []
  parseXml(archive.take(name), name, {
    open: (tag, attributes) => {
      if (tag !== 'Relationship') return
      const target = attributes.local('Target') ?? ''
      const outside = attributes.local('TargetMode') === 'External'
      found.push({
        id: attributes.local('Id') ?? '',
        kind: (attributes.local('Type') ?? '').split('/').at(-1) ?? '',
        part: outside ? null : resolved(folder, target, name),
      })
    },
  })
  return found
}

/** `../sharedStrings.xml` and `/xl/sharedStrings.xml` seen from `xl/worksheets/`. */
function resolved(folder: string, target: string, part: string): string {
  const path: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..' && path.pop() === undefined) refuse('hostile-file', { reason: 'name', part })
    if (step !== '..' && step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}
