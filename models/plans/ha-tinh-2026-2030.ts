import {
  creditAdviceCoverage,
  creditListingCoverage,
  digitisationCoverage,
  employmentRate,
  jobInformationCoverage,
  largeCaseloadExemplarCoverage,
  largeCaseloadModelCoverage,
} from '../indicators/index.ts'
import { bodies } from './ha-tinh-2026-2030-bodies.ts'
import { openParameters } from './ha-tinh-2026-2030-open.ts'
import { qualitative } from './ha-tinh-2026-2030-qualitative.ts'
import { collection, obligations, taken, years } from './ha-tinh-2026-2030-reporting.ts'
import { definePlan } from './plan.ts'

const downToCommunes = { level: 'province', alsoAt: ['commune'] } as const

/**
 * Hà Tĩnh's plan of 2026–2030: half-year and year, province and 69 communes, seven numeric targets over two populations.
 *
 * Number and day are blank in the text; its units are those of 26/3/2026, the day of the proposal that it answers and the last day it names.
 */
export const haTinh2026To2030 = definePlan({
  id: 'ha-tinh-2026-2030',
  document: {
    number: null,
    date: null,
    asWritten: { number: '/KH-UBND', date: 'ngày tháng năm 2026' },
    place: 'Hà Tĩnh',
    issuer: 'Ủy ban nhân dân tỉnh Hà Tĩnh',
    title:
      'Triển khai thực hiện công tác thi hành án hình sự tại cộng đồng và tái hòa nhập cộng đồng trên địa bàn tỉnh Hà Tĩnh giai đoạn 2026 - 2030',
    bases: [
      'Nghị quyết số 60-NQ/TW ngày 12/4/2025 của Ban Chấp hành Trung ương Đảng',
      'Văn bản số 511/BCA-C11 ngày 06/02/2026 của Bộ Công an',
      'Tờ trình số 68/TTr-CAT-THAHS&HTTP ngày 26/3/2026 của Công an tỉnh',
      'Luật Thi hành án hình sự năm 2019 (được thay thế bằng Luật Thi hành án hình sự năm 2025 từ ngày 01/7/2026)',
      'Nghị định số 49/2020/NĐ-CP ngày 17/4/2020 của Chính phủ',
      'Chỉ thị số 33/CT-TTg ngày 05/12/2018 của Thủ tướng Chính phủ',
      'Quyết định số 2489/QĐ-UBND ngày 05/8/2020 của UBND tỉnh Hà Tĩnh',
      'Kế hoạch số 520/KH-UBND ngày 22/11/2023 của UBND tỉnh Hà Tĩnh',
      'Quyết định số 22/2023/QĐ-TTg ngày 17/8/2023 của Thủ tướng Chính phủ',
    ],
    signer: { title: 'KT. Chủ tịch, Phó Chủ tịch', name: 'Trần Báu Hà' },
  },
  provinceCode: '42',
  unitsOn: '2026-03-26',
  years,
  windows: {
    family: 'pol',
    status: 'inferred',
    reason:
      'Kế hoạch không nêu kỳ số liệu; hạn trước 01/6 và trước 01/12 (mục IV.1) đến sau kỳ 6 tháng và năm của ngành Công an (chốt ngày 14/5 và 14/11) khoảng nửa tháng, đủ để tổng hợp; kỳ báo cáo hành chính (14/6, 14/12) và năm dương lịch chốt sau hạn gửi',
    cycle: 'half-year',
  },
  committees: 'commune',
  populations: [
    {
      id: 'returnee',
      words: 'Người chấp hành xong án phạt tù về cư trú tại địa phương',
      clause: 'III.2, III.12.6',
    },
    {
      id: 'community-sentence',
      words: 'Người chấp hành án hình sự tại cộng đồng',
      clause: 'II.4, III.2',
    },
    {
      id: 'other-measure',
      words:
        'Người chấp hành xong quyết định đưa vào cơ sở giáo dục bắt buộc, trường giáo dưỡng, quyết định cai nghiện; người bị áp dụng biện pháp giáo dục tại xã, phường',
      clause: 'III.12.3, III.12.5',
    },
  ],
  openParameters,
  targets: [
    {
      id: 'T01',
      indicator: digitisationCoverage,
      with: { population: 'both' },
      all: true,
      deadline: { kind: 'roadmap', of: 'Bộ Công an' },
      ...downToCommunes,
      clause: 'II.5',
      statement:
        'Số hóa 100% hồ sơ thi hành án hình sự tại cộng đồng và tái hòa nhập cộng đồng (lộ trình theo chỉ đạo của Bộ Công an)',
    },
    {
      id: 'T02',
      indicator: jobInformationCoverage,
      with: { population: 'both' },
      all: true,
      ...downToCommunes,
      clause: 'III.2',
      statement:
        '100% người chấp hành xong án phạt tù, người chấp hành án hình sự tại cộng đồng có nhu cầu được tiếp cận thông tin việc làm',
    },
    {
      id: 'T03',
      indicator: employmentRate,
      with: { of: 'stock' },
      atLeast: [70, 100],
      striving: true,
      ...downToCommunes,
      clause: 'III.2',
      statement:
        'Phấn đấu 70% người chấp hành xong án phạt tù trở về địa phương có việc làm, ổn định cuộc sống',
    },
    {
      id: 'T04a',
      indicator: largeCaseloadModelCoverage,
      with: { threshold: '10', rating: 'tieu_bieu' },
      all: true,
      striving: true,
      ...downToCommunes,
      clause: 'III.12.4',
      statement:
        'Mỗi đơn vị cấp xã có từ 10 người chấp hành xong án phạt tù trở lên có ít nhất 01 mô hình tiêu biểu',
    },
    {
      id: 'T04b',
      indicator: largeCaseloadExemplarCoverage,
      with: { threshold: '10' },
      all: true,
      striving: true,
      ...downToCommunes,
      clause: 'III.12.4',
      statement:
        'Mỗi đơn vị cấp xã có từ 10 người chấp hành xong án phạt tù trở lên có ít nhất 01 cá nhân điển hình',
    },
    {
      id: 'T05',
      indicator: creditAdviceCoverage,
      with: { of: 'stock' },
      all: true,
      ...downToCommunes,
      clause: 'III.12.6',
      statement: '100% người chấp hành xong án phạt tù về cư trú được tư vấn chính sách',
    },
    {
      id: 'T06',
      indicator: creditListingCoverage,
      all: true,
      ...downToCommunes,
      clause: 'III.12.6',
      statement:
        '100% trường hợp đủ điều kiện có nhu cầu vay vốn được hướng dẫn, lập danh sách gửi Ngân hàng Chính sách xã hội',
    },
  ],
  qualitative,
  bodies,
  facilities: [{ slug: 'trai-tam-giam', name: 'Trại tạm giam Công an tỉnh' }],
  obligations,
  collection,
  taken,
})
