import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { employmentRate, trainedOrNewJobShare, trainingCoverage } from '#models/indicators/index.ts'
import { define } from '#models/indicators/indicator.ts'
import { A, B, C, D, E, type Generation, generationOf, PROVINCE } from '#test/support/rows.ts'
import { mover, register, resident } from '#test/support/sent.ts'

const wants = { training_need: 'co' }

/** Months of the case: 01 = 15/12–14/1, 02 = 15/1–14/2, 03 = 15/2–14/3; Q1 = 15/12–14/3. */
describe('training and new work of those who came back', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C, D, E],
      also: [define(employmentRate), define(employmentRate, { of: 'returned' })],
      reports: [
        // A: the edges of the window, and who need not learn
        register(A, '2026-03', [
          resident('last day', '2026-02-15', { ...wants, training_on: '2026-03-14' }),
          resident('day after', '2026-03-14', { ...wants, training_on: '2026-03-15' }),
          resident('not asked', '2026-02-20', { training_need: 'chua' }),
          resident('no need', '2026-02-20', { training_on: '2026-02-21' }),
          resident('earlier', '2026-02-14', { ...wants, training_on: '2026-02-20' }),
          mover('moved in', '2026-02-20', { ...wants, training_on: '2026-02-21' }),
        ]),
        // B: trained or in new work, or both, which is one person
        register(B, '2026-03', [
          resident('both', '2026-02-20', { training_on: '2026-03-01', new_job_on: '2026-03-02' }),
          resident('new job', '2026-02-20', { new_job_on: '2026-03-14' }),
          resident('too late', '2026-02-20', {
            new_job_on: '2026-03-15',
            training_on: '2026-03-15',
          }),
          resident('neither', '2026-02-20'),
        ]),
        // C → D: the first commune sent him to a course, the second knows that he wants to learn and found him work
        register(C, '2026-03', [
          resident('mover', '2026-01-20', {
            left_on: '2026-02-20',
            left_reason: 'chuyen_trong_tinh',
            training_on: '2026-02-10',
            employment: 'on_dinh',
          }),
        ]),
        register(D, '2026-03', [
          mover('mover', '2026-02-20', {
            ...wants,
            training_on: '2026-03-15',
            new_job_on: '2026-03-01',
            employment: 'khong_on_dinh',
          }),
        ]),
        // E: trained after an earlier release, back again since
        register(E, '2026-03', [
          resident('twice', '2025-12-20', {
            ...wants,
            left_on: '2026-01-10',
            left_reason: 'an_moi',
            training_on: '2025-12-28',
          }),
          resident('twice', '2026-03-01', { employment: 'on_dinh', case_file_no: 'E-2' }),
          resident('gone', '2026-02-20', {
            employment: 'on_dinh',
            left_on: '2026-03-14',
            left_reason: 'chet',
          }),
        ]),
      ],
    })
  })
  afterAll(() => given?.close())

  it('counts who began to learn by the last day, of those who want to or were not asked', async () => {
    expect(await given.figure(trainingCoverage, '2026-03', A)).toBe('1/3')
    // and who came back on 14 February
    expect(await given.figure(trainingCoverage, '2026-Q1', A)).toBe('2/4')
    expect(await given.figure(trainingCoverage, '2026-02', A)).toBe('0/0')
  })

  it('counts once who learns and works', async () => {
    expect(await given.figure(trainedOrNewJobShare, '2026-03', B)).toBe('2/4')
  })

  it('merges what two communes did and know, and counts it where he came back to', async () => {
    expect(await given.figure(trainingCoverage, '2026-Q1', C)).toBe('1/1')
    expect(await given.figure(trainingCoverage, '2026-Q1', D)).toBe('0/0')
    expect(await given.figure(trainedOrNewJobShare, '2026-Q1', C)).toBe('1/1')
    expect(await given.figure(trainedOrNewJobShare, '2026-03', C)).toBe('0/0')
  })

  it('takes what was done after an earlier release, and the need of then, for nothing', async () => {
    expect(await given.figure(trainingCoverage, '2026-03', E)).toBe('0/0')
    expect(await given.figure(trainedOrNewJobShare, '2026-03', E)).toBe('0/2')
  })

  it('asks for the work of those who came back, as where they live now tells it', async () => {
    expect(await given.figure(employmentRate, '2026-Q1', C, { of: 'returned' })).toBe('0/1')
    expect(await given.figure(employmentRate, '2026-Q1', D, { of: 'returned' })).toBe('0/0')
    // also of one who is gone since
    expect(await given.figure(employmentRate, '2026-Q1', E, { of: 'returned' })).toBe('2/2')
    expect(await given.figure(employmentRate, '2026-Q1', E)).toBe('1/1')
  })

  it('adds up in the province to distinct persons', async () => {
    expect(await given.whole(trainingCoverage, '2026-Q1', PROVINCE)).toBe(
      '3/5 final 5/5 withheld 0',
    )
    // A 2 of 5 (last day 14/3, no need, earlier = 3 of 5), B 2 of 4, C 1 of 1, E 0 of 2
    expect(await given.figure(trainedOrNewJobShare, '2026-Q1', PROVINCE)).toBe('6/12')
  })
})
