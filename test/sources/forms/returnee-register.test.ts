import { describe, expect, test } from 'vitest'
import { returneeRegister } from '#sources/forms/returnee-register.ts'
import { complaintsOf, complete, january, type TestRow, tableComplaintsOf } from './complaints.ts'
import { released } from './rows.ts'

const onProbation: TestRow = {
  ...released,
  release_basis: 'tha_tu_co_dieu_kien',
  certificate_date: null,
  completion_date: null,
  probation_end: '2027-06-01',
}

const movedIn: TestRow = {
  ...released,
  entry_kind: 'chuyen_den',
  moved_from: '07246@2025-07-01',
  release_date: '2025-05-01',
  arrived_on: '2026-01-05',
  received_on: '2025-05-03',
  reported_on: '2025-05-02',
  certificate_date: '2025-05-01',
  completion_date: '2025-05-01',
}

const cases: readonly (readonly [string, TestRow, readonly string[]])[] = [
  ['a complete row', released, []],
  [
    'an amnestied person with the round',
    { ...released, release_basis: 'dac_xa', amnesty_round: '2025-2' },
    [],
  ],
  ['someone on probation without a certificate', onProbation, []],
  ['someone who moved in: dates from before the move', movedIn, []],
  [
    'nobody asked yet',
    { ...released, legal_need: 'chua', job_need: 'chua', papers_need: 'chua' },
    [],
  ],
  [
    'not received, with the reason',
    { ...released, reported_on: null, received_on: null, not_received_reason: 'chua_trinh_dien' },
    [],
  ],
  [
    'left by a move',
    {
      ...released,
      left_on: '2026-01-10',
      left_reason: 'chuyen_trong_tinh',
      moved_to: '07246@2025-07-01',
    },
    [],
  ],
  ['nobody assigned', { ...released, helper_kind: 'chua', helper_on: null }, []],
  ['papers issued after the release', { ...released, papers_on: '2026-01-10' }, []],

  [
    'no national id and no reason',
    { ...released, national_id: null },
    ['no_id_reason required-when'],
  ],
  [
    'no national id, with the reason',
    { ...released, national_id: null, no_id_reason: 'chua_cap' },
    [],
  ],
  [
    'a national id and a reason for having none',
    { ...released, no_id_reason: 'chua_cap' },
    ['no_id_reason only-when (warning)'],
  ],
  ['a national id of a woman', { ...released, sex: 'nu' }, ['national_id id-disagrees']],
  [
    'a national id of another year',
    { ...released, birth_year: 1986 },
    ['national_id id-disagrees'],
  ],
  [
    'a national id of eleven digits',
    { ...released, national_id: '24085000001' },
    ['national_id schema', 'national_id id-disagrees'],
  ],
  [
    'thirteen years old',
    { ...released, national_id: null, no_id_reason: 'chua_cap', birth_year: 2013 },
    ['birth_year out-of-range'],
  ],
  [
    'fourteen years old',
    { ...released, national_id: null, no_id_reason: 'chua_cap', birth_year: 2012 },
    [],
  ],
  [
    'a hundred and one years old',
    { ...released, national_id: null, no_id_reason: 'chua_cap', birth_year: 1925 },
    ['birth_year out-of-range'],
  ],

  [
    'amnestied, no round',
    { ...released, release_basis: 'dac_xa' },
    ['amnesty_round required-when (warning)'],
  ],
  [
    'a round without amnesty',
    { ...released, amnesty_round: '2025-1' },
    ['amnesty_round only-when (warning)'],
  ],
  [
    'no certificate',
    { ...released, certificate_date: null, completion_date: null },
    ['certificate_date required-when (warning)'],
  ],
  [
    'probation over, no certificate',
    { ...onProbation, probation_end: '2026-01-14' },
    ['certificate_date required-when (warning)'],
  ],
  ['probation ends after the window', { ...onProbation, probation_end: '2026-01-15' }, []],
  [
    'conditional release without its end',
    { ...onProbation, probation_end: null },
    ['probation_end required-when (warning)'],
  ],
  [
    'certificate before release',
    { ...released, certificate_date: '2025-12-19' },
    ['certificate_date date-order'],
  ],
  [
    'certificate without completion',
    { ...released, completion_date: null },
    ['completion_date required-when (warning)'],
  ],
  [
    'completion without certificate',
    { ...onProbation, completion_date: '2025-12-20' },
    ['completion_date only-when (warning)'],
  ],

  ['arrived before release', { ...released, arrived_on: '2025-12-19' }, ['arrived_on date-order']],
  [
    'received before arrival',
    { ...released, arrived_on: '2025-12-23' },
    ['received_on date-order'],
  ],
  [
    'moved in, received before release',
    { ...movedIn, received_on: '2025-04-30' },
    ['received_on date-order'],
  ],
  ['moved in from nowhere', { ...movedIn, moved_from: null }, ['moved_from required-when']],
  [
    'released, yet moved from somewhere',
    { ...released, moved_from: '07246@2025-07-01' },
    ['moved_from only-when'],
  ],
  [
    'handed over by the reform, with the old commune',
    { ...movedIn, entry_kind: 'sap_xep_dvhc' },
    [],
  ],
  [
    'not received, no reason',
    { ...released, reported_on: null, received_on: null },
    ['not_received_reason required-when'],
  ],
  [
    'received, and a reason for not',
    { ...released, not_received_reason: 'khac' },
    ['not_received_reason only-when (warning)'],
  ],
  [
    'received without a day of presentation',
    { ...released, reported_on: null },
    ['reported_on required-when (warning)'],
  ],
  ['a helper without a day', { ...released, helper_on: null }, ['helper_on required-when']],
  ['a day without a helper', { ...released, helper_kind: 'chua' }, ['helper_on only-when']],

  [
    'counselled before release',
    { ...released, counselled_on: '2025-12-19' },
    ['counselled_on date-order'],
  ],
  [
    'papers issued though none lacked',
    { ...released, papers_need: 'khong', papers_on: '2026-01-10' },
    ['papers_on only-when'],
  ],
  [
    'training of no kind',
    { ...released, training_on: '2026-01-10' },
    ['training_kind required-when (warning)'],
  ],
  [
    'a new job before arrival',
    { ...released, arrived_on: '2025-12-22', new_job_on: '2025-12-21' },
    ['new_job_on date-order'],
  ],

  [
    'a loan wanted, eligibility unsaid',
    { ...released, loan_need: 'co' },
    ['loan_eligible required-when'],
  ],
  [
    'eligible on probation',
    { ...onProbation, loan_need: 'co', loan_eligible: 'co' },
    ['loan_eligible credit-eligibility (warning)'],
  ],
  [
    'eligible on the last day of five years',
    {
      ...released,
      release_date: '2021-01-14',
      completion_date: '2021-01-14',
      loan_need: 'co',
      loan_eligible: 'co',
    },
    [],
  ],
  [
    'eligible a day after five years',
    {
      ...released,
      release_date: '2021-01-13',
      completion_date: '2021-01-13',
      loan_need: 'co',
      loan_eligible: 'co',
    },
    ['loan_eligible credit-eligibility (warning)'],
  ],
  [
    'listed after five years',
    {
      ...released,
      release_date: '2020-12-31',
      completion_date: '2020-12-31',
      loan_listed_on: '2026-01-01',
    },
    ['loan_listed_on credit-eligibility (warning)'],
  ],

  ['left for no reason', { ...released, left_on: '2026-01-10' }, ['left_reason required-when']],
  ['a reason, no day', { ...released, left_reason: 'chet' }, ['left_on required-when']],
  [
    'left before arrival',
    { ...released, left_on: '2025-12-19', left_reason: 'chet' },
    ['left_on date-order'],
  ],
  [
    'moved away to nowhere',
    { ...released, left_on: '2026-01-10', left_reason: 'chuyen_ngoai_tinh' },
    ['moved_to required-when (warning)'],
  ],
  [
    'died, and a new commune',
    { ...released, left_on: '2026-01-10', left_reason: 'chet', moved_to: '07246@2025-07-01' },
    ['moved_to only-when (warning)'],
  ],
]

describe('rows of the register', () => {
  test.each(cases)('%s', (_, row, expected) => {
    expect(complaintsOf(returneeRegister, row)).toEqual(expected)
  })

  test.each([
    'case_file_no',
    'full_name',
    'birth_year',
    'sex',
    'release_basis',
    'release_date',
    'entry_kind',
    'arrived_on',
    'residence_kind',
    'helper_kind',
    'legal_need',
    'papers_need',
    'job_need',
    'training_need',
    'employment',
    'loan_need',
    'digitised',
    'group',
  ])('%s is required', (field) => {
    expect(complaintsOf(returneeRegister, { ...released, [field]: null })).toContain(
      `${field} schema`,
    )
  })
})

describe('the register as a table', () => {
  const other = { ...released, case_file_no: 'A-002', national_id: '024190000002', sex: 'nu' }

  test('two persons', () => {
    expect(tableComplaintsOf(returneeRegister, [released, other])).toEqual([])
  })

  test('one national id twice, and one old id twice', () => {
    const rows = [released, { ...other, national_id: '024085000001' }]
    expect(tableComplaintsOf(returneeRegister, rows)).toEqual(['1 national_id row-twice'])
    const old = rows.map((row) => ({ ...row, national_id: null, old_id: '125000007' }))
    expect(tableComplaintsOf(returneeRegister, old)).toEqual(['1 old_id row-twice'])
  })

  test('nobody is equal to another for lack of papers', () => {
    const rows = [released, other].map((row) => ({ ...row, national_id: null }))
    expect(tableComplaintsOf(returneeRegister, rows)).toEqual([])
  })
})

describe('who a row is about', () => {
  const identify = (row: TestRow) =>
    returneeRegister.identifiers?.(complete(returneeRegister.columns, row) as never, january.unitId)

  test('case file, national id, old id', () => {
    expect(identify({ ...released, old_id: '125000007' })).toEqual([
      'case:07210@2025-07-01:A-001',
      'nid:024085000001',
      'old:125000007',
    ])
  })

  test('one without papers who moved in is known by the case file of the commune left', () => {
    expect(identify({ ...movedIn, national_id: null })).toEqual([
      'case:07210@2025-07-01:A-001',
      'case:07246@2025-07-01:A-001',
    ])
    expect(identify(movedIn)).toEqual(['case:07210@2025-07-01:A-001', 'nid:024085000001'])
    expect(identify({ ...released, national_id: null })).toEqual(['case:07210@2025-07-01:A-001'])
  })

  test('one without papers who was handed over may have had the number in any commune that gave way', () => {
    const handed = { ...released, entry_kind: 'sap_xep_dvhc', national_id: null }
    expect(
      returneeRegister.identifiers?.(
        complete(returneeRegister.columns, handed) as never,
        '31120@2025-07-01',
      ),
    ).toEqual([
      'case:31120@2025-07-01:A-001',
      'was:case:31117@2024-11-01:A-001',
      'was:case:31120@2024-11-01:A-001',
      'was:case:31178@2024-11-01:A-001',
    ])
    expect(identify({ ...released, entry_kind: 'sap_xep_dvhc' })).toEqual([
      'case:07210@2025-07-01:A-001',
      'nid:024085000001',
    ])
  })
})
