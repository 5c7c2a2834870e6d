import { type Choices, choice } from '../asked.ts'
import { ofEach } from '../slot.ts'
import { noticed, returned } from '../subjects/persons.ts'
import type { Counting } from '../subjects/subject.ts'
import { done, type Figures, needs, persons, signed } from './kinds.ts'

/** Those who came back, and a service that they had by the window's end. */
const served =
  (service: string, need?: string) =>
  (parameters: Choices): Counting => {
    const all = !('of' in parameters) || choice(parameters, 'of', 'all', 'in-need') === 'all'
    return returned(parameters, done(service), need === undefined || all ? undefined : needs(need))
  }

/** What was done for those who came back. */
export const support: Figures = {
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
}
