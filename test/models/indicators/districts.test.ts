import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exemplarCoverage, modelCoverage } from '#models/indicators/index.ts'
import { define } from '#models/indicators/indicator.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import type { Plan } from '#models/plans/plan.ts'
import { type Generation, generationOf } from '#test/support/rows.ts'
import { exemplars, models } from '#test/support/sent.ts'

/** Bắc Giang in 2022: 213 the town, 215 Yên Thế, 216 Tân Yên, each with one of its communes. */
const [TOWN, YEN_THE, TAN_YEN] = ['213', '215', '216'] as const
const communes = ['07201', '07246', '07306']
const district = (code: string) => `${code}@2020-01-01`
const PROVINCE = district('24')

const plan: Plan = {
  ...bacNinh2026,
  id: 'of-districts',
  unitsOn: '2022-03-14',
  years: [2022],
  windows: { family: 'pol', status: 'inferred', reason: '', cycle: 'month' },
  committees: 'district',
  targets: [],
  obligations: [],
  collection: (['support-model', 'exemplar'] as const).map((form) => ({
    form,
    by: ['committee' as const],
    every: 'month' as const,
    beforeDay: 18,
    basis: 'directive' as const,
    reference: '',
  })),
}

const byDistrict = { level: 'district', communes: 'all' } as const

/** `pol:2022-03` = 15/2–14/3. */
describe('districts with a support model', () => {
  let given: Generation
  beforeAll(async () => {
    const sent = (code: string, values: Parameters<typeof models>[2][number]) => {
      const report = models(code, 'pol:2022-03', [
        { founded_on: '2021-08-01', scope: 'huyen', ...values },
      ])
      return { ...report, rows: report.rows.map((row) => ({ ...row, unit: district(code) })) }
    }
    given = await generationOf({
      communes,
      businessDate: '2022-03-20',
      knownUntil: '2026-03-20T16:59:59.999Z',
      plan,
      also: [define(modelCoverage, byDistrict)],
      missing: [`support-model committee:${TAN_YEN} pol:2022-02`],
      reports: [
        sent(TOWN, {}),
        exemplars(TOWN, 'pol:2022-03', [{ recognised_on: '2022-02-02' }]),
        sent(YEN_THE, { status: 'tam_dung', status_on: '2022-03-14' }),
        sent(TAN_YEN, { status: 'tam_dung', status_on: '2022-03-15' }),
      ],
    })
  })
  afterAll(() => given?.close())

  it('are counted by the models of their own committees that work on the last day', async () => {
    const figure = (code: string) =>
      given.figure(modelCoverage, 'pol:2022-03', district(code), byDistrict)
    expect(await figure(TOWN)).toBe('1/1')
    expect(await figure(YEN_THE)).toBe('0/1')
    expect(await figure(TAN_YEN)).toBe('1/1')
  })

  it('are all asked, whether anybody lives there or not, and add up in the province', async () => {
    expect(await given.whole(modelCoverage, 'pol:2022-03', PROVINCE, byDistrict)).toBe(
      '2/3 final 3/3 withheld 0',
    )
    expect(await given.whole(modelCoverage, 'pol:2022-02', PROVINCE, byDistrict)).toBe(
      '0/2 provisional 2/3 withheld 0',
    )
  })

  it('have a value of the year to date at each month’s close', async () => {
    expect(await given.figure(modelCoverage, 'pol:2022-4M', PROVINCE, byDistrict)).toBe('2/3')
  })

  it('say nothing of communes: no figure of those exists from what districts send', async () => {
    for (const unit of [district(TOWN), PROVINCE]) {
      expect(await given.figure(exemplarCoverage, 'pol:2022-03', unit)).toBeUndefined()
      expect(await given.figure(modelCoverage, 'pol:2022-03', unit)).toBeUndefined()
    }
  })
})
