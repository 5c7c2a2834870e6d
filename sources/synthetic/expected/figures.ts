import { type Asked, type Choices, choice } from './asked.ts'
import type { Figure } from './figure.ts'
import { doneBefore, inNeed } from './resident.ts'
import { atClose, type Needed, newestOf, ofEach, ofItself } from './slot.ts'
import { files, jobSeekers, supervised } from './subjects/both.ts'
import { followed, living, noticed, offending, returned, type Test } from './subjects/persons.ts'
import { exemplary, type Having, modelled, personified, places } from './subjects/places.ts'
import type { Counting } from './subjects/subject.ts'
import { fields, rowsWith, sums } from './subjects/sums.ts'
import { tallied } from './subjects/tally.ts'

/** How an indicator with all of its choices is counted; throws a RangeError for one that nobody knows here. */
export function figureOf({ indicator, parameters }: Asked): Figure {
  const figure = table[indicator]
  if (figure === undefined)
    throw new RangeError(
      `nobody knows how to count '${indicator}'; known: ${Object.keys(table).join(', ')}`,
    )
  return figure(parameters)
}

const register = atClose('returnee-register')
const sentences = atClose('community-sentence')
const offences = newestOf('reoffence')

/** Of persons, by the register; by the tally where the choices say so. */
function persons(
  counting: (parameters: Choices) => Counting,
  tally: readonly [numerator: readonly string[], denominator: readonly string[]] | null = null,
  also: { readonly own?: readonly Needed[]; readonly gates?: readonly Needed[] } = {},
): (parameters: Choices) => Figure {
  return (parameters) => {
    if (parameters['basis'] === 'tally' && tally !== null) return signed(...tally)
    if ('basis' in parameters) choice(parameters, 'basis', 'register')
    return {
      basis: 'register',
      counting: counting(parameters),
      own: also.own ?? [register],
      gates: also.gates ?? [],
      personal: true,
    }
  }
}

function signed(numerator: readonly string[], denominator: readonly string[]): Figure {
  return {
    basis: 'tally',
    counting: tallied(numerator, denominator),
    own: [ofItself('tally')],
    gates: [],
    personal: false,
  }
}

function ofForms(counting: Counting, ...own: readonly Needed[]): Figure {
  return { basis: 'form', counting, own, gates: [], personal: false }
}

/** Places where so many live or more, by what their committees send; how many live there, the register knows. */
function ofPlaces(
  level: 'commune' | 'district',
  least: number,
  having: Having,
  committees: Needed,
): Figure {
  const own = least === 0 ? [committees] : [register, committees]
  return { ...ofForms(places(level, least, having), ...own), level }
}

/** All communes, or those where anybody lives. */
function leastOf(parameters: Choices): number {
  return choice(parameters, 'communes', 'all', 'with-residents') === 'all' ? 0 : 1
}

/** Those who came back, and a service that they had by the window's end. */
const served =
  (service: string, need?: string) =>
  (parameters: Choices): Counting => {
    const all = !('of' in parameters) || choice(parameters, 'of', 'all', 'in-need') === 'all'
    return returned(parameters, done(service), need === undefined || all ? undefined : needs(need))
  }

/** Those who live there, or those who came back, of whom something is true. */
const stockOr =
  (test: Test) =>
  (parameters: Choices): Counting =>
    choice(parameters, 'of', 'stock', 'returned') === 'stock'
      ? living(parameters, test)
      : returned(parameters, test)

const done =
  (service: string): Test =>
  (resident, { to }) =>
    doneBefore(resident, service, to)

const needs =
  (need: string): Test =>
  (resident) =>
    inNeed(resident, need)

const says =
  (field: string, ...values: readonly string[]): Test =>
  ({ row }) =>
    values.includes(String(row[field]))

const table: Readonly<Record<string, (parameters: Choices) => Figure>> = {
  'reoffending-rate': persons(
    (parameters) =>
      offending(
        parameters,
        choice(parameters, 'population', 'managed', 'returned'),
        choice(parameters, 'stage', 'prosecuted', 'detected', 'convicted'),
      ),
    [['prosecuted'], ['managed_start', 'returned', 'moved_in']],
    { gates: [offences] },
  ),
  'reoffending-within-12-months': (parameters) => ({
    ...persons(
      () =>
        followed(parameters, choice(parameters, 'stage', 'prosecuted', 'detected', 'convicted')),
      null,
      { gates: [offences] },
    )(parameters),
    settlesAfter: 18,
  }),
  'reception-coverage': (parameters) => {
    const tally = [['received'], ['returned']] as const
    return choice(parameters, 'notices', 'release-notice', 'returnee-register') === 'release-notice'
      ? persons(noticed, tally, { gates: [ofEach('release-notice')] })(parameters)
      : persons(served('received_on'), tally)(parameters)
  },
  'counselling-coverage': (parameters) =>
    choice(parameters, 'kind', 'psychological', 'legal') === 'legal'
      ? signed(['law_helped'], ['returned'])
      : persons(served('counselled_on'), [['counselled'], ['returned']])(parameters),
  'legal-support-coverage': persons(served('legal_on', 'legal_need'), [
    ['procedures'],
    ['returned'],
  ]),
  'papers-coverage': persons(served('papers_on', 'papers_need'), [['papers'], ['returned']]),
  'job-introduction-coverage': persons(served('job_intro_on'), [['job_introduced'], ['returned']]),
  'training-coverage': persons((parameters) =>
    returned(parameters, done('training_on'), needs('training_need')),
  ),
  'trained-or-new-job-share': persons(
    (parameters) =>
      returned(
        parameters,
        (resident, window) =>
          done('training_on')(resident, window) || done('new_job_on')(resident, window),
      ),
    [['trained_or_placed'], ['returned']],
  ),
  'employment-rate': persons(stockOr(says('employment', 'on_dinh')), [
    ['employed_stable'],
    ['managed_end'],
  ]),
  'job-information-coverage': (parameters) => {
    const tally = [['job_informed'], ['job_need']] as const
    return choice(parameters, 'population', 'both', 'returnee') === 'both'
      ? persons(jobSeekers, tally, { own: [register, sentences] })(parameters)
      : persons((all) => living(all, done('job_info_on'), needs('job_need')), tally)(parameters)
  },
  'digitisation-coverage': (parameters) => {
    const tally = [['files_digitised'], ['files']] as const
    return choice(parameters, 'population', 'both', 'returnee') === 'both'
      ? persons(() => files, tally, { own: [register, sentences] })(parameters)
      : persons(() => living({ who: 'plan' }, says('digitised', 'co')), tally)(parameters)
  },
  'helper-assignment-coverage': persons(
    (parameters) =>
      living(
        parameters,
        ({ row }, { to }) =>
          row['helper_kind'] !== 'chua' && row['helper_on'] !== null && `${row['helper_on']}` < to,
      ),
    [['helpers'], ['managed_end']],
  ),
  'lawful-conduct-share': (parameters) => {
    const rated = choice(parameters, 'of', 'rated', 'all') === 'rated'
    const good = says('group', 'A', 'B')
    const asked: Test = (resident) => !rated || !says('group', 'chua')(resident, {} as never)
    return persons(
      (all) => living(all, good, asked),
      [
        ['group_a', 'group_b'],
        rated ? ['group_a', 'group_b', 'group_c', 'group_d'] : ['managed_end'],
      ],
    )(parameters)
  },
  'credit-advice-coverage': persons(stockOr(done('credit_advised_on')), [
    ['credit_advised'],
    ['managed_end'],
  ]),
  'credit-listing-coverage': persons(
    (parameters) =>
      living(
        parameters,
        (resident, window) =>
          done('loan_guided_on')(resident, window) && done('loan_listed_on')(resident, window),
        ({ row }) => row['loan_need'] !== 'khong' && (row['loan_eligible'] ?? 'chua') !== 'khong',
      ),
    [['loan_listed'], ['loan_eligible_need']],
  ),
  'model-coverage': (parameters) =>
    choice(parameters, 'level', 'commune', 'district') === 'district'
      ? ofPlaces('district', 0, modelled(), atClose('support-model'))
      : ofPlaces('commune', leastOf(parameters), modelled(), atClose('support-model')),
  'exemplar-coverage': (parameters) =>
    ofPlaces('commune', leastOf(parameters), exemplary, atClose('exemplar')),
  'large-caseload-model-coverage': (parameters) =>
    ofPlaces(
      'commune',
      Number(parameters['threshold']),
      modelled(parameters['rating']),
      atClose('support-model'),
    ),
  'large-caseload-exemplar-coverage': (parameters) =>
    ofPlaces('commune', Number(parameters['threshold']), personified, atClose('exemplar')),
  'communication-reach': () =>
    ofForms(
      sums(
        'communication',
        'close',
        fields('officials_reached', 'adults_reached'),
        fields('officials_total', 'adults_total'),
      ),
      atClose('communication'),
    ),
  'pre-release-preparation-coverage': () =>
    ofForms(
      sums('pre-release', 'each', fields('all_four'), fields('released')),
      ofEach('pre-release'),
    ),
  'pre-release-information-coverage': () =>
    ofForms(
      sums('pre-release', 'close', fields('all_three_end'), fields('inmates_end')),
      atClose('pre-release'),
    ),
  'pre-release-training-coverage': (parameters) => {
    const all = choice(parameters, 'facility', 'trai-tam-giam', 'all') === 'all'
    return ofForms(
      sums(
        'pre-release',
        'close',
        fields('working_age_trained'),
        fields('working_age_end'),
        ({ reporter }) => all || reporter === 'facility:trai-tam-giam',
      ),
      atClose('pre-release'),
    )
  },
  'loans-outstanding': () =>
    ofForms(sums('credit', 'close', fields('outstanding'), fields('borrowers')), atClose('credit')),
  'loans-overdue-share': () =>
    ofForms(sums('credit', 'close', fields('overdue'), fields('outstanding')), atClose('credit')),
  'supervision-coverage': () => ofForms(supervised, sentences),
  'task-completion': () =>
    ofForms(
      sums(
        'task-progress',
        'close',
        rowsWith(({ status }) => status === 'hoan_thanh' || status === 'thuong_xuyen'),
        rowsWith(({ status }) => status !== 'khong_thuoc'),
      ),
      atClose('task-progress'),
    ),
  'social-funding': () =>
    ofForms(
      sums(
        'funding',
        'close',
        (values) => (isGiven(values) ? fields('received')(values) : 0),
        (values) => fields(isGiven(values) ? 'received' : 'spent')(values),
      ),
      atClose('funding'),
    ),
}

/** Given by society; what it is spent on was counted when it came in. */
function isGiven({ source }: Readonly<Record<string, unknown>>): boolean {
  return source === 'quy_xa' || source === 'xa_hoi_hoa'
}
