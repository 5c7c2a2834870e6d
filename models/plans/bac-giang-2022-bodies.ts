import { agency, committees, nobody, type Paragraph, requested } from './bodies.ts'
import type { Body, Deadline } from './plan.ts'

const secondQuarter = { kind: 'within', window: 'cal:2022-Q2' } as const

/** The sixteen items of III, "Phân công trách nhiệm", one task per paragraph; its deadlines stand in brackets at the end of each. */
export const bodies: readonly Body[] = [
  agency('III.1', 'van-phong-ubnd', 'Văn phòng UBND tỉnh', [
    'Phối hợp với Công an tỉnh tham mưu UBND tỉnh chỉ đạo, kiểm tra, hướng dẫn việc thực hiện Kế hoạch',
  ]),
  agency('III.2', 'cong-an-tinh', 'Công an tỉnh', [
    [
      'Chủ trì tham mưu UBND tỉnh chỉ đạo, theo dõi; hướng dẫn, kiểm tra, đôn đốc việc triển khai thực hiện các nội dung của Đề án trong năm 2022',
      { kind: 'monthly' },
    ],
    regular(
      'Thực hiện các biện pháp bảo đảm tái hòa nhập cộng đồng cho phạm nhân đủ điều kiện được tha tù trước thời hạn, phạm nhân sắp chấp hành xong án phạt tù; hướng dẫn Công an cấp huyện, cấp xã tiếp nhận, quản lý, giám sát, giáo dục, giúp đỡ',
    ),
    [
      'Chủ trì tập huấn nghiệp vụ thi hành án hình sự tại cộng đồng, tái hòa nhập cộng đồng cho Công an cơ sở',
      { kind: 'within', window: 'cal:2022-08', planned: true },
    ],
    [
      'Xây dựng, cấp phát, phổ biến bộ tài liệu cho cán bộ cơ sở tuyên truyền, giáo dục, tư vấn người chấp hành xong án phạt tù',
      secondQuarter,
    ],
    [
      'Tham mưu tổ chức sơ kết, tổng hợp báo cáo tình hình, kết quả triển khai thực hiện Đề án năm 2022',
      { kind: 'within', window: 'cal:2022-12' },
    ],
  ]),
  agency('III.3', 'so-lao-dong-thuong-binh-xa-hoi', 'Sở Lao động - Thương binh và Xã hội', [
    [
      'Phối hợp với Công an tỉnh xây dựng kế hoạch tư vấn, giáo dục nghề nghiệp, giới thiệu, tạo việc làm cho phạm nhân sắp chấp hành xong án phạt tù và người về địa phương',
      secondQuarter,
    ],
    [
      'Chỉ đạo cơ sở giáo dục nghề nghiệp tư vấn học nghề, việc làm; rà soát, tổng hợp nhu cầu và tổ chức giáo dục nghề nghiệp, giới thiệu việc làm',
      secondQuarter,
    ],
    regular(
      'Tham mưu thực hiện chính sách hỗ trợ đào tạo nghề, cho vay ưu đãi; đưa người không có nơi nương tựa vào cơ sở bảo trợ xã hội',
    ),
    [
      'Phối hợp xây dựng văn bản hướng dẫn thực hiện chính sách dạy nghề, giải quyết việc làm, vay vốn',
      secondQuarter,
    ],
    regular(
      'Chỉ đạo, hướng dẫn Phòng Lao động - Thương binh và Xã hội cấp huyện tổ chức dạy nghề, giới thiệu và giải quyết việc làm; giúp đỡ người có hoàn cảnh khó khăn',
    ),
  ]),
  agency('III.4', 'so-thong-tin-truyen-thong', 'Sở Thông tin và Truyền thông', [
    regular(
      'Chỉ đạo báo chí, truyền thông tăng cường tuyên truyền; nhân rộng mô hình, cá nhân điển hình, xóa bỏ định kiến, kỳ thị',
    ),
    [
      'Phối hợp với Công an tỉnh xây dựng tài liệu tuyên truyền, bồi dưỡng kỹ năng tuyên truyền, phổ biến, giáo dục pháp luật',
      secondQuarter,
    ],
  ]),
  agency('III.5', 'so-tu-phap', 'Sở Tư pháp', [
    [
      'Đề xuất sửa đổi, bổ sung văn bản quy phạm pháp luật; góp ý dự thảo nội quy, quy chế, các mô hình tái hòa nhập cộng đồng',
      secondQuarter,
    ],
    regular(
      'Cập nhật kịp thời thông tin lý lịch tư pháp và cấp phiếu lý lịch tư pháp khi có yêu cầu',
    ),
    regular(
      'Tuyên truyền, phổ biến pháp luật để phòng ngừa tái phạm; trợ giúp pháp lý khi có nhu cầu',
    ),
  ]),
  agency('III.6', 'so-noi-vu', 'Sở Nội vụ', [
    regular(
      'Quản lý nhà nước về tổ chức, hoạt động của các Quỹ xã hội, Quỹ từ thiện hỗ trợ tái hòa nhập cộng đồng',
    ),
    regular(
      'Thực hiện chính sách, chế độ đối với lực lượng làm công tác tái hòa nhập cộng đồng ở xã, phường, thị trấn',
    ),
  ]),
  agency('III.7', 'so-tai-chinh', 'Sở Tài chính', [
    'Phối hợp tham mưu UBND tỉnh bố trí kinh phí từ ngân sách địa phương cho các nội dung, nhiệm vụ của Đề án trong năm 2022',
  ]),
  agency('III.8', 'so-nong-nghiep-phat-trien-nong-thon', 'Sở Nông nghiệp và Phát triển nông thôn', [
    regular(
      'Tạo điều kiện thụ hưởng chính sách khuyến nông; dạy nghề cho lao động nông thôn; giúp phát triển mô hình sản xuất',
    ),
  ]),
  agency('III.9', 'thi-hanh-an-dan-su', 'Cục Thi hành án dân sự', [
    regular(
      'Tạo điều kiện thực hiện nghĩa vụ, xác nhận kết quả thi hành án; chỉ đạo lập hồ sơ đề nghị Tòa án xét miễn, giảm nghĩa vụ thi hành án dân sự',
    ),
    regular(
      'Phối hợp động viên người chấp hành xong án phạt tù, thân nhân tiếp tục thực hiện nghĩa vụ thi hành án dân sự',
    ),
  ]),
  agency('III.10', 'ngan-hang-chinh-sach-xa-hoi', 'Ngân hàng Chính sách xã hội tỉnh', [
    [
      'Xây dựng kế hoạch cho người chấp hành xong án phạt tù vay vốn sản xuất, kinh doanh theo diện hộ nghèo; cho vay những nghề có khả năng thu hút nhiều lao động',
      secondQuarter,
    ],
  ]),
  committees('III.11', 'ubnd-huyen-thanh-pho', 'Ủy ban nhân dân các huyện, thành phố', [
    regular(
      'Thực hiện các nhiệm vụ được giao trong Đề án; kiểm tra, đôn đốc việc tiếp nhận, quản lý, giáo dục, giúp đỡ',
    ),
    regular(
      'Chỉ đạo nâng cao chất lượng thông tin, tuyên truyền; trợ giúp về tâm lý, hỗ trợ các thủ tục pháp lý',
    ),
    regular(
      'Tổ chức đào tạo nghề, giới thiệu và giải quyết việc làm, vay vốn; xây dựng, nhân rộng mô hình; nghiên cứu, thành lập Quỹ tại cấp huyện, cấp xã',
    ),
    'Bố trí kinh phí thực hiện các nhiệm vụ của Đề án và các biện pháp bảo đảm tái hòa nhập cộng đồng trong năm 2022',
    [
      'Tổ chức sơ kết, đánh giá kết quả thực hiện Đề án năm 2022; khen thưởng, đề xuất khen thưởng; báo cáo kết quả theo quy định',
      { kind: 'within', window: 'cal:2022-11' },
    ],
  ]),
  requested(
    'III.12',
    'mat-tran-to-quoc',
    'Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội tỉnh',
    [
      'Tuyên truyền, vận động hội viên, đoàn viên, doanh nghiệp giúp đỡ tìm kiếm việc làm',
      'Vận động đóng góp nguồn kinh phí hỗ trợ công tác tái hòa nhập cộng đồng',
      'Nhận tín chấp, ủy thác vay vốn',
    ],
  ),
  requested('III.13', 'vien-kiem-sat', 'Viện kiểm sát nhân dân tỉnh', [
    'Kiểm sát các biện pháp chuẩn bị và bảo đảm tái hòa nhập cộng đồng',
    'Kiểm sát, chỉ đạo Viện kiểm sát nhân dân cấp huyện kiểm sát việc xét miễn, giảm nghĩa vụ thi hành án dân sự',
  ]),
  requested('III.14', 'toa-an', 'Tòa án nhân dân tỉnh', [
    'Xét miễn, giảm trong thi hành án hình sự, dân sự; xóa án tích; xét tha tù trước thời hạn có điều kiện',
  ]),
  nobody(
    'III.15',
    'nguoi-duoc-phan-cong',
    'Tổ chức, cá nhân được giao quản lý, giáo dục, giúp đỡ và gia đình người chấp hành xong án phạt tù',
    [
      regular(
        'Nắm tình hình, tâm tư, nguyện vọng; kịp thời phản ánh với Công an, UBND xã, phường, thị trấn; đôn đốc, nhắc nhở',
      ),
      regular(
        'Quản lý, giáo dục, động viên; giúp thực hiện hình phạt bổ sung, án phí, bồi thường và nghĩa vụ dân sự khác',
      ),
      regular('Phối hợp giúp học tập, tìm việc làm; phát hiện, thông báo biểu hiện vi phạm'),
    ],
  ),
  nobody('III.16', 'co-quan-lien-quan', 'Các sở, ngành, cơ quan, tổ chức có liên quan', [
    regular('Phổ biến, quán triệt nội dung Kế hoạch; chỉ đạo, hướng dẫn phối hợp thực hiện'),
  ]),
]

/** "thực hiện thường xuyên". */
function regular(text: string): Paragraph {
  const deadline: Deadline = { kind: 'regular' }
  return [text, deadline]
}
