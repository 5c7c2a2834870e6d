/** Choices that more than one form offers. */

/** Diện về địa phương. Source: Nghị định 49/2020/NĐ-CP, Điều 2. */
export const releaseBases = {
  chap_hanh_xong: 'Chấp hành xong án phạt tù',
  dac_xa: 'Được đặc xá',
  tha_tu_co_dieu_kien: 'Được tha tù trước thời hạn có điều kiện',
} as const

/** Rounds of amnesty; each new decision of the President adds one, and until then `khac` takes it. */
export const amnestyRounds = {
  '2025-2': 'Đợt 2/2025 (02/9)',
  '2025-1': 'Đợt 1/2025 (30/4)',
  '2024-1': 'Đợt năm 2024',
  '2022-1': 'Đợt năm 2022',
  '2021-1': 'Đợt năm 2021',
  khac: 'Đợt khác',
} as const
