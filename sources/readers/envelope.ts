import { isCalendarDate } from '../vocabulary/date.ts'
import type { Envelope } from './book.ts'
import { refuse } from './refusal.ts'

const REQUIRED = ['form', 'version', 'reporter', 'window', 'revision', 'nil'] as const
const KNOWN = [...REQUIRED, 'data_to', 'plan', 'secrecy'] as const
const YES: readonly string[] = ['co', 'có', 'true', '1', 'x']
const NO: readonly string[] = ['khong', 'không', 'false', '0']

/**
 * The identity of a submission from its texts by key; refuses `bad-envelope` with what is missing, or the field, its value and what was
 * expected, and `secret` where the file says that it is classified. Unknown keys are refused too: a mistyped `data_to` must not be lost.
 */
export function envelopeOf(fields: ReadonlyMap<string, string>): Envelope {
  const unknown = [...fields.keys()].find((key) => !(KNOWN as readonly string[]).includes(key))
  if (unknown !== undefined) refuse('bad-envelope', { field: unknown, known: KNOWN })
  const missing = REQUIRED.filter((key) => (fields.get(key) ?? '') === '')
  if (missing.length > 0) refuse('bad-envelope', { missing, known: KNOWN })
  if (!['', ...NO].includes((fields.get('secrecy') ?? '').normalize('NFC').toLowerCase())) {
    refuse('secret')
  }
  const field = (key: (typeof REQUIRED)[number]): string => fields.get(key) ?? ''
  const dataTo = fields.get('data_to') ?? ''
  const plan = fields.get('plan') ?? ''
  return {
    form: field('form'),
    version: whole('version', field('version')),
    reporter: field('reporter'),
    window: field('window'),
    revision: whole('revision', field('revision')),
    nil: yesOrNo(field('nil')),
    ...(dataTo !== '' && { dataTo: day(dataTo) }),
    ...(plan !== '' && { plan }),
  }
}

function whole(field: string, value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) refuse('bad-envelope', { field, value, expected: '1, 2, 3 …' })
  return Number(value)
}

function yesOrNo(value: string): boolean {
  const folded = value.normalize('NFC').toLowerCase()
  if (YES.includes(folded)) return true
  if (NO.includes(folded)) return false
  return refuse('bad-envelope', { field: 'nil', value, expected: 'co, khong' })
}

function day(value: string): string {
  return isCalendarDate(value)
    ? value
    : refuse('bad-envelope', { field: 'data_to', value, expected: 'YYYY-MM-DD' })
}
