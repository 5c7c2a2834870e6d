import type { Alignment, Borders, Fill, Font, Protection, Style } from 'exceljs'
import type { Column, ColumnKind } from '../forms/form.ts'

/** Styles are made once and shared: exceljs recognises a style that it has written by its identity. */
const name = 'Times New Roman'
const font: Partial<Font> = { name, size: 11 }
const bold: Partial<Font> = { ...font, bold: true }
const italic: Partial<Font> = { ...font, italic: true }
const thin = { style: 'thin', color: { argb: 'FF808080' } } as const
const border: Partial<Borders> = { top: thin, left: thin, bottom: thin, right: thin }
const unlocked: Partial<Protection> = { locked: false }
const middle: Partial<Alignment> = { vertical: 'middle', wrapText: true }
const centre: Partial<Alignment> = { ...middle, horizontal: 'center' }
const filled = (argb: string): Fill => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb },
  bgColor: { argb },
})

export const looks = Object.freeze({
  plain: { font, alignment: { vertical: 'middle' } },
  bold: { font: bold, alignment: middle },
  hint: { font: { ...italic, color: { argb: 'FF595959' } }, alignment: middle },
  /** Runs on over its empty neighbours. */
  notice: { font: { ...italic, bold: true }, alignment: { vertical: 'middle' } },
  title: { font: { ...bold, size: 14 }, alignment: centre },
  subtitle: { font: italic, alignment: centre },
  tick: {
    font: { ...bold, size: 12 },
    alignment: { vertical: 'middle' },
    border,
    fill: filled('FFFFF2CC'),
    protection: unlocked,
  },
  group: { font: bold, alignment: centre, border, fill: filled('FFD9E2EC') },
  header: { font: bold, alignment: centre, border, fill: filled('FFEDF2F7') },
  /** The mark is a number format, so that the cell's text stays the header alone. */
  requiredHeader: {
    font: bold,
    alignment: centre,
    border,
    fill: filled('FFEDF2F7'),
    numFmt: '@" (*)"',
  },
  number: { font: italic, alignment: centre, border },
  coverLabel: { font: bold, alignment: middle, border, fill: filled('FFEDF2F7') },
  requiredCoverLabel: {
    font: bold,
    alignment: middle,
    border,
    fill: filled('FFEDF2F7'),
    numFmt: '@" (*)"',
  },
  coverLocked: { font, alignment: middle, border },
  entry: { font, protection: unlocked },
  grid: { border },
  signature: { font: bold, alignment: { horizontal: 'center' }, protection: unlocked },
  signatureHint: { font: italic, alignment: { horizontal: 'center' }, protection: unlocked },
  missing: { fill: filled('FFFFF2CC') },
} satisfies Record<string, Partial<Style>>)

const formats: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  'national-id': '@',
  commune: '@',
  choice: '@',
  date: 'dd/mm/yyyy',
  count: '#,##0',
  money: '#,##0.0',
  year: '0',
}

const toTheLeft: readonly ColumnKind[] = ['text', 'choice', 'commune']

/** What an unlocked cell of that kind looks like; ids and codes are text, so that zeros in front stay. */
export const entryLooks: Readonly<Record<ColumnKind, Partial<Style>>> = Object.freeze(
  Object.fromEntries(
    Object.entries(formats).map(([kind, numFmt]) => [
      kind,
      {
        numFmt,
        font,
        protection: unlocked,
        alignment: toTheLeft.includes(kind as ColumnKind) ? middle : centre,
      },
    ]),
  ) as Record<ColumnKind, Partial<Style>>,
)

/** What a sheet has filled in beforehand: locked, on the ground of the headers. */
export const presetLooks: Readonly<Record<ColumnKind, Partial<Style>>> = Object.freeze(
  Object.fromEntries(
    Object.entries(entryLooks).map(([kind, look]) => [
      kind,
      { ...look, fill: filled('FFF7F9FB'), protection: { locked: true } },
    ]),
  ) as Record<ColumnKind, Partial<Style>>,
)

/** The same with a frame, for the cover. */
export const coverLooks: Readonly<Record<ColumnKind, Partial<Style>>> = Object.freeze(
  Object.fromEntries(
    Object.entries(entryLooks).map(([kind, look]) => [
      kind,
      { ...look, border, alignment: { ...middle, horizontal: 'left' } },
    ]),
  ) as Record<ColumnKind, Partial<Style>>,
)

const widths: Readonly<Record<ColumnKind, number>> = {
  text: 18,
  'national-id': 15,
  commune: 20,
  choice: 0,
  date: 12,
  count: 11,
  money: 13,
  year: 8,
}

/** Characters wide: as the column says, else by kind, for choices by their labels, for the running number and for names by their use. */
export function widthOf(field: string, column: Column): number {
  if (field === 'row_no') return 6
  if (column.hints.width !== undefined) return column.hints.width
  if (/name|remark|note/.test(field)) return 26
  if (column.choices === null) return widths[column.kind]
  const longest = Math.max(...Object.values(column.choices).map((label) => label.length))
  return Math.min(34, Math.max(10, longest * 0.9))
}
