import type { Period } from '../calendar.ts'
import { addDays, type Day, earliest, latest, quarterOf } from '../calendar.ts'
import { type Random, random } from '../random.ts'
import type { UnitId } from '../terms.ts'
import type { Commune } from '../world/commune.ts'
import type { Exemplar } from '../world/exemplar.ts'
import type { Model } from '../world/model.ts'
import { type Audience, outreachOf } from '../world/outreach.ts'
import type { Row } from './register-row.ts'

/** Biểu 04: the models founded by a day, working or not. */
export function modelRows(
  seed: string,
  models: readonly Model[],
  unitId: UnitId,
  quarter: Period,
  day: Day,
): Row[] {
  return models
    .filter((model) => model.unitId === unitId && model.foundedOn <= day)
    .map((model) =>
      modelRow(random(`${seed}/activity/${model.code}/${quarter.id}`), model, quarter, day),
    )
}

function modelRow(chance: Random, model: Model, quarter: Period, day: Day): Row {
  const works = model.endedOn === null || model.endedOn > day
  const helping = works ? chance.between(1, model.pace + 1) : 0
  const helped = helping + model.pace * (quarterOf(quarter) - 1)
  const idle = model.asleep ? 205 : chance.between(2, 50)
  return {
    model_code: model.code,
    name: model.name,
    kind: model.kind,
    scope: model.scope,
    covers: model.covers.length === 0 ? null : model.covers.map((unit) => unit.id).join('; '),
    decision_no: model.decisionNo,
    founded_on: model.foundedOn,
    status: works ? 'hoat_dong' : model.ending,
    status_on: works ? null : model.endedOn,
    last_activity_on: latest(model.foundedOn, addDays(earliest(day, model.endedOn ?? day), -idle)),
    rating: model.rating,
    members: model.members,
    helping_now: helping,
    helped_ytd: helped,
    jobs_ytd: chance.below(helped + 1),
  }
}

/** Biểu 05: the recognitions made by a day, those of earlier years too. */
export function exemplarRows(exemplars: readonly Exemplar[], unitId: UnitId, day: Day): Row[] {
  return exemplars
    .filter((exemplar) => exemplar.unitId === unitId && exemplar.recognisedOn <= day)
    .map((exemplar) => ({
      exemplar_code: exemplar.code,
      display_name: exemplar.displayName,
      kind: exemplar.kind,
      level: exemplar.level,
      form: exemplar.form,
      decision_no: exemplar.decisionNo,
      recognised_on: exemplar.recognisedOn,
      consent: exemplar.personal ? 'co' : null,
      withdrawn_on:
        exemplar.withdrawnOn !== null && exemplar.withdrawnOn <= day ? exemplar.withdrawnOn : null,
    }))
}

/** Biểu 06: the one row of a committee or an agency. */
export function outreachRow(
  seed: string,
  reporterId: string,
  audience: Audience,
  quarter: Period,
): Row {
  const outreach = outreachOf(
    random(`${seed}/outreach/${reporterId}`),
    audience,
    quarterOf(quarter),
    quarter.kind === 'month' ? quarter.id : undefined,
  )
  return {
    officials_total: outreach.officialsTotal,
    officials_reached: outreach.officialsReached,
    adults_total: outreach.adultsTotal,
    adults_reached: outreach.adultsReached,
    reach_method: outreach.method,
    sessions: outreach.sessions,
    attendances: outreach.attendances,
    broadcasts: outreach.broadcasts,
  }
}

/** Whom a committee answers for: its own officials, and the residents of 18 and over. */
export function audienceOf({ officials, adults }: Commune): Audience {
  return { officials, adults }
}

/** Whom an agency answers for: its own officials. */
export function agencyAudience(seed: string, reporterId: string): Audience {
  return { officials: random(`${seed}/agency/${reporterId}`).between(22, 260), adults: null }
}
