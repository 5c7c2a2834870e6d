import { describe, expect, it } from 'vitest'
import {
  counsellingCoverage,
  reoffendingRate,
  reportingTimeliness,
} from '#models/indicators/index.ts'
import { define } from '#models/indicators/indicator.ts'
import { bacNinh2026 as plan } from '#models/plans/bac-ninh-2026.ts'
import { canTho2024 } from '#models/plans/can-tho-2024.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { causesOf, movedBetween, unfedBy } from '#pipelines/issued/causes.ts'
import type { Change } from '#pipelines/issued/changes.ts'
import type { Known } from '#pipelines/warehouse/known.ts'
import { places as allPlaces, restrictTo } from '#sources/reference/places.ts'
import { A, B, inputOf, PROVINCE, unitOf } from '#test/support/rows.ts'
import { offences, register } from '#test/support/sent.ts'

const places = restrictTo(allPlaces(), [A, B])
const by = { plan, reporters: reportersOf(plan, places) }
const definitions = [
  define(counsellingCoverage),
  define(reportingTimeliness, { form: 'returnee-register' }),
]

/** As the ledger would know them, by what they are called here. */
function known(revision: number, of: Partial<Known> = {}, code: string = A): Known {
  const report = register(code, '2026-01', [], { revision })
  const [first] = inputOf({ reports: [report], communes: [A, B] }).submissions
  if (first === undefined) throw new Error('nothing is known')
  const submission_id = `${code}-${revision}`
  return { ...first, ...of, submission: { ...first.submission, submission_id } }
}

const movedWords = (before: readonly Known[], after: readonly Known[]) =>
  movedBetween(before, after, by).map(({ submission, became }) => `${submission} ${became}`)

describe('what came or went between two instants', () => {
  it('is nothing where all stands as before', () => {
    expect(movedWords([known(1), known(2)], [known(1), known(2)])).toEqual([])
  })

  it('is what came and what it replaced', () => {
    expect(movedWords([known(1)], [known(1), known(2)])).toEqual([`${A}-1 replaced`, `${A}-2 came`])
  })

  it('is a version of before that came late, though it does not count: it may tell of the day', () => {
    expect(movedWords([known(2)], [known(1), known(2)])).toEqual([`${A}-1 came`])
  })

  it('is what was withdrawn and what counts again', () => {
    const gone = known(2, { knownTo: '2026-02-01T00:00:00.000Z' })
    expect(movedWords([known(1), known(2)], [known(1), gone])).toEqual([
      `${A}-1 came`,
      `${A}-2 gone`,
    ])
  })

  it('is no rejected one, none that is held, none whose assignment is gone and back', () => {
    const not = [known(2, { outcome: 'rejected' }), known(3, { outcome: 'held' })]
    expect(movedWords([known(1)], [known(1), ...not])).toEqual([])
    expect(movedWords([known(1)], [])).toEqual([`${A}-1 gone`])
  })
})

describe('the submissions behind a change', () => {
  const change = (unit: string, definition = definitions[0]?.id ?? ''): Change => ({
    ...{ definition, map: 'then', window: 'adm:2026-01', unit, breakdown: '', category: '' },
    ...{ before: null, after: null },
  })
  const list = inputOf({ reports: [offences('2026-01', [])], communes: [A, B] }).submissions[0]
  const moved = movedBetween([], [known(1), known(1, {}, B), list as Known], by)
  const of = causesOf(moved, { definitions, places })
  const reporters = (one: Change) => of(one).map(({ reporter }) => reporter)

  it('are those of its forms, of its unit and within it', () => {
    expect(reporters(change(unitOf(A)))).toEqual([`police:${A}`])
    expect(reporters(change(unitOf(PROVINCE)))).toEqual([`police:${A}`, `police:${B}`])
    expect(reporters(change(unitOf(B), definitions[1]?.id))).toEqual([`police:${B}`])
  })

  it('are those of others where a person has moved, and none where no form of it did', () => {
    const elsewhere = causesOf(
      moved.filter(({ reporter }) => reporter === `police:${B}`),
      { definitions, places },
    )
    expect(elsewhere(change(unitOf(A)))).toHaveLength(1)
    expect(of(change(unitOf(A), 'of another program'))).toEqual([])
  })
})

describe('across a reform', () => {
  // Cái Khế (31117) went into the new phường 31120, Bình Thủy (31168) into the new 31168.
  const cities = restrictTo(allPlaces(), ['31117', '31120', '31168'])
  const inCity = { plan: canTho2024, reporters: reportersOf(canTho2024, cities) }
  const reports = ['31117', '31168'].map((code) => register(code, 'pol:2025-06', []))
  const all = inputOf({
    ...{ plan: canTho2024, communes: ['31117', '31120', '31168'], businessDate: '2024-01-01' },
    reports: [...reports, offences('pol:2025-06', [])],
  }).submissions
  const rates = [define(counsellingCoverage), define(reoffendingRate)]

  it('a figure of today is explained by the reports of those that its unit succeeds, and by the province', () => {
    const of = causesOf(movedBetween([], all, inCity), { definitions: rates, places: cities })
    const behind = rates.map(({ id: definition }) =>
      of({
        ...{ definition, map: 'today', window: 'pol:2025-6M', unit: '31120@2025-07-01' },
        ...{ breakdown: '', category: '', before: null, after: null },
      }).map(({ reporter }) => reporter),
    )
    expect(behind).toEqual([['police:31117'], ['agency:cong-an-tinh', 'police:31117']])
  })

  it('a figure rests on nothing that had come as long as one of its forms is silent', () => {
    const registers = all.filter(({ submission }) => submission.form === 'returnee-register')
    const { id } = rates[1] as (typeof rates)[number]
    expect([...unfedBy(registers, { ...inCity, definitions: rates })]).toEqual([id])
  })
})
