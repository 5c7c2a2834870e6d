import { describe, expect, it } from 'vitest'
import { endingOf } from '#models/judgement/ending.ts'
import type { OutlookQuestion } from '#models/judgement/outlook.ts'

const question: OutlookQuestion = {
  target: { below: [1, 100], duty: false, deadline: { kind: 'plan-year' } },
  course: 'exposed',
  x: 0,
  n: 10,
  monthsGone: 6,
  monthsLeft: 6,
  coming: { low: 0, mid: 0, high: 0 },
  exposure: { seen: 60, unseen: 60 },
  prior: { events: 0.5, over: 0 },
}

describe('where the year ends in 80 of 100 cases', () => {
  it('of events in time: none to two more where half of the year has seen none', () => {
    // Negative binomial of size ½ and probability ½: √½ = 0.707, then 0.177 and 0.066; 0.9 is passed at the second.
    expect(endingOf(question)).toEqual([0, 0.2])
  })

  it('of persons to come: each outcome of one more is as likely where one of two counts', () => {
    const { low, mid, high } = { low: 1, mid: 1, high: 1 }
    const entering = { ...question, course: 'entering', x: 1, n: 2, exposure: null } as const
    expect(endingOf({ ...entering, coming: { low, mid, high } })).toEqual([1 / 3, 2 / 3])
  })

  it('is unknown where no month has told what comes, or how long anybody was looked at', () => {
    expect(endingOf({ ...question, coming: null })).toBeNull()
    expect(endingOf({ ...question, exposure: null })).toBeNull()
  })
})
