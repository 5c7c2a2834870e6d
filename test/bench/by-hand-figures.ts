import type { Parameters } from '#models/indicators/indicator.ts'
import { nationDefinitions } from './nation-plan.ts'

/** Figures of persons, twice each: of all, and of those of whom Thông tư 10/2024/TT-BCA tells. */
export function ofPersons(): readonly string[] {
  return [
    ...people('counselling-coverage', 'back_of', 'counselled', 'n'),
    ...people('legal-support-coverage', 'back_of', 'legal', 'legal_need'),
    ...people('papers-coverage', 'back_of', 'papers', 'papers_need'),
    ...people('job-introduction-coverage', 'back_of', 'introduced', 'n'),
    ...people('trained-or-new-job-share', 'back_of', 'placed', 'n'),
    ...people('training-coverage', 'back_of', 'trained', 'training_need'),
    ...people('reoffending-within-12-months', 'back_of', 'again', 'n'),
    ...people('reoffending-rate', 'held_of', 'offended', 'n'),
    ...people('employment-rate', 'present_of', 'employed', 'n'),
    ...people('credit-advice-coverage', 'present_of', 'advised', 'n'),
    ...people('credit-listing-coverage', 'present_of', 'listed', 'loan_need'),
    ...people('helper-assignment-coverage', 'present_of', 'helped', 'n'),
    ...people('lawful-conduct-share', 'present_of', 'lawful', 'rated'),
    ...people('reception-coverage', 'announced_of', 'received', 'n'),
  ]
}

/** Figures of forms: of communes, of provinces, or of both. */
export function ofForms(): readonly string[] {
  return [
    ...places('model-coverage', 'working', 'inhabited', { level: 'commune' }),
    ...places('large-caseload-model-coverage', 'outstanding', 'large'),
    ...places('large-caseload-exemplar-coverage', 'person', 'large'),
    ...places('exemplar-coverage', 'shown', 'one'),
    whole('pre-release-preparation-coverage', 'freed', 'prepared', 'n'),
    whole('pre-release-information-coverage', 'kept', 'informed', 'n'),
    whole('pre-release-training-coverage', 'kept', 'trained', 'able'),
    whole('loans-outstanding', 'loan', 'owed', 'n'),
    whole('loans-overdue-share', 'loan', 'overdue', 'owed'),
    ...summed('communication-reach', 'told', 'reached', 'n'),
    ...summed('task-completion', 'task', 'reached', 'n'),
    ...summed('social-funding', 'money', 'reached', 'n'),
    ...summed('plan-issuance', 'issued', 'reached', 'n'),
    ...summed('supervision-coverage', 'sentence', 'supervised', 'n'),
    ...summed('digitisation-coverage', 'both_kinds', 'digitised', 'files', REGISTER),
    ...summed('job-information-coverage', 'both_kinds', 'informed', 'seeking', PLAN),
    ...summed('job-information-coverage', 'both_kinds', 'informed_tt10', 'seeking_tt10', WHO),
    ...TALLIED.flatMap(([indicator, n, of, more]) =>
      summed(indicator, 'tallied', n, of, { basis: 'tally', ...more }),
    ),
    ...nationDefinitions
      .filter(({ indicator }) => indicator.id.startsWith('reporting-'))
      .flatMap(({ indicator, parameters: { form = '' } }) => {
        const n = indicator.id === 'reporting-timeliness' ? 'timely' : 'came'
        return summed(indicator.id, `(select * from owed where form = '${form}')`, n, 'n', { form })
      }),
  ]
}

const REGISTER: Parameters = { basis: 'register' }
const PLAN: Parameters = { who: 'plan', basis: 'register' }
const WHO: Parameters = { who: 'tt10' }

const TALLIED: readonly (readonly [indicator: string, n: string, of: string, more?: Parameters])[] =
  [
    ['reoffending-rate', 'prosecuted', 'managed'],
    ['reception-coverage', 'received', 'returned'],
    ['counselling-coverage', 'counselled', 'returned', { kind: 'psychological' }],
    ['counselling-coverage', 'law_helped', 'returned', { kind: 'legal' }],
    ['legal-support-coverage', 'procedures', 'returned'],
    ['papers-coverage', 'papers', 'returned'],
    ['job-introduction-coverage', 'job_introduced', 'returned'],
    ['trained-or-new-job-share', 'trained_or_placed', 'returned'],
    ['credit-advice-coverage', 'credit_advised', 'managed_end'],
    ['credit-listing-coverage', 'loan_listed', 'loan_eligible_need'],
    ['digitisation-coverage', 'files_digitised', 'files'],
    ['employment-rate', 'employed_stable', 'managed_end'],
    ['helper-assignment-coverage', 'helpers', 'managed_end'],
    ['job-information-coverage', 'job_informed', 'job_need'],
    ['lawful-conduct-share', 'lawful', 'rated'],
  ]

function idOf(indicator: string, chosen: Parameters = {}): string {
  const found = nationDefinitions.filter(
    (one) =>
      one.indicator.id === indicator &&
      Object.entries(chosen).every(([name, word]) => one.parameters[name] === word),
  )
  const [first, ...others] = found
  if (first === undefined || others.length > 0)
    throw new RangeError(`${found.length} figures '${indicator}' of ${JSON.stringify(chosen)}`)
  return first.id
}

function people(indicator: string, from: string, n: string, of: string): readonly string[] {
  const bases = nationDefinitions.some(
    (one) => one.indicator.id === indicator && one.parameters['basis'] === 'tally',
  )
  const basis: Parameters = bases ? REGISTER : {}
  const one = (who: string, end: string) =>
    `select '${idOf(indicator, { ...basis, who })}' as definition_id, window_id, unit_id, breakdown, category,
    ${n}${end} as numerator, ${of}${end} as denominator
  from ${from}`
  return [one('plan', ''), one('tt10', '_tt10')]
}

/** Of the province alone, which sent it. */
function whole(indicator: string, from: string, n: string, of: string): string {
  return `select '${idOf(indicator)}', window_id, unit_id, '', '', ${n}, ${of} from ${from}`
}

/** Of communes, and of provinces with their own bodies. */
function summed(
  indicator: string,
  from: string,
  n: string,
  of: string,
  chosen: Parameters = {},
): readonly string[] {
  const id = idOf(indicator, chosen)
  return [
    `select '${id}', window_id, unit_id, '', '', ${n}, ${of} from ${from} f semi join place using (unit_id)`,
    `select '${id}', window_id, coalesce(p.parent_id, f.unit_id), '', '', sum(${n})::bigint, sum(${of})::bigint
  from ${from} f left join place p on p.unit_id = f.unit_id group by all`,
  ]
}

function places(
  indicator: string,
  n: string,
  of: string,
  chosen: Parameters = {},
): readonly string[] {
  const id = idOf(indicator, chosen)
  return [
    `select '${id}', window_id, unit_id, '', '', ${n}, ${of} from place_of`,
    `select '${id}', window_id, parent_id, '', '', sum(${n})::bigint, sum(${of})::bigint from place_of group by all`,
  ]
}
