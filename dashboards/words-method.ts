import { slackOf } from '#models/judgement/fact.ts'
import { IN_NATION, IN_PROVINCE } from '#models/judgement/family.ts'
import { count } from './words-figures.ts'

/** Headings of the page of methods, in the order in which a figure is judged. */
export const methodHeadings = Object.freeze({
  title: 'Phương pháp đánh giá',
  questions: 'Hai câu hỏi, hai câu trả lời',
  fact: 'Kết quả so với chỉ tiêu: so sánh số nguyên',
  evidence: 'Mức độ chắc chắn: kiểm định chính xác',
  signals: 'Số trường hợp ít thì kết luận được đến đâu',
  family: 'Xét nhiều đơn vị cùng nhau',
  hold: 'Thời gian duy trì tín hiệu',
  verdicts: 'Ý nghĩa của từng kết luận',
  communes: 'Cấp xã: số đếm và tín hiệu',
  time: 'Diễn biến theo thời gian',
  outlook: 'Khả năng hoàn thành khi hết năm',
  late: 'Báo cáo đến muộn',
  small: 'Bảo vệ số liệu có ít trường hợp',
  literature: 'Tài liệu về phương pháp',
})

export const methodLead =
  'Dành cho cán bộ phân tích: mỗi kết luận trên các trang được rút ra như thế nào. Các bảng trên trang này được tính bằng chính chương trình đang dùng để đánh giá.'

/** Where the plan asks for nothing in numbers. */
export const noTargetsNote =
  'Kế hoạch này không giao chỉ tiêu bằng số, nên các trang chỉ nêu số liệu theo dõi, tiến độ báo cáo và tiến độ nhiệm vụ, không đánh giá đạt hay không đạt. Phần dưới đây là phương pháp chung, áp dụng khi có chỉ tiêu bằng số.'

export const questionWords = [
  'Mỗi chỉ tiêu có hai câu hỏi khác nhau: kết quả đếm được có đạt chỉ tiêu không; và kết quả đó có khác chỉ tiêu quá mức dao động ngẫu nhiên hay không. Hai câu trả lời được nêu riêng, câu này không thay cho câu kia.',
]

export const factMethod = [
  `Kết quả so với chỉ tiêu bằng số nguyên, không so các tỷ lệ đã làm tròn: “dưới 1%” của 300 người là nhiều nhất ${count(most(300))} trường hợp; 3 trên 300 bằng đúng 1%, không phải dưới 1%.`,
  'Mẫu số bằng 0 là “Không phát sinh đối tượng”, không phải 0% hay 100%.',
  'Kết quả của tỉnh là tổng các tử số trên tổng các mẫu số, mỗi người tính một lần; không lấy bình quân tỷ lệ của các xã, phường.',
  'Chỉ tiêu phải đủ từng trường hợp (100%, mô hình, điển hình) là “Đang thực hiện” cho đến khi hết năm kế hoạch; trường hợp còn thiếu không thể giải thích bằng dao động ngẫu nhiên.',
  'Dòng chờ chỉnh lý và đơn vị chưa gửi không bao giờ được tính là đạt. “Không còn khả năng hoàn thành trong năm” chỉ được nêu khi trong trường hợp thuận lợi nhất vẫn không đạt: không phát sinh thêm trường hợp nào và mỗi tháng còn lại mẫu số tăng thêm bằng tháng nhiều nhất trong 12 tháng gần nhất.',
]

function most(n: number): number {
  return slackOf({ below: [1, 100] }, 0, n)
}

export const evidenceMethod = [
  'Kiểm định nhị thức chính xác, một phía: nếu mức thực đúng bằng chỉ tiêu thì xác suất ngẫu nhiên gặp kết quả này hoặc xấu hơn là bao nhiêu. Từ 2,5% trở xuống là tín hiệu, từ 0,1% trở xuống là tín hiệu mạnh. Không dùng xấp xỉ chuẩn.',
  'Kết quả đạt chỉ được ghi “ổn định” khi xác suất ngẫu nhiên gặp kết quả tốt như vậy hoặc tốt hơn cũng không quá 2,5%.',
  'Khoảng tin cậy 95% trên hình là khoảng Wilson, chỉ để minh họa; thể hiện mức dao động ngẫu nhiên của kết quả, không phải sai số chọn mẫu hay sai số khi đếm, vì mọi trường hợp đều được đếm.',
]

export const communeMethod = [
  'Chỉ tiêu về phạm tội mới do tỉnh chịu trách nhiệm và được đánh giá ở tỉnh. Ở nơi có không quá 100 người, chỉ một trường hợp đã làm tỷ lệ không còn dưới 1%; vì vậy đối với xã, phường chỉ nêu số đếm, chênh lệch so với chỉ tiêu và tín hiệu, không đánh giá là không đạt chỉ vì một trường hợp.',
  'Biểu đồ phễu đặt mỗi xã, phường theo mẫu số và tỷ lệ, giữa các giới hạn chính xác quanh chỉ tiêu. Đường cong chỉ để minh họa; tín hiệu luôn được tính từ số đếm.',
  'Ước lượng làm trơn đưa tỷ lệ của nơi có mẫu số nhỏ về gần mức chung của các xã, phường trong tỉnh (Bayes thực nghiệm). Chỉ dùng để xếp thứ tự, không dùng để kết luận, không cung cấp ra ngoài tỉnh.',
]

export const familyMethod = [
  'Xét 100 đơn vị, mỗi đơn vị ở mức 2,5%, thì có thể có hai, ba đơn vị có tín hiệu chỉ do ngẫu nhiên. Vì vậy danh sách nêu tên được hiệu chỉnh theo số đơn vị (Benjamini–Hochberg).',
  `Nhóm đơn vị được xét cùng nhau là các đơn vị cùng cấp, có đối tượng và đủ số liệu về cùng một chỉ số, cùng một kỳ. Trong danh sách của tỉnh, tỷ lệ báo nhầm không quá ${IN_PROVINCE}%; khi xét toàn quốc, không quá ${IN_NATION}%.`,
  'Trang của từng xã, phường ghi tín hiệu xét riêng đơn vị đó, chưa hiệu chỉnh theo số đơn vị.',
]

export const holdMethod = [
  'Kết quả so với chỉ tiêu thay đổi ngay khi số liệu thay đổi. Riêng tín hiệu đã nêu chỉ kết thúc sau hai kỳ liên tiếp dưới mức báo tín hiệu, để cảnh báo không mở, đóng liên tục mỗi tháng khi kết quả ở sát ranh giới. Kỳ chưa đủ số liệu không tính. Nếu sau khi điều chỉnh số liệu mà tín hiệu cũ không còn thì không giữ nữa.',
]

export const timeMethod = [
  'Từng tháng: dùng giới hạn p-chart (mức trung bình ± 3 độ lệch chuẩn theo mẫu số của tháng) khi theo mức trung bình mỗi tháng có ít nhất 5 trường hợp phát sinh và ít nhất 5 trường hợp không phát sinh; mẫu số trung bình trên 1.000 thì hiệu chỉnh theo Laney. Nếu không đủ thì dùng giới hạn XmR (mức trung bình ± 2,66 lần độ chênh trung bình giữa hai tháng liền nhau). Có dưới 7 tháng thì chưa vẽ giới hạn; dưới 12 tháng thì giới hạn còn thay đổi.',
  'Tháng được đánh dấu: ra ngoài giới hạn; 7 tháng liền tăng hoặc giảm; 2 trong 3 tháng ở một phần ba ngoài cùng, cùng một phía; 7 tháng liền ở một phía của mức trung bình (theo bộ quy tắc Making Data Count). Không áp dụng đối với số người bị khởi tố về hành vi phạm tội mới của một xã, phường.',
  'CUSUM: tổng tích lũy để phát hiện sớm khi tỷ lệ bị khởi tố về hành vi phạm tội mới của tỉnh tăng gấp đôi so với mức chia đều theo tháng của chỉ tiêu. Ngưỡng được đặt theo quy mô của tỉnh, sao cho khi tình hình bình thường, trung bình khoảng 5 năm mới báo nhầm một lần.',
]

export const outlookMethod = [
  'Khả năng hoàn thành trả lời câu hỏi khác với kết quả đến nay: khi hết năm kế hoạch, chỉ tiêu có hoàn thành hay không. Trường hợp số liệu đã cho phép khẳng định thì nêu trước và không phải là dự báo; các trường hợp còn lại là số liệu ước tính theo mô hình, không phải kết quả, không ghi 0% hay 100%.',
  'Từ 90% trở lên là cao, từ 50% là trung bình, từ 10% là thấp, dưới 10% là rất thấp; tính trung bình của ba phương án về số đối tượng còn phát sinh (ít, vừa, nhiều). Chỉ tiêu phải đủ từng trường hợp thì không dự báo, chỉ nêu mỗi tháng còn lại cần thêm bao nhiêu.',
]

export const lateMethod = [
  'Số liệu của một kỳ là số liệu sơ bộ khi còn đơn vị chưa gửi hoặc còn dòng chờ chỉnh lý. Ngày phát sinh, ngày báo cáo và ngày ghi nhận được lưu riêng, nên biết được mỗi biểu thường đến sau khi hết kỳ bao nhiêu ngày và kỳ gần nhất còn thiếu bao nhiêu báo cáo.',
  'Số báo cáo dự kiến còn đến được tính theo nhịp gửi của các kỳ trước, là số liệu ước tính, không thay cho báo cáo.',
]

export const smallMethod = [
  'Các trang này lưu hành nội bộ: có số đếm của từng xã, phường, không có họ tên, số giấy tờ, địa chỉ của bất kỳ người nào.',
  'Số người dưới 5, mẫu số dưới 10 và mọi con số tính được từ chúng (tỷ lệ, khoảng tin cậy, ước lượng làm trơn, chênh lệch so với chỉ tiêu, điểm trên biểu đồ phễu) không cung cấp ra ngoài tỉnh, vì biết tỷ lệ và mẫu số là tính được chính xác tử số. Bộ số liệu tổng hợp hiện là bản thử, chưa được phép gửi.',
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
