import { slackOf } from '#models/judgement/fact.ts'
import { IN_NATION, IN_PROVINCE } from '#models/judgement/family.ts'
import { count } from './words-figures.ts'

/** Headings of the page of methods, in the order in which a figure is judged. */
export const methodHeadings = Object.freeze({
  title: 'Phương pháp đánh giá',
  questions: 'Hai câu hỏi, hai câu trả lời',
  fact: 'Kết quả so với chỉ tiêu: so sánh số nguyên',
  evidence: 'Mức độ chắc chắn: kiểm định chính xác',
  signals: 'Số nhỏ nói được gì',
  family: 'Xét nhiều xã, phường cùng lúc',
  hold: 'Tín hiệu được giữ bao lâu',
  verdicts: 'Ý nghĩa của từng kết luận',
  communes: 'Cấp xã: số đếm và tín hiệu',
  time: 'Theo thời gian',
  outlook: 'Khả năng hoàn thành khi hết năm',
  late: 'Báo cáo đến muộn',
  small: 'Bảo vệ số nhỏ',
  literature: 'Tài liệu về phương pháp',
})

export const methodLead =
  'Dành cho cán bộ phân tích: mỗi kết luận trên các trang được rút ra như thế nào. Các bảng trên trang này do chính các hàm đang dùng để đánh giá tính ra.'

export const questionWords = [
  'Mỗi chỉ tiêu có hai câu hỏi khác nhau: kết quả đếm được có đạt chỉ tiêu không; và mức chung đằng sau kết quả có thật sự khác chỉ tiêu không, hay chỉ do ngẫu nhiên. Hai câu trả lời đứng riêng, câu này không thay câu kia.',
]

export const factMethod = [
  `Kết quả so với chỉ tiêu bằng số nguyên, không so các tỷ lệ đã làm tròn: “dưới 1%” của 300 người là nhiều nhất ${count(most(300))} trường hợp; 3 trên 300 bằng đúng 1%, không phải dưới 1%.`,
  'Mẫu số bằng 0 là “Không phát sinh đối tượng”, không phải 0% hay 100%.',
  'Kết quả của tỉnh là tổng các tử số trên tổng các mẫu số, mỗi người tính một lần; không lấy bình quân tỷ lệ của các xã, phường.',
  'Chỉ tiêu phải đủ từng trường hợp (100%, mô hình, điển hình) là “Đang thực hiện” cho đến khi hết năm kế hoạch; ngẫu nhiên không thay cho người còn thiếu.',
  'Dòng chờ chỉnh lý và đơn vị chưa gửi không bao giờ được tính là đạt. Không đạt chắc chắn chỉ nêu khi dù mọi điều còn lại đều thuận lợi, kể cả số người về thêm nhiều như tháng cao nhất, vẫn không đạt.',
]

function most(n: number): number {
  return slackOf({ below: [1, 100] }, 0, n)
}

export const evidenceMethod = [
  'Kiểm định nhị thức chính xác, một phía: nếu mức thật đúng bằng chỉ tiêu thì khả năng gặp số đếm này hoặc xấu hơn là bao nhiêu. Từ 2,5% trở xuống là tín hiệu, từ 0,1% trở xuống là tín hiệu mạnh. Không dùng xấp xỉ chuẩn.',
  'Kết quả đạt chỉ được ghi “ổn định” khi khả năng gặp số đếm tốt như vậy hoặc hơn do ngẫu nhiên cũng không quá 2,5%.',
  'Khoảng tin cậy 95% trên hình là khoảng Wilson, chỉ để trình bày; nói về mức chung đằng sau số đếm của năm, không phải sai số chọn mẫu, vì mọi trường hợp đều được đếm.',
]

export const communeMethod = [
  'Chỉ tiêu về phạm tội mới do tỉnh chịu trách nhiệm và được đánh giá ở tỉnh. Ở nơi có không quá 100 người, chỉ một trường hợp đã vượt 1%; vì vậy xã, phường chỉ có số đếm, khoảng cách đến chỉ tiêu và tín hiệu, không bị ghi không đạt vì một trường hợp.',
  'Biểu đồ phễu đặt mỗi xã, phường theo mẫu số và tỷ lệ, giữa các giới hạn chính xác quanh chỉ tiêu. Đường cong chỉ để nhìn; tín hiệu luôn tính từ số đếm.',
  'Ước lượng làm trơn kéo tỷ lệ của nơi có mẫu số nhỏ về mức chung của các xã, phường trong tỉnh (Bayes thực nghiệm). Chỉ dùng để xếp thứ tự, không bao giờ để kết luận, không đưa ra ngoài.',
]

export const familyMethod = [
  'Xét 100 nơi, mỗi nơi ở mức 2,5%, thì hai, ba nơi có tín hiệu chỉ do ngẫu nhiên. Danh sách nêu tên vì vậy được hiệu chỉnh theo số đơn vị (Benjamini–Hochberg).',
  `Một họ kiểm định là một chỉ số, một kỳ, một cấp; gồm các đơn vị có đối tượng và đủ số liệu. Trong danh sách của tỉnh, tỷ lệ nêu nhầm không quá ${IN_PROVINCE}%; khi xét toàn quốc, không quá ${IN_NATION}%.`,
  'Trang riêng của một xã, phường ghi tín hiệu xét riêng nơi đó, chưa hiệu chỉnh.',
]

export const holdMethod = [
  'Kết quả so với chỉ tiêu thay đổi ngay khi số liệu thay đổi. Riêng tín hiệu đã nêu chỉ tắt sau hai kỳ liên tiếp dưới mức báo, để một con số ở ranh giới không mở và đóng cảnh báo mỗi tháng. Kỳ chưa đủ số liệu không tính. Số liệu được sửa làm mất tín hiệu cũ thì không giữ nữa.',
]

export const timeMethod = [
  'Từng tháng: giới hạn p-chart (mức chung ± 3 độ lệch chuẩn theo mẫu số của tháng) khi mỗi tháng có đủ ít nhất 5 trường hợp mong đợi ở cả hai phía; mẫu số trung bình trên 1.000 thì hiệu chỉnh theo Laney. Không đủ thì dùng XmR (trung bình ± 2,66 lần độ chênh trung bình). Dưới 7 tháng không vẽ giới hạn; dưới 12 tháng giới hạn còn thay đổi.',
  'Tháng nổi bật: ra ngoài giới hạn; 7 tháng liền tăng hoặc giảm; 2 trong 3 tháng ở một phần ba ngoài cùng, cùng một phía; 7 tháng liền một phía của mức chung (bộ quy tắc Making Data Count). Không bao giờ dùng cho số người phạm tội mới của một xã, phường.',
  'CUSUM: tổng tích lũy để phát hiện sớm khi mức phạm tội mới của tỉnh tăng gấp đôi so với mức đều của chỉ tiêu. Ngưỡng đặt theo quy mô của tỉnh, sao cho khi bình thường trung bình 5 năm mới báo nhầm một lần.',
]

export const outlookMethod = [
  'Khả năng hoàn thành trả lời câu hỏi khác với kết quả đến nay: từ nay đến hết năm kế hoạch, chỉ tiêu có còn đạt không. Điều đã chắc chắn theo số học nói trước, không phải dự báo; còn lại là dự báo theo mô hình, không phải kết quả, không bao giờ ghi 0% hay 100%.',
  'Từ 90% trở lên là cao, từ 50% là trung bình, từ 10% là thấp, dưới 10% là rất thấp; tính trung bình trên ba mức số đối tượng còn phát sinh (ít, vừa, nhiều). Chỉ tiêu phải đủ từng trường hợp không có dự báo, chỉ nêu còn bao nhiêu mỗi tháng.',
]

export const lateMethod = [
  'Số liệu của một kỳ là số liệu sơ bộ khi còn đơn vị chưa gửi hoặc còn dòng chờ chỉnh lý. Ngày xảy ra, ngày báo cáo và ngày ghi nhận được giữ riêng, nên biết được mỗi biểu thường đến muộn bao nhiêu và kỳ gần nhất còn thiếu bao nhiêu.',
  'Số người về thêm và số trường hợp còn đến được ước lượng từ các kỳ trước; là ước lượng, không thay cho báo cáo.',
]

export const smallMethod = [
  'Các trang này lưu hành nội bộ: có số đếm của từng xã, phường, không có tên, số giấy tờ hay địa chỉ của người nào.',
  'Số người dưới 5, mẫu số dưới 10 và mọi con số tính được từ chúng (tỷ lệ, khoảng tin cậy, ước lượng làm trơn, khoảng cách đến chỉ tiêu, điểm trên biểu đồ phễu) không ra khỏi tỉnh: tỷ lệ và mẫu số cùng nhau cho biết chính xác tử số. Bộ số liệu tổng hợp hiện là bản thử, chưa được phép gửi.',
]

/** Author and year of what is used above, by author. */
export const literature: readonly string[] = [
  'Benjamini, Hochberg (1995)',
  'Kleinman (1973)',
  'Laney (2002)',
  'Lawless (1994)',
  'Loader (2000)',
  'Mack (1993)',
  'NHS England, Making Data Count',
  'Spiegelhalter (2005)',
  'Steiner, Cook, Farewell, Treasure (2000)',
  'Wilson (1927)',
]

export const literatureNote =
  'Kiểm định và khoảng chính xác: Loader. Khoảng Wilson: Wilson. Biểu đồ phễu: Spiegelhalter. Hiệu chỉnh: Benjamini, Hochberg. Làm trơn: Kleinman. Theo thời gian: Laney, Making Data Count, Steiner. Báo cáo đến muộn: Lawless, Mack.'
