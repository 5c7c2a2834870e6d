import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { perfect, rowsIn, type Sent } from './plan-world.ts'

const seeds = ['mưa', 'nắng', 'gió']
const worlds = seeds.map((seed) => perfect('can-tho-2024', { seed, communes: 14, size: 'small' }))

/** Old code → new codes, from the table itself. */
const successors = new Map<string, Set<string>>()
const table = readFileSync(
  new URL('../../../sources/reference/successions_2025.csv', import.meta.url),
  'utf8',
)
for (const line of table.trim().split('\n').slice(1)) {
  const cells = line.split(',')
  const [old, now] = [cells[0] as string, cells[6] as string]
  successors.set(old, (successors.get(old) ?? new Set()).add(now))
}

const file = ({ row }: Sent) => String(row['case_file_no'])
const there = ({ row }: Sent) => row['left_on'] === null
const codeOf = (unit: string) => unit.split('@')[0] as string

describe.each(worlds.map((world, n) => [seeds[n], world] as const))(
  'Cần Thơ from %s',
  (_, world) => {
    const before = rowsIn(world, 'returnee-register', 'pol:2025-06')
    const after = rowsIn(world, 'returnee-register', 'pol:2025-07')
    const handed = after.filter(({ row }) => row['entry_kind'] === 'sap_xep_dvhc')
    const { persons } = world.province

    it('has old communes report until the month that closes on 14/6/2025, new ones from the next', () => {
      for (const { unit, window } of rowsIn(world, 'returnee-register')) {
        const month = window.slice(4)
        expect(unit.endsWith(month <= '2025-06' ? '@2024-11-01' : '@2025-07-01')).toBe(true)
      }
      expect(before.length).toBeGreaterThan(50)
    })

    it('hands everyone over once, to a successor of the commune that listed them', () => {
      const listed = new Map<string, Set<string>>()
      for (const row of before.filter(there))
        listed.set(file(row), (listed.get(file(row)) ?? new Set()).add(codeOf(row.unit)))
      for (const row of handed.filter(({ row }) => row['arrived_on'] === '2025-07-01')) {
        const from = [...(listed.get(file(row)) ?? [])]
        const heirs = from.flatMap((code) => [...(successors.get(code) ?? [])])
        expect(heirs, file(row)).toContain(codeOf(row.unit))
      }
      expect(new Set(handed.map(file)).size).toBe(handed.length)
      const present = after.filter(there).map(file)
      // Who moved in these two weeks stands on two registers only where the leaving was never written down.
      const movers = persons.filter(({ stays }) =>
        stays.some((stay) => !stay.leavingRecorded && stay.leftReason !== null),
      )
      const twice = present.filter((one, n) => present.indexOf(one) !== n)
      expect(twice.filter((one) => !movers.some((person) => person.caseFileNo === one))).toEqual([])
    })

    it('loses nobody: after = before + who came − who left', () => {
      const open = new Set(before.filter(there).map(file))
      const now = new Set(after.filter(there).map(file))
      const came = persons.filter(({ stays }) => {
        const from = stays[0]?.from ?? ''
        return from >= '2025-06-15' && from <= '2025-07-14'
      })
      const left = persons.filter(({ stays }) => {
        const to = stays.at(-1)?.to ?? ''
        return to >= '2025-06-15' && to <= '2025-07-14'
      })
      const files = (of: typeof persons) => of.map(({ caseFileNo }) => caseFileNo)
      const gone = new Set(files(left))
      const unwritten = before
        .filter(there)
        .map(file)
        .filter((one) => {
          const last = persons.find(({ caseFileNo }) => caseFileNo === one)?.stays.at(-1)
          return last?.to !== null && last !== undefined && last.to <= '2025-06-14'
        })
      const expected = new Set([...open, ...files(came)].filter((one) => !gone.has(one)))
      for (const one of unwritten) expected.delete(one)
      expect([...now].sort()).toEqual([...expected].sort())
    })

    it('tells of who came between the last registers and the reform with the real day', () => {
      const real = after.filter(({ row }) => {
        const day = String(row['arrived_on'])
        return day >= '2025-06-15' && day <= '2025-06-30'
      })
      expect(real.map(({ row }) => row['entry_kind'])).not.toContain('sap_xep_dvhc')
      const returned = persons.filter(
        ({ stays: [first] }) =>
          first?.entry === 'ra_trai' && first.from >= '2025-06-15' && first.from <= '2025-06-30',
      )
      const told = real.filter(({ row }) => row['entry_kind'] === 'ra_trai').map(file)
      expect(told.sort()).toEqual(returned.map(({ caseFileNo }) => caseFileNo).sort())
    })

    it('gives everybody whom it hands over a number by which the new commune knows them', () => {
      const nameless = handed.filter(
        ({ row }) => row['national_id'] === null && row['old_id'] === null,
      )
      expect(nameless).toEqual([])
    })

    it('carries loans over: what is outstanding after the reform follows from what was before it', () => {
      const sum = (window: string, field: string) =>
        rowsIn(world, 'credit', window).reduce((total, { row }) => total + Number(row[field]), 0)
      const lent = sum('pol:2025-07', 'lent_training') + sum('pol:2025-07', 'lent_production')
      expect(sum('pol:2025-07', 'outstanding')).toBe(
        sum('pol:2025-06', 'outstanding') + lent - sum('pol:2025-07', 'repaid'),
      )
    })

    it('has committees of the year tell of everybody who came home in it, and districts of the half', () => {
      const told = (window: string, item: string) =>
        rowsIn(world, 'tally', window)
          .filter(({ row }) => row['item'] === item)
          .reduce((sum, { row }) => sum + Number(row['count']), 0)
      const home = (from: string, to: string) =>
        persons.filter(({ stays: [first] }) => {
          return first?.entry === 'ra_trai' && first.from >= from && first.from < to
        }).length
      expect(told('pol:2025-6M', 'returned')).toBe(home('2024-11-15', '2025-05-15'))
      expect(told('pol:2025', 'returned')).toBe(home('2024-11-15', '2025-11-15'))
      const last = rowsIn(world, 'returnee-register', 'pol:2025-11').filter(there)
      expect(told('pol:2025', 'managed_end')).toBe(last.length)
    })

    it('has districts report the first half and communes the year', () => {
      const units = (window: string) => [
        ...new Set(rowsIn(world, 'tally', window).map(({ unit }) => codeOf(unit).length)),
      ]
      expect(units('pol:2025-6M')).toEqual([3])
      expect(units('pol:2025')).toEqual([5])
      expect(rowsIn(world, 'tally', 'pol:2025-H2')).toEqual([])
    })
  },
)

it('divides a commune among its successors', () => {
  const world = perfect('can-tho-2024', {
    seed: 'chia',
    communes: ['31207', '31228', '31178', '31120', '31168'],
    size: 'full',
  })
  const old = new Set(
    rowsIn(world, 'returnee-register', 'pol:2025-06')
      .filter((row) => codeOf(row.unit) === '31207' && there(row))
      .map(file),
  )
  const heirs = rowsIn(world, 'returnee-register', 'pol:2025-07')
    .filter((one) => old.has(file(one)) && one.row['entry_kind'] === 'sap_xep_dvhc')
    .map(({ unit }) => codeOf(unit))
  expect([...new Set(heirs)].sort()).toEqual(['31207', '31228'])
})
