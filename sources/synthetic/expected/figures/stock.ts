import { type Choices, choice } from '../asked.ts'
import { register } from '../slot.ts'
import { files, jobSeekers } from '../subjects/both.ts'
import { living, returned, type Test } from '../subjects/persons.ts'
import type { Counting } from '../subjects/subject.ts'
import { done, type Figures, needs, persons, says, sentences } from './kinds.ts'

/** Those who live there, or those who came back, of whom something is true. */
const stockOr =
  (test: Test) =>
  (parameters: Choices): Counting =>
    choice(parameters, 'of', 'stock', 'returned') === 'stock'
      ? living(parameters, test)
      : returned(parameters, test)

/** How those who live there stand. */
export const stock: Figures = {
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
}
