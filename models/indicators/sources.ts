import type { Source } from './indicator.ts'

/** The commune's register at the window's close. */
export const register: Source = {
  form: 'returnee-register',
  mode: 'close',
  from: 'unit',
}

/** The police station's community sentences at the window's close. */
export const sentences: Source = {
  form: 'community-sentence',
  mode: 'close',
  from: 'unit',
}

/** The province's list of new offences, of the window's close or later in the year: each list tells the whole year to date. */
export const offences: Source = {
  form: 'reoffence',
  mode: 'since',
  from: 'province',
}

/** The facilities' notices of every month in the window. */
export const notices: Source = {
  form: 'release-notice',
  mode: 'each',
  from: 'province',
}

/** A form that committees, or they and agencies, send at the window's close. */
export function committees(
  form: 'support-model' | 'exemplar' | 'communication' | 'task-progress' | 'funding',
): Source {
  return { form, mode: 'close', from: 'unit' }
}

/** The province's own facilities, each month. */
export const facilities: Source = {
  form: 'pre-release',
  mode: 'each',
  from: 'province',
}

/** What the committee signed of the window, or of the year up to its close. */
export const tally: Source = { form: 'tally', mode: 'told', from: 'unit' }

/** The places of detention at the window's close. */
export const facilitiesAtClose: Source = { form: 'pre-release', mode: 'close', from: 'province' }

/** The bank's report at the window's close. */
export const bank: Source = { form: 'credit', mode: 'close', from: 'province' }
