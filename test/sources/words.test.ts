import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { masked, type Problem, type ProblemCode } from '#sources/problem.ts'
import { messageOf, outcomeTitles } from '#sources/words.ts'

const codes = [
  ...readFileSync(new URL('../../sources/problem.ts', import.meta.url), 'utf8').matchAll(
    /^ {2}\| '([a-z-]+)'$/gm,
  ),
].map(([, code]) => code as ProblemCode)

function problem(code: ProblemCode, changes: Partial<Problem> = {}): Problem {
  const bare = {
    code,
    severity: 'error',
    sheet: null,
    cell: null,
    field: null,
    value: null,
    personal: false,
    facts: {},
  } as const
  return { ...bare, ...changes }
}

const inSheet = { sheet: '01.Danh sach', cell: 'H9' } as const

describe('sentences', () => {
  test('there is one for every code', () => {
    expect(codes.length).toBeGreaterThan(50)
    for (const code of codes) expect(messageOf(problem(code))).toMatch(/^\p{Lu}.*\.$/u)
  })

  test.each(codes)('%s reads well even when its facts were masked away', (code) => {
    const whole = problem(code, {
      ...inSheet,
      field: 'national_id',
      value: '024085000001',
      personal: true,
      facts: { nearest: ['07210'] },
    })
    const sentence = messageOf(masked(whole))
    expect(sentence).not.toMatch(
      /undefined|null|NaN|“”|\(\)| {2}|024085000001|07210| [.,:;](?!xls)/,
    )
    expect(sentence.startsWith('Trang “01.Danh sach”, ô H9')).toBe(true)
  })

  test.each<readonly [Problem, string]>([
    [
      problem('not-a-choice', {
        ...inSheet,
        field: 'sex',
        value: 'abc',
        facts: { choices: ['Nam', 'Nữ'] },
      }),
      'Trang “01.Danh sach”, ô H9, cột “Giới tính”: “abc” không có trong danh mục. Đề nghị chọn một trong: Nam; Nữ.',
    ],
    [
      problem('not-a-date', { ...inSheet, cell: 'K9', field: 'release_date', value: 'hôm qua' }),
      'Trang “01.Danh sach”, ô K9, cột “Ngày ra trại (được tha, được đặc xá)”: “hôm qua” không phải là ngày. Đề nghị ghi ngày/tháng/năm đủ bốn chữ số của năm, ví dụ 05/01/2026.',
    ],
    [
      problem('date-order', {
        ...inSheet,
        field: 'arrived_on',
        value: '19/12/2025',
        facts: { other: 'Ngày ra trại', otherCell: 'K9', otherValue: '2025-12-20' },
      }),
      'Trang “01.Danh sach”, ô H9, cột “Ngày về cư trú (ngày đến)”: ngày 19/12/2025 sớm hơn “Ngày ra trại” (ô K9: 20/12/2025). Đề nghị kiểm tra lại hai ngày.',
    ],
    [
      problem('exceeds', {
        sheet: '06.Tuyen truyen',
        cell: 'D9',
        field: 'adults_reached',
        value: '5000',
        facts: { other: 'Tổng số', otherCell: 'C9', otherValue: 4500 },
      }),
      'Trang “06.Tuyen truyen”, ô D9, cột “Số người từ đủ 18 tuổi đã được tuyên truyền (lũy kế, không trùng)”: “5000” lớn hơn “Tổng số” (ô C9: 4.500). Đề nghị kiểm tra lại hai số.',
    ],
    [
      problem('unknown-commune', {
        ...inSheet,
        field: 'moved_to',
        value: 'Bắc Gian',
        facts: { nearest: ['07210 phường Bắc Giang'] },
      }),
      'Trang “01.Danh sach”, ô H9, cột “Xã, phường chuyển đến (nơi mới)”: “Bắc Gian” không có trong danh mục xã, phường ở thời điểm cuối kỳ (gần nhất: 07210 phường Bắc Giang). Đề nghị ghi mã 5 chữ số hoặc đúng tên xã, phường.',
    ],
    [
      problem('ambiguous-number', {
        ...inSheet,
        field: 'birth_year',
        value: '1.234',
        facts: { readings: ['1.234', '1,234'] },
      }),
      'Trang “01.Danh sach”, ô H9, cột “Năm sinh”: “1.234” có thể là 1.234 hoặc 1,234 nên chưa rõ là số nào. Đề nghị ghi liền, không có dấu chấm hoặc dấu phẩy phân cách, ví dụ 1234.',
    ],
    [
      problem('cover-field-missing', { sheet: '00.Thong tin', cell: 'B11', field: 'revision_no' }),
      'Trang “00.Thong tin”, ô B11, mục “Lần gửi”: chưa ghi nội dung bắt buộc này. Đề nghị bổ sung rồi gửi lại.',
    ],
    [
      problem('data-to-early', {
        sheet: '00.Thong tin',
        cell: 'B9',
        field: 'data_to',
        value: '10/1/2026',
        facts: { last: '2026-01-14' },
      }),
      'Trang “00.Thong tin”, ô B9, mục “Số liệu tính đến hết ngày”: chưa đủ kỳ: số liệu mới tính đến ngày 10/1/2026, ngày cuối kỳ là 14/1/2026. Báo cáo vẫn được nhận; đề nghị gửi báo cáo thay thế khi đủ kỳ.',
    ],
    [
      problem('secret'),
      'Văn bản có độ mật không gửi qua hệ thống này. Đề nghị gửi theo quy định về bảo vệ bí mật nhà nước.',
    ],
    [
      problem('column-missing', {
        sheet: '01.Danh sach',
        field: 'sex',
        facts: { header: 'Giới tính', nearest: ['Giới'] },
      }),
      'Trang “01.Danh sach”: thiếu cột “Giới tính” (gần giống: “Giới”). Đề nghị khôi phục cột này, giữ nguyên tiêu đề, rồi gửi lại.',
    ],
    [
      problem('column-twice', {
        sheet: '01.Danh sach',
        cell: 'AZ7',
        field: 'sex',
        facts: { header: 'Giới tính', cells: ['H7', 'AZ7'] },
      }),
      'Trang “01.Danh sach”, ô AZ7: cột “Giới tính” có hơn một lần (H7, AZ7) nên chưa biết lấy cột nào. Đề nghị chỉ giữ một cột.',
    ],
    [
      problem('sum-differs', {
        sheet: '07.Truoc khi ra trai',
        cell: 'I9',
        field: 'released',
        value: '5',
        facts: { sum: 4, parts: ['– Được đặc xá', 'Khác'] },
      }),
      'Trang “07.Truoc khi ra trai”, ô I9, cột “Số phạm nhân ra trại trong kỳ”: “5” khác tổng (4) của “Được đặc xá”, “Khác”. Đề nghị kiểm tra lại.',
    ],
    [
      problem('sum-differs', {
        sheet: '09.An tai cong dong',
        cell: 'H9',
        field: 'closing',
        value: '32',
        facts: { sum: 31, parts: ['Đầu kỳ', 'Tăng trong kỳ'], less: ['Giảm trong kỳ'] },
      }),
      'Trang “09.An tai cong dong”, ô H9, cột “Cuối kỳ”: “32” khác kết quả (31) của tổng “Đầu kỳ”, “Tăng trong kỳ” trừ “Giảm trong kỳ”. Đề nghị kiểm tra lại.',
    ],
    [
      problem('parts-exceed', {
        sheet: '11.Tong hop',
        cell: 'D18',
        field: 'count',
        value: '102',
        facts: { sum: 1103, parts: ['Xếp loại A', 'Xếp loại B'] },
      }),
      'Trang “11.Tong hop”, ô D18, cột “Số trong kỳ”: “102” nhỏ hơn tổng (1.103) của “Xếp loại A”, “Xếp loại B”. Đề nghị kiểm tra lại.',
    ],
    [
      problem('exceeds', {
        sheet: '08.Tin dung',
        cell: 'J9',
        field: 'overdue',
        value: '12,5',
        facts: { other: 'Dư nợ cuối kỳ (triệu đồng)', otherCell: 'I9', otherValue: '12,4' },
      }),
      'Trang “08.Tin dung”, ô J9, cột “Trong đó: nợ quá hạn (triệu đồng)”: “12,5” lớn hơn “Dư nợ cuối kỳ (triệu đồng)” (ô I9: 12,4). Đề nghị kiểm tra lại hai số.',
    ],
    [
      problem('category-missing', { sheet: '11.Tong hop', facts: { missing: ['2a', '9'] } }),
      'Trang “11.Tong hop”: biểu thiếu dòng: 2a, 9. Đề nghị ghi đủ các dòng, không phát sinh thì ghi 0.',
    ],
    [
      problem('wrong-version', { sheet: '01.Danh sach', facts: { version: 2, expected: 1 } }),
      'Trang “01.Danh sach”: biểu mẫu không phải phiên bản đang dùng (phiên bản 2, hệ thống đang dùng phiên bản 1). Đề nghị tải bộ biểu mới, chép số liệu sang rồi gửi lại.',
    ],
    [
      problem('required-when', {
        ...inSheet,
        cell: 'W9',
        field: 'not_received_reason',
        facts: { when: 'chưa có ngày tiếp nhận, lập hồ sơ quản lý' },
      }),
      'Trang “01.Danh sach”, ô W9, cột “Lý do chưa tiếp nhận”: bỏ trống trong khi chưa có ngày tiếp nhận, lập hồ sơ quản lý. Đề nghị bổ sung.',
    ],
    [
      problem('too-large', { facts: { limit: 'rows', most: 20000 } }),
      'Tệp vượt giới hạn tiếp nhận: số dòng của một trang tính, tối đa 20.000. Đề nghị xóa phần thừa ngoài biểu rồi gửi lại.',
    ],
    [
      problem('bad-envelope', { facts: { missing: ['form', 'nil'], known: ['form', 'version'] } }),
      'Phần mở đầu của tệp thiếu form, nil (cần: form, version). Đề nghị ghi đủ biểu, phiên bản, đơn vị, kỳ, lần gửi, có phát sinh hay không rồi gửi lại.',
    ],
    [
      problem('unknown-reporter', {
        field: 'reporter',
        value: 'agency:x',
        facts: { nearest: ['agency:y'] },
      }),
      'Mục “reporter”: đơn vị “agency:x” không có trong danh sách đơn vị báo cáo của kế hoạch (gần nhất: agency:y). Đề nghị kiểm tra mã đơn vị và cơ quan lập biểu.',
    ],
    [
      problem('out-of-range', {
        ...inSheet,
        cell: 'G9',
        field: 'birth_year',
        value: '2020',
        facts: { least: 1926, most: 2012 },
      }),
      'Trang “01.Danh sach”, ô G9, cột “Năm sinh”: “2020” nằm ngoài khoảng cho phép (từ 1926 đến 2012). Đề nghị kiểm tra lại.',
    ],
  ])('%#', (given, sentence) => {
    expect(messageOf(given)).toBe(sentence)
  })

  test('a masked value stays masked', () => {
    const whole = problem('id-disagrees', {
      ...inSheet,
      cell: 'D9',
      field: 'national_id',
      value: '024085000001',
      personal: true,
      facts: { reason: 'sex' },
    })
    expect(messageOf(whole)).toContain('“024085000001” không khớp với giới tính đã ghi')
    expect(messageOf(masked(whole))).toContain('‹12 chữ số›')
  })
})

test('titles are those of officials', () => {
  expect(outcomeTitles).toEqual({
    accepted: 'Đã tiếp nhận',
    partial: 'Tiếp nhận một phần, đề nghị chỉnh lý',
    rejected: 'Chưa tiếp nhận, đề nghị gửi lại',
  })
})
