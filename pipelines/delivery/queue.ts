import { disclosed, withoutNotes } from '#dashboards/alerts/disclosed.ts'
import { entryOf } from '#dashboards/alerts/entry.ts'
import { alertLines, alertText } from '#dashboards/alerts/text.ts'
import type { AlertView } from '#dashboards/views.ts'
import type { Facts, Rule } from '#models/alerting/condition.ts'
import { dayOf } from '#sources/vocabulary/date.ts'
import { isReporterOn } from '#sources/vocabulary/reporter.ts'
import type { UnitId } from '#sources/vocabulary/unit.ts'
import { alertCases, type CaseWithEvents, lastRaised } from '../ledger/alerts.ts'
import { type Contact, contacts } from '../ledger/contacts.ts'
import {
  decidedEvents,
  enterMessages,
  type NewMessage,
  type Told,
  toldOf,
} from '../ledger/outbox.ts'
import { outboxCounts } from '../ledger/outbox-counts.ts'
import type { AlertEvent } from '../ledger/schema.ts'
import { alertViews } from '../publish/alerts.ts'
import { editionOf } from '../publish/edition.ts'
import { type Snapshot, snapshotOf } from '../publish/snapshot.ts'
import { businessDateOf, type Station } from '../station.ts'
import { worseAt } from '../steps/alert.ts'
import type { Built } from '../steps/measure.ts'
import { warehouse } from '../warehouse/dialect.ts'
import { openReadOnly } from '../warehouse/engine.ts'
import { type About, audienceOf, contactsFor, isToldWorse, urgencyOf } from './audience.ts'
import { momentOf } from './moment.ts'
import { type News, newsOf } from './news.ts'
import { waysOf } from './ways.ts'

/** How many messages were queued now, and how many wait in all. */
export interface Queued {
  readonly queued: number
  readonly waiting: number
}

type Undecided = CaseWithEvents & { readonly fresh: readonly AlertEvent[] }

/**
 * Decides of every event of a case, once, who is written to, and puts the messages into the outbox: decision and messages in one
 * transaction, so that a kill between an event and its messages loses and doubles none, the next run decides what is left. Nothing is
 * connected to here, and no secret read.
 *
 * Contacts without a way out are passed over for good: what was never queued does not pile up until somebody configures one.
 */
export async function queue(
  station: Station,
  built: Pick<Built, 'file' | 'resultHash'>,
): Promise<Queued> {
  const { db } = station.ledger
  const decided = await decidedEvents(db)
  const undecided = (await alertCases(db)).flatMap((one) => {
    const fresh = one.events.filter(({ case_id, seq }) => !decided.has(`${case_id} ${seq}`))
    return fresh.length === 0 ? [] : [{ ...one, fresh }]
  })
  const queued = undecided.length === 0 ? 0 : await decide(station, built, undecided)
  const { waiting } = await outboxCounts(db, dayOf(station.clock()))
  return { queued, waiting }
}

async function decide(
  station: Station,
  built: Pick<Built, 'file' | 'resultHash'>,
  undecided: readonly Undecided[],
): Promise<number> {
  const reachable = await reachableContacts(station)
  const now = station.clock()
  const messages =
    reachable.length === 0 ? [] : await messagesFor(station, built, undecided, reachable, now)
  const noticed = undecided.flatMap(({ case_id, fresh }) =>
    fresh.map(({ seq }) => ({ case_id, seq })),
  )
  return enterMessages(station.ledger.db, messages, noticed, now)
}

async function reachableContacts(station: Station): Promise<readonly Contact[]> {
  const ways = waysOf(station.config, station.site, station.clock)
  const all = await contacts(station.ledger.db, businessDateOf(station))
  return all.filter(({ channel }) => Object.hasOwn(ways, channel))
}

async function messagesFor(
  station: Station,
  { file, resultHash }: Pick<Built, 'file' | 'resultHash'>,
  undecided: readonly Undecided[],
  reachable: readonly Contact[],
  now: Date,
): Promise<readonly NewMessage[]> {
  const engine = await openReadOnly(file)
  try {
    const { db } = station.ledger
    const snapshot = await snapshotOf(warehouse(engine), station)
    const { communeWords } = await editionOf(snapshot, { file, resultHash })
    const told = await toldOf(db)
    const byCase = new Map(undecided.map((one) => [one.case_id, one]))
    const views = await alertViews(snapshot, db)
    return views.flatMap((view, place) => {
      const one = byCase.get(view.caseId)
      const before = told.get(view.caseId) ?? null
      const news = one && newsOf(one.fresh, factsTold(one, before), worseAt(station, one))
      if (one === undefined || !news) return []
      const about = aboutOf(snapshot, one)
      const isEnd = news.kind === 'resolved'
      const knows = ({ id }: Contact) => before?.contacts.has(id) ?? false
      const to = isEnd
        ? reachable.filter(knows)
        : contactsFor(about, reachable).filter(
            (contact) =>
              news.kind !== 'worse' ||
              !knows(contact) ||
              isToldWorse(about.rule, audienceOf(contact)),
          )
      return to.map((contact) => {
        const urgency = isEnd ? 'digest' : urgencyOf(about, audienceOf(contact))
        return {
          ...messageOf(view, one, news, contact, communeWords),
          ...{ place, urgency },
          from: momentOf(urgency, readerOf(contact), now, station.config.delivery),
        }
      })
    })
  } finally {
    engine.close()
  }
}

/** What the case rested on when somebody was told of it last; null when nobody was. */
function factsTold({ events }: CaseWithEvents, told: Told | null): string | null {
  if (told === null) return null
  return events.findLast(({ seq, facts }) => seq <= told.seq && facts !== null)?.facts ?? null
}

function messageOf(
  view: AlertView,
  { case_id }: CaseWithEvents,
  { seq }: News,
  contact: Contact,
  communeWords: string,
) {
  const audience = audienceOf(contact)
  const shown = audience === 'province' ? withoutNotes(view) : disclosed(view)
  return {
    of: { case_id, seq },
    contact: contact.id,
    audience,
    subject: alertText(shown, communeWords).headline,
    text: alertLines(shown, communeWords),
    ...entryOf(shown, communeWords),
  }
}

/** A weekend keeps reporters' letters, not those of the province's own roles. */
export function readerOf({ reporter_id }: Pick<Contact, 'reporter_id'>) {
  return { isReporter: reporter_id !== null }
}

function aboutOf(snapshot: Snapshot, { rule, target, unit_id, events }: CaseWithEvents): About {
  const { provinceId, setting, meta } = snapshot
  const level = setting.places.byId(unit_id as UnitId)?.level
  const isProvince = unit_id === provinceId || level === 'province'
  const [, sender] = target.split('/')
  const locals = setting.reporters.filter(
    (reporter) =>
      !isProvince &&
      reporter.unitId === unit_id &&
      isReporterOn(reporter, meta.business_date) &&
      ['police', 'committee'].includes(reporter.kind),
  )
  const { stage, later, strength } = JSON.parse(lastRaised(events)?.facts ?? '{}') as Facts
  return {
    rule: rule as Rule,
    isProvince,
    reporterId: sender ?? null,
    locals: locals.map(({ id }) => id),
    stage: typeof stage === 'number' ? stage : 0,
    later: later === 1,
    strength: strength === 'strong' || strength === 'moderate' ? strength : null,
  }
}
