/** What several submissions together show, in words of an officer; never who it is about. */
const SENTENCES: Readonly<Record<string, (other: string | null) => string>> = Object.freeze({
  'overlapping-stays': (other) =>
    `Người ở dòng này đồng thời có tên, chưa kết thúc quản lý trong danh sách của ${other ?? 'đơn vị khác'}; đề nghị hai đơn vị thống nhất nơi cư trú, ghi ngày kết thúc quản lý (chuyển đi).`,
  'noticed-not-registered': () =>
    'Cơ sở giam giữ đã thông báo người này về cư trú nhưng chưa có tên trong danh sách của xã, phường nào; đề nghị xác minh, tiếp nhận hoặc ghi kết quả xác minh.',
  vanished: () =>
    'Người ở dòng này có tên trong danh sách kỳ này nhưng không còn trong danh sách kỳ sau và không ghi lý do kết thúc quản lý; đề nghị bổ sung.',
  'same-revision': () =>
    'Có tệp khác của đơn vị ghi cùng kỳ, cùng “Lần gửi” với biểu này; số liệu lấy theo tệp nhận sau. Nếu chưa đúng, đề nghị tăng “Lần gửi” thêm 1 và gửi lại.',
  'identity-disputed': () =>
    'Số giấy tờ cũ hoặc số hồ sơ ở dòng này đang gắn với hai số định danh cá nhân khác nhau; đề nghị kiểm tra lại.',
})

/** One sentence for a problem of context; the known codes are listed when it is none of them. */
export function contextProblemWords(code: string, other: string | null): string {
  const sentence = SENTENCES[code]
  if (sentence === undefined) {
    throw new RangeError(
      `'${code}' is no context problem; known are ${Object.keys(SENTENCES).join(', ')}`,
    )
  }
  return sentence(other)
}
