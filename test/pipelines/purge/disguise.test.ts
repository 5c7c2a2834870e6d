import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { depersonalised } from '#pipelines/purge/depersonalised.ts'
import { clustersOf } from '#pipelines/purge/people.ts'
import { tracesOf } from '#pipelines/purge/traces.ts'
import type { PersonKey } from '#pipelines/vault/keys.ts'
import type { Parsed } from '#pipelines/vault/parsed.ts'
import { sealRow } from '#pipelines/vault/seal.ts'
import { build } from '#pipelines/warehouse/build.ts'
import { dump } from '#pipelines/warehouse/dump.ts'
import { openReadOnly } from '#pipelines/warehouse/engine.ts'
import type { Form } from '#sources/forms/form.ts'
import { formById } from '#sources/forms/index.ts'
import { finderOf } from '#sources/search.ts'
import type { Reading, SheetReading } from '#sources/submission.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'
import { randomProvince } from '#test/support/random-province.ts'
import { inputOf, type Row, type Sent } from '#test/support/rows.ts'

const key = (id: string): PersonKey => ({ id, secret: Buffer.alloc(32, id) })
const [OLD_KEY, NEW_KEY] = [key('k1'), key('k2')]

/** Old papers that some rows give beside the national id, or alone; two people may have the same by a slip. */
const papers = fc.array(fc.record({ old: fc.option(fc.nat({ max: 5 })), alone: fc.boolean() }), {
  minLength: 40,
  maxLength: 40,
})

function withPapers(reports: readonly Sent[], drawn: readonly Paper[]): readonly Sent[] {
  let n = 0
  const row = (one: Row): Row => {
    const { ids = [] } = one
    const { old, alone } = drawn[n++ % drawn.length] as Paper
    if (ids.length === 0 || old === null) return one
    return { ...one, ids: alone ? [`old:O${old}`] : [...ids, `old:O${old}`] }
  }
  return reports.map((sent) => ({ ...sent, rows: sent.rows.map(row) }))
}

type Paper = { readonly old: number | null; readonly alone: boolean }

/** The reading from which a parsed file of the harness would have come: its ids are identifiers in the clear. */
function readingOf({ header, rows }: Parsed): Reading {
  const sheet: SheetReading = {
    ...header,
    rows: rows.map(({ ids, ...row }) => ({ ...row, identifiers: ids })),
  }
  return { outcome: 'accepted', sheets: [sheet], problems: [] }
}

function sealed(parsed: Parsed, reading: Reading, under: PersonKey): Parsed {
  const form = formById(parsed.header.form) as Form
  const rows = reading.sheets.flatMap((sheet) => sheet.rows.map((row) => sealRow(row, form, under)))
  return { header: parsed.header, rows }
}

describe('people who are taken out of the readings', () => {
  test('change no figure, whoever they are and whatever key comes after', async () => {
    const folder = await folderOfTest()
    let builds = 0
    const linesOf = async (
      input: ReturnType<typeof inputOf>,
      parsed: (id: string) => Parsed,
    ): Promise<readonly string[]> => {
      const path = join(folder, `${++builds}.duckdb`)
      await build(path, {
        ...input,
        parsed: async ({ submission }) => parsed(submission.submission_id),
      })
      const engine = await openReadOnly(path)
      const lines: string[] = []
      for await (const line of dump(engine)) lines.push(line)
      engine.close()
      return lines
    }
    await fc.assert(
      fc.asyncProperty(
        randomProvince,
        papers,
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        async ({ given }, drawn, chosen) => {
          const input = inputOf({ ...given, reports: withPapers(given.reports, drawn) })
          const made = await Promise.all(input.submissions.map((known) => input.parsed(known)))
          const readings = new Map(made.map((one) => [one.header.submissionId, readingOf(one)]))
          const before = new Map(
            made.map((one) => {
              const { submissionId } = one.header
              return [submissionId, sealed(one, readings.get(submissionId) as Reading, OLD_KEY)]
            }),
          )
          const rows = [...before.values()].flatMap((one) => one.rows.map(({ ids }) => ids))
          const clusters = [...new Set(clustersOf(rows).values())]
          const due = clusters
            .filter((_, n) => chosen[n % chosen.length])
            .map((ids) => ({ ids, end: {} as never }))
          // Of somebody with a case and a stay, or nothing would be seen of a link that broke.
          const tellOf = (form: string, ids: ReadonlySet<string>) =>
            [...before.values()].some(
              (one) =>
                one.header.form === form &&
                one.rows.some((row) => row.ids.some((id) => ids.has(id))),
            )
          const isTold = ({ ids }: (typeof due)[number]) =>
            tellOf('reoffence', ids) && tellOf('returnee-register', ids)
          fc.pre(due.some(isTold) && due.length < clusters.length)
          const disguise = tracesOf([...readings.values()], due, OLD_KEY)
          const after = new Map(
            made.map((one) => {
              const reading = depersonalised(
                readings.get(one.header.submissionId) as Reading,
                disguise,
              )
              return [one.header.submissionId, sealed(one, reading, NEW_KEY)]
            }),
          )
          const said = (of: ReadonlyMap<string, Parsed>) => (id: string) => of.get(id) as Parsed
          expect(await linesOf(input, said(after))).toEqual(await linesOf(input, said(before)))
          const left = [...readings.values()].flatMap((reading) =>
            depersonalised(reading, disguise).sheets.flatMap((sheet) =>
              sheet.rows.flatMap(({ identifiers }) => identifiers),
            ),
          )
          const dueIds = new Set([...disguise.surrogates.keys()])
          expect(left.filter((identifier) => dueIds.has(identifier))).toEqual([])
        },
      ),
      { seed: 2026, numRuns: 3 },
    )
  }, 60_000)
})

describe('a finder', () => {
  const find = finderOf([
    { kind: 'words', text: 'Đặng Khiết Tường' },
    { kind: 'digits', text: '024085987654' },
    { kind: 'words', text: 'C1234567' },
  ])

  test.each([
    ['ông ĐẶNG  KHIẾT TƯỜNG, sinh 1985', [0]],
    ['dang khiet tuong', [0]],
    ['Đặng Khiết Tường'.normalize('NFD'), [0]],
    ['số 24085987654', [1]],
    ['024.085.987.654', [1]],
    ['<v>2.4085987654E10</v>', [1]],
    ['hộ chiếu c1234567; 024085987654', [1, 2]],
  ])('finds in %s', (text, places) => {
    expect(find([text])).toEqual(places)
  })

  test.each(['Đặng Khiết', 'Khiết Tường Đặng', '0240859876', '2.4085987E7', 'C123456'])(
    'finds nothing in %s',
    (text) => {
      expect(find([text])).toEqual([])
    },
  )
})
