import { agency, committees, requested } from './bodies.ts'
import type { Body } from './plan.ts'

/**
 * The nine items of II, "Nội dung thực hiện và phân công trách nhiệm", one task per letter, and the bank.
 *
 * No item charges the bank: three of them (II.3.b, II.4.a, II.9.b) only work with it. It is named because it alone knows the loans, and
 * stands as asked, not obliged.
 */
export const bodies: readonly Body[] = [
  agency(
    'II.1',
    'cong-an-tinh',
    'Công an thành phố',
    [
      'Tham mưu Chủ tịch UBND thành phố chỉ đạo các sở, ban, ngành, địa phương',
      'Chỉ đạo các Phòng nghiệp vụ phối hợp thực hiện; hướng dẫn, xây dựng, nhân rộng mô hình, cá nhân điển hình',
      'Chỉ đạo Công an quận, huyện tham mưu tiếp nhận, phân công, quản lý, giám sát, giáo dục, giúp đỡ; hướng dẫn tiếp nhận hồ sơ, trao đổi thông tin với các cơ sở giam giữ; xây dựng mô hình điển hình',
      'Chỉ đạo Trại tạm giam, Nhà tạm giữ tạo điều kiện cho Cơ quan Thi hành án dân sự làm việc; động viên người phải thi hành án thực hiện nghĩa vụ',
      'Phối hợp tuyên truyền, phổ biến, giáo dục pháp luật; kiểm tra, hướng dẫn việc chấp hành pháp luật',
      'Phối hợp kiểm tra, giám sát, kịp thời chấn chỉnh tồn tại, hạn chế, thiếu sót, vi phạm',
      'Tập huấn cho lực lượng làm công tác ở Công an các đơn vị, địa phương và UBND xã, phường, thị trấn',
      'Đảm bảo kinh phí do Bộ Công an cấp; hướng dẫn lập dự toán, thanh quyết toán kinh phí thường xuyên, hằng năm',
      'Ứng dụng cơ sở dữ liệu và phần mềm quản lý đối tượng, báo cáo, thống kê',
      'Đề xuất sơ kết, tổng kết, biểu dương, khen thưởng',
    ],
    'a b c d đ e g h i k',
  ),
  agency(
    'II.2',
    'so-thong-tin-truyen-thong',
    'Sở Thông tin và Truyền thông',
    [
      'Chỉ đạo tuyên truyền, phổ biến giáo dục pháp luật trên các phương tiện thông tin đại chúng',
      'Định hướng các Văn phòng đại diện báo, Báo Cần Thơ, Đài Phát thanh và Truyền hình, Trung tâm Văn hóa - Thể thao và Truyền thanh quận, huyện tuyên truyền',
    ],
    'a b',
  ),
  agency(
    'II.3',
    'so-lao-dong-thuong-binh-xa-hoi',
    'Sở Lao động - Thương binh và Xã hội',
    [
      'Chỉ đạo Trung tâm Dịch vụ việc làm tư vấn, giới thiệu việc làm, đào tạo nghề (trừ trường hợp được hoãn, tạm đình chỉ chấp hành án phạt tù)',
      'Phối hợp với Ngân hàng Chính sách xã hội hướng dẫn chế độ, chính sách hỗ trợ vay vốn đào tạo nghề, tạo việc làm',
      'Tiếp nhận người không có nơi nương tựa vào cơ sở bảo trợ xã hội',
    ],
    'a b c',
  ),
  agency(
    'II.4',
    'so-tai-chinh',
    'Sở Tài chính',
    [
      'Phối hợp theo dõi việc sử dụng ngân sách ủy thác qua Ngân hàng Chính sách xã hội để cho vay theo Quyết định số 22/2023/QĐ-TTg',
      'Tham mưu bố trí, hỗ trợ kinh phí từ ngân sách địa phương; hướng dẫn lập dự toán, quyết toán',
    ],
    'a b',
  ),
  agency(
    'II.5',
    'so-tu-phap',
    'Sở Tư pháp',
    [
      'Cập nhật thông tin về án tích; cấp phiếu lý lịch tư pháp; tổng hợp khó khăn, vướng mắc, báo cáo đề xuất UBND thành phố',
      'Tuyên truyền, phổ biến quy định về xóa án tích, cấp phiếu lý lịch tư pháp',
    ],
    'a b',
  ),
  agency('II.6', 'bo-chi-huy-quan-su', 'Bộ Chỉ huy quân sự thành phố', [
    'Nắm danh sách người là quân nhân, công nhân viên chức quốc phòng; tổ chức các biện pháp bảo đảm tái hòa nhập cộng đồng; theo dõi, quản lý, giám sát, giáo dục người chấp hành án hình sự tại cộng đồng; tuyên truyền chính sách',
  ]),
  agency('II.7', 'thi-hanh-an-dan-su', 'Cục Thi hành án dân sự thành phố', [
    'Rà soát, lập hồ sơ đề nghị xét miễn, giảm nghĩa vụ thi hành án dân sự; xác nhận việc thực hiện nghĩa vụ về án phí, bồi thường; giải quyết khiếu nại, tố cáo',
  ]),
  requested(
    'II.8',
    'mat-tran-to-quoc',
    'Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Cần Thơ',
    [
      'Phối hợp tuyên truyền Luật Thi hành án hình sự, Nghị định số 49/2020/NĐ-CP, Quyết định số 22/2023/QĐ-TTg',
      'Phối hợp quản lý, theo dõi, giám sát, giáo dục; phát động xây dựng, nhân rộng mô hình; vận động doanh nghiệp giúp đỡ, tạo việc làm',
    ],
    'a b',
  ),
  committees(
    'II.9',
    'ubnd-quan-huyen',
    'Ủy ban nhân dân quận, huyện',
    [
      'Chỉ đạo UBND xã, phường, thị trấn phối hợp tiếp nhận, lập hồ sơ, phân công người theo dõi, quản lý, giám sát, giáo dục; xây dựng mô hình',
      [
        'Chỉ đạo UBND xã, phường, thị trấn định kỳ hằng tháng lập danh sách người đủ điều kiện vay vốn theo Quyết định số 22/2023/QĐ-TTg gửi Phòng giao dịch Ngân hàng Chính sách xã hội',
        { kind: 'monthly' },
      ],
      'Chỉ đạo trợ giúp về tâm lý, hỗ trợ các thủ tục pháp lý; xây dựng, nhân rộng mô hình điển hình',
    ],
    'a b c',
  ),
  requested(
    'Nơi nhận',
    'ngan-hang-chinh-sach-xa-hoi',
    'Chi nhánh Ngân hàng Chính sách xã hội thành phố Cần Thơ',
    [],
  ),
]
