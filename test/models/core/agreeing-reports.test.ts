import { beforeAll, describe, expect, it } from 'vitest'
import type { Form } from '#sources/forms/form.ts'
import { formById } from '#sources/forms/index.ts'
import { type Period, periodsOf } from '#sources/synthetic/calendar.ts'
import { readIn } from '#test/sources/synthetic/sheets.ts'
import { generationOf, type Sent } from '#test/support/rows.ts'
import { sentIn } from '#test/support/sent-in-world.ts'
import { jsonOf } from '#test/support/typed.ts'
import { isOf, plannedIn, typedOver } from './agreeing-slips.ts'
import { droppedLater, line, notWrittenDown, year } from './agreeing-year.ts'

const reports = sentIn(year)

describe('a year in which everybody reports everything, in time and right', () => {
  let agreed: readonly string[]
  beforeAll(async () => {
    agreed = await differences(reports)
  })

  it('leaves no two reports apart but where a case was dropped later, and where a leaving was never written down', () => {
    const planted = [...droppedLater(), ...notWrittenDown()].toSorted()
    expect(new Set(planted.map((row) => row.split(' ')[0]))).toEqual(
      new Set(['moves-in', 'register-tally', 'running-total']),
    )
    expect(agreed).toEqual(planted)
  })

  it('shows each number that somebody changes, with the one beside it, and nothing else', async () => {
    const slips = plannedIn(reports)
    const changed = slips.reduce(typedOver, reports)
    for (const slip of slips) {
      const sent = changed.find((one) => isOf(one, slip)) ?? expect.fail(slip.rows.join())
      const reading = await readIn(year, jsonOf(sheetOf(sent)), '2026-12-20')
      expect([
        slip.rows,
        reading.outcome,
        reading.problems.filter(({ severity }) => severity === 'error'),
      ]).toEqual([slip.rows, 'accepted', []])
    }
    const rows = slips.flatMap((slip) => slip.rows)
    expect(await differences(changed)).toEqual([...agreed, ...rows].toSorted())
  })
})

function sheetOf({ form, reporter, window, rows }: Sent) {
  const { to } = periodsOf(2026).find(({ id }) => id === window) as Period
  return {
    ...{ form: formById(form) as Form, reporter, window, dataTo: `${to.slice(0, 8)}14` },
    rows: rows.map(({ values }) => values),
  }
}

/** What two reports about one number leave behind: kind, place, window, field, left, right. */
async function differences(of: readonly Sent[]): Promise<readonly string[]> {
  const codes = year.province.communes.map(({ unit }) => unit.code)
  const generation = await generationOf({
    reports: of,
    communes: codes,
    businessDate: '2026-12-20',
  })
  const rows = await generation.engine.rows(
    `select kind, unit_id, window_id, field, left_n, right_n from reconciliation
     where kind not in ('notices-returns', 'offence-not-managed')`,
  )
  await generation.close()
  return rows.map((row) => line(...Object.values(row))).toSorted()
}
