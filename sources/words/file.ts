import type { ProblemCode } from '../problem.ts'
import {
  amountIf,
  listIf,
  listOf,
  type Sentence,
  spotOf,
  textIf,
  textOf,
  textsOf,
} from './parts.ts'

const unreadable: Sentence = ({ facts }) =>
  `${unread[textOf(facts['reason'])] ?? 'Không mở được tệp.'} Đề nghị kiểm tra đường dẫn, quyền đọc rồi chọn đúng tệp bộ biểu.`

const unknownFile: Sentence = ({ facts }) => {
  const kind = kinds[textOf(facts['format'])]
  return kind === undefined
    ? 'Tệp không phải bảng tính .xlsx, tệp CSV hoặc JSON nên không đọc được. Đề nghị gửi bộ biểu do hệ thống cấp.'
    : `Tệp là ${kind[0]}, không phải bảng tính .xlsx, tệp CSV hoặc JSON. Đề nghị ${kind[1]}.`
}

const tooLarge: Sentence = ({ facts }) =>
  `Tệp vượt giới hạn tiếp nhận: ${limits[textOf(facts['limit'])] ?? 'dung lượng'}${amountIf(facts['most'], (most) => `, tối đa ${most}`)}. Đề nghị xóa phần thừa ngoài biểu rồi gửi lại.`

const hostileFile: Sentence = () =>
  'Tệp có cấu trúc bất thường, có thể gây hại, nên không được mở. Đề nghị chép số liệu sang bộ biểu do hệ thống cấp rồi gửi lại.'

const damagedFile: Sentence = ({ facts }) =>
  `Tệp bị hỏng hoặc chưa được chép đầy đủ${spotOf(facts)}. Đề nghị mở tệp bằng Excel, lưu lại rồi gửi lại.`

const password: Sentence = () =>
  'Tệp đặt mật khẩu nên không đọc được. Đề nghị bỏ mật khẩu mở tệp rồi gửi lại qua kênh được cấp.'

const oldFormat: Sentence = () =>
  'Tệp ở định dạng Excel cũ (.xls). Đề nghị mở bằng Excel, lưu thành “Excel Workbook (.xlsx)” rồi gửi lại.'

const otherOfficeFormat: Sentence = ({ facts }) =>
  `Tệp ở định dạng ${formats[textOf(facts['format'])] ?? 'khác'}, không phải bộ biểu Excel. Đề nghị lưu hoặc chép sang bộ biểu .xlsx do hệ thống cấp rồi gửi lại.`

const documentAlone: Sentence = ({ facts }) =>
  `Văn bản${textIf(formats[textOf(facts['format'])], (format) => ` ${format}`)} đã được lưu nguyên vẹn nhưng chưa rõ là báo cáo của đơn vị nào, kỳ nào, và số liệu trong văn bản không được đọc. Đề nghị gửi số liệu bằng bộ biểu do hệ thống cấp; Công an tỉnh ghi nhận văn bản vào Biểu số 13 của đơn vị.`

const macro: Sentence = () =>
  'Tệp có macro; macro không được chạy và số liệu vẫn được đọc. Đề nghị lần sau gửi tệp .xlsx không có macro.'

const secret: Sentence = () =>
  'Văn bản có độ mật không gửi qua hệ thống này. Đề nghị gửi theo quy định về bảo vệ bí mật nhà nước.'

const emptyWorkbook: Sentence = () =>
  'Tệp không có nội dung. Đề nghị điền bộ biểu, hoặc đánh dấu “Không phát sinh trong kỳ”, rồi gửi lại.'

const noKnownForm: Sentence = ({ facts, sheet }) => {
  if (facts['other'] !== undefined) {
    return `Biểu này có số liệu ở hai trang tính (trang kia: “${textOf(facts['other'])}”) nên chưa biết lấy trang nào. Đề nghị dồn vào một trang tính rồi gửi lại.`
  }
  if (sheet !== null) return 'Trang tính không phải biểu mẫu của hệ thống nên không được đọc.'
  return `Tệp không có biểu mẫu nào của hệ thống${listIf(facts['known'], (known) => ` (các biểu đang dùng: ${known})`)}. Đề nghị dùng bộ biểu do hệ thống cấp và không đổi tên trang tính, tiêu đề cột.`
}

const badEncoding: Sentence = ({ facts, severity }) => {
  if (severity === 'warning') {
    return 'Tệp dùng bảng mã Windows-1258 và đã được chuyển sang Unicode. Đề nghị kiểm tra lại dấu tiếng Việt và lần sau lưu dạng UTF-8.'
  }
  const font = textOf(facts['looksLike'])
  if (font === '') {
    return 'Tệp không dùng bảng mã Unicode nên chữ tiếng Việt không đọc được. Đề nghị chuyển sang Unicode (UTF-8) rồi gửi lại.'
  }
  return `Tệp gõ bằng bảng mã ${font} (phông ${fonts[font] ?? 'cũ'}), không phải Unicode, nên chữ tiếng Việt không đọc được${spotOf(facts)}. Đề nghị chuyển mã toàn bộ tệp sang Unicode (ví dụ bằng công cụ chuyển mã của UniKey), chọn phông Times New Roman rồi gửi lại.`
}

const badEnvelope: Sentence = ({ facts }) => {
  const missing = textsOf(facts['missing'])
  const wrong = textOf(facts['field'])
  const what =
    missing.length > 0
      ? `thiếu ${missing.join(', ')}`
      : wrong === ''
        ? 'có dòng không đúng dạng'
        : `mục “${wrong}” ${facts['twice'] === undefined ? 'không dùng được' : 'có hơn một lần'}`
  const expected = textOf(facts['expected']) || listOf(facts['known'])
  return `Phần mở đầu của tệp ${what}${expected === '' ? '' : ` (cần: ${expected})`}. Đề nghị ghi đủ biểu, phiên bản, đơn vị, kỳ, lần gửi, có phát sinh hay không rồi gửi lại.`
}

const readerKilled: Sentence = () =>
  'Tệp không đọc xong trong thời gian và bộ nhớ cho phép nên đã dừng. Đề nghị chép số liệu sang bộ biểu mới do hệ thống cấp rồi gửi lại.'

/** What is wrong with a file as a whole. */
export const fileSentences = {
  unreadable,
  'unknown-file': unknownFile,
  'too-large': tooLarge,
  'hostile-file': hostileFile,
  'damaged-file': damagedFile,
  password,
  'old-format': oldFormat,
  'other-office-format': otherOfficeFormat,
  'document-alone': documentAlone,
  macro,
  secret,
  'empty-workbook': emptyWorkbook,
  'no-known-form': noKnownForm,
  'bad-encoding': badEncoding,
  'bad-envelope': badEnvelope,
  'reader-killed': readerKilled,
} satisfies Partial<Record<ProblemCode, Sentence>>

const fonts: Readonly<Record<string, string>> = {
  TCVN3: '.VnTime',
  VNI: 'VNI-Times',
}

const unread: Readonly<Record<string, string>> = {
  folder: 'Đây là thư mục, không phải tệp.',
  pipe: 'Đây là đường ống dữ liệu, không phải tệp.',
  socket: 'Đây là cổng kết nối, không phải tệp.',
  device: 'Đây là thiết bị, không phải tệp.',
  link: 'Liên kết không dẫn đến tệp nào.',
  closed: 'Tệp không cho phép đọc.',
  name: 'Tên tệp không dùng bảng mã Unicode nên không tìm được tệp; cần đổi tên tệp.',
}

const limits: Readonly<Record<string, string>> = {
  fileBytes: 'dung lượng tệp (byte)',
  entries: 'số thành phần bên trong tệp',
  inflatedBytes: 'dung lượng sau giải nén (byte)',
  ratio: 'tỷ lệ nén',
  sheets: 'số trang tính',
  rows: 'số dòng của một trang tính',
  columns: 'số cột của một trang tính',
  cells: 'số ô có nội dung',
  textLength: 'số ký tự của một ô',
  merges: 'số vùng gộp ô',
  mergeArea: 'số ô của một vùng gộp',
}

const packed = ['tệp nén', 'giải nén rồi gửi từng tệp bộ biểu .xlsx'] as const
const picture = ['ảnh hoặc bản quét', 'gửi bộ biểu .xlsx có số liệu, không gửi ảnh chụp'] as const
const kinds: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  zip: packed,
  rar: packed,
  '7z': packed,
  gzip: packed,
  pdf: ['bản PDF', 'gửi bộ biểu .xlsx có số liệu, không gửi bản quét'],
  png: picture,
  jpeg: picture,
  gif: picture,
  tiff: picture,
  bmp: picture,
}

const formats: Readonly<Record<string, string>> = {
  docx: 'Word (.docx)',
  pdf: 'PDF (.pdf)',
  doc: 'Word cũ (.doc)',
  pptx: 'PowerPoint (.pptx)',
  ppt: 'PowerPoint cũ (.ppt)',
  xlsb: 'Excel nhị phân (.xlsb)',
  ods: 'OpenDocument (.ods)',
  numbers: 'Apple Numbers',
  html: 'trang web lưu dưới tên .xls',
  mht: 'trang web (.mht) hoặc thư điện tử',
  rtf: 'văn bản .rtf',
  slk: 'Excel SYLK (.slk)',
  'xml-2003': 'Excel XML 2003',
}
