import type { Parameters } from '#models/indicators/indicator.ts'
import { capital } from './words-figures.ts'

/** What a figure's parameters mean: `tính từ khi khởi tố bị can`; with the indicator's id where that decides. */
export function parameterWords(parameters: Parameters, indicator = ''): string {
  const words = Object.entries(parameters)
    .filter(moves)
    .map(([name, value]) => meaningOf(name, value, indicator) ?? `${name} = ${value}`)
  return capital(words.join('; '))
}

/** What one choice means; undefined for one that no indicator offers. */
export function meaningOf(name: string, value: string, indicator = ''): string | undefined {
  const choice = `${name}=${value}`
  return meanings[`${indicator} ${choice}`] ?? meanings[choice]
}

/** Of districts all count, whoever lives in their communes. */
function moves(
  [name]: readonly [string, string],
  _at: number,
  all: readonly (readonly [string, string])[],
) {
  return name !== 'communes' || !all.some(([of, value]) => of === 'level' && value === 'district')
}

const meanings: Readonly<Record<string, string>> = {
  'basis=register': 'theo danh sách từng người',
  'basis=tally': 'theo số liệu tổng hợp do UBND ký',
  'communes=all': 'tính trên toàn bộ xã, phường',
  'communes=with-residents': 'chỉ tính xã, phường có người chấp hành xong án phạt tù cư trú',
  'facilities=trai-tam-giam': 'chỉ Trại tạm giam Công an tỉnh',
  'facility=all': 'mọi cơ sở giam giữ của tỉnh',
  'facility=trai-tam-giam': 'chỉ Trại tạm giam Công an tỉnh',
  'kind=legal': 'tư vấn, trợ giúp về pháp lý',
  'kind=psychological': 'tư vấn, trợ giúp về tâm lý',
  'level=commune': 'tính theo xã, phường',
  'level=district': 'tính theo huyện, thị xã, thành phố',
  'notices=release-notice': 'mẫu số theo thông báo của cơ sở giam giữ',
  'notices=returnee-register': 'mẫu số theo danh sách của chính xã, phường',
  'of=all': 'tính trên tất cả người về cư trú',
  'of=in-need': 'tính trên người có nhu cầu, còn thiếu; chưa rà soát tính là có',
  'of=rated': 'tính trên người đã được xếp loại',
  'of=returned': 'tính trên người mới ra trại về cư trú trong kỳ',
  'of=stock': 'tính trên người đang quản lý vào ngày cuối kỳ',
  'lawful-conduct-share of=all': 'tính trên tất cả người đang quản lý vào ngày cuối kỳ',
  'population=both': 'tính cả người chấp hành án hình sự tại cộng đồng',
  'population=managed': 'mẫu số là người được quản lý trong kỳ',
  'population=returned': 'mẫu số là người về cư trú trong kỳ',
  'population=returnee': 'chỉ tính người chấp hành xong án phạt tù',
  'rating=tieu_bieu': 'mô hình xếp loại tiêu biểu',
  'reach=reported': 'theo số người do đơn vị báo cáo, tự ước tính',
  'schedule=clause': 'theo thời hạn của Kế hoạch',
  'schedule=collection': 'theo lịch thu thập của Công an tỉnh',
  'schedule=directive': 'theo hướng dẫn của Công an tỉnh',
  'schedule=plan': 'theo thời hạn của Kế hoạch',
  'stage=convicted': 'tính khi bản án có hiệu lực',
  'stage=detected': 'tính từ khi phát hiện',
  'stage=prosecuted': 'tính từ khi khởi tố bị can',
  'threshold=10': 'xã, phường có từ 10 người trở lên',
  'windows=adm': 'tháng chốt ngày 14, năm từ 15/12 năm trước đến 14/12',
  'windows=pol': 'tháng chốt ngày 14, năm từ 15/11 năm trước đến 14/11',
  'who=plan': 'đối tượng theo Kế hoạch',
  'who=tt10':
    'đối tượng theo Thông tư 10/2024/TT-BCA, không tính người còn trong thời gian thử thách',
}
