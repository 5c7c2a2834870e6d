import { disclosed, withoutNote } from '#dashboards/alerts/disclosed.ts'
import { alertLines, alertText } from '#dashboards/alerts/text.ts'
import type { AlertView } from '#dashboards/views.ts'
import type { Rule } from '#models/alerting/condition.ts'
import { dayOf } from '#sources/vocabulary/date.ts'
import { isReporterOn } from '#sources/vocabulary/reporter.ts'
import type { UnitId } from '#sources/vocabulary/unit.ts'
import { alertCases, caseId } from '../ledger/alerts.ts'
import { type Contact, contacts } from '../ledger/contacts.ts'
import {
  contactsTold,
  enterMessages,
  type NewMessage,
  type Noticed,
  noticedEvents,
  outboxCounts,
} from '../ledger/outbox.ts'
import type { AlertEvent } from '../ledger/schema.ts'
import { alertViews } from '../publish/alerts.ts'
import { editionOf } from '../publish/edition.ts'
import { type Snapshot, snapshotOf } from '../publish/snapshot.ts'
import { businessDateOf, type Station } from '../station.ts'
import type { Built } from '../steps/measure.ts'
import { warehouse } from '../warehouse/dialect.ts'
import { openReadOnly } from '../warehouse/engine.ts'
import { type About, audienceOf, contactsFor, urgencyOf } from './audience.ts'
import { momentOf } from './moment.ts'
import { type News, newsOf, type Weight } from './news.ts'
import { waysOf } from './ways.ts'

/** How many messages were queued now, and how many wait in all. */
export interface Queued {
  readonly queued: number
  readonly waiting: number
}

type Case = Awaited<ReturnType<typeof alertCases>>[number]
type Undecided = Case & { readonly fresh: readonly AlertEvent[] }

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
  const { decided, told } = await noticedEvents(db)
  const undecided = (await alertCases(db)).flatMap((one) => {
    const fresh = one.events.filter(({ case_id, seq }) => !decided.has(`${case_id} ${seq}`))
    return fresh.length === 0 ? [] : [{ ...one, fresh }]
  })
  const queued = undecided.length === 0 ? 0 : await decide(station, built, undecided, told)
  const { waiting } = await outboxCounts(db, dayOf(station.clock()))
  return { queued, waiting }
}

async function decide(
  station: Station,
  built: Pick<Built, 'file' | 'resultHash'>,
  undecided: readonly Undecided[],
  told: ReadonlyMap<string, string>,
): Promise<number> {
  const reachable = await reachableContacts(station)
  const now = station.clock()
  const { messages, facts } =
    reachable.length === 0
      ? { messages: [], facts: new Map<string, string>() }
      : await messagesFor(station, built, undecided, reachable, told, now)
  const noticed: Noticed[] = undecided.flatMap(({ case_id, fresh }) =>
    fresh.map(({ seq }) => ({ case_id, seq, facts: facts.get(`${case_id} ${seq}`) ?? null })),
  )
  return enterMessages(station.ledger.db, messages, noticed, now)
}

async function reachableContacts(station: Station): Promise<readonly Contact[]> {
  const ways = waysOf(station.config, station.site, station.clock)
  const all = await contacts(station.ledger.db, businessDateOf(station))
  return all.filter(({ channel }) => Object.hasOwn(ways, channel))
}

/** The messages, and by event what the case rested on where one of them tells of it. */
async function messagesFor(
  station: Station,
  { file, resultHash }: Pick<Built, 'file' | 'resultHash'>,
  undecided: readonly Undecided[],
  reachable: readonly Contact[],
  told: ReadonlyMap<string, string>,
  now: Date,
): Promise<{ readonly messages: readonly NewMessage[]; readonly facts: Map<string, string> }> {
  const engine = await openReadOnly(file)
  try {
    const { db } = station.ledger
    const snapshot = await snapshotOf(warehouse(engine), station)
    const { communeWords } = await editionOf(snapshot, { file, resultHash })
    const conditions = await snapshot.db.selectFrom('condition').selectAll().execute()
    const factsNow = new Map(conditions.map((one) => [caseId(one), one.facts]))
    const before = await contactsTold(db)
    const byCase = new Map(undecided.map((one) => [one.case_id, one]))
    const messages: NewMessage[] = []
    const facts = new Map<string, string>()
    for (const [place, view] of (await alertViews(snapshot, db)).entries()) {
      const one = byCase.get(view.caseId)
      if (one === undefined) continue
      const resting = factsNow.get(one.case_id) ?? '{}'
      const news = newsOf(one.fresh, weightOf(resting), weightBefore(told.get(one.case_id)))
      if (news === null) continue
      const about = aboutOf(snapshot, one, weightOf(resting))
      const knew = before.get(one.case_id) ?? new Set<number>()
      const to =
        news.kind === 'resolved'
          ? reachable.filter(({ id }) => knew.has(id))
          : contactsFor(about, reachable)
      const urgency = news.kind === 'resolved' ? 'digest' : urgencyOf(about)
      messages.push(
        ...to.map((contact) => ({
          ...messageOf(view, one, news, contact, communeWords),
          ...{ place, urgency },
          from: momentOf(urgency, readerOf(contact), now, station.config.delivery),
        })),
      )
      if (to.length > 0) facts.set(`${one.case_id} ${news.seq}`, resting)
    }
    return { messages, facts }
  } finally {
    engine.close()
  }
}

function messageOf(
  view: AlertView,
  { case_id }: Case,
  { seq }: News,
  contact: Contact,
  communeWords: string,
) {
  const audience = audienceOf(contact)
  const shown = audience === 'province' ? withoutNote(view) : disclosed(view)
  return {
    of: { case_id, seq },
    contact: contact.id,
    audience,
    subject: alertText(shown, communeWords).headline,
    text: alertLines(shown, communeWords),
  }
}

/** A weekend keeps reporters' letters, not those of the province's own roles. */
export function readerOf({ reporter_id }: Pick<Contact, 'reporter_id'>) {
  return { isReporter: reporter_id !== null }
}

function aboutOf(snapshot: Snapshot, { rule, target, unit_id }: Case, weight: Weight): About {
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
  return {
    rule: rule as Rule,
    isProvince,
    reporterId: sender ?? null,
    locals: locals.map(({ id }) => id),
    stage: weight.stage ?? 0,
    strength: weight.strength ?? null,
  }
}

function weightOf(facts: string): Weight {
  return JSON.parse(facts) as Weight
}

function weightBefore(facts: string | undefined): Weight | null {
  return facts === undefined ? null : weightOf(facts)
}
