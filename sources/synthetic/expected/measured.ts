import { type Day, dateOf, type Period } from '../calendar.ts'
import type { Asked } from './asked.ts'
import { type Cover, coversOf, gateOf, sumOf } from './cover.ts'
import type { Figure } from './figure.ts'
import type { Known } from './known.ts'
import type { Subject } from './subjects/subject.ts'
import { groupsOf } from './submission.ts'
import { valuesOfToday } from './today.ts'
import { unheardIn } from './unheard.ts'
import { told, type Value } from './value.ts'

/** The values of a figure in a window: of each commune that has all it needs, and of each district and province around any. */
export function valuesIn(known: Known, window: Period, asked: Asked, figure: Figure): Value[] {
  const covers = coversOf(known, window, figure)
  const gate = gateOf(known, window, figure)
  if (covers === null || gate === null) return []
  const settled = isSettled(known, window, figure)
  const unheard = unheardIn(known, window, figure)
  const tell = (cover: Cover, subjects: readonly Subject[], whole: boolean) =>
    told(window, asked, figure.basis, cover, subjects, whole && gate === 0 && settled)
  const subjects = new Map(
    groupsOf(figure.counting(known, window), ({ unitId }) => unitId).map((own) => [
      own[0]?.unitId as string,
      own,
    ]),
  )
  const of = ({ unitId }: Cover) => subjects.get(unitId) ?? []
  const whole = covers.filter(({ expected, covered }) => covered === expected)
  const communes = whole
    .filter(({ unitId }) => known.places.levelOf(unitId) === 'commune')
    .flatMap((cover) => tell(cover, of(cover), cover.withheld === 0 && !unheard.has(cover.unitId)))
  const larger = known.units
    .filter(({ level }) => level !== 'commune')
    .flatMap(({ id, level }) => {
      const inside = covers.filter(({ unitId }) => known.places.around(unitId).includes(id))
      const reach = sumOf(id, inside, level === 'province' ? gate : 0)
      if (reach.covered === 0) return []
      const owners = inside.filter(
        (cover) => whole.includes(cover) || known.places.levelOf(cover.unitId) === 'province',
      )
      const complete =
        reach.covered === reach.expected &&
        reach.withheld === 0 &&
        !inside.some(({ unitId }) => unheard.has(unitId))
      return tell(reach, owners.flatMap(of), complete)
    })
  const then = [...communes, ...larger]
  return figure.personal ? [...then, ...valuesOfToday(known, window, covers, then)] : then
}

/** What is followed for long is not final before. */
function isSettled({ day }: Known, { to }: Period, { settlesAfter = 0 }: Figure): boolean {
  const [year, month, dayOfMonth] = to.split('-').map(Number) as [number, number, number]
  const settled: Day = dateOf(year, month + settlesAfter, dayOfMonth)
  return settled <= day
}
