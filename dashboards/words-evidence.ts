import { ALARM, evidenceOf, WARN } from '#models/judgement/evidence.ts'
import { reachOf } from '#models/judgement/power.ts'
import type { Measured } from '#models/measured.ts'
import type { Target } from '#models/plans/target.ts'
import { writePercent } from '#sources/vocabulary/count.ts'
import { count, goalRatio, percent } from './words-figures.ts'

/**
 * What a figure that misses its target rests on, and how far such a test reaches; nothing of a duty, which is counted and not tested.
 *
 * `among`: the place is one of many, and whether its signal stays when all of them are looked at together.
 */
export function evidenceWords(
  target: Target,
  measured: Pick<Measured, 'numerator' | 'denominator'>,
  among: { readonly listed: boolean | null } | null = null,
): readonly string[] {
  const { numerator: x, denominator: n } = measured
  const evidence = target.duty || n === 0 ? null : evidenceOf(target, x, n)
  if (evidence === null) return []
  return [
    `Nếu mức thực là ${percent(...goalRatio(target))}, kết quả như vậy hoặc xấu hơn gặp ngẫu nhiên với xác suất ${exactChanceWords(evidence.adverse)} (kiểm định nhị thức chính xác, một phía; tín hiệu khi không quá ${level(WARN)}, tín hiệu mạnh khi không quá ${level(ALARM)}).`,
    ...(among === null ? [] : [aloneWords(among.listed, evidence.adverse)]),
    ...reachWords(target, n),
  ]
}

function aloneWords(listed: boolean | null, p: number): string {
  const alone =
    'Xác suất này tính riêng cho đơn vị, chưa hiệu chỉnh theo số đơn vị cùng được xem xét.'
  if (listed === null || p > WARN) return alone
  return listed
    ? `${alone} Xem xét đồng thời với các đơn vị cùng cấp, tín hiệu này vẫn được giữ trong danh sách cảnh báo.`
    : `${alone} Xem xét đồng thời với các đơn vị cùng cấp, tín hiệu này chưa đủ mạnh để đưa vào danh sách cảnh báo.`
}

/** The count that it takes, and the power of the test: where nothing is found, little may have been looked for. */
function reachWords(target: Target, n: number): readonly string[] {
  const of = `Với ${count(n)} ${target.indicator.counted}`
  const reach = reachOf(target, n)
  if (reach === null) return [`${of}, không kết quả nào đủ để coi là tín hiệu.`]
  const side = 'below' in target ? 'trở lên' : 'trở xuống'
  return [
    `${of}, kết quả từ ${count(reach.count)} ${side} mới được coi là tín hiệu; khi mức thực từ khoảng ${shareWords(reach.share, 2)} ${side}, khả năng phát hiện mới đạt 80%. Không có tín hiệu chưa phải là căn cứ để kết luận tình hình tốt.`,
  ]
}

/**
 * A probability to two significant digits: `26%`, `1,4%`, `0,014%`.
 *
 * Never 0 % or 100 %, and never what looks like one of the levels that it is held against: 2,49 % stays 2,49 %.
 */
export function exactChanceWords(p: number): string {
  if (p < 1e-6) return 'dưới 0,0001%'
  if (p > 0.999) return 'trên 99,9%'
  const others = [WARN, ALARM, 1].filter((each) => each !== p)
  const digits = [2, 3, 4, 5, 6].find((each) =>
    others.every((one) => shareWords(p, each) !== shareWords(one, each)),
  )
  return shareWords(p, digits ?? 6)
}

const level = (p: number) => shareWords(p, 2)

const PARTS = 1e12

/** A share within 0…1 to so many significant digits, without zeros at the end. */
function shareWords(share: number, digits: number): string {
  let decimals = 0
  for (let top = share * 100; top < 10 ** (digits - 1) && decimals < 10; top *= 10) decimals += 1
  const words = writePercent(Math.round(share * PARTS), PARTS, decimals) as string
  return words.replace(/(,\d*?)0+ %$/, '$1 %').replace(/,? %$/, '%')
}
