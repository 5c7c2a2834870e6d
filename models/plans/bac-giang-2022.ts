import {
  communicationReach,
  counsellingCoverage,
  jobIntroductionCoverage,
  legalSupportCoverage,
  modelCoverage,
  papersCoverage,
  preReleaseInformationCoverage,
  preReleaseTrainingCoverage,
  receptionCoverage,
  reoffendingRate,
  trainedOrNewJobShare,
} from '../indicators/index.ts'
import { bodies } from './bac-giang-2022-bodies.ts'
import { openParameters } from './bac-giang-2022-open.ts'
import { qualitative } from './bac-giang-2022-qualitative.ts'
import { collection, facilities, obligations, taken } from './bac-giang-2022-reporting.ts'
import { definePlan } from './plan.ts'

const provinceOnly = { level: 'province' } as const
/** What commune registers tell, and what the committees of the districts answer for. */
const downToCommunes = { level: 'province', alsoAt: ['district', 'commune'] } as const
/** What is known only of districts, because their committees report it. */
const downToDistricts = { level: 'province', alsoAt: ['district'] } as const

/**
 * Bắc Giang's plan of 2022: month and year, province, 10 districts and 209 communes, eleven numeric targets.
 *
 * The head of the paper is lost: number and date are not in the text; place and issuer follow from who signed.
 */
export const bacGiang2022 = definePlan({
  id: 'bac-giang-2022',
  document: {
    number: null,
    date: null,
    place: 'Bắc Giang',
    issuer: 'Ủy ban nhân dân tỉnh Bắc Giang',
    title:
      'Thực hiện Đề án “Nâng cao chất lượng, hiệu quả công tác tái hoà nhập cộng đồng trên địa bàn tỉnh, giai đoạn 2021-2025” năm 2022',
    bases: [
      'Đề án “Nâng cao chất lượng, hiệu quả công tác tái hoà nhập cộng đồng trên địa bàn tỉnh, giai đoạn 2021 - 2025”',
      'Nghị định số 49/2020/NĐ-CP ngày 17/4/2020 của Chính phủ',
      'Chỉ thị số 33/CT-TTg ngày 05/12/2018 của Thủ tướng Chính phủ',
    ],
    signer: { title: 'Chủ tịch', name: 'Lê Ánh Dương' },
  },
  provinceCode: '24',
  unitsOn: '2022-03-14',
  years: [2022],
  windows: {
    family: 'pol',
    status: 'inferred',
    reason:
      'Kế hoạch không nêu ngày chốt số liệu; hạn trước ngày 16 hằng tháng và trước 15/11/2022 (mục IV.1) khớp kỳ báo cáo của ngành Công an, năm từ 15/11/2021 đến 14/11/2022',
    cycle: 'month',
  },
  committees: 'district',
  populations: [
    {
      id: 'returnee',
      words: 'Người chấp hành xong án phạt tù trở về địa phương',
      clause: 'II.1, II.3',
    },
    {
      id: 'inmate',
      words:
        'Phạm nhân chấp hành án tại Trại tạm giam Công an tỉnh, nhà tạm giữ Công an các địa phương',
      clause: 'II.5, II.6',
    },
  ],
  openParameters,
  targets: [
    {
      id: 'T01',
      indicator: communicationReach,
      all: true,
      ...downToDistricts,
      clause: 'II.1',
      statement:
        'Tuyên truyền đến 100% cán bộ, công chức và người dân trong độ tuổi trưởng thành về công tác tái hòa nhập cộng đồng',
    },
    {
      id: 'T02',
      indicator: reoffendingRate,
      with: { stage: 'prosecuted', population: 'managed' },
      below: [3, 100],
      ...downToCommunes,
      clause: 'II.2',
      statement: 'Tỷ lệ người chấp hành xong án phạt tù tái phạm tội năm 2022 dưới 3%',
    },
    {
      id: 'T03a',
      indicator: receptionCoverage,
      with: { notices: 'release-notice' },
      all: true,
      ...downToCommunes,
      clause: 'II.3',
      statement:
        '100% người trở về địa phương năm 2022 được tiếp nhận và thực hiện quy trình quản lý, giáo dục, giúp đỡ',
    },
    {
      id: 'T03b',
      indicator: counsellingCoverage,
      with: { kind: 'legal', basis: 'tally' },
      all: true,
      ...downToDistricts,
      clause: 'II.3',
      statement: '100% người trở về địa phương năm 2022 được tư vấn, trợ giúp về pháp lý',
    },
    {
      id: 'T03c',
      indicator: legalSupportCoverage,
      with: { of: 'in-need' },
      all: true,
      ...downToCommunes,
      clause: 'II.3',
      statement: '100% người trở về địa phương năm 2022 được hỗ trợ các thủ tục pháp lý',
    },
    {
      id: 'T03d',
      indicator: papersCoverage,
      with: { of: 'in-need' },
      all: true,
      ...downToCommunes,
      clause: 'II.3',
      statement: '100% người trở về địa phương năm 2022 được cấp các giấy tờ liên quan đến cá nhân',
    },
    {
      id: 'T03e',
      indicator: jobIntroductionCoverage,
      all: true,
      ...downToCommunes,
      clause: 'II.3',
      statement: '100% người trở về địa phương năm 2022 được quan tâm giới thiệu việc làm',
    },
    {
      id: 'T03f',
      indicator: trainedOrNewJobShare,
      between: [
        [20, 100],
        [25, 100],
      ],
      ...downToCommunes,
      clause: 'II.3',
      statement:
        'Từ 20-25% người trở về địa phương năm 2022 được bồi dưỡng, đào tạo nghề, tìm được việc làm mới',
    },
    {
      id: 'T06a',
      indicator: preReleaseInformationCoverage,
      all: true,
      ...provinceOnly,
      clause: 'II.6',
      statement:
        '100% phạm nhân tại Trại tạm giam Công an tỉnh, nhà tạm giữ Công an các địa phương được tuyên truyền, tư vấn pháp luật, kỹ năng tìm kiếm việc làm',
    },
    {
      id: 'T06b',
      indicator: preReleaseTrainingCoverage,
      with: { facility: 'trai-tam-giam' },
      all: true,
      ...provinceOnly,
      clause: 'II.6',
      statement:
        '100% phạm nhân tại Trại tạm giam Công an tỉnh trong độ tuổi lao động được đào tạo nghề phù hợp với nhu cầu thị trường lao động',
    },
    {
      id: 'T07',
      indicator: modelCoverage,
      with: { level: 'district' },
      all: true,
      ...downToDistricts,
      clause: 'II.7',
      statement:
        '100% các huyện, thành phố xây dựng được mô hình quản lý, giáo dục, giúp đỡ người chấp hành xong án phạt tù',
    },
  ],
  qualitative,
  bodies,
  facilities,
  obligations,
  collection,
  taken,
})
