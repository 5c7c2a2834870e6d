import { choice } from '../asked.ts'
import { newestOf } from '../slot.ts'
import { followed, offending } from '../subjects/persons.ts'
import { type Figures, persons } from './kinds.ts'

const offences = newestOf('reoffence')

/** Whoever did something new. */
export const reoffending: Figures = {
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
}
