import { describe, expect, test } from 'vitest'
import { definitionsOf } from '#models/definitions.ts'
import { planById } from '#models/plans/index.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { definitionAsked, parametersOf, unitAsked } from '#pipelines/commands/figure-asked.ts'
import { reporterOf } from '#pipelines/reporter-of.ts'
import type { Setting } from '#pipelines/station.ts'
import { places } from '#sources/reference/places.ts'
import { window } from '#sources/vocabulary/window.ts'

const canTho = planById('can-tho-2024')
const setting = { plan: canTho, places: places() } as Setting

describe('the unit of a figure', () => {
  // An Hòa (31120) and Cái Khế (31117) are phường Cái Khế, with the code 31120, since 1/7/2025; districts end then.
  test.each([
    ['31120', 'pol:2025-06', 'An Hòa'],
    ['31120', 'pol:2025-07', 'Cái Khế'],
    ['31117', 'pol:2025-06', 'Cái Khế'],
    ['916', 'pol:2025-6M', 'Ninh Kiều'],
    ['92', 'pol:2025', 'Cần Thơ'],
  ] as const)('%s in %s is %s', (code, id, name) => {
    expect(unitAsked(code, window(id), setting).name).toBe(name)
  })

  test('that was none then is told with what became of it', () => {
    expect(() => unitAsked('31117', window('pol:2025-07'), setting)).toThrow(
      "unit '31117' was none on 2025-07-14: Cái Khế ended on 2025-07-01 and passed into 31120@2025-07-01",
    )
    expect(() => unitAsked('916', window('pol:2025'), setting)).toThrow(
      'Ninh Kiều ended on 2025-07-01',
    )
    expect(() => unitAsked('00000', window('pol:2025'), setting)).toThrow("'00000' is unknown")
  })
})

test('the sender with a code is that of the last day of the window', () => {
  const reporters = reportersOf(canTho, places())
  const name = (windowId: string | null) => reporterOf(reporters, 'police:31120', windowId)?.name
  expect(name('pol:2025-06')).toBe('Công an phường An Hòa')
  expect(name('pol:2025-07')).toBe('Công an phường Cái Khế')
  expect(name(null)).toBe('Công an phường Cái Khế')
  expect(reporterOf(reporters, 'police:00000', 'pol:2025-07')).toBeUndefined()
})

describe('which figure is meant', () => {
  const asked = (choice: Parameters<typeof definitionAsked>[2], indicator = 'employment-rate') =>
    parametersOf(definitionAsked(definitionsOf(canTho), indicator, choice))

  test('is the plan’s own, else the twin that is named', () => {
    expect(asked({})).toBe('of=stock who=plan basis=register')
    expect(asked({ with: ['basis=tally'] })).toBe('of=stock who=plan basis=tally')
    expect(asked({ with: ['who=tt10', 'basis=register'] })).toBe('of=stock who=tt10 basis=register')
    expect(asked({ form: 'tally' }, 'reporting-completeness')).toContain('form=tally')
  })

  test('is refused with what is measured', () => {
    expect(() => asked({ with: ['who=everybody'] })).toThrow(
      'not measured with who=everybody; measured are: of=stock who=plan basis=register | ',
    )
    expect(() => asked({ with: ['tally'] })).toThrow("'tally' names no parameter")
    expect(() => asked({ form: 'tally' })).toThrow('is not about a form')
    expect(() => asked({}, 'reporting-completeness')).toThrow(
      'say which: --form returnee-register | ',
    )
  })
})
