import { type Random, random } from '../random.ts'
import type { PlanFacts, Value } from '../terms.ts'
import { fullName, type Sex } from '../world/names.ts'
import type { Sending } from './sending.ts'
import { type Slip, sheetSlip } from './slip.ts'

/** Who answers for a reporter's workbooks: invented, the same in every window. */
export interface Desk {
  readonly signer: string
  readonly signerTitle: string
  readonly preparer: string
  readonly phone: string
}

const TITLES = {
  police: 'Trưởng Công an',
  committee: 'Chủ tịch',
  agency: 'Giám đốc',
  facility: 'Giám thị',
} as const

/** What the officer fills in on the cover; the template knows the rest. */
export function coverOf(seed: string, sending: Sending): Readonly<Record<string, Value>> {
  const { reporter, window, revision, nth, dataTo, arrivedOn } = sending
  const desk = deskOf(seed, sending)
  const body = BODIES[reporter.id]
  const number = random(`${seed}/document/${reporter.id}/${window.id}/${nth}`).between(14, 640)
  const initials = { police: 'CAX', committee: 'UBND', agency: 'SN', facility: 'TTG' }[
    reporter.kind
  ]
  const signed = window.kind !== 'month'
  return {
    ...(body === undefined ? {} : { reporting_body: body }),
    data_to: dataTo,
    revision_no: revision,
    revision_reason: revision > 1 ? 'Bổ sung, đính chính số liệu lần gửi trước' : null,
    document_no: signed ? `${number}/BC-${initials}` : null,
    document_date: signed ? arrivedOn : null,
    signer_name: signed ? desk.signer : null,
    signer_title: signed ? desk.signerTitle : null,
    prepared_by: desk.preparer,
    phone: desk.phone,
  }
}

/** One thing wrong on the cover, for which the whole file is sent back; where the plan bears no number, nobody can name another's. */
export function coverSlip(chance: Random, { window }: Sending, plan: PlanFacts): Slip {
  return chance.pick([
    sheetSlip('cover', 'data_to', 'data-to-outside-window', 'file', { data_to: window.to }),
    sheetSlip('cover', 'prepared_by', 'cover-field-missing', 'file', { prepared_by: null }),
    sheetSlip('cover', 'plan_ref', 'wrong-plan', 'file', {
      plan_ref: plan.number === '' ? '951/QĐ-UBND' : '951/KH-UBND',
    }),
    sheetSlip('cover', null, 'secret', 'file', { secrecy: 'mat' }),
  ])
}

/** The people behind a reporter. */
export function deskOf(seed: string, { reporter }: Pick<Sending, 'reporter'>): Desk {
  const chance = random(`${seed}/desk/${reporter.id}`)
  return {
    signer: someone(chance.stream('signer')),
    signerTitle: TITLES[reporter.kind],
    preparer: someone(chance.stream('preparer')),
    phone: `02043${chance.between(100_000, 999_999)}`,
  }
}

const BODIES: Readonly<Record<string, string>> = {
  'agency:cong-an-tinh': 'cong_an_tinh',
  'agency:thi-hanh-an-dan-su': 'thads',
  'agency:ngan-hang-chinh-sach-xa-hoi': 'nhcsxh',
  'agency:mat-tran-to-quoc': 'mttq',
  'agency:vien-kiem-sat': 'khac',
  'agency:toa-an': 'khac',
}

function someone(chance: Random): string {
  const sex: Sex = chance.chance(60) ? 'nam' : 'nu'
  return fullName(chance, sex)
}
