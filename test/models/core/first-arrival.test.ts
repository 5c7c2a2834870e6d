import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { A, B, C, type Generation, generationOf, type Sent } from '#test/support/rows.ts'

/** Biểu 16 of a committee: number, day of issue, day in the book of incoming documents. */
type Issued = readonly [number: string, issuedOn: CalendarDate, receivedOn: CalendarDate | null]

function issued(code: string, window: string, ...documents: readonly Issued[]): Sent {
  return {
    form: 'issued-document',
    reporter: `committee:${code}`,
    window,
    rows: documents.map(([number, issued_on, received_on]) => ({
      values: { kind: 'cong_van', number, issued_on, sent_on: issued_on, received_on },
    })),
  }
}

function exemplars(code: string, window: string, arrivedOn: CalendarDate, how: Partial<Sent> = {}) {
  const reporter = `committee:${code}`
  return { form: 'exemplar', reporter, window, rows: [], arrivedOn, ...how } as Sent
}

let given: Generation
beforeAll(async () => {
  given = await generationOf({
    businessDate: '2026-07-10',
    reports: [
      issued(
        A,
        '2026-Q2',
        ['12/BC-UBND', '2026-03-10', '2026-03-13'],
        ['40/BC-UBND', '2026-06-11', '2026-06-16'],
        ['9/BC-UBND', '2025-03-09', '2025-03-11'],
        ['50/BC-UBND', '2026-06-11', null],
      ),
      issued(B, '2026-Q2', ['7/BC-UBND', '2026-06-10', '2026-06-12']),
      exemplars(A, '2026-Q1', '2026-03-20', {
        document: { number: ' 12 /bc-ubnd', date: '2026-03-10' },
      }),
      exemplars(A, '2026-Q2', '2026-06-12', { document: { number: '40/BC-UBND' } }),
      { ...exemplars(A, '2026-Q2', '2026-06-20'), form: 'support-model', revision: 2 },
      {
        ...exemplars(A, '2026-Q2', '2026-06-18', { document: { number: '40/BC-UBND' } }),
        form: 'support-model',
      },
      exemplars(B, '2026-Q1', '2026-03-12', {
        document: { number: '7/BC-UBND', date: '2026-03-10' },
      }),
      exemplars(B, '2026-Q2', '2026-06-15', { document: { number: '40/BC-UBND' } }),
      exemplars(C, '2026-Q1', '2026-03-12', { document: { number: '12/BC-UBND' } }),
      {
        ...exemplars(A, '2026-Q2', '2026-06-13'),
        form: 'communication',
        document: { number: '50/BC-UBND' },
      },
    ],
  })
})
afterAll(() => given?.close())

const arrival = async (form: string, code: string, window: string) => {
  const [row] = await given.engine.rows(
    'select arrived_on::text as day from first_arrival where form = $1 and reporter_id = $2 and window_id = $3',
    [form, `committee:${code}`, `adm:${window}`],
  )
  return row?.['day']
}

it.each([
  [
    'the day in the book of incoming documents, before the file came',
    'exemplar',
    A,
    '2026-Q1',
    '2026-03-13',
  ],
  ['that day also where the file was earlier', 'exemplar', A, '2026-Q2', '2026-06-16'],
  [
    "the first version's, though the second quotes nothing",
    'support-model',
    A,
    '2026-Q2',
    '2026-06-16',
  ],
  ['the receipt where the date is that of another paper', 'exemplar', B, '2026-Q1', '2026-03-12'],
  [
    'the receipt where only another reporter lists the number',
    'exemplar',
    B,
    '2026-Q2',
    '2026-06-15',
  ],
  ['the receipt where nobody lists it', 'exemplar', C, '2026-Q1', '2026-03-12'],
  ['the receipt where the book has no day', 'communication', A, '2026-Q2', '2026-06-13'],
] as const)('is %s', async (_, form, code, window, day) => {
  expect(await arrival(form, code, window)).toBe(day)
})
