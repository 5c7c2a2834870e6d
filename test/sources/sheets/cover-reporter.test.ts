import { describe, expect, test } from 'vitest'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import type { CoverField } from '#sources/forms/cover.ts'
import { placeName, places } from '#sources/reference/places.ts'
import { reporterOf, type Say } from '#sources/sheets/cover-reporter.ts'
import type { Value } from '#sources/submission.ts'
import { type Reporter, reporterId } from '#sources/vocabulary/reporter.ts'

const reporters = reportersOf(bacNinh2026, places())
const communes = places().communesOf('24', '2026-01-14')
const known = {
  receivedOn: '2026-01-15',
  places: places(),
  reporters,
  plan: { number: '195/KH-UBND', family: 'adm', provinceCode: '24' },
} as const

/** Whose report a cover is, and what it is told: `field code`. */
function readAs(values: Partial<Record<CoverField, Value>>) {
  const told: string[] = []
  const say: Say = (field, code, facts) => {
    told.push([field, code, ...[facts?.['nearest'] ?? []].flat()].join(' '))
  }
  const cover = { sheet: '00.Thong tin', cells: {}, problems: [], values }
  return { id: reporterOf(cover, null, known, say)?.id ?? null, told }
}

describe('nobody reports under another’s code', () => {
  test('of the communes, whichever two are mixed up', () => {
    const taken = communes.flatMap((own) =>
      communes
        .filter((other) => {
          const unit_name = `Công an ${placeName(other)}`
          const cover = { unit_code: own.code, reporting_body: 'cong_an_xa', unit_name }
          return (readAs(cover).id !== null) !== (own === other)
        })
        .map((other) => `${other.name} passes for ${own.name}`),
    )
    expect(taken).toEqual([])
  })

  test('of the agencies, whichever two are mixed up', () => {
    const agencies = reporters.filter(({ kind }) => kind === 'agency')
    const taken = agencies.flatMap((own) =>
      agencies
        .filter((other) => (readAs(ofAgency(own, other)).id !== null) !== (own === other))
        .map((other) => `${other.name} passes for ${own.name}`),
    )
    expect(agencies.length).toBeGreaterThan(10)
    expect(taken).toEqual([])
  })

  test('the province’s police are meant by their code or the province’s, and by no other', () => {
    const cover = { reporting_body: 'cong_an_tinh', unit_name: 'Công an tỉnh' }
    const police = { id: reporterId('agency', 'cong-an-tinh'), told: [] }
    expect(readAs({ ...cover, unit_code: 'cong-an-tinh' })).toEqual(police)
    expect(readAs({ ...cover, unit_code: '24' })).toEqual(police)
    expect(readAs({ ...cover, unit_code: 'so-tu-phap' })).toEqual({
      id: null,
      told: ['reporting_body unknown-unit Công an tỉnh'],
    })
  })
})

test('a code that nobody has comes with the commune of the name beside it', () => {
  const unit_name = 'CÔNG AN PHƯỜNG BẮC GIANG'
  const cover = { unit_code: '99999', reporting_body: 'cong_an_xa', unit_name }
  expect(readAs(cover).told).toEqual(['unit_code unknown-unit 07210 phường Bắc Giang'])
})

function ofAgency(own: Reporter, { name }: Reporter) {
  const code = own.id.slice('agency:'.length)
  const body = code === 'cong-an-tinh' ? 'cong_an_tinh' : 'so_nganh'
  return { unit_code: code, reporting_body: body, unit_name: `${name} Bắc Ninh` }
}
