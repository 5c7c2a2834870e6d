import { randomBytes } from 'node:crypto'
import { finderOf, type Needle } from '#sources/search.ts'
import type { AcceptedRow, Reading } from '#sources/submission.ts'
import type { PersonKey } from '../vault/keys.ts'
import { base32, type Pseudonym, pseudonym } from '../vault/pseudonym.ts'
import type { Disguise } from './depersonalised.ts'
import type { Due } from './people.ts'

/** What is known of the people whose time is over, in the clear; it never leaves the process. */
export interface Traces extends Disguise {
  /** What may stand anywhere in a file: names, numbers of papers. Places in it are what a {@link Finder} gives. */
  readonly needles: readonly Needle[]
  /** Numbers of case files, which are unique in a commune only, by its code. */
  readonly caseFiles: ReadonlyMap<string, readonly Needle[]>
}

const SURROGATE = 'purged-'

/** True for an identifier that stands for one of a person who was purged. */
export function isSurrogate(identifier: string): boolean {
  return identifier.slice(identifier.indexOf(':') + 1).startsWith(SURROGATE)
}

/** Collects names and numbers from the rows of these people, and gives each identifier a random surrogate, which nobody keeps. */
export function tracesOf(
  readings: readonly Reading[],
  due: readonly Due[],
  key: PersonKey,
): Traces {
  const personOf = new Map<Pseudonym, number>(
    due.flatMap(({ ids }, person) => [...ids].map((id) => [id, person] as const)),
  )
  const numberOf = (identifier: string) => personOf.get(pseudonym(identifier, key))
  const rows = readings
    .flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.rows))
    .filter(({ identifiers }) => identifiers.some((one) => numberOf(one) !== undefined))
  const identifiers = new Set(rows.flatMap((row) => row.identifiers))
  const needles = unique(rows.flatMap(needlesOf))
  return {
    surrogates: new Map([...identifiers].map((one) => [one, surrogateOf(one)])),
    caseRefs: caseRefsOf(rows, numberOf),
    needles,
    caseFiles: caseFilesOf([...identifiers]),
    find: finderOf(needles),
  }
}

function surrogateOf(identifier: string): string {
  return `${identifier.slice(0, identifier.indexOf(':'))}:${SURROGATE}${random()}`
}

function random(): string {
  return base32(randomBytes(15))
}

/** A name of one word would be found everywhere; its rows are known by their papers. */
function needlesOf({ values }: AcceptedRow): readonly Needle[] {
  const text = (field: string) => (typeof values[field] === 'string' ? values[field] : '')
  const name = text('full_name').trim()
  return [
    ...(/\s/.test(name) ? [{ kind: 'words', text: name } as const] : []),
    ...['national_id', 'old_id'].flatMap((field) => paper(text(field))),
  ]
}

function paper(number: string): readonly Needle[] {
  if (number.replaceAll(/\s/g, '').length < 6) return []
  return [{ kind: /^[\d\s]+$/.test(number) ? 'digits' : 'words', text: number }]
}

function caseFilesOf(identifiers: readonly string[]): ReadonlyMap<string, readonly Needle[]> {
  const files = new Map<string, Needle[]>()
  for (const identifier of identifiers) {
    const [, code, no] = /^case:(\d+)@[^:]*:(.+)$/.exec(identifier) ?? []
    if (code === undefined || no === undefined) continue
    files.set(code, [...(files.get(code) ?? []), { kind: 'words', text: no }])
  }
  return files
}

/** In the order of the numbers: where two cases tie, the first by its number decides. */
function caseRefsOf(
  rows: readonly AcceptedRow[],
  numberOf: (identifier: string) => number | undefined,
): Disguise['caseRefs'] {
  const refs = new Map<number, Set<string>>()
  for (const { identifiers, values } of rows) {
    const person = identifiers.map(numberOf).find((one) => one !== undefined)
    const ref = values['case_ref']
    if (person === undefined || typeof ref !== 'string') continue
    refs.set(person, (refs.get(person) ?? new Set()).add(ref))
  }
  const names = new Map(
    [...refs].map(([person, own]) => {
      const prefix = `${SURROGATE}${random()}`
      const ranked = [...own].sort().map((ref, at) => [ref, `${prefix}-${1000 + at}`] as const)
      return [person, new Map(ranked)] as const
    }),
  )
  return (identifier, ref) => names.get(numberOf(identifier) ?? -1)?.get(ref) ?? SURROGATE
}

function unique(needles: readonly Needle[]): readonly Needle[] {
  return [...new Map(needles.map((one) => [`${one.kind} ${one.text}`, one])).values()]
}

/** The same, with the numbers of the case files of some communes; null for all of them. */
export function needlesFor(
  { needles, caseFiles }: Traces,
  communes: ReadonlySet<string> | null,
): readonly Needle[] {
  const own = [...caseFiles].filter(([code]) => communes === null || communes.has(code))
  return [...needles, ...own.flatMap(([, list]) => list)]
}
