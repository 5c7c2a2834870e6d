import type { Plan } from '#models/plans/plan.ts'
import { catalogueWords as words } from '../words-catalogue.ts'

/** `Hà Tĩnh 2026–2030`: what other articles call a plan, whose number may be blank in its text. */
export function planName({ id, document }: Plan): string {
  const years = /\d{4}(?:-\d{4})?$/.exec(id)?.[0].replace('-', '–')
  return years === undefined ? id : `${document.place} ${years}`
}

/** A link to the plan. */
export function planLink(plan: Plan): { readonly text: string; readonly to: string } {
  return { text: planName(plan), to: `plans/${plan.id}` }
}

/** `195/KH-UBND`, or what stands in its place where the text leaves it blank. */
export function planNumber({ document }: Plan): string {
  if (document.number !== null) return document.number
  const blank = document.asWritten?.number
  return blank === undefined ? words.headLost : `${words.blank}: “${blank}”`
}
