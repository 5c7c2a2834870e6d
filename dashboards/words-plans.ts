import type { Plan, Sender } from '#models/plans/plan.ts'

/** What stands in a plan, as the catalogue says it. */
type Words<K extends string> = Readonly<Record<K, string>>

export const familyWords: Words<Plan['windows']['family']> = {
  adm: 'tháng chốt ngày 14 (kỳ báo cáo hành chính; năm từ 15/12 đến 14/12)',
  pol: 'tháng chốt ngày 14 (kỳ báo cáo của ngành Công an; năm từ 15/11 đến 14/11)',
  cal: 'tháng dương lịch',
}

export const windowStatusWords: Words<Plan['windows']['status']> = {
  stated: 'Kế hoạch quy định',
  inferred: 'suy ra',
}

export const standingWords: Words<Plan['bodies'][number]['standing']> = {
  obliged: 'phải báo cáo',
  requested: 'được đề nghị',
}

export const whenWords: Words<NonNullable<Plan['obligations'][number]['when']>> = {
  'as-prescribed': 'theo quy định',
  'when-arising': 'khi có khó khăn, vướng mắc',
  'on-request': 'theo yêu cầu',
  monthly: 'hằng tháng, không nêu ngày',
  yearly: 'hằng năm, không nêu ngày',
  unstated: 'không nêu ngày',
}

export const committeeWords: Words<Plan['committees']> = {
  commune: 'UBND cấp xã',
  district: 'UBND cấp huyện khi còn cấp huyện, sau đó UBND cấp xã',
}

const senderKinds: Readonly<Record<string, string>> = {
  police: 'Công an cấp xã',
  committee: 'UBND',
  agency: 'các sở, ngành, đoàn thể',
  facility: 'các cơ sở giam giữ',
}

/** Who sends, as the plan calls them: `UBND`, `Công an tỉnh`; one whom it does not name keeps its id. */
export function senderWords(sender: Sender, plan?: Pick<Plan, 'bodies' | 'facilities'>): string {
  const [kind = '', slug] = sender.split(':')
  if (slug === undefined) return senderKinds[kind] ?? kind
  const named = kind === 'facility' ? plan?.facilities : plan?.bodies
  return named?.find((each) => each.slug === slug)?.name ?? sender
}
