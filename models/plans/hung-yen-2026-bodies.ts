import { agency, committees, nobody, type Paragraph, requested, tasksOf } from './bodies.ts'
import type { Body, Deadline } from './plan.ts'

/**
 * Whom II.1.5 tells what to assess, in the order of its thirteen paragraphs, and what II.2.2 and IV ask of some of them beside it.
 *
 * The paragraphs bear no mark, so tasks are counted: `II.1.5.6` is the sixth; where one names two bodies each has it, `-1` and `-2`.
 */
export const bodies: readonly Body[] = [
  assessor(
    '1-1',
    'so-van-hoa-the-thao-du-lich',
    'Sở Văn hóa, Thể thao và Du lịch',
    communication(),
  ),
  assessor(
    '1-2',
    'bao-phat-thanh-truyen-hinh',
    'Báo và Phát thanh, Truyền hình tỉnh',
    communication(),
  ),
  more(
    assessor('2-1', 'so-noi-vu', 'Sở Nội vụ', jobs()),
    tasksOf(
      'II.2',
      ['Phối hợp với Công an tỉnh hướng dẫn, lựa chọn, thẩm định và trình khen thưởng'],
      '2.4.1-2',
    ),
  ),
  assessor('2-2', 'so-giao-duc-dao-tao', 'Sở Giáo dục và Đào tạo', jobs()),
  assessor(
    '3',
    'so-tu-phap',
    'Sở Tư pháp',
    'Đánh giá hoạt động của Hội đồng phổ biến, giáo dục pháp luật; cập nhật án tích, cấp phiếu lý lịch tư pháp (trước khi chuyển giao nhiệm vụ về Bộ Công an); góp ý, thẩm định văn bản; tuyên truyền tín dụng',
  ),
  more(
    assessor(
      '4',
      'so-tai-chinh',
      'Sở Tài chính',
      'Đánh giá việc bố trí kinh phí hằng năm, nguồn vốn ngân sách tỉnh ủy thác qua Ngân hàng Chính sách xã hội; cung cấp thông tin đăng ký doanh nghiệp',
    ),
    tasksOf('IV', ['Tham mưu bố trí kinh phí tổ chức tổng kết'], '3'),
  ),
  more(
    assessor(
      '5',
      'cong-an-tinh',
      'Công an tỉnh',
      'Đánh giá kết quả thực hiện nhiệm vụ được giao; hướng dẫn, đôn đốc; phòng, chống tái phạm tội; phối hợp với Ngân hàng Chính sách xã hội; chỉ đạo Công an cấp xã lập danh sách người có nhu cầu, đủ điều kiện vay vốn',
    ),
    tasksOf(
      'II.2',
      [
        [
          'Chủ trì tham mưu UBND tỉnh tổ chức Hội nghị tổng kết',
          { kind: 'before', date: '2026-03-10' },
        ],
        'Phối hợp với Sở Nội vụ, Văn phòng UBND tỉnh hướng dẫn, lựa chọn, thẩm định và trình khen thưởng',
        'Chỉ đạo rà soát, khen thưởng tập thể, cá nhân liên quan có thành tích xuất sắc',
      ],
      '2.3 2.4.1-1 2.4.2-1',
    ),
    tasksOf(
      'IV',
      [
        'Theo dõi, kiểm tra, đôn đốc, hướng dẫn tổ chức tổng kết; tổng hợp kết quả báo cáo UBND tỉnh; lựa chọn điển hình, đề xuất khen thưởng',
      ],
      '2',
    ),
  ),
  more(
    assessor(
      '6',
      'ngan-hang-chinh-sach-xa-hoi',
      'Ngân hàng Chính sách xã hội tỉnh',
      'Đánh giá kết quả triển khai Quyết định số 22/2023/QĐ-TTg; bố trí, huy động, quản lý, sử dụng nguồn vốn; xử lý khó khăn; kết quả cho vay sau 02 năm',
    ),
    tasksOf(
      'II.2',
      ['Chỉ đạo rà soát, khen thưởng tập thể, cá nhân liên quan có thành tích xuất sắc'],
      '2.4.2-2',
    ),
  ),
  assessor(
    '7',
    'bo-chi-huy-quan-su',
    'Bộ Chỉ huy Quân sự tỉnh',
    'Đánh giá công tác thi hành án hình sự, giáo dục, dạy nghề cho phạm nhân là quân nhân; tiếp nhận, giải quyết chính sách; trao đổi thông tin với Công an để rà soát, đề nghị cho vay vốn',
  ),
  asked(
    '8',
    'vien-kiem-sat',
    'Viện kiểm sát nhân dân tỉnh',
    'Báo cáo kết quả công tác phối hợp kiểm tra, giám sát công tác thi hành án hình sự',
  ),
  asked(
    '9',
    'toa-an',
    'Tòa án nhân dân tỉnh',
    'Báo cáo công tác phối hợp liên ngành, chuyển giao bản án, quyết định; theo dõi người được hoãn, tạm đình chỉ, truy nã; xét rút ngắn, giảm, miễn thời gian thử thách, cải tạo không giam giữ, cấm cư trú, quản chế',
  ),
  asked(
    '10',
    'mat-tran-to-quoc',
    'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và tổ chức thành viên',
    'Đánh giá công tác phối hợp kiểm tra, giám sát; lồng ghép hỗ trợ hòa nhập cộng đồng; hiệu quả mô hình ở cơ sở; tuyên truyền, giám sát chính sách tín dụng, cho vay ủy thác',
  ),
  assessor(
    '11',
    'thi-hanh-an-dan-su',
    'Thi hành án dân sự tỉnh',
    'Đánh giá việc thi hành phần dân sự trong bản án hình sự; rà soát, lập hồ sơ xét miễn, giảm; phối hợp với trại giam, trại tạm giam, phân trại tạm giam động viên thực hiện nghĩa vụ',
  ),
  assessor(
    '12',
    'hoi-luat-gia',
    'Hội Luật gia tỉnh',
    'Đánh giá công tác tư vấn pháp luật, hỗ trợ pháp lý cho phạm nhân chuẩn bị tái hòa nhập cộng đồng, người được đặc xá, người được tha tù trước thời hạn có điều kiện và người chấp hành án tại xã, phường',
  ),
  committees(
    'II.1.5',
    'ubnd-xa-phuong',
    'Ủy ban nhân dân cấp xã',
    [
      report(
        'Đánh giá kết quả thực hiện 05 năm Nghị định số 49/2020/NĐ-CP và 02 năm Quyết định số 22/2023/QĐ-TTg trên địa bàn',
      ),
    ],
    '13',
  ),
  nobody(
    'II.2.2',
    'van-phong-ubnd',
    'Văn phòng UBND tỉnh',
    ['Phối hợp với Công an tỉnh hướng dẫn, lựa chọn, thẩm định và trình khen thưởng'],
    '4.1-3',
  ),
  nobody('II.2', 'co-quan-lien-quan', 'Các sở, ban, ngành, đoàn thể khác của tỉnh', [
    report('Tổ chức tổng kết 05 năm, sơ kết 02 năm; hình thức do đơn vị tự quyết định'),
  ]),
]

function communication(): string {
  return 'Đánh giá công tác thông tin, tuyên truyền; tuyên truyền, biểu dương, nhân rộng mô hình, cá nhân điển hình; phối hợp tuyên truyền chính sách tín dụng đến cơ sở'
}

function jobs(): string {
  return 'Đánh giá việc thực hiện chính sách đào tạo nghề, vay vốn, giới thiệu việc làm; khuyến khích doanh nghiệp tiếp nhận; đào tạo, cấp chứng chỉ nghề trong trại tạm giam; hướng dẫn vay vốn để học tập'
}

function assessor(mark: string, slug: string, name: string, text: string): Body {
  return agency('II.1.5', slug, name, [report(text)], mark)
}

function asked(mark: string, slug: string, name: string, text: string): Body {
  return requested('II.1.5', slug, name, [report(text)], mark)
}

/** What is assessed goes into the report, which is due before 28/2/2026 (II.2.1, IV.1). */
function report(text: string): Paragraph {
  const deadline: Deadline = { kind: 'before', date: '2026-02-28' }
  return [text, deadline]
}

/** The body with its tasks under other clauses. */
function more(body: Body, ...others: readonly Body['tasks'][]): Body {
  return { ...body, tasks: [...body.tasks, ...others.flat()] }
}
