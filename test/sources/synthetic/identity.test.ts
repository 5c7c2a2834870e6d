import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { random } from '#sources/synthetic/random.ts'
import { caseFileNo, nationalId, oldId } from '#sources/synthetic/world/identity.ts'
import { fullName } from '#sources/synthetic/world/names.ts'
import { nationalIdProblem } from '#sources/vocabulary/identifier.ts'
import { fold } from '#sources/vocabulary/text.ts'

describe('national ids', () => {
  it('agree with sex and year of birth, in both centuries', () => {
    const chance = random('ids')
    for (let serial = 1; serial <= 2_000; serial += 1) {
      const sex = chance.pick(['nam', 'nu'] as const)
      const birthYear = chance.between(1950, 2008)
      const id = nationalId(chance, serial, sex, birthYear)
      expect(nationalIdProblem(id, sex, birthYear)).toBeNull()
    }
  })

  it('spell sex, century and year as Nghị định 137/2015 does', () => {
    expect(nationalId(random('a'), 1, 'nam', 1985)).toMatch(/^\d{3}085\d{6}$/)
    expect(nationalId(random('a'), 1, 'nu', 1990)).toMatch(/^\d{3}190\d{6}$/)
    expect(nationalId(random('a'), 1, 'nam', 2001)).toMatch(/^\d{3}201\d{6}$/)
    expect(nationalId(random('a'), 1, 'nu', 2007)).toMatch(/^\d{3}307\d{6}$/)
  })

  it('are never given twice', () => {
    const serials = Array.from({ length: 20_000 }, (_, n) => n + 1)
    const chance = random('twice')
    const ids = serials.map((serial) => nationalId(chance, serial, 'nam', 1980))
    const olds = serials.map((serial) => oldId(chance, serial))
    expect(new Set(ids.map((id) => id.slice(6))).size).toBe(serials.length)
    expect(new Set(olds.map((id) => id.slice(3))).size).toBe(serials.length)
    expect(olds.every((id) => /^12[125]\d{6}$/.test(id))).toBe(true)
  })
})

describe('case files', () => {
  it('bear the commune and the number', () => {
    expect(caseFileNo('07210', 12)).toBe('HS-07210-0012')
  })
})

describe('names', () => {
  const names = Array.from({ length: 6_000 }, (_, n) =>
    fullName(random(`name/${n}`), n % 8 === 0 ? 'nu' : 'nam'),
  )

  it('have at least three words, in NFC', () => {
    for (const name of names) {
      expect(name.split(' ').length).toBeGreaterThanOrEqual(3)
      expect(name.normalize('NFC')).toBe(name)
    }
  })

  it('name no place, so that finding one is finding a leak', () => {
    const tables = ['communes', 'provinces', 'successions_2025', 'units_2022_2024'].map((table) =>
      fold(
        readFileSync(new URL(`../../../sources/reference/${table}.csv`, import.meta.url), 'utf8'),
      ),
    )
    const everywhere = tables.join('\n')
    const found = [...new Set(names)].filter((name) => everywhere.includes(fold(name)))
    expect(found).toEqual([])
  })
})
