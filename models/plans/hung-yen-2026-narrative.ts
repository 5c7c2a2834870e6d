import { decision22, decree49 } from './hung-yen-2026-reporting.ts'
import type { Outline, Section } from './plan.ts'

const common: readonly Section[] = [
  { section: 'II.1.1', title: 'Công tác quán triệt, triển khai' },
  ...counted('II.1.2.a', decree49, [
    'Tham mưu, đề xuất chỉ đạo, hướng dẫn; xây dựng, hoàn thiện văn bản quy phạm pháp luật',
    'Tuyên truyền, phổ biến, hướng dẫn nâng cao nhận thức, trách nhiệm',
    'Kết quả thực hiện nguyên tắc, nội dung, hình thức, trình tự, thủ tục, thẩm quyền; chế độ chính sách; kinh phí',
    'Chỉ đạo, hướng dẫn, kiểm tra việc xây dựng và hoạt động của các mô hình',
    'Phối hợp liên ngành với lực lượng Công an',
    'Sơ kết, tổng kết, động viên, khen thưởng',
  ]),
  ...counted('II.1.2.b', decision22, [
    'Tham mưu xây dựng văn bản chỉ đạo, hướng dẫn, quy chế phối hợp',
    'Tuyên truyền, phổ biến, quán triệt, tập huấn',
    'Hướng dẫn, kiểm tra, đôn đốc và phối hợp',
  ]),
  {
    section: 'II.1.3',
    title:
      'Khó khăn, vướng mắc; ưu điểm, tồn tại, hạn chế, nguyên nhân, bài học kinh nghiệm; kiến nghị, đề xuất',
  },
  { section: 'II.1.4', title: 'Phương hướng, nhiệm vụ, giải pháp' },
]

const media = 'Thông tin, tuyên truyền; nhân rộng mô hình, cá nhân điển hình; chính sách tín dụng'
const jobs =
  'Đào tạo nghề, hỗ trợ vay vốn, giới thiệu việc làm; khuyến khích doanh nghiệp; đào tạo nghề trong trại tạm giam; vay vốn học tập'

/**
 * The sections of a review report: II.1.1 to II.1.4 for everyone, II.1.5 for each body what it is told to assess.
 *
 * The paragraphs of II.1.2 bear no mark, so they are counted: `II.1.2.a.3`. The Đề cương that II.1.5 cites is not in the text; when it
 * comes, its sections take the place of these.
 */
export const narrative: Outline = {
  sections: {
    all: common,
    'so-van-hoa-the-thao-du-lich': own(media),
    'bao-phat-thanh-truyen-hinh': own(media),
    'so-noi-vu': own(jobs),
    'so-giao-duc-dao-tao': own(jobs),
    'so-tu-phap': own(
      'Phổ biến, giáo dục pháp luật; án tích, phiếu lý lịch tư pháp (trước khi chuyển giao nhiệm vụ về Bộ Công an); góp ý, thẩm định văn bản',
    ),
    'so-tai-chinh': own(
      'Kinh phí hằng năm; vốn ngân sách tỉnh ủy thác; thông tin đăng ký doanh nghiệp',
    ),
    'cong-an-tinh': own(
      'Nhiệm vụ được giao; phòng, chống tái phạm tội; phối hợp với Ngân hàng Chính sách xã hội; danh sách người có nhu cầu, đủ điều kiện vay vốn',
    ),
    'ngan-hang-chinh-sach-xa-hoi': own(
      'Triển khai Quyết định số 22/2023/QĐ-TTg; nguồn vốn; khó khăn, vướng mắc; kết quả cho vay sau 02 năm',
    ),
    'bo-chi-huy-quan-su': own(
      'Phạm nhân là quân nhân; tiếp nhận, giải quyết chính sách; trao đổi thông tin để đề nghị cho vay vốn',
    ),
    'vien-kiem-sat': own('Phối hợp kiểm tra, giám sát công tác thi hành án hình sự'),
    'toa-an': own(
      'Phối hợp liên ngành; chuyển giao bản án, quyết định; hoãn, tạm đình chỉ, truy nã; rút ngắn, giảm, miễn',
    ),
    'mat-tran-to-quoc': own(
      'Phối hợp kiểm tra, giám sát; hoạt động của đoàn, hội các cấp; hiệu quả mô hình; chính sách tín dụng, cho vay ủy thác',
    ),
    'thi-hanh-an-dan-su': own(
      'Thi hành phần dân sự; xét miễn, giảm nghĩa vụ; phối hợp với trại giam, trại tạm giam, phân trại tạm giam',
    ),
    'hoi-luat-gia': own('Tư vấn pháp luật, hỗ trợ pháp lý'),
    'ubnd-xa-phuong': own(
      'Kết quả thực hiện Nghị định số 49/2020/NĐ-CP và Quyết định số 22/2023/QĐ-TTg trên địa bàn',
    ),
  },
}

function own(title: string): readonly Section[] {
  return [{ section: 'II.1.5', title }]
}

function counted(clause: string, review: string, titles: readonly string[]): readonly Section[] {
  return titles.map((title, at) => ({ section: `${clause}.${at + 1}`, title, review }))
}
