import { describe, expect, it, test } from 'vitest'
import type { Rule } from '#models/alerting/condition.ts'
import { type About, audienceOf, contactsFor, urgencyOf } from '#pipelines/delivery/audience.ts'
import { newsOf } from '#pipelines/delivery/news.ts'
import type { Contact } from '#pipelines/ledger/contacts.ts'
import type { AlertEvent, AlertEventKind } from '#pipelines/ledger/schema.ts'

const people = {
  analyst: null,
  leadership: null,
  ministry: null,
  operator: null,
  'police:07210': '',
  'committee:07210': '',
  'police:07213': '',
  'agency:so-tu-phap': '',
}

const contacts: readonly Contact[] = Object.entries(people).map(([who, reporter], n) => ({
  ...{ id: n + 1, channel: 'email', address: `${n}@vi-du.vn` },
  ...{ valid_from: '2026-01-01', valid_to: null },
  reporter_id: reporter === null ? null : who,
  role: reporter === null ? who : null,
}))

const commune: About = {
  ...{ rule: 'missed', isProvince: false, reporterId: null, stage: 0, strength: null },
  later: false,
  locals: ['police:07210', 'committee:07210'],
}
const province = { isProvince: true, locals: [] }
const ofPolice = { reporterId: 'police:07210', locals: ['police:07210', 'committee:07210'] }
const ofAgency = { reporterId: 'agency:so-tu-phap', isProvince: true, locals: [] }

const told = (rule: Rule, about: Partial<About>) =>
  contactsFor({ ...commune, ...about, rule }, contacts).map((one) => one.reporter_id ?? one.role)

const both = ['police:07210', 'committee:07210']

describe('of', () => {
  it.each<[string, Rule, Partial<About>, readonly string[]]>([
    ['a commune that missed', 'missed', {}, ['analyst', 'leadership', ...both]],
    ['a province that missed', 'missed', province, ['analyst', 'leadership', 'ministry']],
    ['a signal in a commune', 'signal', {}, ['analyst', ...both]],
    ['a signal in the province', 'signal', province, ['analyst', 'leadership']],
    ['few in a commune', 'off', {}, ['analyst', ...both]],
    ['few in the province', 'off', province, ['analyst', 'leadership']],
    ['a poor outlook of a commune', 'outlook', {}, ['analyst', ...both]],
    ['a poor outlook of the province', 'outlook', province, ['analyst', 'leadership', 'ministry']],
    ['a report soon due', 'due-soon', ofPolice, ['analyst', 'police:07210']],
    ['an overdue report', 'overdue', { ...ofPolice, stage: 2 }, ['analyst', 'police:07210']],
    [
      'an overdue report reminded of thrice',
      'overdue',
      { ...ofPolice, stage: 3 },
      ['analyst', 'leadership', 'police:07210'],
    ],
    [
      'an overdue report of which a later one tells',
      'overdue',
      { ...ofPolice, stage: 3, later: true },
      ['analyst', 'police:07210'],
    ],
    ['an agency that is overdue', 'overdue', ofAgency, ['analyst', 'agency:so-tu-phap']],
    ['a body that is only asked', 'reminder-requested', ofAgency, ['analyst', 'agency:so-tu-phap']],
    ['a province without figures', 'incomplete', province, ['analyst']],
    ['data of a commune that cannot be', 'suspect', {}, ['analyst', ...both]],
    ['what was issued', 'restated', province, ['analyst', 'leadership']],
  ])('%s are told', (_, rule, about, whom) => {
    expect(told(rule, about)).toEqual(whom)
  })
})

test('what cannot wait leaves at once', () => {
  const urgency = (rule: Rule, about: Partial<About> = {}) =>
    urgencyOf({ ...commune, ...about, rule })
  expect(urgency('missed')).toBe('now')
  expect(urgency('signal', { strength: 'strong' })).toBe('now')
  expect(urgency('signal', { strength: 'moderate' })).toBe('digest')
  expect(urgency('overdue', { stage: 1 })).toBe('digest')
  expect(urgency('overdue', { stage: 2 })).toBe('now')
  expect(urgency('overdue', { stage: 3, later: true })).toBe('digest')
  expect(urgency('reminder-requested', { stage: 5 })).toBe('digest')
})

test('only analyst and leadership read with the eyes of the province', () => {
  expect(contacts.map(audienceOf)).toEqual([
    ...['province', 'province', 'ministry', 'operator'],
    ...['reporter', 'reporter', 'reporter', 'reporter'],
  ])
})

const event = (seq: number, kind: AlertEventKind): AlertEvent => ({
  ...{ case_id: 'c', seq, kind, evidence_hash: String(seq), generation: 1, at: '' },
  ...{ actor: '', cause: null, note: null, window_id: null, facts: `facts ${seq}` },
})

test('news are what opens, reopens and ends a case, and evidence that is worse than what was told last', () => {
  const worse = (before: string, after: string) => after > before
  const news = (told: string | null, ...events: readonly AlertEvent[]) =>
    newsOf(events, told, worse)
  expect(news(null, event(1, 'opened'))).toEqual({ seq: 1, kind: 'raised' })
  expect(news('facts 1', event(4, 'reopened'), event(5, 'acked'))).toEqual({
    seq: 4,
    kind: 'raised',
  })
  expect(news(null, event(2, 'opened'), event(3, 'resolved'))).toEqual({ seq: 3, kind: 'resolved' })
  expect(news('facts 1', event(2, 'acked'), event(3, 'explained'))).toBeNull()
  expect(news('facts 1', event(2, 'evidence'))).toEqual({ seq: 2, kind: 'raised' })
  expect(news('facts 3', event(2, 'evidence'))).toBeNull()
  expect(news(null, event(2, 'evidence'))).toEqual({ seq: 2, kind: 'raised' })
})
