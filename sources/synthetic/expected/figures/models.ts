import { type Choices, choice } from '../asked.ts'
import type { Figure } from '../figure.ts'
import { atClose, type Needed, register } from '../slot.ts'
import { exemplary, type Having, modelled, personified, places } from '../subjects/places.ts'
import { type Figures, ofForms } from './kinds.ts'

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

/** Places with models and exemplars. */
export const models: Figures = {
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
}
