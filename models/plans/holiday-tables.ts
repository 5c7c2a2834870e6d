import type { CalendarDate } from '#sources/vocabulary/date.ts'

/** Days off on weekdays, and Saturdays worked in exchange, of one year. */
export interface HolidayYear {
  readonly off: readonly CalendarDate[]
  readonly worked: readonly CalendarDate[]
}

/**
 * Leave of state offices by year, weekdays only. The days are those of Bộ luật Lao động 2019, Điều 112; one that falls on a weekend
 * is made up on the next working day (Điều 111, khoản 3). Which days of Tết and Quốc khánh, and what is exchanged, is announced each
 * year; the announcements as the press and portals tell of them, their own text was not at hand. No table: "chưa có lịch nghỉ".
 *
 * 2022: công văn of Văn phòng Chính phủ of 11/1/2022: Tết Nhâm Dần 31/1–4/2; 1/1 (Saturday) made up on 3/1, Giỗ Tổ 10/4 (Sunday) on
 * 11/4, 30/4 and 1/5 (a weekend) on 2/5 and 3/5; Quốc khánh 1–2/9. Nothing exchanged.
 *
 * 2023: công văn 8056/VPCP-KGVX of 1/12/2022: Tết Quý Mão 20–26/1, Quốc khánh 1–4/9; 1/1 (Sunday) made up on 2/1, Giỗ Tổ 29/4
 * (Saturday) and 30/4 (Sunday) on 2/5 and 3/5. Nothing exchanged.
 *
 * 2024: notice of the Ministry of Labour: Tết Giáp Thìn 8–14/2, Quốc khánh 31/8–3/9; Giỗ Tổ 18/4; công văn 2450/VPCP-KGVX of 12/4/2024
 * exchanges Monday 29/4 for Saturday 4/5.
 *
 * 2025: công văn 8726/VPCP-KGVX of 26/11/2024: Tết Ất Tỵ 25/1–2/2, Quốc khánh 30/8–2/9, Friday 2/5 exchanged for Saturday 26/4;
 * Giỗ Tổ 7/4.
 *
 * 2026: notice of the Ministry of Home Affairs of 17/10/2025: Tết Bính Ngọ 14–22/2, Quốc khánh 29/8–2/9, Monday 31/8 exchanged for
 * Saturday 22/8; letter of Văn phòng Chính phủ of 25/12/2025: Friday 2/1 exchanged for Saturday 10/1; Giỗ Tổ 26/4 (Sunday) made up on
 * 27/4; Ngày Văn hóa Việt Nam 24/11, new this year (Nghị quyết 80-NQ/TW of 7/1/2026; the law that enacts it was not seen). Whether
 * Monday 23/11 was exchanged too could not be established: it counts as worked.
 */
export const years: Readonly<Record<string, HolidayYear>> = {
  '2022': {
    off: [
      '2022-01-03',
      '2022-01-31',
      '2022-02-01',
      '2022-02-02',
      '2022-02-03',
      '2022-02-04',
      '2022-04-11',
      '2022-05-02',
      '2022-05-03',
      '2022-09-01',
      '2022-09-02',
    ],
    worked: [],
  },
  '2023': {
    off: [
      '2023-01-02',
      '2023-01-20',
      '2023-01-23',
      '2023-01-24',
      '2023-01-25',
      '2023-01-26',
      '2023-05-01',
      '2023-05-02',
      '2023-05-03',
      '2023-09-01',
      '2023-09-04',
    ],
    worked: [],
  },
  '2024': {
    off: [
      '2024-01-01',
      '2024-02-08',
      '2024-02-09',
      '2024-02-12',
      '2024-02-13',
      '2024-02-14',
      '2024-04-18',
      '2024-04-29',
      '2024-04-30',
      '2024-05-01',
      '2024-09-02',
      '2024-09-03',
    ],
    worked: ['2024-05-04'],
  },
  '2025': {
    off: [
      '2025-01-01',
      '2025-01-27',
      '2025-01-28',
      '2025-01-29',
      '2025-01-30',
      '2025-01-31',
      '2025-04-07',
      '2025-04-30',
      '2025-05-01',
      '2025-05-02',
      '2025-09-01',
      '2025-09-02',
    ],
    worked: ['2025-04-26'],
  },
  '2026': {
    off: [
      '2026-01-01',
      '2026-01-02',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-04-27',
      '2026-04-30',
      '2026-05-01',
      '2026-08-31',
      '2026-09-01',
      '2026-09-02',
      '2026-11-24',
    ],
    worked: ['2026-01-10', '2026-08-22'],
  },
}
