import {
  formsAndLine,
  moreWords,
  partNames,
  reportsOf,
  roman,
  summaryParts,
  summaryWords,
} from '../words.ts'
import type { Entry, Section } from './entry.ts'

/** An entry with the block that it is where it stands alone. */
export interface Told extends Entry {
  readonly text: string
}

/** Many alerts as one text: parts, headings in them, and what stands below each. */
export interface Digest {
  /** `2 nội dung về chỉ tiêu`, `65 báo cáo quá hạn của 60 đơn vị`, … */
  readonly counts: readonly string[]
  readonly parts: readonly DigestPart[]
}

export interface DigestPart {
  /** `II. Báo cáo quá hạn`. */
  readonly title: string
  readonly groups: readonly DigestGroup[]
}

export interface DigestGroup {
  /** Null above blocks, which say everything themselves. */
  readonly heading: string | null
  readonly items: readonly string[]
}

/** Figures and data are one part; the others are one each. */
const parts: readonly (readonly [keyof typeof partNames, readonly Section[]])[] = [
  ['figures', ['target', 'suspect', 'restated', 'incomplete']],
  ['overdue', ['overdue']],
  ['requested', ['reminder-requested']],
  ['due-soon', ['due-soon']],
  ['closed', ['closed']],
  ['notice', ['notice']],
]

/**
 * What is told, by parts; within each the order is that in which it is given. The same entries give the same digest: nothing but them is
 * asked.
 */
export function digestOf(told: readonly Told[]): Digest {
  const present = parts.flatMap(([name, within]) => {
    const own = told.filter(({ section }) => within.includes(section))
    return own.length === 0 ? [] : [{ name, own }]
  })
  return {
    counts: summaryParts(told),
    parts: present.map(({ name, own }, n) => ({
      title: `${roman(n + 1)}. ${partNames[name]}`,
      groups: [...byKey(own, ({ heading }) => heading ?? '')].map(([heading, under]) => ({
        heading: heading === '' ? null : heading,
        items: itemsOf(under),
      })),
    })),
  }
}

/** The same as plain text; of a part that is longer than so many items only these, and how many more there are. */
export function digestText(
  { counts, parts }: Digest,
  lead: string,
  most = Number.POSITIVE_INFINITY,
): string {
  return [summaryWords(lead, counts), ...parts.map((part) => partText(part, most))].join('\n\n')
}

function partText({ title, groups }: DigestPart, most: number): string {
  let left = most
  const texts = groups.flatMap(({ heading, items }) => {
    const shown = items.slice(0, left)
    left -= shown.length
    if (shown.length === 0) return []
    if (heading === null) return shown.map((text) => text.trimEnd())
    return [[heading, ...shown.map((line) => `- ${line}`)].join('\n')]
  })
  const more = groups.reduce((n, { items }) => n + items.length, 0) - (most - left)
  return [title, ...texts, ...(more > 0 ? [moreWords(more)] : [])].join('\n\n')
}

function itemsOf(told: readonly Told[]): readonly string[] {
  const reporters = byKey(told, ({ who }) => who ?? '')
  return [...reporters].flatMap(([who, own]) =>
    who === '' ? own.map(({ line, text }) => line ?? text) : [owedLine(who, own)],
  )
}

/** `Công an xã Đại Sơn: 0/1 báo cáo – Biểu 01, Tháng 1/2026 (…), hạn …`; forms of one window together. */
function owedLine(who: string, own: readonly Told[]): string {
  const windows = [...byKey(own, ({ line }) => line ?? '')].map(([line, forms]) =>
    formsAndLine(
      forms.flatMap(({ form }) => form ?? []),
      line,
    ),
  )
  return reportsOf(who, own.length, windows)
}

function byKey<T>(all: Iterable<T>, keyOf: (one: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}
