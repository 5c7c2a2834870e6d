import { describe, expect, it } from 'vitest'
import { plans } from '#models/plans/index.ts'
import { forms } from '#sources/forms/index.ts'

describe.each(plans.map((plan) => [plan.id, plan] as const))('the forms of %s', (_, plan) => {
  it('are each collected or taken, none both', () => {
    const named = [...plan.collection, ...plan.taken].map(({ form }) => form)
    expect(new Set(named).size).toBe(named.length)
    expect([...named].sort()).toEqual(forms.map(({ id }) => id).sort())
  })

  it('are asked by directive, as the province words it', () => {
    expect(new Set(plan.collection.map(({ basis }) => basis))).toEqual(new Set(['directive']))
    for (const { reference } of plan.collection)
      expect(reference).toMatch(/^theo hướng dẫn của Công an (tỉnh|thành phố)$/)
  })

  it('are in the reports of obligations only where they are collected', () => {
    const collected = plan.collection.map(({ form }) => form)
    for (const { forms: carried } of plan.obligations)
      expect(collected).toEqual(expect.arrayContaining([...carried]))
  })
})

describe.each(plans.map((plan) => [plan.id, plan] as const))('the texts of %s', (_, plan) => {
  it('give every choice a reason, an alternative or none to have, and a clause', () => {
    for (const { name, reason, clause } of plan.openParameters) {
      expect([name, reason.length >= 20]).toEqual([name, true])
      expect([name, clause.length > 0]).toEqual([name, true])
    }
  })

  it('fit the columns in which they are printed', () => {
    for (const { id, text } of plan.bodies.flatMap(({ tasks }) => tasks)) {
      expect([id, id.length <= 40 && text.length <= 1000 && text.trim() === text]).toEqual([
        id,
        true,
      ])
    }
  })
})
