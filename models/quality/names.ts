import { formById } from '#sources/forms/index.ts'
import { type TallyItemId, tallyItems } from '#sources/forms/tally-items.ts'
import { indicators } from '../indicators/index.ts'

/** Title of the indicator of a definition (`counselling-coverage/5d1e…`), or null where nobody measures it any more. */
export function figureTitle(subject: string): string | null {
  const [indicator] = subject.split('/')
  return indicators.find(({ id }) => id === indicator)?.title ?? null
}

/** `Biểu số 11` of the subject `tally` or `tally/agency:so-y-te`. */
export function formName(subject: string): string {
  const [form = subject] = subject.split('/')
  return `Biểu số ${formById(form)?.number ?? form}`
}

/** What an item of a reconciliation is called on its sheet: a mục of the tally, a category of sentences, a column of Biểu 06. */
export function itemLabel(item: string): string | null {
  if (item in tallyItems) return tallyItems[item as TallyItemId].label.replace(/^– /, '')
  return (
    formById('community-sentence')?.columns['category']?.choices?.[item] ??
    formById('communication')?.columns[item]?.header ??
    null
  )
}
