import type { Source } from './indicator.ts'

/** The commune's register at the window's close. */
export const register: Source = {
  form: 'returnee-register',
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

/** A committee's own form at the window's close. */
export function quarterly(form: 'support-model' | 'exemplar' | 'communication'): Source {
  return { form, mode: 'close', from: 'unit' }
}

/** The province's own facilities, each month. */
export const facilities: Source = {
  form: 'pre-release',
  mode: 'each',
  from: 'province',
}
