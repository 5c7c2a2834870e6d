import { agency, committees, requested } from './bodies.ts'
import type { Body } from './plan.ts'

const yearly = { kind: 'yearly' } as const

/** The twelve items of III, "Phân công nhiệm vụ", one task per numbered paragraph; a second one under a number bears `.2`. */
export const bodies: readonly Body[] = [
  agency('III.1', 'cong-an-tinh', 'Công an tỉnh', [
    'Tham mưu UBND tỉnh chỉ đạo; quản lý chặt chẽ người chấp hành án hình sự tại cộng đồng, người chấp hành xong án phạt tù, hạn chế tái phạm tội',
    'Chuẩn bị các điều kiện thi hành Luật Thi hành án hình sự năm 2025; xây dựng, thực hiện kế hoạch thực hiện Luật',
    'Chỉ đạo Công an cấp xã tham mưu UBND cấp xã; xây dựng, nhân rộng mô hình, cá nhân điển hình; thực hiện Kế hoạch số 520/KH-UBND ngày 22/11/2023',
    'Tuyên truyền, phổ biến pháp luật; chỉ đạo xây dựng, nhân rộng mô hình, điển hình; cấp phiếu lý lịch tư pháp cho người đủ điều kiện xóa án tích',
    'Tổ chức tập huấn, bồi dưỡng kiến thức pháp luật, nghiệp vụ cho cơ quan cấp tỉnh, UBND, Công an cấp xã',
    'Tăng cường thanh tra, kiểm tra, hướng dẫn việc chấp hành pháp luật và công tác quản lý, giám sát, giáo dục, giúp đỡ',
    'Bổ sung, tổng kết Đề án kèm theo Quyết định số 2489/QĐ-UBND ngày 05/8/2020; nghiên cứu, tham mưu ban hành Đề án mới thay thế',
  ]),
  agency('III.2', 'so-noi-vu', 'Sở Nội vụ', [
    'Thực hiện chính sách tạo việc làm; tổ chức các phiên tư vấn, giới thiệu việc làm; bảo đảm 100% người có nhu cầu tiếp cận thông tin việc làm, phấn đấu 70% có việc làm, ổn định cuộc sống',
  ]),
  agency('III.3', 'so-giao-duc-dao-tao', 'Sở Giáo dục và Đào tạo', [
    'Chỉ đạo các cơ sở giáo dục nghề nghiệp đào tạo nghề cho người chấp hành án hình sự tại cộng đồng, người chấp hành xong án phạt tù',
    'Phối hợp với Công an tỉnh tuyên truyền, tư vấn tuyển sinh, đào tạo nghề cho phạm nhân trong Trại giam, Trại tạm giam, học viên cơ sở cai nghiện',
  ]),
  agency('III.4', 'so-tai-chinh', 'Sở Tài chính', [
    'Tham mưu phương án kinh phí theo phân cấp quản lý, phù hợp với khả năng cân đối ngân sách',
  ]),
  agency('III.5', 'so-van-hoa-the-thao-du-lich', 'Sở Văn hóa, Thể thao và Du lịch', [
    'Lồng ghép tuyên truyền trong hoạt động văn hóa, nghệ thuật, thể dục, thể thao và phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”',
    'Phối hợp với Công an tỉnh hướng dẫn, chỉ đạo báo chí, truyền thông, sở, ngành, địa phương đẩy mạnh thông tin, truyền thông; xóa bỏ thái độ, hành vi định kiến',
  ]),
  agency('III.6', 'so-y-te', 'Sở Y tế', [
    'Kiểm tra hoạt động khám, chữa bệnh, lập hồ sơ bệnh án; kịp thời cung cấp hồ sơ để đề nghị Tòa án xem xét hoãn, tạm đình chỉ chấp hành án phạt tù',
  ]),
  requested('III.7', 'mat-tran-to-quoc', 'Ủy ban Mặt trận Tổ quốc tỉnh', [
    'Phối hợp quản lý, giáo dục, giúp đỡ; nòng cốt trong tuyên truyền; vận động hội viên, đoàn viên và Nhân dân giúp đỡ tìm việc làm, ổn định cuộc sống',
    'Giám sát việc thực hiện pháp luật; chỉ đạo các Hội, Đoàn thể xây dựng mô hình hỗ trợ tái hòa nhập cộng đồng',
  ]),
  requested('III.8', 'toa-an', 'Tòa án nhân dân tỉnh', [
    'Chỉ đạo Tòa án nhân dân các khu vực ban hành, gửi bản án, quyết định thi hành án đúng thời gian quy định; hướng dẫn miễn, giảm trong thi hành án hình sự, dân sự',
  ]),
  requested('III.9', 'vien-kiem-sat', 'Viện kiểm sát nhân dân tỉnh', [
    'Trực tiếp kiểm sát việc tuân thủ pháp luật về thi hành án hình sự tại cộng đồng; kháng nghị, kiến nghị khắc phục, phòng ngừa vi phạm',
  ]),
  agency('III.10', 'thi-hanh-an-dan-su', 'Thi hành án dân sự tỉnh', [
    'Rà soát, lập hồ sơ đề nghị xét miễn, giảm nghĩa vụ thi hành án dân sự; xác nhận việc thực hiện nghĩa vụ về án phí, bồi thường; giải quyết khiếu nại, tố cáo',
  ]),
  agency(
    'III.11',
    'ngan-hang-chinh-sach-xa-hoi',
    'Chi nhánh Ngân hàng Chính sách xã hội tỉnh',
    [
      'Cho vay người chấp hành xong án phạt tù và cơ sở sản xuất, kinh doanh theo Quyết định số 22/2023/QĐ-TTg; quản lý, sử dụng nguồn vốn và thu hồi nợ',
      [
        'Phối hợp rà soát, tổng hợp nhu cầu vay vốn làm cơ sở xây dựng kế hoạch tín dụng hằng năm và từng giai đoạn; báo cáo, tham mưu bố trí nguồn vốn',
        yearly,
      ],
      'Phối hợp tham mưu HĐND tỉnh, UBND tỉnh bố trí nguồn vốn ngân sách địa phương ủy thác',
      'Kịp thời phát hiện, báo cáo và đề xuất giải pháp tháo gỡ khó khăn, vướng mắc trong cho vay theo Quyết định số 22/2023/QĐ-TTg',
      [
        'Phối hợp tổ chức chính trị - xã hội nhận ủy thác thường xuyên kiểm tra, giám sát việc sử dụng vốn; đôn đốc thu hồi nợ',
        { kind: 'regular' },
      ],
    ],
    '1 2 3 3.2 4',
  ),
  committees('III.12', 'ubnd-xa-phuong', 'Ủy ban nhân dân các xã, phường', [
    'Thực hiện văn bản quy phạm pháp luật và chỉ đạo của UBND tỉnh; chỉ đạo phối hợp xây dựng mô hình, điển hình tiên tiến',
    'Đẩy mạnh thông tin, tuyên truyền, phổ biến, giáo dục pháp luật trên hệ thống truyền thanh địa phương',
    'Chỉ đạo quản lý, giám sát, giáo dục người chấp hành án hình sự tại cộng đồng; khuyến khích tổ chức, cá nhân tham gia giúp đỡ',
    'Rà soát, đánh giá, phân loại mô hình; nhân rộng, xây dựng mới; phấn đấu nơi có từ 10 người chấp hành xong án phạt tù trở lên có ít nhất 01 mô hình tiêu biểu, 01 cá nhân điển hình',
    'Nghiên cứu, triển khai quy định khuyến khích tham gia quản lý, giáo dục, giúp đỡ; bảo đảm bố trí kinh phí',
    'Phối hợp bình xét cho vay, hướng dẫn, xác nhận hồ sơ vay vốn; bảo đảm 100% được tư vấn chính sách, 100% trường hợp đủ điều kiện có nhu cầu được hướng dẫn, lập danh sách; phối hợp thu hồi nợ vay',
    ['Cân đối ngân sách hằng năm, hỗ trợ kinh phí', yearly],
    'Phát động phong trào “Toàn dân bảo vệ an ninh Tổ quốc”; xã hội hóa công tác thi hành án hình sự tại cộng đồng và tái hòa nhập cộng đồng',
  ]),
]
