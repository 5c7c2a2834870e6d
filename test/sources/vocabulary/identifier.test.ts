import { describe, expect, it } from 'vitest'
import { caseFile, nationalIdProblem, nid, oldId } from '#sources/vocabulary/identifier.ts'

describe('a số định danh', () => {
  it.each([
    ['024085000001', 'nam', 1985, null],
    ['024190000002', 'nu', 1990, null],
    ['024203000003', 'nam', 2003, null],
    ['024305000004', 'nu', 2005, null],
    ['024412000005', 'nam', 2112, null],
    ['024085000001', 'nu', 1985, 'sex'],
    ['024190000002', 'nam', 1990, 'sex'],
    ['024085000001', 'nam', 1986, 'birth-year'],
    ['024203000003', 'nam', 1903, 'century'],
    ['024003000003', 'nam', 2003, 'century'],
    ['024203000003', 'nam', 1985, 'birth-year'],
    ['24085000001', 'nam', 1985, 'shape'],
    ['0240850000012', 'nam', 1985, 'shape'],
    ['02408500000A', 'nam', 1985, 'shape'],
    ['024 085 000 001', 'nam', 1985, 'shape'],
    ['', 'nam', 1985, 'shape'],
  ] as const)('%s of a %s born in %i: %s', (id, sex, birthYear, problem) => {
    expect(nationalIdProblem(id, sex, birthYear)).toBe(problem)
  })

  it('is not compared with what is not known', () => {
    expect(nationalIdProblem('024085000001', null, 1985)).toBeNull()
    expect(nationalIdProblem('024085000001', 'nam', null)).toBeNull()
    expect(nationalIdProblem('024085000001', null, 1986)).toBe('birth-year')
  })
})

describe('canonical identifiers', () => {
  it('are the same however they were typed', () => {
    expect(nid(' 024 085 000\u00A0001 ')).toBe('nid:024085000001')
    expect(oldId(' c1234 567')).toBe('old:C1234567')
    expect(caseFile('07210@2025-07-01', '  a-005 /  đb ')).toBe('case:07210@2025-07-01:A-005 / ĐB')
  })

  it('keep the same number in two communes apart', () => {
    expect(caseFile('07210@2025-07-01', 'A-1')).not.toBe(caseFile('07246@2025-07-01', 'A-1'))
  })
})
