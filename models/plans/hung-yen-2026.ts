import { bodies } from './hung-yen-2026-bodies.ts'
import { narrative } from './hung-yen-2026-narrative.ts'
import { openParameters } from './hung-yen-2026-open.ts'
import { qualitative } from './hung-yen-2026-qualitative.ts'
import { collection, obligations, reviews, taken } from './hung-yen-2026-reporting.ts'
import { definePlan } from './plan.ts'

/**
 * Hưng Yên's plan of 2026: two reviews, once, province and 104 communes, no numeric target and no year of its own.
 *
 * Number and day are blank; its units are those of the first day of February 2026, the month that the text names. The text calls the
 * review both tổng kết and sơ kết, and numbers its sections I, II, IV.
 */
export const hungYen2026 = definePlan({
  id: 'hung-yen-2026',
  document: {
    number: null,
    date: null,
    asWritten: { number: '/KH-UBND', date: 'ngày tháng 02 năm 2026' },
    place: 'Hưng Yên',
    issuer: 'Ủy ban nhân dân tỉnh Hưng Yên',
    title:
      'Tổng kết 05 năm thực hiện Nghị định số 49/2020/NĐ-CP ngày 17/4/2020 của Chính phủ và 02 năm thực hiện Quyết định số 22/2023/QĐ-TTg ngày 17/8/2023 của Thủ tướng Chính phủ',
    bases: [
      'Kế hoạch số 42/KH-BCA-C11 ngày 20/01/2026 của Bộ Công an',
      'Nghị định số 49/2020/NĐ-CP ngày 17/4/2020 của Chính phủ',
      'Quyết định số 22/2023/QĐ-TTg ngày 17/8/2023 của Thủ tướng Chính phủ',
    ],
    signer: { title: 'KT. Chủ tịch, Phó Chủ tịch Thường trực', name: 'Nguyễn Lê Huy' },
  },
  provinceCode: '33',
  unitsOn: '2026-02-01',
  years: [],
  windows: {
    family: 'cal',
    status: 'stated',
    reason:
      'Mục II.1.2 nêu rõ mốc thời gian: từ 15/6/2020 (Nghị định số 49/2020/NĐ-CP) và từ 10/10/2023 (Quyết định số 22/2023/QĐ-TTg), cùng đến 14/01/2026',
    cycle: 'review',
    reviews,
  },
  committees: 'commune',
  populations: [
    {
      id: 'returnee',
      words:
        'Người chấp hành xong hình phạt tù, người được đặc xá (mục về Hội Luật gia: cả người được tha tù trước thời hạn có điều kiện)',
      clause: 'I.1, II.1',
    },
    {
      id: 'inmate',
      words:
        'Phạm nhân trong trại tạm giam, phân trại tạm giam; phạm nhân là quân nhân, công nhân viên quốc phòng',
      clause: 'II.1.2, II.1.5',
    },
  ],
  openParameters,
  targets: [],
  qualitative,
  bodies,
  facilities: [{ slug: 'trai-tam-giam', name: 'Trại tạm giam Công an tỉnh' }],
  obligations,
  collection,
  taken,
  narrative,
})
