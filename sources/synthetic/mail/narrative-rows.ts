import { formById } from '#sources/forms/index.ts'
import { type Random, random } from '../random.ts'
import type { Row } from './register-row.ts'
import type { Sending } from './sending.ts'

/** Biểu 13: the outline of a report, the plan's own where it has one, a paragraph or two under each of its sections. */
export function narrativeRows(
  seed: string,
  { reporter, window }: Sending,
  sections?: readonly Row[],
): Row[] {
  const outline = sections ?? formById('narrative')?.preset?.rows ?? []
  return outline.map((row) => {
    const section = String(row['section'])
    const chance = random(`${seed}/narrative/${reporter.id}/${window.id}/${section}`)
    const [first, ...others] = chance.shuffled(PARAGRAPHS[section] ?? GENERAL)
    const second = chance.chance(40) ? others.slice(0, 1) : []
    return {
      ...row,
      text: [first, ...second].join('\n'),
      attachment: attachmentOf(chance, section),
    }
  })
}

/** Under sections that a plan names itself. */
const GENERAL = [
  'Trong kỳ không phát sinh nội dung cần báo cáo.',
  'Đã tổ chức thực hiện theo chức năng, nhiệm vụ; kết quả cụ thể nêu tại phụ lục kèm theo.',
  'Nội dung này được triển khai hằng năm, cơ bản đáp ứng yêu cầu; một số việc còn chậm do thiếu kinh phí.',
]

function attachmentOf(chance: Random, section: string): string | null {
  return section === 'II' && chance.chance(50) ? 'Phụ lục 1 - Số liệu tổng hợp' : null
}

const PARAGRAPHS: Readonly<Record<string, readonly string[]>> = {
  I: [
    'Đã quán triệt Kế hoạch đến toàn thể cán bộ, công chức; phân công lãnh đạo phụ trách và giao nhiệm vụ cho từng bộ phận.',
    'Ban hành văn bản chỉ đạo, hướng dẫn thực hiện; lồng ghép nội dung tái hòa nhập cộng đồng vào chương trình công tác năm.',
  ],
  II: [
    'Các nhiệm vụ được giao trong kỳ cơ bản thực hiện đúng tiến độ; công tác phối hợp giữa các ngành, đoàn thể được duy trì.',
    'Kết quả thực hiện được nêu cụ thể ở các mục dưới đây; số liệu chi tiết tại các biểu kèm theo.',
  ],
  'II.1': [
    'Tổ chức tuyên truyền tại hội nghị, trên hệ thống truyền thanh và trang thông tin điện tử; nội dung tập trung vào việc xóa bỏ kỳ thị.',
    'Cấp phát tờ rơi đến các thôn, tổ dân phố; lồng ghép nội dung vào sinh hoạt của các đoàn thể.',
  ],
  'II.2': [
    'Người chấp hành xong án phạt tù về cư trú được tiếp nhận, lập hồ sơ và phân công tổ chức, cá nhân quản lý, giáo dục, giúp đỡ.',
    'Rà soát, cập nhật danh sách; phối hợp xác minh các trường hợp chưa trình diện.',
  ],
  'II.3': [
    'Thực hiện tư vấn tâm lý khi tiếp nhận; hướng dẫn thủ tục cấp căn cước, đăng ký cư trú và các giấy tờ cá nhân còn thiếu.',
    'Phối hợp với cơ quan tư pháp trợ giúp pháp lý cho các trường hợp có nhu cầu.',
  ],
  'II.4': [
    'Cung cấp thông tin, giới thiệu việc làm tại các cơ sở sản xuất trên địa bàn; vận động doanh nghiệp tiếp nhận lao động.',
    'Giới thiệu người có nhu cầu đến các lớp đào tạo, bồi dưỡng nghề ngắn hạn.',
  ],
  'II.5': [
    'Tuyên truyền chính sách tín dụng theo Quyết định số 22/2023/QĐ-TTg; hướng dẫn lập hồ sơ vay vốn cho người đủ điều kiện.',
    'Rà soát nhu cầu vay vốn, lập danh sách gửi Ngân hàng Chính sách xã hội.',
  ],
  'II.6': [
    'Duy trì hoạt động của các mô hình hiện có; rà soát, đánh giá để nhân rộng mô hình có hiệu quả.',
    'Đề nghị biểu dương các tập thể, cá nhân có thành tích trong công tác giúp đỡ người lầm lỗi.',
  ],
  'II.7': [
    'Kinh phí bảo đảm từ nguồn chi thường xuyên; đang vận động nguồn xã hội hóa.',
    'Kinh phí được bố trí theo dự toán giao đầu năm.',
  ],
  III: [
    'Một bộ phận người dân còn tâm lý e ngại; số doanh nghiệp nhận người chấp hành xong án phạt tù vào làm việc chưa nhiều.',
    'Cán bộ theo dõi kiêm nhiệm nhiều việc; kinh phí còn hạn chế.',
  ],
  IV: [
    'Tiếp tục thực hiện các nhiệm vụ theo Kế hoạch; chú trọng giới thiệu việc làm và củng cố mô hình.',
    'Tăng cường kiểm tra, đôn đốc; kịp thời tháo gỡ khó khăn ở cơ sở.',
  ],
  V: [
    'Đề nghị tổ chức tập huấn nghiệp vụ cho cán bộ làm công tác tái hòa nhập cộng đồng.',
    'Không có kiến nghị.',
  ],
}
