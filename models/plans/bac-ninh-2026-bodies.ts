import { agency, committees, nobody, requested } from './bodies.ts'
import type { Body } from './plan.ts'

/** The eighteen items of III, "Phân công trách nhiệm", one task per paragraph. */
export const bodies: readonly Body[] = [
  agency('III.1', 'cong-an-tinh', 'Công an tỉnh', [
    'Chủ trì tham mưu UBND tỉnh chỉ đạo, theo dõi; hướng dẫn, kiểm tra, đôn đốc; xây dựng chương trình, kế hoạch chỉ đạo Công an các đơn vị, địa phương',
    'Hướng dẫn Công an xã, phường tiếp nhận, quản lý, giám sát, giáo dục, giúp đỡ người chấp hành xong án phạt tù',
    [
      'Ban hành quy trình hướng dẫn; xây dựng, cấp phát bộ tài liệu cho cán bộ cơ sở',
      { kind: 'within', window: 'cal:2026' },
    ],
    'Chủ trì tập huấn, bồi dưỡng nghiệp vụ; xây dựng, nhân rộng mô hình, cá nhân điển hình',
  ]),
  agency('III.2', 'van-phong-ubnd', 'Văn phòng UBND tỉnh', [
    'Phối hợp với Công an tỉnh tham mưu Chủ tịch UBND tỉnh chỉ đạo, theo dõi, hướng dẫn thực hiện Kế hoạch',
  ]),
  agency('III.3', 'so-tu-phap', 'Sở Tư pháp', [
    'Đề xuất sửa đổi, bổ sung văn bản quy phạm pháp luật; góp ý dự thảo nội quy, quy chế, các mô hình hòa nhập cộng đồng',
    'Tuyên truyền, phổ biến pháp luật để phòng ngừa tái phạm; trợ giúp pháp lý khi có nhu cầu',
  ]),
  agency('III.4', 'so-noi-vu', 'Sở Nội vụ', [
    'Thực hiện chính sách, chế độ đối với lực lượng làm công tác tái hòa nhập cộng đồng ở xã, phường',
    'Hướng dẫn UBND xã, phường tư vấn, định hướng nghề nghiệp, giới thiệu việc làm; thực hiện chính sách hỗ trợ đào tạo',
  ]),
  agency('III.5', 'so-van-hoa-the-thao-du-lich', 'Sở Văn hóa, Thể thao và Du lịch', [
    'Chỉ đạo báo chí, truyền thông và thông tin cơ sở tuyên truyền; nhân rộng mô hình, điển hình, xóa bỏ định kiến, kỳ thị',
    'Phối hợp với Công an tỉnh xây dựng tài liệu tuyên truyền',
  ]),
  agency('III.6', 'so-giao-duc-dao-tao', 'Sở Giáo dục và Đào tạo', [
    'Phối hợp tư vấn nghề, hỗ trợ đào tạo nghề, cấp chứng chỉ cho phạm nhân sắp chấp hành xong án phạt tù tại Trại tạm giam',
    'Hướng dẫn cơ sở giáo dục nghề nghiệp tư vấn học nghề, thực hiện chính sách hỗ trợ đào tạo cho người có nhu cầu',
  ]),
  agency('III.7', 'so-tai-chinh', 'Sở Tài chính', [
    'Phối hợp tham mưu bố trí kinh phí thuộc ngân sách cấp tỉnh theo phân cấp và khả năng cân đối',
  ]),
  agency('III.8', 'so-nong-nghiep-moi-truong', 'Sở Nông nghiệp và Môi trường', [
    'Tạo điều kiện thụ hưởng chính sách khuyến nông; dạy nghề cho lao động nông thôn; giúp phát triển mô hình sản xuất',
  ]),
  agency('III.9', 'so-y-te', 'Sở Y tế', [
    'Chỉ đạo tiếp nhận người chấp hành xong án phạt tù không có nơi nương tựa vào cơ sở bảo trợ xã hội',
  ]),
  agency('III.10', 'so-khoa-hoc-cong-nghe', 'Sở Khoa học và Công nghệ', [
    [
      'Phối hợp với Công an tỉnh hướng dẫn sử dụng dữ liệu sinh trắc học trong quản lý',
      { kind: 'roadmap', of: 'Bộ Công an' },
    ],
  ]),
  agency('III.11', 'thi-hanh-an-dan-su', 'Thi hành án dân sự tỉnh', [
    'Tạo điều kiện thực hiện nghĩa vụ, xác nhận kết quả thi hành án; chỉ đạo lập hồ sơ đề nghị Tòa án xét miễn, giảm nghĩa vụ thi hành án dân sự',
    'Phối hợp động viên người chấp hành xong án phạt tù, thân nhân tiếp tục thực hiện nghĩa vụ thi hành án dân sự',
  ]),
  agency('III.12', 'ngan-hang-chinh-sach-xa-hoi', 'Chi nhánh Ngân hàng Chính sách xã hội tỉnh', [
    'Xây dựng kế hoạch cho người chấp hành xong án phạt tù vay vốn sản xuất, kinh doanh theo diện hộ nghèo; cho vay những nghề có khả năng thu hút nhiều lao động',
  ]),
  committees('III.13', 'ubnd-xa-phuong', 'Ủy ban nhân dân các xã, phường', [
    'Xây dựng kế hoạch triển khai; kiểm tra, đôn đốc việc tiếp nhận, quản lý, giáo dục, giúp đỡ',
    'Chỉ đạo nâng cao chất lượng tuyên truyền, trợ giúp tâm lý, hỗ trợ thủ tục pháp lý',
    'Tổ chức đào tạo nghề, giới thiệu việc làm, vay vốn; xây dựng, nhân rộng mô hình; nghiên cứu thành lập Quỹ cấp xã',
    'Bố trí kinh phí thực hiện các nhiệm vụ của Đề án và các biện pháp bảo đảm tái hòa nhập cộng đồng theo Nghị định số 49/2020/NĐ-CP',
  ]),
  requested('III.14', 'vien-kiem-sat', 'Viện kiểm sát nhân dân tỉnh', [
    'Kiểm sát các biện pháp chuẩn bị và bảo đảm tái hòa nhập cộng đồng',
    'Kiểm sát việc xét miễn, giảm nghĩa vụ thi hành án dân sự',
  ]),
  requested('III.15', 'toa-an', 'Tòa án nhân dân tỉnh', [
    'Xét miễn, giảm trong thi hành án hình sự, dân sự; xóa án tích; xét tha tù trước thời hạn có điều kiện',
  ]),
  requested('III.16', 'mat-tran-to-quoc', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', [
    'Tuyên truyền, vận động hội viên, đoàn viên, doanh nghiệp giúp đỡ tìm kiếm việc làm',
    'Vận động đóng góp nguồn kinh phí hỗ trợ công tác tái hòa nhập cộng đồng',
    'Nhận tín chấp, ủy thác vay vốn',
    'Tham gia kiểm tra, giám sát việc thực hiện chính sách',
  ]),
  nobody(
    'III.17',
    'nguoi-duoc-phan-cong',
    'Tổ chức, cá nhân được giao quản lý, giáo dục, giúp đỡ và gia đình người chấp hành xong án phạt tù',
    [
      'Nắm tình hình, tâm tư, nguyện vọng; kịp thời phản ánh với Công an, UBND xã, phường; đôn đốc, nhắc nhở',
      'Quản lý, giáo dục, động viên; giúp thực hiện hình phạt bổ sung, án phí, bồi thường và nghĩa vụ dân sự khác',
      'Phối hợp giúp học tập, tìm việc làm; phát hiện, thông báo biểu hiện vi phạm',
    ],
  ),
  nobody('III.18', 'co-quan-lien-quan', 'Các sở, ngành, cơ quan, tổ chức có liên quan', [
    'Phổ biến, quán triệt nội dung Đề án; chỉ đạo, hướng dẫn phối hợp thực hiện',
  ]),
]
