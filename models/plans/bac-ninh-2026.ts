import {
  communicationReach,
  counsellingCoverage,
  exemplarCoverage,
  jobIntroductionCoverage,
  legalSupportCoverage,
  modelCoverage,
  papersCoverage,
  preReleasePreparationCoverage,
  receptionCoverage,
  reoffendingRate,
} from '../indicators/index.ts'
import { bodies } from './bac-ninh-2026-bodies.ts'
import { definePlan } from './plan.ts'

const directive = {
  basis: 'directive',
  beforeDay: 18,
  reference: 'theo hướng dẫn của Công an tỉnh',
} as const

const recipient = 'Công an tỉnh (qua Phòng Cảnh sát thi hành án hình sự và hỗ trợ tư pháp)'

/** Bắc Ninh's plan of 2026: quarter and year, province and 99 communes, ten numeric targets. */
export const bacNinh2026 = definePlan({
  id: 'bac-ninh-2026',
  document: {
    number: '195/KH-UBND',
    date: '2026-05-29',
    place: 'Bắc Ninh',
    issuer: 'Ủy ban nhân dân tỉnh Bắc Ninh',
    title:
      'Thực hiện Đề án “Nâng cao chất lượng, hiệu quả công tác tái hòa nhập cộng đồng trên địa bàn tỉnh, giai đoạn 2026 - 2031” năm 2026',
    bases: [
      'Quyết định số 1013/QĐ-UBND ngày 23/4/2026 của Chủ tịch UBND tỉnh Bắc Ninh',
      'Nghị định số 49/2020/NĐ-CP ngày 17/4/2020 của Chính phủ',
      'Quyết định số 22/2023/QĐ-TTg ngày 17/8/2023 của Thủ tướng Chính phủ',
    ],
    signer: { title: 'Chủ tịch', name: 'Phạm Hoàng Sơn' },
  },
  provinceCode: '24',
  unitsOn: '2026-05-29',
  years: [2026],
  windows: {
    family: 'adm',
    status: 'inferred',
    reason:
      'Kế hoạch không nêu ngày chốt số liệu; các hạn 15/6, 15/9, 15/12 (mục IV.2) khớp kỳ báo cáo của Nghị định 09/2019/NĐ-CP, Điều 12',
  },
  populations: [
    {
      id: 'returnee',
      words:
        'Người chấp hành xong án phạt tù, người được đặc xá, người được tha tù trước thời hạn có điều kiện',
      clause: 'II.1',
    },
    {
      id: 'inmate',
      words:
        'Phạm nhân đang chấp hành án phạt tù tại các cơ sở giam giữ thuộc Công an tỉnh, phạm nhân trước khi chấp hành xong án phạt tù',
      clause: 'II.4, II.5',
    },
  ],
  openParameters: [
    {
      name: 'stage',
      chosen: 'prosecuted',
      instead: ['detected', 'convicted'],
      targets: ['T02'],
      clause: 'II.2',
      reason:
        'Kế hoạch không nêu thời điểm xác định tái phạm tội; lấy ngày khởi tố bị can, vụ việc đã đình chỉ thì không tính',
    },
    {
      name: 'population',
      chosen: 'managed',
      instead: ['returned'],
      targets: ['T02'],
      clause: 'II.2',
      reason:
        'Kế hoạch không nêu mẫu số; lấy tất cả người được quản lý tại địa phương trong kỳ, không chỉ người mới về',
    },
    {
      name: 'notices',
      chosen: 'release-notice',
      instead: ['returnee-register'],
      targets: ['T03a'],
      clause: 'II.3',
      reason:
        'Nếu lấy mẫu số từ danh sách của chính xã, phường thì luôn đạt 100%; lấy theo thông báo của cơ sở giam giữ',
    },
    {
      name: 'of',
      chosen: 'in-need',
      instead: ['all'],
      targets: ['T03c', 'T03d'],
      clause: 'II.3',
      reason:
        'Thủ tục pháp lý và giấy tờ chỉ đặt ra với người cần hỗ trợ, người còn thiếu giấy tờ; trường hợp chưa rà soát tính là cần',
    },
    {
      name: 'facilities',
      chosen: 'trai-tam-giam',
      instead: ['mọi cơ sở giam giữ có phạm nhân về tỉnh'],
      targets: ['T05'],
      clause: 'II.5',
      reason:
        'Mục II.5 không nêu cơ sở giam giữ; mục II.4 chỉ các cơ sở thuộc Công an tỉnh. Mỗi phạm nhân tính một lần, trong kỳ ra trại',
    },
    {
      name: 'communes',
      chosen: 'all',
      instead: ['with-residents'],
      targets: ['T06b'],
      clause: 'II.6',
      reason:
        'Câu chữ là “tối thiểu 30% các xã, phường”, nên tính trên toàn bộ 99 xã, phường, không chỉ nơi có người chấp hành xong án phạt tù',
    },
    {
      name: 'reach',
      chosen: 'reported',
      instead: [],
      targets: ['T01'],
      clause: 'II.1',
      reason:
        'Không có danh sách toàn dân để đếm; dùng số người không trùng do đơn vị tự ước tính, lũy kế từ đầu năm',
    },
    {
      name: 'windows',
      chosen: 'adm',
      instead: ['cal', 'pol'],
      targets: [],
      clause: 'IV.2',
      reason:
        'Số liệu quý II chốt ngày 14/6 và phải gửi trước ngày 15/6, tức trong cùng ngày; Nghị định 09/2019/NĐ-CP, Điều 8 yêu cầu ít nhất 01 ngày làm việc: đề nghị Công an tỉnh xác nhận ngày chốt số liệu',
    },
  ],
  targets: [
    {
      id: 'T01',
      indicator: communicationReach,
      all: true,
      level: 'province',
      alsoAt: ['commune'],
      clause: 'II.1',
      statement:
        'Tuyên truyền đến 100% cán bộ, công chức và người dân trong độ tuổi trưởng thành về công tác tái hòa nhập cộng đồng',
    },
    {
      id: 'T02',
      indicator: reoffendingRate,
      with: { stage: 'prosecuted', population: 'managed' },
      below: [1, 100],
      striving: true,
      level: 'province',
      alsoAt: ['commune'],
      clause: 'II.2',
      statement: 'Giảm tỷ lệ người chấp hành xong án phạt tù tái phạm tội năm 2026 dưới 1%',
    },
    {
      id: 'T03a',
      indicator: receptionCoverage,
      all: true,
      level: 'province',
      alsoAt: ['commune'],
      clause: 'II.3',
      statement:
        '100% người về địa phương năm 2026 được tiếp nhận và thực hiện quy trình quản lý, giáo dục, giúp đỡ',
    },
    {
      id: 'T03b',
      indicator: counsellingCoverage,
      all: true,
      level: 'province',
      alsoAt: ['commune'],
      clause: 'II.3',
      statement: '100% người về địa phương năm 2026 được tư vấn, trợ giúp về tâm lý',
    },
    {
      id: 'T03c',
      indicator: legalSupportCoverage,
      with: { of: 'in-need' },
      all: true,
      level: 'province',
      alsoAt: ['commune'],
      clause: 'II.3',
      statement: '100% người về địa phương năm 2026 được hỗ trợ các thủ tục pháp lý',
    },
    {
      id: 'T03d',
      indicator: papersCoverage,
      with: { of: 'in-need' },
      all: true,
      level: 'province',
      alsoAt: ['commune'],
      clause: 'II.3',
      statement: '100% người về địa phương năm 2026 được cấp các giấy tờ liên quan đến cá nhân',
    },
    {
      id: 'T03e',
      indicator: jobIntroductionCoverage,
      all: true,
      level: 'province',
      alsoAt: ['commune'],
      clause: 'II.3',
      statement: '100% người về địa phương năm 2026 được quan tâm giới thiệu việc làm',
    },
    {
      id: 'T05',
      indicator: preReleasePreparationCoverage,
      all: true,
      level: 'province',
      clause: 'II.5',
      statement:
        '100% phạm nhân trước khi chấp hành xong án phạt tù được tư vấn tâm lý, hỗ trợ các thủ tục pháp lý, định hướng nghề nghiệp, nâng cao khả năng tìm kiếm việc làm',
    },
    {
      id: 'T06a',
      indicator: modelCoverage,
      all: true,
      level: 'province',
      alsoAt: ['commune'],
      clause: 'II.6',
      statement:
        '100% xã, phường có người chấp hành xong án phạt tù về cư trú xây dựng được mô hình tham gia quản lý, giáo dục, giúp đỡ',
    },
    {
      id: 'T06b',
      indicator: exemplarCoverage,
      atLeast: [30, 100],
      striving: true,
      duty: true,
      level: 'province',
      clause: 'II.6',
      statement:
        'Tối thiểu 30% xã, phường xây dựng được gương điển hình tiên tiến về tái hòa nhập cộng đồng',
    },
  ],
  qualitative: [
    {
      id: 'Q1',
      clause: 'II.1',
      statement:
        'Nâng cao nhận thức, trách nhiệm của cấp ủy, chính quyền và Nhân dân trong quản lý, giáo dục, giúp đỡ người chấp hành xong án phạt tù',
    },
    {
      id: 'Q2',
      clause: 'II.3',
      statement: 'Rà soát và đào tạo nghề cho người chấp hành xong án phạt tù có nhu cầu',
    },
    {
      id: 'Q3',
      clause: 'II.4',
      statement:
        'Huy động nguồn lực xã hội giúp đỡ phạm nhân tại các cơ sở giam giữ thuộc Công an tỉnh và người về cư trú tại địa phương',
    },
    {
      id: 'Q4',
      clause: 'II.6',
      statement: 'Duy trì các mô hình hoạt động hiệu quả trong phạm vi cấp xã',
    },
    {
      id: 'Q5',
      clause: 'I.3',
      statement: 'Triển khai tiết kiệm, tránh hình thức, lãng phí, đạt hiệu quả',
    },
    {
      id: 'Q6',
      clause: 'III.5',
      statement: 'Xóa bỏ sự định kiến, kỳ thị đối với người chấp hành xong án phạt tù',
    },
  ],
  bodies,
  facilities: [{ slug: 'trai-tam-giam', name: 'Trại tạm giam Công an tỉnh' }],
  obligations: [
    {
      id: 'implementation-plan',
      what: 'Kế hoạch triển khai thực hiện',
      clause: 'IV.1',
      who: ['committee', 'agency'],
      except: ['agency:cong-an-tinh'],
      to: recipient,
      forms: [],
      dues: [{ window: null, cutOff: null, before: '2026-06-08' }],
    },
    {
      id: 'periodic-report',
      what: 'Báo cáo kết quả thực hiện Đề án hằng quý và năm 2026',
      clause: 'IV.2',
      who: ['committee', 'agency'],
      except: ['agency:cong-an-tinh'],
      to: recipient,
      forms: ['support-model', 'exemplar', 'communication'],
      dues: [
        { window: 'adm:2026-Q2', cutOff: null, before: '2026-06-15' },
        { window: 'adm:2026-Q3', cutOff: null, before: '2026-09-15' },
        { window: 'adm:2026-Q4', foldedInto: 'adm:2026', cutOff: null, before: '2026-12-15' },
      ],
    },
    {
      id: 'synthesis',
      what: 'Tổng hợp tình hình, kết quả thực hiện',
      clause: 'IV.4',
      who: ['agency:cong-an-tinh'],
      except: [],
      to: 'Chủ tịch UBND tỉnh',
      forms: [],
      dues: [],
    },
  ],
  collection: [
    { form: 'returnee-register', by: ['police'], every: 'month', ...directive },
    { form: 'release-notice', by: ['agency:cong-an-tinh'], every: 'month', ...directive },
    { form: 'reoffence', by: ['agency:cong-an-tinh'], every: 'month', ...directive },
    { form: 'support-model', by: ['committee'], every: 'quarter', ...directive },
    { form: 'exemplar', by: ['committee'], every: 'quarter', ...directive },
    { form: 'communication', by: ['committee', 'agency'], every: 'quarter', ...directive },
    { form: 'pre-release', by: ['facility:trai-tam-giam'], every: 'month', ...directive },
  ],
})
