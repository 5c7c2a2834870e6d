import { type CalendarDate, writeDate } from '../vocabulary/date.ts'

/** Everything that an officer reads in a workbook beside headers and choices, which the forms say themselves. */
export const words = Object.freeze({
  coverTitle: 'BỘ BIỂU BÁO CÁO CÔNG TÁC TÁI HÒA NHẬP CỘNG ĐỒNG',
  plan: (number: string, title: string) =>
    number === '' ? `Kế hoạch: ${title}` : `Kế hoạch số ${number}: ${title}`,
  guide: [
    'Hướng dẫn',
    '– Cột có dấu (*) là bắt buộc; ô bắt buộc còn trống trong dòng đã ghi được tô vàng.',
    '– Đưa con trỏ vào tiêu đề cột để xem cách ghi; ô có danh mục thì chọn trong danh sách hoặc dán đúng nội dung.',
    '– Ngày ghi theo thứ tự ngày/tháng/năm. Có thể chèn, xóa, sắp xếp, dán dòng; không sửa tiêu đề và tên trang tính.',
    '– Kỳ không phát sinh số liệu: chọn “☑ Không phát sinh trong kỳ” ở đầu biểu và để trống các dòng.',
    '– Mọi biểu trong bộ đều phải có số liệu hoặc đánh dấu không phát sinh trước khi gửi.',
  ],
  number: (number: string) => `Biểu số ${number}/THNCĐ`,
  issuedWith: '(Ban hành kèm theo văn bản số …………… của Công an tỉnh)',
  reporter: (name: string) => `Đơn vị báo cáo: ${name}`,
  window: (name: string) => `Kỳ báo cáo: ${name}`,
  nothing: '☐ Không phát sinh trong kỳ',
  nothingTicked: '☑ Không phát sinh trong kỳ',
  required: 'Bắt buộc ghi.',
  requiredWhen: 'Bắt buộc khi có phát sinh.',
  owner: (name: string) => `Do ${name} ghi; cơ quan khác để trống.`,
  choices: (labels: readonly string[]) => `Chọn một trong: ${labels.join('; ')}.`,
  day: 'Ghi ngày/tháng/năm, ví dụ 05/01/2026.',
  money: 'Đơn vị tính: triệu đồng, một chữ số thập phân.',
  lastValue: (value: string) => `Kỳ trước: ${value}.`,
  withheld:
    'Dòng này chưa được tiếp nhận ở lần gửi trước. Đề nghị kiểm tra và ghi lại cho đúng, đủ.',
  handedOver: (from: string, isPart: boolean) =>
    isPart
      ? `Bàn giao từ ${from} (địa bàn chia cho nhiều xã, phường): chỉ giữ lại người cư trú trên địa bàn đơn vị mình.`
      : `Bàn giao từ ${from}.`,
  sameFileNumber: 'Số hồ sơ trùng với dòng khác nhận bàn giao; đề nghị ghi lại số hồ sơ mới.',
  dataTo: (last: CalendarDate) => `Nếu số liệu đủ kỳ, ghi ${writeDate(last)}.`,
  personal:
    'Biểu có dữ liệu cá nhân nhạy cảm. Chỉ gửi qua kênh được cấp; không gửi qua thư điện tử, mạng xã hội.',
  foot: [
    ['NGƯỜI LẬP BIỂU', '(ký, ghi rõ họ tên)'],
    ['CÁN BỘ KIỂM TRA', '(ký, ghi rõ họ tên)'],
    ['THỦ TRƯỞNG ĐƠN VỊ', '(ký, ghi rõ họ tên, đóng dấu)'],
  ],
  page: 'Trang &P/&N',
  /** Name of the sheet that an answer puts first, and author of its comments. */
  slip: 'Phiếu kiểm tra số liệu',
  /** First line of what an answer writes into a comment. */
  remark: '[Phiếu kiểm tra số liệu]',
  wrongTitle: 'Kiểm tra lại ô này',
  wrongChoice: 'Nội dung không có trong danh mục của cột. Đề nghị chọn trong danh sách.',
  wrongDate: (from: CalendarDate, to: CalendarDate) =>
    `Ghi ngày/tháng/năm, từ ${writeDate(from)} đến ${writeDate(to)}.`,
  wrongCount: 'Ghi số nguyên, từ 0 trở lên.',
  wrongYear: 'Ghi năm gồm 4 chữ số, ví dụ 1985.',
  wrongMoney: 'Ghi số triệu đồng, từ 0 trở lên.',
})
