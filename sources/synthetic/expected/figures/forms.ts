import { choice } from '../asked.ts'
import { atClose, ofEach } from '../slot.ts'
import { supervised } from '../subjects/both.ts'
import { fields, rowsWith, sums } from '../subjects/sums.ts'
import { type Figures, ofForms, sentences } from './kinds.ts'

/** Given by society; what it is spent on was counted when it came in. */
function isGiven({ source }: Readonly<Record<string, unknown>>): boolean {
  return source === 'quy_xa' || source === 'xa_hoi_hoa'
}

/** What the sums of other forms say. */
export const forms: Figures = {
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
