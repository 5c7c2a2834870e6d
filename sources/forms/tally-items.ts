/** One mục of the tally: what is counted, in what, and how it stands to time. */
export interface TallyItem {
  /** `2a`: as officers see it. */
  readonly number: string
  readonly label: string
  readonly measure: string
  /** A stock is of the window's last day (or first): nothing adds up over the year. */
  readonly stock: boolean
}

const flow = (number: string, label: string, measure = 'người'): TallyItem => ({
  number,
  label,
  measure,
  stock: false,
})

const stock = (number: string, label: string, measure = 'người'): TallyItem => ({
  ...flow(number, label, measure),
  stock: true,
})

/** The mục of Biểu 11 in the order of the sheet. */
export const tallyItems = {
  managed_start: stock('1', 'Số người CHXAPT đang quản lý đầu kỳ'),
  returned: flow('2', 'Số người về cư trú trong kỳ (mới ra trại)'),
  returned_completed: flow('2a', '– Chấp hành xong án phạt tù'),
  returned_amnesty: flow('2b', '– Được đặc xá'),
  returned_conditional: flow('2c', '– Được tha tù trước thời hạn có điều kiện'),
  moved_in: flow('3', 'Số người chuyển đến'),
  moved_out: flow('4', 'Số người chuyển đi'),
  expunged: flow('5', 'Số người được xóa án tích'),
  died_or_other: flow('6', 'Số người chết, kết thúc quản lý vì lý do khác'),
  managed_end: stock('7', 'Số người đang quản lý cuối kỳ'),
  received: flow('8', 'Trong số về: đã tiếp nhận, thực hiện quy trình quản lý, giáo dục, giúp đỡ'),
  counselled: flow('9', 'Trong số về: được tư vấn, trợ giúp về tâm lý'),
  law_helped: flow('10', 'Trong số về: được tư vấn, trợ giúp về pháp lý'),
  procedures: flow('11', 'Trong số về: được hỗ trợ các thủ tục pháp lý'),
  papers: flow('12', 'Trong số về: được cấp giấy tờ liên quan đến cá nhân'),
  job_introduced: flow('13', 'Trong số về: được quan tâm giới thiệu việc làm'),
  trained_or_placed: flow(
    '14',
    'Trong số về: được bồi dưỡng, đào tạo nghề hoặc tìm được việc làm mới (mỗi người tính 1 lần)',
  ),
  trained: flow('14a', '– Được bồi dưỡng, đào tạo nghề'),
  placed: flow('14b', '– Tìm được việc làm mới'),
  job_need: stock('15', 'Số người có nhu cầu thông tin việc làm'),
  job_informed: stock('16', 'Số người có nhu cầu được tiếp cận thông tin việc làm'),
  employed_stable: stock('17', 'Số người có việc làm, ổn định cuộc sống'),
  credit_advised: stock('18', 'Số người được tư vấn chính sách tín dụng'),
  loan_eligible_need: stock('19', 'Số người đủ điều kiện, có nhu cầu vay'),
  loan_listed: stock('20', 'Số người đủ điều kiện, có nhu cầu vay đã hướng dẫn, lập danh sách'),
  prosecuted: flow('21', 'Số người bị khởi tố về hành vi phạm tội mới'),
  admin_violations: flow('22', 'Số người vi phạm pháp luật bị xử lý hành chính'),
  group_a: stock('23', 'Xếp loại A'),
  group_b: stock('24', 'Xếp loại B'),
  group_c: stock('25', 'Xếp loại C'),
  group_d: stock('26', 'Xếp loại D'),
  helpers: stock('27', 'Số người được phân công giúp đỡ'),
  models: stock('28', 'Số mô hình đang hoạt động', 'mô hình'),
  models_outstanding: stock('28a', 'Trong đó: mô hình tiêu biểu', 'mô hình'),
  exemplars_person: stock('29', 'Số cá nhân điển hình'),
  exemplars_group: stock('30', 'Số tập thể điển hình', 'tập thể'),
  files: stock('31', 'Số hồ sơ', 'hồ sơ'),
  files_digitised: stock('31a', 'Số hồ sơ đã số hóa', 'hồ sơ'),
  trainings: flow('32', 'Số lớp tập huấn, bồi dưỡng nghiệp vụ', 'lớp'),
} as const satisfies Readonly<Record<string, TallyItem>>

export type TallyItemId = keyof typeof tallyItems
