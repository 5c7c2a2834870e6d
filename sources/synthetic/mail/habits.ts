import { addDays, type Day, latest, type Period } from '../calendar.ts'
import { type Random, random } from '../random.ts'
import type { Reporter } from '../terms.ts'
import type { Commune } from '../world/commune.ts'
import { arrival, dayAfter, quarterArrival } from './arrival.ts'
import { type Care, type Sending, sendingOf } from './sending.ts'

/** How a reporter's sendings of one window go. */
type Story =
  | 'clean'
  | 'twice'
  | 'mended'
  | 'partial'
  | 'early'
  | 'overtaken'
  | 'same-number'
  | 'only-changes'
  | 'bad-cover'
  | 'ticked'
  | 'cleared'

/** The story of every hundred monthly registers but the plain ones. */
const STORIES: readonly (readonly [Story, number])[] = [
  ['clean', 760],
  ['twice', 40],
  ['mended', 40],
  ['partial', 40],
  ['early', 24],
  ['overtaken', 20],
  ['same-number', 16],
  ['only-changes', 16],
  ['bad-cover', 16],
  ['ticked', 8],
  ['cleared', 20],
]

/** What the sendings of a province depend on. */
export interface Mail {
  readonly seed: string
  /** Everything comes, in time, once and right. */
  readonly perfect: boolean
  /** What would come later has not come. */
  readonly until: Day
}

/** Who sends, about which place, and how many days after the window's close it is in time. */
export interface Sender {
  readonly reporter: Reporter
  readonly commune: Commune | null
  readonly slack: number
}

/**
 * A commune's register of a month: once and clean as a rule; else twice, with bad cells, written up too early and replaced (where the
 * replacement may overtake what it replaces), replaced under the same number, or by a part of itself.
 */
export function registers(
  mail: Mail,
  { reporter, commune, slack }: Sender,
  forms: readonly string[],
  month: Period,
): Sending[] {
  if (mail.perfect) return [onTime(reporter, commune, month, forms)]
  const code = reporter.id.slice(reporter.kind.length + 1)
  const chance = random(`${mail.seed}/register/${code}/${month.id}`)
  const day = arrival(chance, { first: month.to, slack, never: 30, until: mail.until })
  if (day === null) return []
  const first = running(chance, sendingOf(reporter, commune, month, forms, day))
  return storyOf(chance.stream('story'), first, chance.weighted(STORIES))
}

function storyOf(chance: Random, first: Sending, story: Story): Sending[] {
  const later = addDays(first.arrivedOn, chance.between(2, 6))
  const second = { ...first, revision: 2, nth: 2, arrivedOn: later }
  const day = addDays(first.dataTo, -chance.between(4, 9))
  const early = { ...first, dataTo: day, knownTo: day }
  switch (story) {
    case 'clean':
      return [first]
    case 'twice':
      return [{ ...first, againOn: later }]
    case 'partial':
      return [{ ...first, care: 'careless' }]
    case 'mended':
      return [{ ...first, care: 'careless' }, second]
    case 'early':
      return [early, second]
    case 'overtaken':
      return [
        { ...second, arrivedOn: first.arrivedOn },
        { ...early, arrivedOn: addDays(first.arrivedOn, chance.between(1, 2)) },
      ]
    case 'same-number':
      return [early, { ...second, revision: 1 }]
    case 'only-changes':
      return [first, { ...second, care: 'only-changes' }]
    case 'bad-cover':
      return chance.chance(50)
        ? [{ ...first, care: 'bad-cover' }, second]
        : [{ ...first, care: 'bad-cover' }]
    case 'ticked':
      return [{ ...first, care: 'ticked' }, second]
    case 'cleared':
      return [{ ...first, care: 'cleared' }]
  }
}

/** What the province's police, a place of detention or, where the plan asks it, others send each month: as a rule within three days of a month's close. */
export function monthlyLists(
  mail: Mail,
  { reporter, commune, slack }: Sender,
  forms: readonly string[],
  month: Period,
): Sending[] {
  if (mail.perfect) return [onTime(reporter, commune, month, forms)]
  const chance = random(`${mail.seed}/list/${reporter.id}/${month.id}`)
  const days = chance.chance(92) ? chance.below(3) : chance.between(3, 12)
  const arrivedOn = dayAfter({ first: month.to, slack }, days)
  const first = running(chance, sendingOf(reporter, commune, month, forms, arrivedOn))
  const second = {
    ...first,
    revision: 2,
    nth: 2,
    arrivedOn: addDays(arrivedOn, chance.between(1, 4)),
  }
  const story = chance.weighted<Story>([
    ['clean', 86],
    ['mended', 8],
    ['partial', 6],
  ])
  if (story === 'clean') return [first]
  const careless: Sending = { ...first, care: 'careless' }
  return story === 'partial' ? [careless] : [careless, second]
}

/** A committee's or an agency's workbook of a window longer than a month; now and then it has nothing to tell and forgets to say so. */
export function quarterly(
  mail: Mail,
  { reporter, commune, slack }: Sender,
  forms: readonly string[],
  quarter: Period,
): Sending[] {
  if (mail.perfect) return [onTime(reporter, commune, quarter, forms)]
  const chance = random(`${mail.seed}/quarter/${reporter.id}/${quarter.id}`)
  const never = commune === null ? 80 : 40
  const day = quarterArrival(chance, { first: quarter.to, slack, never, until: mail.until })
  if (day === null) return []
  const first = running(chance, sendingOf(reporter, commune, quarter, forms, day))
  const second = { ...first, revision: 2, nth: 2, arrivedOn: addDays(day, chance.between(1, 5)) }
  const care = chance.weighted<Care>([
    ['clean', 84],
    ['unticked', 5],
    ['careless', 9],
    ['bad-cover', 2],
  ])
  if (care === 'clean') return [first]
  return chance.chance(50) ? [{ ...first, care }, second] : [{ ...first, care }]
}

/** Every second sender keeps a running file: it tells up to the day on which it is sent. */
function running(chance: Random, sending: Sending): Sending {
  const { dataTo, arrivedOn } = sending
  return chance.stream('running').chance(50)
    ? { ...sending, knownTo: latest(dataTo, arrivedOn) }
    : sending
}

/** On the evening of the window's last day. */
function onTime(
  reporter: Reporter,
  commune: Commune | null,
  window: Period,
  forms: readonly string[],
): Sending {
  return sendingOf(reporter, commune, window, forms, addDays(window.to, -1))
}
