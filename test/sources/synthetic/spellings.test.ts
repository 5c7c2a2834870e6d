import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { credit } from '#sources/forms/credit.ts'
import type { Form } from '#sources/forms/form.ts'
import { anyForms } from '#sources/forms/index.ts'
import { placeName, places } from '#sources/reference/places.ts'
import { writeWorkbook } from '#sources/workbooks/template.ts'
import {
  communes,
  csvOf,
  jsonOf,
  ndjsonOf,
  type Sheet,
  type Typing,
  tsvOf,
  usual,
  type Values,
} from '#test/support/typed.ts'
import { about, halfYear, meant, readIn, sheetsOf, understood } from './sheets.ts'

const world = halfYear('sương')
const everySheet = anyForms.map(({ id }) => sheetsOf(world, id))

const bare = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

/** `Hoà` → `Hòa`: the official list sets the tone mark on the second vowel, most keyboards on the first. */
function otherTones(text: string): string {
  return text
    .normalize('NFD')
    .replace(/([ou])([aey])([\u0300\u0301\u0303\u0309\u0323])(?!\p{L}|\p{M})/giu, '$1$3$2')
    .normalize('NFC')
}

const choicesAs =
  (say: (label: string, code: string) => string): Typing =>
  (column, value) =>
    column.choices === null
      ? usual(column, value)
      : say(column.choices[value] ?? String(value), String(value))

const communesAs =
  (say: Parameters<typeof communes>[1]): Typing =>
  (column, value) =>
    column.kind === 'commune' ? communes(value, say) : usual(column, value)

describe('choices mean the same', () => {
  it.each<[string, Typing]>([
    ['as codes', choicesAs((_, code) => code)],
    ['as labels', choicesAs((label) => label)],
    ['without diacritics', choicesAs(bare)],
    ['in upper case', choicesAs((label) => label.toUpperCase())],
    ['in upper case without diacritics', choicesAs((label) => bare(label).toUpperCase())],
    ['decomposed', choicesAs((label) => label.normalize('NFD'))],
    ['with spaces and a full stop', choicesAs((label) => `  ${label.replaceAll(' ', '  ')}. `)],
  ])('%s, on every form', async (_, typing) => {
    for (const { sheet, arrivedOn } of everySheet.flatMap((sheets) => sheets.slice(0, 2))) {
      const reading = await readIn(world, csvOf(sheet, typing), arrivedOn)
      expect(understood(reading)).toEqual(meant(sheet))
    }
  })
})

describe('every commune of the province means itself', () => {
  const own = places().communesOf('24', '2026-03-14')
  const twice = own.map(({ name }) => name).filter((name, at, names) => names.indexOf(name) !== at)
  const zeros = Object.fromEntries(
    Object.entries(credit.columns)
      .filter(([, { kind }]) => kind !== 'commune')
      .map(([field]) => [field, 0]),
  )
  const sheet: Sheet = {
    form: credit as Form,
    reporter: 'agency:ngan-hang-chinh-sach-xa-hoi',
    window: 'adm:2026-03',
    dataTo: '2026-03-14',
    rows: own.map(({ id }) => ({ ...zeros, commune: id })),
  }
  const named =
    (say: (name: string) => string): Parameters<typeof communes>[1] =>
    (unit) =>
      say(twice.includes(unit.name) ? placeName(unit as (typeof own)[number]) : unit.name)
  const whole =
    (say: (name: string) => string): Parameters<typeof communes>[1] =>
    (unit) =>
      say(placeName(unit as (typeof own)[number]))

  it.each<[string, Parameters<typeof communes>[1]]>([
    ['by its code', ({ code }) => code],
    ['by a code that lost its zero', ({ code }) => String(Number(code))],
    ['by code and name', ({ code, name }) => `${code} ${name}`],
    ['by its name', named((name) => name)],
    ['in upper case', named((name) => name.toUpperCase())],
    ['decomposed', named((name) => name.normalize('NFD'))],
    ['with the tone on the other vowel', named(otherTones)],
    ['with xã or phường in front', whole((name) => name)],
    ['with xã or phường in front, in upper case', whole((name) => name.toUpperCase())],
    ['with its province behind', whole((name) => `${name}, tỉnh Bắc Ninh`)],
  ])('%s', async (_, say) => {
    const reading = await readIn(world, csvOf(sheet, communesAs(say)), '2026-03-15')
    expect(understood(reading).rows).toEqual(meant(sheet).rows)
    expect(reading.problems.filter(({ code }) => code !== 'zero-padded')).toEqual([])
  })

  it('where some of the names are spelled in two ways', () => {
    const spelled = own.map(({ name }) => otherTones(name))
    expect(own.map(({ name }) => name)).toContain('Phúc Hoà')
    expect(spelled).toContain('Phúc Hòa')
  })
})

describe('a report with rows left out and cells left empty', () => {
  const sheets = everySheet.flat()
  const drawn = fc.record({
    which: fc.nat({ max: sheets.length - 1 }),
    rows: fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 6 }),
    empty: fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 60 })), { maxLength: 8 }),
  })

  it('is answered in the same way, whatever file it is sent in', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ({ which, rows, empty }) => {
        const { spec, sheet, arrivedOn } = sheets[which] ?? expect.fail('no sheet')
        const less = { ...sheet, rows: emptied(chosen(sheet.rows, rows), sheet.form, empty) }
        const { form } = sheet
        const workbook = await readIn(
          world,
          await writeWorkbook({ ...spec, sheets: [{ form, nil: false, rows: less.rows }] }),
          arrivedOn,
        )
        for (const bytes of [csvOf(less), tsvOf(less), jsonOf(less), ndjsonOf(less)]) {
          const reading = await readIn(world, bytes, arrivedOn)
          expect(understood(reading)).toEqual(understood(workbook))
          expect(about(reading)).toEqual(about(workbook))
        }
      }),
      { numRuns: 40 },
    )
  })

  function chosen(rows: readonly Values[], which: readonly number[]): readonly Values[] {
    const kept = new Set(which.map((n) => n % rows.length))
    return rows.filter((_, n) => kept.has(n))
  }

  /** Cells that need not be filled in, or only under some condition. */
  function emptied(
    rows: readonly Values[],
    { columns }: Form,
    cells: readonly (readonly [number, number])[],
  ): readonly Values[] {
    const free = Object.entries(columns).filter(([, { need }]) => need !== 'required')
    return rows.map((row, n) => {
      const gone = cells
        .filter(([at]) => at === n)
        .flatMap(([, field]) => free[field % Math.max(free.length, 1)]?.slice(0, 1) ?? [])
      return Object.fromEntries(
        Object.entries(row).map(([field, value]) => [field, gone.includes(field) ? null : value]),
      )
    })
  }
})
